// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/staffbook.h"

#include "app/central/register/leavebook.h"
#include "models/protocol/words.h"
#include "models/sql/rows.h"
#include "models/sql/sqlvalue.h"

namespace tawasul {

namespace {

const QString kPerson = QStringLiteral("SELECT id, name, role, section, region, active FROM person ");

Colleague readPerson(Query &row)
{
    return {{PersonId(row.text(0)), row.text(1)},
            wire::role(row.text(2)),
            row.text(3),
            row.text(4),
            row.int64(5) != 0,
            {}};
}

} // namespace

StaffBook::StaffBook(Database &database)
    : m_database(database)
{
}

Result<std::optional<Colleague>> StaffBook::find(const PersonId &id, Instant at)
{
    if (!isStorableText(id.text()))
        return std::optional<Colleague>(); // nobody was ever called that
    auto person =
        readOne(m_database, QString(kPerson % QStringLiteral("WHERE id = ?")), readPerson, id.text());
    if (!person || !*person)
        return person;
    auto leaves = leavesOf(id, at);
    if (!leaves)
        return leaves.error();
    (*person)->leaves = std::move(*leaves);
    return person;
}

Result<std::vector<Leave>> StaffBook::leavesOf(const PersonId &officer, Instant at)
{
    return readAll(
        m_database,
        QString(LeaveBook::columns()
                % QStringLiteral("WHERE l.officer_id = ? AND (l.last_day IS NULL OR l.last_day >= ?) "
                                 "AND (l.ended_at IS NULL OR l.ended_at > ?) ORDER BY l.first_day")),
        LeaveBook::read, officer.text(), riyadhDate(at).toString(Qt::ISODate), toIso(at));
}

Result<Roster> StaffBook::roster(const QList<PersonId> &ids, Instant at)
{
    Roster roster;
    QList<PersonId> wanted = ids;
    while (!wanted.isEmpty()) {
        const PersonId id = wanted.takeLast();
        if (roster.contains(id))
            continue;
        auto person = find(id, at);
        if (!person)
            return person.error();
        if (!*person)
            continue;
        for (const Leave &leave : (*person)->leaves) {
            if (leave.substitute)
                wanted.append(leave.substitute->id);
        }
        roster.insert(id, std::move(**person));
    }
    return roster;
}

Result<std::vector<FormerPlace>> StaffBook::formerPlaces(const Actor &person)
{
    return readAll(
        m_database,
        QStringLiteral("SELECT role, section, region, until FROM former_place WHERE person_id = ?"),
        [&person](Query &row) {
            return FormerPlace{{person.id, person.name, wire::role(row.text(0)), row.text(1), row.text(2)},
                               instantFromIso(row.text(3)).value_or(Instant{})};
        },
        person.id.text());
}

Result<std::vector<wire::StaffLine>> StaffBook::within(const Actor &actor, Instant at)
{
    const auto officers = readAll(m_database,
                                  QString(kPerson
                                          % QStringLiteral("WHERE role = ? AND (? = '' OR region = ?) "
                                                           "ORDER BY name, id")),
                                  readPerson, wire::word(Role::Officer), actor.region, actor.region);
    if (!officers)
        return officers.error();
    std::vector<wire::StaffLine> lines;
    for (const Colleague &officer : *officers) {
        if (!isOverseenBy(officer, actor))
            continue;
        auto leaves = leavesOf(officer.name.id, at);
        if (!leaves)
            return leaves.error();
        auto machines = reportsOf(officer.name.id);
        if (!machines)
            return machines.error();
        lines.push_back({officer, std::move(*machines)});
        lines.back().officer.leaves = std::move(*leaves);
    }
    return lines;
}

Outcome StaffBook::reportUnsent(const PersonId &person, const wire::UnsentReport &report)
{
    return done(changeRows(
        m_database,
        QStringLiteral("INSERT INTO outbox_report (person_id, device, unsent, oldest_at, reported_at) "
                       "VALUES (?, ?, ?, ?, ?) ON CONFLICT (person_id, device) DO UPDATE SET "
                       "unsent = excluded.unsent, oldest_at = excluded.oldest_at, "
                       "reported_at = excluded.reported_at"),
        person.text(), report.device, report.unsent,
        report.oldestRecordedAt ? std::optional(toIso(*report.oldestRecordedAt)) : std::nullopt,
        toIso(report.reportedAt)));
}

Result<std::vector<wire::UnsentReport>> StaffBook::reportsOf(const PersonId &officer)
{
    return readAll(
        m_database,
        QStringLiteral("SELECT device, unsent, oldest_at, reported_at FROM outbox_report WHERE person_id = ? "
                       "ORDER BY device"),
        [](Query &row) {
            wire::UnsentReport report;
            report.device = row.text(0);
            report.unsent = static_cast<int>(row.int64(1));
            report.oldestRecordedAt = instantFromIso(row.optionalText(2).value_or(QString()));
            report.reportedAt = instantFromIso(row.text(3)).value_or(Instant{});
            return report;
        },
        officer.text());
}

bool isOverseenBy(const Colleague &officer, const Actor &actor)
{
    const bool sameSection = officer.section.isEmpty() || officer.section == actor.section;
    const bool sameRegion = officer.region == actor.region;
    switch (actor.role) {
    case Role::SectionSupervisor:
        return !actor.section.isEmpty() && sameSection && (actor.region.isEmpty() || sameRegion);
    case Role::RegionSupervisor:
        return !actor.region.isEmpty() && sameRegion;
    case Role::Auditor:
        return (actor.section.isEmpty() || sameSection) && (actor.region.isEmpty() || sameRegion);
    default:
        return false;
    }
}

} // namespace tawasul

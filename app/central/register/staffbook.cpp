// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/staffbook.h"

#include "app/central/register/leavebook.h"
#include "models/protocol/words.h"
#include "models/sql/rows.h"
#include "models/sql/sqlvalue.h"
#include "models/sql/transaction.h"

namespace tawasul {

namespace {

const QString kPerson = QStringLiteral("SELECT id, name, role, section, region, active FROM person ");

// More than the machines that anybody works at, and longer than what a desk makes up for its profile.
constexpr qint64 kMostMachines = 200;
constexpr qsizetype kLongestProfile = 64;
// From when on a machine that has nothing left, and says nothing any more, is not spoken of.
constexpr std::chrono::days kIdleMachine{30};

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
    return find(id, Since{riyadhDate(at), at});
}

Result<Roster> StaffBook::roster(const QList<PersonId> &ids, Instant at)
{
    return roster(ids, Since{riyadhDate(at), at});
}

Result<Roster> StaffBook::rosterSince(const QList<PersonId> &ids, QDate day)
{
    return roster(ids, Since{day, riyadhInstant(day, QTime(0, 0))});
}

Result<std::optional<Colleague>> StaffBook::find(const PersonId &id, const Since &since)
{
    if (!isStorableText(id.text()))
        return std::optional<Colleague>(); // nobody was ever called that
    auto person =
        readOne(m_database, QString(kPerson % QStringLiteral("WHERE id = ?")), readPerson, id.text());
    if (!person || !*person)
        return person;
    auto leaves = leavesOf(id, since);
    if (!leaves)
        return leaves.error();
    (*person)->leaves = std::move(*leaves);
    return person;
}

Result<std::vector<Leave>> StaffBook::leavesOf(const PersonId &officer, const Since &since)
{
    return readAll(
        m_database,
        QString(LeaveBook::columns()
                % QStringLiteral("WHERE l.officer_id = ? AND (l.last_day IS NULL OR l.last_day >= ?) "
                                 "AND (l.ended_at IS NULL OR l.ended_at > ?) ORDER BY l.first_day")),
        LeaveBook::read, officer.text(), since.day.toString(Qt::ISODate), toIso(since.end));
}

Result<Roster> StaffBook::roster(const QList<PersonId> &ids, const Since &since)
{
    Roster roster;
    QList<PersonId> wanted = ids;
    while (!wanted.isEmpty()) {
        const PersonId id = wanted.takeLast();
        if (roster.contains(id))
            continue;
        auto person = find(id, since);
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
    const auto snapshot = Transaction::beginRead(m_database); // who is away stands in for whom
    if (!snapshot)
        return snapshot.error();
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
        auto leaves = leavesOf(officer.name.id, {riyadhDate(at), at});
        if (!leaves)
            return leaves.error();
        auto machines = reportsOf(officer.name.id, at);
        if (!machines)
            return machines.error();
        lines.push_back({officer, std::move(*machines)});
        lines.back().officer.leaves = std::move(*leaves);
    }
    return lines;
}

Outcome StaffBook::reportUnsent(const PersonId &person, const wire::UnsentReport &report)
{
    if (report.profile.isEmpty() && report.device.isEmpty())
        return Error{Error::Kind::Invalid, QStringLiteral("outbox.nameless"),
                     QStringLiteral("which machine is that?")};
    if (report.profile.size() > kLongestProfile || !isStorableText(report.profile))
        return Error{Error::Kind::Invalid, QStringLiteral("outbox.profile"),
                     QString::number(kLongestProfile)};
    const QString machine =
        report.profile.isEmpty() ? QString(u"name:" % report.device) : QString(u"profile:" % report.profile);
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    // What has nothing left and was not heard of for long may be gone; it is not counted among the machines.
    const auto forgotten = changeRows(
        m_database,
        QStringLiteral("DELETE FROM outbox_report WHERE person_id = ? AND unsent = 0 AND reported_at < ?"),
        person.text(), toIso(report.reportedAt - kIdleMachine));
    if (!forgotten)
        return forgotten.error();
    const auto others = readOne(
        m_database, QStringLiteral("SELECT count(*) FROM outbox_report WHERE person_id = ? AND machine <> ?"),
        [](Query &row) { return row.int64(0); }, person.text(), machine);
    if (!others)
        return others.error();
    if (others->value_or(0) >= kMostMachines)
        return Error{Error::Kind::Conflict, QStringLiteral("outbox.too_many"), {}};
    const auto written = changeRows(
        m_database,
        QStringLiteral(
            "INSERT INTO outbox_report (person_id, machine, device, unsent, oldest_at, reported_at) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (person_id, machine) DO UPDATE SET "
            "device = excluded.device, unsent = excluded.unsent, oldest_at = excluded.oldest_at, "
            "reported_at = excluded.reported_at"),
        person.text(), machine, report.device, report.unsent,
        report.oldestRecordedAt ? std::optional(toIso(*report.oldestRecordedAt)) : std::nullopt,
        toIso(report.reportedAt));
    return written ? transaction->commit() : written.error();
}

Result<std::vector<wire::UnsentReport>> StaffBook::reportsOf(const PersonId &officer, Instant at)
{
    return readAll(
        m_database,
        QStringLiteral("SELECT device, unsent, oldest_at, reported_at FROM outbox_report WHERE person_id = ? "
                       "AND (unsent > 0 OR reported_at >= ?) ORDER BY device, machine"),
        [](Query &row) {
            wire::UnsentReport report;
            report.device = row.text(0);
            report.unsent = static_cast<int>(row.int64(1));
            report.oldestRecordedAt = instantFromIso(row.optionalText(2).value_or(QString()));
            report.reportedAt = instantFromIso(row.text(3)).value_or(Instant{});
            return report;
        },
        officer.text(), toIso(at - kIdleMachine));
}

} // namespace tawasul

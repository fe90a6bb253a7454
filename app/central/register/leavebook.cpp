// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/leavebook.h"

#include "app/central/register/staffbook.h"
#include "models/domain/uuid.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"
#include "models/protocol/words.h"
#include "models/sql/rows.h"
#include "models/sql/sqlvalue.h"
#include "models/sql/transaction.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kMostListed = 1'000;

bool supervises(Role role)
{
    return role == Role::SectionSupervisor || role == Role::RegionSupervisor;
}

Error forbidden()
{
    return {Error::Kind::Forbidden, QStringLiteral("leave.forbidden"), {}};
}

Error unknownLeave()
{
    return {Error::Kind::NotFound, QStringLiteral("leave.unknown"), {}};
}

PersonId idOf(const std::optional<PersonName> &person)
{
    return person ? person->id : PersonId();
}

// Whether it asks for what stands there.
bool isSame(const Leave &form, const Leave &known)
{
    return form.officer.id == known.officer.id && form.kind == known.kind && form.first == known.first
        && form.last == known.last && idOf(form.substitute) == idOf(known.substitute);
}

std::optional<QString> dayColumn(QDate day)
{
    return day.isValid() ? std::optional(day.toString(Qt::ISODate)) : std::nullopt;
}

} // namespace

LeaveBook::LeaveBook(Database &database, StaffBook &staff, AuditTrail &audit, const Clock &clock)
    : m_database(database)
    , m_staff(staff)
    , m_audit(audit)
    , m_clock(clock)
{
}

const QString &LeaveBook::columns()
{
    static const QString kColumns = QStringLiteral(
        "SELECT l.id, l.version, l.officer_id, o.name, l.kind, l.first_day, l.last_day, l.substitute_id, "
        "s.name, l.recorded_by, r.name, l.recorded_at, l.ended_at, l.changed_by, c.name, l.changed_at "
        "FROM leave l JOIN person o ON o.id = l.officer_id JOIN person r ON r.id = l.recorded_by "
        "LEFT JOIN person s ON s.id = l.substitute_id LEFT JOIN person c ON c.id = l.changed_by ");
    return kColumns;
}

Leave LeaveBook::read(Query &row)
{
    Leave leave;
    leave.id = LeaveId(row.text(0));
    leave.version = row.int64(1);
    leave.officer = {PersonId(row.text(2)), row.text(3)};
    leave.kind = wire::leaveKind(row.text(4));
    leave.first = QDate::fromString(row.text(5), Qt::ISODate);
    leave.last = QDate::fromString(row.optionalText(6).value_or(QString()), Qt::ISODate);
    if (const auto substitute = row.optionalText(7))
        leave.substitute = PersonName{PersonId(*substitute), row.optionalText(8).value_or(QString())};
    leave.recordedBy = {PersonId(row.text(9)), row.text(10)};
    leave.recordedAt = instantFromIso(row.text(11)).value_or(Instant{});
    leave.endedAt = instantFromIso(row.optionalText(12).value_or(QString()));
    if (const auto changedBy = row.optionalText(13))
        leave.changedBy = PersonName{PersonId(*changedBy), row.optionalText(14).value_or(QString())};
    leave.changedAt = instantFromIso(row.optionalText(15).value_or(QString()));
    return leave;
}

Result<std::optional<Leave>> LeaveBook::find(const LeaveId &id)
{
    if (!isStorableText(id.text()))
        return std::optional<Leave>();
    return readOne(m_database, QString(columns() % QStringLiteral("WHERE l.id = ?")), read, id.text());
}

Result<LeaveBook::Put> LeaveBook::put(const Actor &actor, const Leave &form, std::optional<qint64> ifMatch)
{
    if (!supervises(actor.role))
        return forbidden();
    if (!isUuidV7(form.id.text()))
        return Error{Error::Kind::Invalid, QStringLiteral("leave.invalid.id"),
                     QStringLiteral("not a UUID version 7")};
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    auto put = putInTransaction(actor, form, ifMatch);
    if (!put)
        return put;
    const Outcome committed = transaction->commit();
    return committed ? std::move(put) : committed.error();
}

Result<LeaveBook::Put> LeaveBook::putInTransaction(const Actor &actor, const Leave &form,
                                                   std::optional<qint64> ifMatch)
{
    const Instant now = m_clock.now();
    const auto officer = m_staff.find(form.officer.id, now);
    if (!officer)
        return officer.error();
    // Of somebody else's officers no more is said than of nobody.
    if (!*officer || !isOverseenBy(**officer, actor))
        return Error{Error::Kind::Invalid, QStringLiteral("leave.invalid.officer_unknown"), {}};
    const auto known = find(form.id);
    if (!known)
        return known.error();
    if (!*known && ifMatch)
        return unknownLeave();
    if (*known) {
        if ((*known)->officer.id != form.officer.id)
            return Error{Error::Kind::Invalid, QStringLiteral("leave.invalid.officer_unknown"), {}};
        if (isSame(form, **known))
            return Put{**known, false}; // its answer was lost
        if (!ifMatch || *ifMatch != (*known)->version)
            return Error{Error::Kind::Stale, QStringLiteral("leave.stale"),
                         QString::number((*known)->version)};
        if (isOver(**known, riyadhDate(now)))
            return Error{Error::Kind::Conflict, QStringLiteral("leave.over"), {}};
    }
    // What it is held against is over, perhaps: an unplanned one may begin in the past.
    const QDate today = riyadhDate(now);
    const QDate since = form.first.isValid() ? std::min(form.first, today) : today;
    const auto roster = m_staff.rosterSince({form.officer.id, idOf(form.substitute)}, since);
    if (!roster)
        return roster.error();
    const Leave *before = *known ? &**known : nullptr;
    if (const Outcome checked = checkLeave(form, before, *roster, today); !checked)
        return checked.error();
    Leave leave = form;
    leave.version = before ? before->version + 1 : 1;
    leave.officer = (*officer)->name;
    if (leave.substitute)
        leave.substitute = roster->value(leave.substitute->id).name;
    leave.endedAt.reset();
    if (before) {
        leave.recordedBy = before->recordedBy;
        leave.recordedAt = before->recordedAt;
        leave.changedBy = PersonName{actor.id, actor.name};
        leave.changedAt = now;
    } else {
        leave.recordedBy = {actor.id, actor.name};
        leave.recordedAt = now;
        leave.changedBy.reset();
        leave.changedAt.reset();
    }
    if (const Outcome written = write(leave); !written)
        return written.error();
    const Outcome noted = m_audit.note(actor, before ? AuditAction::LeaveChanged : AuditAction::LeaveRecorded,
                                       QString::fromUtf8(wire::toBytes(wire::toJson(leave))), now);
    return noted ? Result<Put>(Put{leave, !before}) : noted.error();
}

Outcome LeaveBook::write(const Leave &leave)
{
    return done(changeRows(
        m_database,
        QStringLiteral(
            "INSERT INTO leave (id, version, officer_id, kind, first_day, last_day, substitute_id, "
            "recorded_by, recorded_at, ended_at, changed_by, changed_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET version = excluded.version, kind = excluded.kind, "
            "first_day = excluded.first_day, last_day = excluded.last_day, "
            "substitute_id = excluded.substitute_id, ended_at = excluded.ended_at, "
            "changed_by = excluded.changed_by, changed_at = excluded.changed_at"),
        leave.id.text(), leave.version, leave.officer.id.text(), wire::word(leave.kind),
        leave.first.toString(Qt::ISODate), dayColumn(leave.last),
        leave.substitute ? std::optional(leave.substitute->id.text()) : std::nullopt,
        leave.recordedBy.id.text(), toIso(leave.recordedAt),
        leave.endedAt ? std::optional(toIso(*leave.endedAt)) : std::nullopt,
        leave.changedBy ? std::optional(leave.changedBy->id.text()) : std::nullopt,
        leave.changedAt ? std::optional(toIso(*leave.changedAt)) : std::nullopt));
}

Result<Leave> LeaveBook::end(const Actor &actor, const LeaveId &id)
{
    if (!supervises(actor.role))
        return forbidden();
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const Instant now = m_clock.now();
    const auto known = find(id);
    if (!known)
        return known.error();
    const auto officer = *known ? m_staff.find((*known)->officer.id, now) : std::optional<Colleague>();
    if (!officer)
        return officer.error();
    if (!*officer || !isOverseenBy(**officer, actor))
        return unknownLeave();
    Leave leave = **known;
    if (isOver(leave, riyadhDate(now)))
        return leave;
    leave.endedAt = now;
    leave.version += 1;
    leave.changedBy = PersonName{actor.id, actor.name};
    leave.changedAt = now;
    if (const Outcome written = write(leave); !written)
        return written.error();
    if (const Outcome noted = m_audit.note(actor, AuditAction::LeaveEnded,
                                           QString::fromUtf8(wire::toBytes(wire::toJson(leave))), now);
        !noted)
        return noted.error();
    const Outcome committed = transaction->commit();
    return committed ? Result<Leave>(leave) : committed.error();
}

Result<LeaveBook::List> LeaveBook::list(const Actor &actor, QDate from)
{
    const bool oversees = actor.role == Role::Auditor
        || (actor.role == Role::SectionSupervisor && !actor.section.isEmpty())
        || (actor.role == Role::RegionSupervisor && !actor.region.isEmpty());
    if (actor.role == Role::Administrator || actor.role == Role::Unknown)
        return forbidden();
    if (!oversees && actor.role != Role::Officer)
        return List();
    // What lasts until that day, and was not ended before it.
    const QString lasts = QStringLiteral("WHERE (l.last_day IS NULL OR l.last_day >= ?) "
                                         "AND (l.ended_at IS NULL OR l.ended_at >= ?) ");
    const QString order = QStringLiteral(" ORDER BY l.first_day, l.id LIMIT ?");
    const QString day = from.toString(Qt::ISODate);
    const QString midnight = toIso(riyadhInstant(from, QTime(0, 0)));
    const auto readRow = [](Query &row) { return read(row); };
    // The scope as in isOverseenBy().
    const QString section = actor.role == Role::RegionSupervisor ? QString() : actor.section;
    auto found = actor.role == Role::Officer
        ? readAll(m_database,
                  QString(columns() % lasts % QStringLiteral("AND (l.officer_id = ? OR l.substitute_id = ?)")
                          % order),
                  readRow, day, midnight, actor.id.text(), actor.id.text(), kMostListed + 1)
        : readAll(m_database,
                  QString(columns() % lasts
                          % QStringLiteral("AND (? = '' OR o.section IN ('', ?)) "
                                           "AND (? = '' OR o.region = ?)")
                          % order),
                  readRow, day, midnight, section, section, actor.region, actor.region, kMostListed + 1);
    if (!found)
        return found.error();
    List list{std::move(*found), false};
    list.more = list.leaves.size() > static_cast<std::size_t>(kMostListed);
    if (list.more)
        list.leaves.pop_back();
    return list;
}

} // namespace tawasul

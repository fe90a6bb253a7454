// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/assignments.h"

#include "app/central/register/conditions.h"
#include "models/domain/workflow.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/words.h"
#include "models/sql/rows.h"
#include "models/sql/sqlvalue.h"
#include "models/sql/transaction.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kDone = 201;

// Of a case as much as decides whose it may be.
const QByteArray kHeaders = "SELECT c.rid, c.id, c.number, c.version, c.status, c.section, c.sub_service, "
                            "c.region, c.assignee, p.name, "
                            "c.ends_at FROM case_record c LEFT JOIN person p ON p.id = c.assignee";
const QByteArray kById = kHeaders + " WHERE c.id = ?";

// By what boards count them (standingOf()).
const QByteArray kLoad =
    "SELECT count(*) FILTER (WHERE c.status <> 'returned' AND c.ends_at < ?1), "
    "count(*) FILTER (WHERE c.status <> 'returned' AND c.ends_at >= ?1 AND c.ends_at < ?2), "
    "count(*) FILTER (WHERE c.status <> 'returned' AND c.ends_at >= ?2), "
    "count(*) FILTER (WHERE c.status = 'returned') FROM case_record c";

// What was moved, whose it was, and whether nothing but notes happened since; work that is kept beside the
// case (202) is nothing that happened to it.
const QString kMoved = QStringLiteral(
    "SELECT c.id, i.from_person, i.act_id = (SELECT a.id FROM act a WHERE a.case_rid = i.case_rid "
    "AND a.status <> 202 AND a.type NOT IN ('note', 'dismiss') ORDER BY a.version DESC LIMIT 1) "
    "FROM assignment_item i JOIN case_record c ON c.rid = i.case_rid "
    "WHERE i.assignment = ? ORDER BY i.ordinal");

Error forbidden()
{
    return {Error::Kind::Forbidden, QStringLiteral("assignment.forbidden"), {}};
}

bool gives(Role role)
{
    return mayEver(role, ActType::Assign) && role != Role::System;
}

// The columns of kHeaders.
CaseHeader readHeader(Statement &row)
{
    CaseHeader header;
    header.id = CaseId(textOf(row.text(1)));
    header.number = textOf(row.text(2));
    header.version = row.int64(3);
    header.statusText = textOf(row.text(4));
    header.status = wire::caseStatus(header.statusText);
    if (header.status != CaseStatus::Unknown)
        header.statusText.clear();
    header.section = textOf(row.text(5));
    header.subService = textOf(row.text(6));
    header.region = textOf(row.text(7));
    if (!row.isNull(8))
        header.assignee =
            PersonName{PersonId(textOf(row.text(8))), row.isNull(9) ? QString() : textOf(row.text(9))};
    header.serviceDeadline.at = instantFromIso(textOf(row.text(10))).value_or(Instant{});
    return header;
}

// What domain::apply needs of a case to judge of an act that moves it.
Case outlineOf(const CaseHeader &header)
{
    Case outline;
    outline.id = header.id;
    outline.number = header.number;
    outline.version = header.version;
    outline.status = header.status;
    outline.statusText = header.statusText;
    outline.section = header.section;
    outline.subService = header.subService;
    outline.region = header.region;
    outline.serviceDeadline = header.serviceDeadline;
    outline.assignee = header.assignee;
    return outline;
}

// The open cases of somebody (empty: of nobody) within a supervisor's reach; a region's supervisor has all of
// its sections. Said so that the index of open cases serves.
Conditions openCasesOf(const QString &person, const Actor &supervisor)
{
    Conditions conditions;
    conditions.add("c.status NOT IN ('completed', 'rejected')");
    if (person.isEmpty())
        conditions.add("c.assignee IS NULL");
    else
        conditions.add("c.assignee = ?", person);
    conditions.add("c.region = ?", supervisor.region);
    if (supervisor.role == Role::SectionSupervisor)
        conditions.add("c.section = ?", supervisor.section);
    return conditions;
}

void bindPerson(Statement &statement, int place, const QByteArray &person)
{
    if (person.isEmpty())
        statement.bindNull(place);
    else
        statement.bindText(place, viewOf(person));
}

// The first moment of that day in Riyadh, as it stands in columns; nothing for no day.
QString startOf(QDate day)
{
    return day.isValid() ? toIso(riyadhInstant(day, QTime(0, 0))) : QString();
}

} // namespace

/// A case of an order, with where it stands in the register.
struct Assignments::Item
{
    AssignmentWish wish;
    qint64 row = 0; ///< 0: there is no such case
    CaseHeader theCase;
    std::optional<Undoing> undoing; ///< what is taken back
};

/// What is the same for all cases of an order.
struct Assignments::Run
{
    const Actor &supervisor;
    const AssignmentOrder &order;
    Instant now{};
    ReferencePtr reference;
    Roster roster;
    QByteArray bodyHash;
};

Assignments::Assignments(Database &database, ReferenceShelf &shelf, CaseWriter &writer, StaffBook &staff,
                         const Clock &clock, Random &random)
    : m_database(database)
    , m_shelf(shelf)
    , m_writer(writer)
    , m_staff(staff)
    , m_clock(clock)
    , m_random(random)
    , m_byId(viewOf(kById))
{
}

Result<Assignments::Carried> Assignments::carryOut(const Actor &supervisor, const QByteArray &body)
{
    const bool mayGive = gives(supervisor.role);
    const auto order =
        wire::parseObject(body, QStringLiteral("assignment")).and_then(wire::assignmentOrderFromJson);
    if (!mayGive && (!order || order->isDryRun))
        return forbidden();
    if (!order)
        return order.error();
    Result<Transaction> transaction =
        order->isDryRun || !mayGive ? Transaction::beginRead(m_database) : Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const QByteArray hash = QCryptographicHash::hash(body, QCryptographicHash::Sha256);
    // Before anything that may have changed since: what was done stays done.
    if (!order->isDryRun) {
        auto repeated = repetition(supervisor, order->id, hash);
        if (!repeated)
            return repeated.error();
        if (*repeated)
            return std::move(**repeated);
    }
    if (!mayGive)
        return forbidden();
    if (const Outcome checked = checkOrder(*order); !checked)
        return checked.error();
    auto carried = carryOutNow(supervisor, *order, hash);
    if (!carried || !carried->isNew)
        return carried;
    const Outcome committed = transaction->commit();
    return committed ? std::move(carried) : committed.error();
}

Result<Assignments::Carried> Assignments::carryOutNow(const Actor &supervisor, const AssignmentOrder &order,
                                                      const QByteArray &bodyHash)
{
    const Instant now = m_clock.now();
    auto items = itemsOf(supervisor, order, now);
    if (!items)
        return items.error();
    const auto version = m_shelf.newestVersion();
    auto reference = version ? m_shelf.version(*version) : Result<ReferencePtr>(version.error());
    if (!reference)
        return reference.error();
    QList<PersonId> people;
    for (const Item &item : *items) {
        if (!item.wish.to.isEmpty() && !people.contains(item.wish.to))
            people.append(item.wish.to);
    }
    auto roster = m_staff.roster(people, now);
    if (!roster)
        return roster.error();
    const Run run{supervisor, order, now, std::move(*reference), std::move(*roster), bodyHash};
    const auto answer = runAll(run, *items);
    if (!answer)
        return answer.error();
    const QByteArray bytes = wire::toBytes(wire::toJson(*answer));
    if (!answer->undoUntil)
        return Carried{false, bytes};
    const Outcome kept = keep(run, *items, answer->results, bytes);
    return kept ? Result<Carried>(Carried{true, bytes}) : kept.error();
}

Result<std::optional<Assignments::Carried>>
Assignments::repetition(const Actor &supervisor, const AssignmentId &id, const QByteArray &bodyHash)
{
    struct Stored
    {
        QString person;
        QByteArray hash;
        QByteArray answer;
    };
    if (!isUuidV7(id.text()))
        return std::optional<Carried>(); // none was ever called that
    auto stored = readOne(
        m_database, QStringLiteral("SELECT person_id, body_hash, answer FROM assignment WHERE id = ?"),
        [](Query &row) {
            return Stored{row.text(0), row.blob(1), row.blob(2)};
        },
        id.text());
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::optional<Carried>();
    if ((*stored)->person == supervisor.id.text() && (*stored)->hash == bodyHash)
        return std::optional(Carried{false, (*stored)->answer});
    if (!gives(supervisor.role))
        return std::optional<Carried>(); // nor is it theirs to know which ids there are
    return Error{Error::Kind::Invalid, QStringLiteral("assignment.id_reused"),
                 QStringLiteral("another assignment has this id")};
}

Result<std::vector<Assignments::Item>> Assignments::itemsOf(const Actor &supervisor,
                                                            const AssignmentOrder &order, Instant now)
{
    if (!order.undoes.isEmpty())
        return toBeUndone(supervisor, order.undoes, now);
    if (!order.rule)
        return selected(order.cases);
    // Nobody and nothing was ever called what cannot be kept.
    const bool isOfThisWorld = isStorableText(order.rule->from.text()) && isStorableText(order.rule->section)
        && isStorableText(order.rule->subService);
    auto items = isOfThisWorld ? picked(supervisor, order) : std::vector<Item>();
    if (!items)
        return items;
    if (items->size() > static_cast<std::size_t>(kMostAssigned))
        return Error{Error::Kind::Invalid, QStringLiteral("assignment.too_many"),
                     u"more than " % QString::number(kMostAssigned)};
    if (items->empty() && !order.isDryRun)
        return Error{Error::Kind::Conflict, QStringLiteral("assignment.nothing_matched"), {}};
    return items;
}

Result<std::vector<Assignments::Item>> Assignments::selected(const std::vector<AssignmentWish> &wishes)
{
    std::vector<Item> items;
    items.reserve(wishes.size());
    for (const AssignmentWish &wish : wishes) {
        items.push_back({wish, 0, {}, std::nullopt});
        if (!isStorableText(wish.caseId.text()))
            continue; // no case was ever called that
        const Result<Statement *> statement = m_byId.ready(m_database);
        if (!statement)
            return statement.error();
        const QByteArray id = wish.caseId.text().toUtf8();
        (*statement)->bindText(1, viewOf(id));
        const Result<bool> found = (*statement)->step();
        if (!found)
            return found.error();
        if (*found) {
            items.back().row = (*statement)->int64(0);
            items.back().theCase = readHeader(**statement);
        }
        if (const Outcome finished = (*statement)->reset(); !finished)
            return finished.error();
    }
    return items;
}

Result<std::vector<Assignments::Item>> Assignments::picked(const Actor &supervisor,
                                                           const AssignmentOrder &order)
{
    const AssignmentRule &rule = *order.rule;
    Conditions conditions = openCasesOf(rule.from.text(), supervisor);
    conditions.add("c.section = ?", rule.section);
    conditions.add("c.sub_service = ?", rule.subService);
    conditions.add("c.ends_at >= ?", startOf(rule.endsFrom));
    conditions.add("c.ends_at < ?", startOf(rule.endsTo.addDays(1)));
    // The most urgent first; one more than may be, so that it is told apart.
    const QByteArray sql = kHeaders + conditions.sql() + " ORDER BY c.ends_at, c.rid LIMIT ?";
    Result<Statement> rows = Statement::prepare(m_database, viewOf(sql));
    if (!rows)
        return rows.error();
    rows->bindInt64(conditions.bind(*rows), kMostAssigned + 1);
    std::vector<Item> items;
    while (true) {
        const Result<bool> found = rows->step();
        if (!found)
            return found.error();
        if (!*found)
            break;
        CaseHeader theCase = readHeader(*rows);
        if (!picks(*order.rule, theCase) || !isWithinReach(theCase, supervisor))
            continue;
        // As if each had been chosen as it stands now.
        AssignmentWish wish{theCase.id, theCase.version, order.to};
        items.push_back({std::move(wish), rows->int64(0), std::move(theCase), std::nullopt});
    }
    return items;
}

Result<std::vector<Assignments::Item>> Assignments::toBeUndone(const Actor &supervisor,
                                                               const AssignmentId &id, Instant now)
{
    const auto at = isStorableText(id.text())
        ? readOne(
            m_database, QStringLiteral("SELECT at FROM assignment WHERE id = ? AND person_id = ?"),
            [](Query &row) { return row.text(0); }, id.text(), supervisor.id.text())
        : std::optional<QString>();
    if (!at)
        return at.error();
    if (!*at)
        return Error{Error::Kind::NotFound, QStringLiteral("assignment.unknown"), {}};
    const Instant tookEffect = instantFromIso(**at).value_or(Instant{});
    if (now > tookEffect + kAssignmentUndo)
        return Error{Error::Kind::Conflict, QStringLiteral("assignment.undo_expired"), **at};
    struct Moved
    {
        CaseId caseId;
        Undoing undoing;
    };
    const auto moved = readAll(
        m_database, kMoved,
        [tookEffect](Query &row) {
            const PersonId from(row.optionalText(1).value_or(QString()));
            return Moved{CaseId(row.text(0)), {row.int64(2) != 0, tookEffect, from}};
        },
        id.text());
    if (!moved)
        return moved.error();
    std::vector<AssignmentWish> wishes;
    for (const Moved &one : *moved)
        wishes.push_back({one.caseId, {}, one.undoing.backTo});
    auto items = selected(wishes);
    for (std::size_t i = 0; items && i < items->size(); ++i)
        (*items)[i].undoing = (*moved)[i].undoing;
    return items;
}

AssignmentVerdict Assignments::verdict(const Run &run, const Item &item)
{
    if (item.row == 0)
        return outOfReach(item.wish.caseId);
    return item.undoing ? undoVerdictOn(item.theCase, *item.undoing, run.supervisor, run.roster, run.now)
                        : verdictOn(item.theCase, item.wish, run.supervisor, run.roster, run.now);
}

Result<wire::AssignmentAnswer> Assignments::runAll(const Run &run, std::vector<Item> &items)
{
    wire::AssignmentAnswer answer;
    answer.id = run.order.id;
    answer.isDryRun = run.order.isDryRun;
    answer.at = run.now;
    for (const Item &item : items)
        answer.results.push_back(verdict(run, item));
    const auto before = loadsOf(run, answer.results); // while all is as it was
    if (!before)
        return before.error();
    for (std::size_t i = 0; i < items.size() && !run.order.isDryRun; ++i) {
        AssignmentVerdict &verdict = answer.results[i];
        if (verdict.outcome != AssignmentOutcome::Done)
            continue;
        if (const Outcome moved = move(run, items[i], verdict); !moved)
            return moved.error();
        if (verdict.outcome == AssignmentOutcome::Done)
            answer.undoUntil = run.now + kAssignmentUndo;
    }
    std::vector<CaseHeader> theCases;
    for (const Item &item : items)
        theCases.push_back(item.theCase);
    answer.loads = loadChanges(*before, theCases, answer.results, run.now);
    return answer;
}

Outcome Assignments::move(const Run &run, const Item &item, AssignmentVerdict &verdict)
{
    verdict.act = ActId(uuidV7(run.now, m_random));
    Act act = actOf(verdict, run.order, run.supervisor);
    act.referenceVersion = run.reference->version;
    const auto after = apply(outlineOf(item.theCase), act, *run.reference, run.now);
    if (!after) { // what the rules of acts know and those of assignments do not
        verdict.outcome = AssignmentOutcome::Refused;
        verdict.reason = after.error().code;
        verdict.version = item.theCase.version;
        verdict.act = ActId();
        return Done{};
    }
    return m_writer.writeStep(item.row, scopesOfCase(outlineOf(item.theCase)), *after,
                              {act.id, run.supervisor.id, act.type, run.bodyHash, kDone, {}});
}

Outcome Assignments::keep(const Run &run, const std::vector<Item> &items,
                          const std::vector<AssignmentVerdict> &verdicts, const QByteArray &answer)
{
    const auto kept = changeRows(
        m_database,
        QStringLiteral(
            "INSERT INTO assignment (id, person_id, body_hash, answer, at) VALUES (?, ?, ?, ?, ?)"),
        run.order.id.text(), run.supervisor.id.text(), run.bodyHash, answer, toIso(run.now));
    if (!kept)
        return kept.error();
    const QByteArray id = run.order.id.text().toLatin1();
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (verdicts[i].outcome != AssignmentOutcome::Done)
            continue;
        const Result<Statement *> statement = m_keepItem.ready(m_database);
        if (!statement)
            return statement.error();
        const QByteArray act = verdicts[i].act.text().toLatin1();
        const QByteArray from = verdicts[i].from ? verdicts[i].from->id.text().toUtf8() : QByteArray();
        Statement &insert = **statement;
        insert.bindText(1, viewOf(id));
        insert.bindInt64(2, static_cast<qint64>(i));
        insert.bindInt64(3, items[i].row);
        insert.bindText(4, viewOf(act));
        bindPerson(insert, 5, from);
        if (Outcome inserted = insert.run(); !inserted)
            return inserted;
    }
    return Done{};
}

// Of the cases that the supervisor sees, as boards count them.
Result<Loads> Assignments::loadsOf(const Run &run, const std::vector<AssignmentVerdict> &verdicts)
{
    Loads loads;
    for (const AssignmentVerdict &verdict : verdicts) {
        if (verdict.number.isEmpty())
            continue;
        loads.try_emplace(verdict.from ? verdict.from->id : PersonId());
        if (!isForAStranger(verdict))
            loads.try_emplace(verdict.to ? verdict.to->id : PersonId());
    }
    for (auto &[person, load] : loads) {
        auto counted = loadOf(run, person);
        if (!counted)
            return counted.error();
        load = *counted;
    }
    return loads;
}

Result<Load> Assignments::loadOf(const Run &run, const PersonId &person)
{
    const Conditions conditions = openCasesOf(person.text(), run.supervisor);
    const QByteArray sql = kLoad + conditions.sql();
    Result<Statement> row = Statement::prepare(m_database, viewOf(sql));
    if (!row)
        return row.error();
    const QByteArray now = toIso(run.now).toLatin1();
    const QByteArray midnight = toIso(endOfToday(run.now)).toLatin1();
    row->bindText(1, viewOf(now));
    row->bindText(2, viewOf(midnight));
    conditions.bind(*row, 3);
    const Result<bool> found = row->step();
    if (!found)
        return found.error();
    const auto count = [&row](int column) { return static_cast<int>(row->int64(column)); };
    const Load load{count(0), count(1), count(2), count(3)};
    const Outcome read = row->reset();
    return read ? Result<Load>(load) : read.error();
}

} // namespace tawasul

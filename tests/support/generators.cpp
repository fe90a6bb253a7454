// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/generators.h"

#include "models/protocol/actcodec.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"

namespace tawasul {

namespace {

using rc::gen::arbitrary;
using rc::gen::element;
using rc::gen::exec;
using rc::gen::inRange;

template <class T> rc::Gen<std::optional<T>> maybe(rc::Gen<T> inner)
{
    return exec([inner] { return *arbitrary<bool>() ? std::optional<T>(*inner) : std::optional<T>(); });
}

template <class T> std::vector<T> some(const rc::Gen<T> &inner)
{
    std::vector<T> values;
    const int count = *inRange(0, 4);
    for (int i = 0; i < count; ++i)
        values.push_back(*inner);
    return values;
}

rc::Gen<CaseStatus> knownStatus()
{
    return exec([] { return static_cast<CaseStatus>(*inRange(0, static_cast<int>(CaseStatus::Unknown))); });
}

rc::Gen<ActType> knownType()
{
    return exec([] { return static_cast<ActType>(*inRange(0, static_cast<int>(ActType::Unknown))); });
}

// Enumerations whose Unknown is a word of its own: it survives the wire.
template <class E> rc::Gen<E> anyOf(E last)
{
    return exec([last] { return static_cast<E>(*inRange(0, static_cast<int>(last) + 1)); });
}

rc::Gen<PersonName> anyPerson()
{
    return exec([] { return PersonName{ PersonId(*filledText()), *anyText() }; });
}

rc::Gen<Reply> anyReply()
{
    return exec([] { return Reply{ *anyText(), *anyText() }; });
}

rc::Gen<Execution> anyExecution()
{
    return exec([] { return Execution{ *anyText(), *anyInstant() }; });
}

Party drawParty()
{
    Party value;
    value.kind = *anyOf(PartyKind::Unknown);
    value.name = *filledText();
    value.latinName = *anyText();
    value.identifierKind = *anyOf(IdentifierKind::Unknown);
    value.identifier = *anyText();
    value.nationality = *anyText();
    value.passportNumber = *anyText();
    value.birthDate = *arbitrary<bool>() ? *anyDay() : QDate();
    value.mobile = *anyText();
    return value;
}

rc::Gen<Attachment> anyAttachment()
{
    return exec([] {
        Attachment value;
        for (int i = 0; i < 64; ++i)
            value.sha256 += QChar::fromLatin1(*element('0', '1', '7', '9', 'a', 'c', 'f'));
        value.name = *anyText();
        value.mediaType = *anyText();
        value.size = *inRange<qint64>(0, 1LL << 40U);
        for (const QString &code : some(filledText()))
            value.documents += code;
        value.addedAt = *maybe(anyInstant());
        return value;
    });
}

rc::Gen<HistoryEntry> anyEntry()
{
    return exec([] {
        HistoryEntry value;
        value.act = ActId(*anyText());
        value.type = *knownType();
        if (*inRange(0, 5) == 0) {
            value.type = ActType::Unknown;
            value.typeText = QStringLiteral("later_") % *anyText();
        }
        value.actor = *anyPerson();
        value.role = *anyOf(Role::Unknown);
        value.at = *anyInstant();
        value.recordedAt = *anyInstant();
        value.from = *anyOf(CaseStatus::Unknown);
        value.to = *anyOf(CaseStatus::Unknown);
        value.reason = *anyText();
        value.text = *anyText();
        value.reply = *maybe(anyReply());
        value.execution = *maybe(anyExecution());
        value.toSection = *anyText();
        value.toSubService = *anyText();
        value.toAssignee = *maybe(anyPerson());
        value.proposal = ActId(*anyText());
        return value;
    });
}

rc::Gen<Proposal> anyProposal()
{
    return exec([] {
        Proposal value;
        value.act = ActId(*filledText());
        value.type = *knownType();
        if (*inRange(0, 5) == 0) {
            value.type = ActType::Unknown;
            value.typeText = QStringLiteral("later_") % *anyText();
        }
        value.author = *anyPerson();
        value.role = *anyOf(Role::Unknown);
        value.recordedAt = *anyInstant();
        value.receivedAt = *anyInstant();
        value.reason = *anyText();
        value.text = *anyText();
        value.reply = *maybe(anyReply());
        value.execution = *maybe(anyExecution());
        value.toSection = *anyText();
        value.toSubService = *anyText();
        value.state = static_cast<Proposal::State>(*inRange(0, static_cast<int>(Proposal::State::Unknown)));
        if (*inRange(0, 5) == 0) {
            value.state = Proposal::State::Unknown;
            value.stateText = QStringLiteral("later_") % *anyText();
        }
        value.closedBy = *maybe(anyPerson());
        value.closedAt = *maybe(anyInstant());
        value.closingText = *anyText();
        return value;
    });
}

} // namespace

rc::Gen<QString> anyText()
{
    static const std::vector<QString> kPieces{
        QStringLiteral("طلب"),
        QStringLiteral("إلغاء بلاغ تغيّب"),
        QStringLiteral("٢١٢٣٤٥٦٧٨٨"),
        QStringLiteral("۱۲۳"),
        QStringLiteral("Iqama"),
        QStringLiteral("2123456788"),
        QStringLiteral("👨‍👩‍👧"),
        QStringLiteral("\u2067"),
        QStringLiteral("\u2069"),
        QStringLiteral("\u200F"),
        QStringLiteral("\u0640"),
        QStringLiteral("\""),
        QStringLiteral("\\"),
        QStringLiteral("</script>"),
        QStringLiteral("\r\n"),
        QStringLiteral("\t"),
        QStringLiteral(" "),
        QStringLiteral("\u00A0"),
        QStringLiteral("\u2028"),
        QStringLiteral("\uFEFF"),
        QStringLiteral("\uFDFA"),
        QString(QChar(char16_t(0))),
        QString(QChar(char16_t(1))),
        QStringLiteral("𝟚"),
    };
    return rc::gen::map(rc::gen::container<std::vector<QString>>(rc::gen::elementOf(kPieces)),
                        [](const std::vector<QString> &pieces) {
                            QString joined;
                            for (const QString &piece : pieces)
                                joined += piece;
                            return joined;
                        });
}

rc::Gen<QString> filledText()
{
    return rc::gen::map(anyText(),
                        [](const QString &value) { return value.isEmpty() ? QStringLiteral("x") : value; });
}

rc::Gen<QDate> anyDay()
{
    static const qint64 kFirst = QDate(1, 1, 1).toJulianDay();
    static const qint64 kLast = QDate(9999, 12, 31).toJulianDay();
    return rc::gen::map(inRange<qint64>(kFirst, kLast + 1),
                        [](qint64 day) { return QDate::fromJulianDay(day); });
}

rc::Gen<QDate> believableDay()
{
    static const qint64 kFirst = QDate(1900, 1, 1).toJulianDay();
    static const qint64 kLast = QDate(2100, 12, 31).toJulianDay();
    return rc::gen::map(inRange<qint64>(kFirst, kLast + 1),
                        [](qint64 day) { return QDate::fromJulianDay(day); });
}

rc::Gen<Instant> anyInstant()
{
    return exec([] {
        const auto ms = std::chrono::milliseconds(*inRange<qint64>(0, 86'400'000));
        return Instant{
            std::chrono::milliseconds(QDateTime(*anyDay(), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()) + ms
        };
    });
}

rc::Gen<Case> anyCase()
{
    return exec([] {
        Case value;
        value.id = CaseId(*filledText());
        value.number = *filledText();
        value.version = *inRange<qint64>(1, 1'000'000'000'000);
        value.status = *knownStatus();
        if (*inRange(0, 5) == 0) {
            value.status = CaseStatus::Unknown;
            value.statusText = QStringLiteral("later_") % *anyText();
        }
        value.section = *filledText();
        value.subService = *filledText();
        value.region = *filledText();
        value.submittedAt = *anyInstant();
        value.updatedAt = *anyInstant();
        value.serviceDeadline = { Deadline::Kind::Service, *anyDay(), *anyInstant(), *anyText() };
        if (*arbitrary<bool>())
            value.statutoryDeadline =
                Deadline{ Deadline::Kind::Statutory, *anyDay(), *anyInstant(), *anyText() };
        value.calendarVersion = *anyText();
        value.assignee = *maybe(anyPerson());
        value.marks = some(exec([] { return Mark{ *anyOf(Mark::Kind::Unknown), *anyText() }; }));
        value.beneficiary = drawParty();
        value.subject = { drawParty(), *anyOf(Relation::Unknown), *anyOf(AccountLink::Unknown),
                          *maybe(anyInstant()) };
        value.description = *anyText();
        value.keyDates = some(exec([] { return KeyDate{ *filledText(), *anyDay() }; }));
        value.attachments = some(anyAttachment());
        value.history = some(anyEntry());
        value.proposals = some(anyProposal());
        return value;
    });
}

rc::Gen<Act> anyActBody()
{
    return exec([] {
        Act act;
        act.type = *knownType();
        act.referenceVersion = *anyText();
        act.recordedAt = *anyInstant();
        act.monotonic = std::chrono::milliseconds(*inRange<qint64>(0, 1LL << 53U));
        act.lastServerTime = *maybe(anyInstant());
        act.reason = *anyText();
        act.text = *anyText();
        act.reply = *maybe(anyReply());
        act.execution = *maybe(anyExecution());
        act.toSection = *anyText();
        act.toSubService = *anyText();
        act.toAssignee = *maybe(anyPerson());
        act.proposal = ActId(*anyText());
        return act;
    });
}

void showValue(const Case &value, std::ostream &out)
{
    out << wire::toBytes(wire::toJson(value)).toStdString();
}

void showValue(const Act &value, std::ostream &out)
{
    out << wire::toBytes(wire::actBodyToJson(value)).toStdString();
}

} // namespace tawasul

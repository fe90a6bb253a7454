// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/decisionform.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include "models/arabic/digits.h"
#include "models/domain/proposals.h"
#include "models/domain/workflow.h"

namespace tawasul {

namespace {

constexpr int kFormat = 1;

// The words of the wire, kept apart from it: a draft never leaves this machine.
const std::vector<std::pair<ActType, QString>> &typeWords()
{
    static const std::vector<std::pair<ActType, QString>> kWords{
        {ActType::Complete, QStringLiteral("complete")}, {ActType::Return, QStringLiteral("return")},
        {ActType::Reject, QStringLiteral("reject")},     {ActType::Transfer, QStringLiteral("transfer")},
        {ActType::Escalate, QStringLiteral("escalate")}, {ActType::Note, QStringLiteral("note")},
    };
    return kWords;
}

QString wordOf(ActType type)
{
    for (const auto &[known, word] : typeWords()) {
        if (known == type)
            return word;
    }
    return {};
}

ActType typeOf(const QString &word)
{
    for (const auto &[type, known] : typeWords()) {
        if (known == word)
            return type;
    }
    return ActType::Unknown;
}

struct TextField
{
    const char *key;
    QString DecisionForm::*member;
};

constexpr std::array kTexts{
    TextField{"reason", &DecisionForm::reason},
    TextField{"operation_number", &DecisionForm::operationNumber},
    TextField{"executed_on", &DecisionForm::executedOn},
    TextField{"executed_at", &DecisionForm::executedAt},
    TextField{"template", &DecisionForm::templateCode},
    TextField{"reply", &DecisionForm::reply},
    TextField{"to_section", &DecisionForm::toSection},
    TextField{"to_sub_service", &DecisionForm::toSubService},
    TextField{"text", &DecisionForm::text},
};

QJsonObject formJson(const DecisionForm &form)
{
    QJsonObject object;
    for (const TextField &field : kTexts)
        object.insert(QLatin1StringView(field.key), form.*field.member);
    object.insert(QStringLiteral("executed"), form.executed);
    object.insert(QStringLiteral("missing_documents"), QJsonArray::fromStringList(form.missingDocuments));
    QJsonObject replies;
    for (auto reply = form.otherReplies.begin(); reply != form.otherReplies.end(); ++reply)
        replies.insert(reply.key(), reply.value());
    object.insert(QStringLiteral("other_replies"), replies);
    if (!form.proposal.isEmpty())
        object.insert(QStringLiteral("proposal"), form.proposal.text());
    return object;
}

DecisionForm formFrom(ActType type, const QJsonObject &object)
{
    DecisionForm form;
    form.type = type;
    for (const TextField &field : kTexts)
        form.*field.member = object.value(QLatin1StringView(field.key)).toString();
    form.executed = object.value(QStringLiteral("executed")).toBool(true);
    for (const QJsonValue code : object.value(QStringLiteral("missing_documents")).toArray())
        form.missingDocuments.append(code.toString());
    const QJsonObject replies = object.value(QStringLiteral("other_replies")).toObject();
    for (auto reply = replies.begin(); reply != replies.end(); ++reply)
        form.otherReplies.insert(reply.key(), reply.value().toString());
    form.proposal = ActId(object.value(QStringLiteral("proposal")).toString());
    return form;
}

} // namespace

bool isWorthKeeping(const DecisionForm &form)
{
    return !form.otherReplies.isEmpty() || !form.reason.isEmpty() || !form.operationNumber.isEmpty()
        || !form.reply.isEmpty() || !form.text.isEmpty() || !form.toSection.isEmpty()
        || !form.missingDocuments.isEmpty();
}

std::optional<Instant> executionTime(const DecisionForm &form)
{
    const QDate day = QDate::fromString(asciiDigits(form.executedOn).trimmed(), QStringLiteral("d/M/yyyy"));
    const QTime time = QTime::fromString(asciiDigits(form.executedAt).trimmed(), QStringLiteral("H:mm"));
    return day.isValid() && time.isValid() ? std::optional(riyadhInstant(day, time)) : std::nullopt;
}

std::optional<Execution> executionOf(const DecisionForm &form)
{
    const QString number = asciiDigits(form.operationNumber).trimmed();
    const std::optional<Instant> at = executionTime(form);
    return number.isEmpty() || !at ? std::nullopt : std::optional(Execution{number, *at});
}

DecisionForm formOf(const Act &act)
{
    DecisionForm form;
    form.type = act.type;
    form.reason = act.reason;
    form.text = act.text;
    form.toSection = act.toSection;
    form.toSubService = act.toSubService;
    form.proposal = act.proposal;
    form.executed = act.type != ActType::Complete || act.execution.has_value();
    if (act.execution) {
        form.operationNumber = act.execution->operationNumber;
        form.executedOn = riyadhDate(act.execution->at).toString(QStringLiteral("dd/MM/yyyy"));
        form.executedAt = riyadhTime(act.execution->at).toString(QStringLiteral("HH:mm"));
    }
    if (act.reply) {
        form.templateCode = act.reply->templateCode;
        form.reply = act.reply->text;
    }
    return form;
}

DecisionForm formOf(const Act &act, const Case &theCase, const Reference &reference)
{
    DecisionForm form = formOf(act);
    if (!act.reply)
        return form;
    const SubService *service = reference.subService(theCase.subService);
    for (const QString &code :
         service &&act.type == ActType::Return ? service->requiredDocuments : QStringList()) {
        const NamedCode *document = reference.document(code);
        if (form.reply.contains(document ? document->name.ar : code))
            form.missingDocuments.append(code);
    }
    return form;
}

Intention intentionOf(const DecisionForm &form, const Case &seen, const Reference &reference)
{
    Intention intention;
    intention.caseId = seen.id;
    intention.seenVersion = seen.version;
    if (!seen.history.empty())
        intention.seenLastAct = seen.history.back().act;
    intention.type = form.type;
    intention.text = form.text.trimmed();
    if (!commutes(form.type))
        intention.reason = form.reason;
    // Closed meanwhile, it is adopted by nobody any more; what the officer decides is their own all the same.
    const Proposal *proposal = proposalOf(seen, form.proposal);
    if (proposal && proposal->state == Proposal::State::Open)
        intention.proposal = form.proposal;
    if (decides(form.type) && !form.reply.trimmed().isEmpty())
        intention.reply = Reply{form.templateCode, form.reply.trimmed()};
    if (form.type == ActType::Complete && form.executed)
        intention.execution = executionOf(form);
    if (form.type == ActType::Transfer) {
        intention.toSubService = form.toSubService;
        const SubService *target = reference.subService(form.toSubService);
        intention.toSection = target ? target->section : form.toSection;
    }
    return intention;
}

QByteArray toJson(const DecisionDrafts &drafts)
{
    QJsonObject forms;
    for (auto form = drafts.forms.begin(); form != drafts.forms.end(); ++form) {
        if (const QString word = wordOf(form.key()); !word.isEmpty())
            forms.insert(word, formJson(form.value()));
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), kFormat},
                                     {QStringLiteral("last"), wordOf(drafts.last)},
                                     {QStringLiteral("forms"), forms}})
        .toJson(QJsonDocument::Compact);
}

void addRecalled(DecisionDrafts &drafts, DecisionForm recalled)
{
    const DecisionForm before = drafts.forms.value(recalled.type);
    recalled.otherReplies = before.otherReplies;
    if (!before.reply.isEmpty())
        recalled.otherReplies.insert(before.templateCode, before.reply);
    recalled.otherReplies.remove(recalled.templateCode);
    drafts.last = recalled.type;
    drafts.forms.insert(recalled.type, recalled);
}

QByteArray draftOf(const Act &recalled, const QByteArray &kept)
{
    DecisionDrafts drafts = draftsFromJson(kept);
    addRecalled(drafts, formOf(recalled));
    return toJson(drafts);
}

DecisionDrafts draftsFromJson(const QByteArray &json)
{
    const QJsonObject whole = QJsonDocument::fromJson(json).object();
    const QJsonObject forms = whole.value(QStringLiteral("forms")).toObject();
    DecisionDrafts drafts;
    for (auto form = forms.begin(); form != forms.end(); ++form) {
        const ActType type = typeOf(form.key());
        if (type != ActType::Unknown)
            drafts.forms.insert(type, formFrom(type, form.value().toObject()));
    }
    drafts.last = typeOf(whole.value(QStringLiteral("last")).toString());
    if (!drafts.forms.contains(drafts.last))
        drafts.last = drafts.forms.isEmpty() ? ActType::Unknown : drafts.forms.firstKey();
    return drafts;
}

} // namespace tawasul

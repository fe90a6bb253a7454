// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/replyvalues.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include "models/arabic/bidi.h"
#include "models/domain/replytext.h"

namespace tawasul {

namespace {

struct ReplyWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::ReplyWords)
};

QString sectionName(const Reference &reference, const QString &code)
{
    const Section *section = reference.section(code);
    return section ? section->name.ar : QString();
}

QString documentNames(const Reference &reference, const QStringList &codes)
{
    QStringList names;
    for (const QString &code : codes) {
        const NamedCode *document = reference.document(code);
        names.append(document ? document->name.ar : code);
    }
    return names.join(QStringLiteral("، "));
}

} // namespace

QHash<QString, QString> replyValues(const Case &theCase, const Reference &reference, const DecisionForm &form)
{
    const SubService *service = reference.subService(theCase.subService);
    QHash<QString, QString> values{
        {QStringLiteral("beneficiary_name"), withoutControls(theCase.beneficiary.name)},
        {QStringLiteral("case_number"), theCase.number},
        {QStringLiteral("sub_service"), service ? service->name.ar : theCase.subService},
        {QStringLiteral("section"), sectionName(reference, theCase.section)},
        {QStringLiteral("identifier"), theCase.subject.party.identifier},
        {QStringLiteral("due_date"), dayInReply(theCase.deadline().day)},
        {QStringLiteral("missing_documents"), documentNames(reference, form.missingDocuments)},
        {QStringLiteral("target_section"), sectionName(reference, form.toSection)},
    };
    if (form.executed) {
        values.insert(QStringLiteral("operation_number"), form.operationNumber.trimmed());
        if (const std::optional<Instant> at = executionTime(form))
            values.insert(QStringLiteral("executed_at"), dayInReply(riyadhDate(*at)));
    }
    return values;
}

QString variableLabel(const QString &variable)
{
    static const std::array kLabels{
        std::pair{"missing_documents", QT_TRANSLATE_NOOP("tawasul::ReplyWords", "missing documents")},
        std::pair{"details", QT_TRANSLATE_NOOP("tawasul::ReplyWords", "details")},
        std::pair{"office", QT_TRANSLATE_NOOP("tawasul::ReplyWords", "passport office")},
        std::pair{"operation_number", QT_TRANSLATE_NOOP("tawasul::ReplyWords", "operation number")},
        std::pair{"executed_at", QT_TRANSLATE_NOOP("tawasul::ReplyWords", "time of execution")},
        std::pair{"target_section", QT_TRANSLATE_NOOP("tawasul::ReplyWords", "competent section")},
        std::pair{"due_date", QT_TRANSLATE_NOOP("tawasul::ReplyWords", "end of the deadline")},
        std::pair{"beneficiary_name", QT_TRANSLATE_NOOP("tawasul::ReplyWords", "name of the applicant")},
        std::pair{"identifier", QT_TRANSLATE_NOOP("tawasul::ReplyWords", "number of the subject")},
        std::pair{"sub_service", QT_TRANSLATE_NOOP("tawasul::ReplyWords", "service")},
        std::pair{"section", QT_TRANSLATE_NOOP("tawasul::ReplyWords", "section")},
        std::pair{"case_number", QT_TRANSLATE_NOOP("tawasul::ReplyWords", "request number")},
    };
    for (const auto &[name, label] : kLabels) {
        if (variable == QLatin1StringView(name))
            return ReplyWords::tr(label);
    }
    return variable;
}

QStringList gapsIn(const QString &reply)
{
    static const QRegularExpression kGap(QStringLiteral("\\{([^{}\\n]+)\\}"));
    QStringList gaps;
    for (auto matches = kGap.globalMatch(reply); matches.hasNext();) {
        const QString gap = matches.next().captured(1);
        if (!gaps.contains(gap))
            gaps.append(gap);
    }
    return gaps;
}

} // namespace tawasul

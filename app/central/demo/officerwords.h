// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/caseplan.h"
#include "models/domain/case.h"

namespace tawasul {

/// What officers write on a case. Many of the texts presuppose something (a visit, a missing passport, a
/// report of absence); such a text is only used where that is so.
class OfficerWords
{
public:
    /// `documents`: what came with the request.
    OfficerWords(const DemoTexts &texts, const CasePlan &plan, QStringList documents, Dice &dice);

    [[nodiscard]] QString rationale(ActType outcome, const QString &reason);
    [[nodiscard]] QString escalation(const QString &reason);
    [[nodiscard]] QString note(const QString &section);
    [[nodiscard]] QString details(const QString &replyTemplate);
    [[nodiscard]] QString office();
    [[nodiscard]] QString resubmission(const QString &reason, IdentifierKind kind);

    /// Why the case goes before others; none for most cases.
    [[nodiscard]] std::vector<Mark> marks();

private:
    /// What the texts about a document that does not fit are kept under; else the reason.
    [[nodiscard]] QString misfitOr(const QString &reason) const;
    [[nodiscard]] bool suits(const QString &text) const;
    [[nodiscard]] QString one(const QStringList &texts);
    [[nodiscard]] QString oneOf(const std::map<QString, QStringList> &texts, const QString &key);

    const DemoTexts &m_texts;
    const CasePlan &m_plan;
    QStringList m_documents;
    Dice &m_dice;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMap>
#include <QtCore/QMetaType>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

#include "models/desk/desk.h"

namespace tawasul {

/// All that an officer has entered on a sheet, finished or not: what a draft keeps and what is confirmed.
struct DecisionForm
{
    ActType type = ActType::Unknown;
    QString reason;       ///< code
    bool executed = true; ///< completing: the proof is at hand; otherwise the case awaits execution
    QString operationNumber;
    QString executedOn; ///< day and time as typed, in ASCII digits: they may be unfinished
    QString executedAt;
    QString templateCode;
    QString reply;                ///< as edited, with {…} where something is still missing
    QStringList missingDocuments; ///< codes
    QString toSection;
    QString toSubService;
    QString text;                        ///< internal: note, rationale
    QMap<QString, QString> otherReplies; ///< written for other templates, by their codes
    ActId proposal;                      ///< that confirming it adopts or dismisses; empty: none

    friend bool operator==(const DecisionForm &, const DecisionForm &) = default;
};

/// Whether anything in the form would be missed.
[[nodiscard]] bool isWorthKeeping(const DecisionForm &form);

/// Day and time of the proof; nothing while they cannot be read.
[[nodiscard]] std::optional<Instant> executionTime(const DecisionForm &form);

/// The proof as a value; nothing while day, time or number are missing or cannot be read.
[[nodiscard]] std::optional<Execution> executionOf(const DecisionForm &form);

/// What a recorded act held; which documents were missing is known by its case only.
[[nodiscard]] DecisionForm formOf(const Act &act);

/// What a recorded act held, to be decided anew. The missing documents of a return are those that its reply
/// names.
[[nodiscard]] DecisionForm formOf(const Act &act, const Case &theCase, const Reference &reference);

/// What the desk is asked to record. `seen` is the case as it was on the screen.
[[nodiscard]] Intention intentionOf(const DecisionForm &form, const Case &seen, const Reference &reference);

/// The unfinished sheets of one case, one for each kind of act, as the journal keeps them: JSON, so that a
/// newer program can read what an older one wrote.
struct DecisionDrafts
{
    QMap<ActType, DecisionForm> forms;
    ActType last = ActType::Unknown; ///< the one written on last

    [[nodiscard]] bool isEmpty() const { return forms.isEmpty(); }
};

[[nodiscard]] QByteArray toJson(const DecisionDrafts &drafts);
/// Puts what a recalled act held among the drafts of its case, before a draft of the same kind; a reply
/// written in that one for another template is kept beside it.
void addRecalled(DecisionDrafts &drafts, DecisionForm recalled);

/// The draft of its case that a recalled act becomes where the case is not at hand, as CasePane::takeBack()
/// keeps it otherwise; `kept` is the draft that the case has already, or empty.
[[nodiscard]] QByteArray draftOf(const Act &recalled, const QByteArray &kept = {});

/// What cannot be read is left out: a draft must never keep a case from opening.
[[nodiscard]] DecisionDrafts draftsFromJson(const QByteArray &json);

} // namespace tawasul

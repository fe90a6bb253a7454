// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QScrollArea>

#include "models/arabic/displaylocale.h"
#include "models/domain/clock.h"
#include "ui/decisions/decisionform.h"
#include "ui/decisions/replychoices.h"

QT_BEGIN_NAMESPACE
class QRadioButton;
QT_END_NAMESPACE

namespace tawasul {

class ChoiceBox;
class DocumentPicks;
class LabelledField;
class ProofFields;
class ReplyCard;
class Strip;
class TextArea;
class Theme;

/// What an act asks for, one field under the other: shows what the act needs and nothing else, offers what
/// the reference data allow, lets the reply follow its fields, and knows what is missing.
class DecisionFields : public QScrollArea
{
    Q_OBJECT

public:
    DecisionFields(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent = nullptr);

    void open(const Case &seen, ReferencePtr reference, const DecisionForm &begun);
    /// The case changed: everything entered stays.
    void setSeen(const Case &seen) { m_case = seen; }
    /// What is wrong with the time of this machine; empty: nothing.
    void warnOfClock(const QString &sentence);
    [[nodiscard]] DecisionForm form() const;

    /// To what is still missing; false when nothing is.
    bool goToMissing();
    /// The same, marked as missing, and what to say about it; empty when nothing is.
    QString tellMissing();
    /// To the text that only a person can write.
    void goToText();
    /// Opens the choice in which the keyboard is when nothing is chosen in it; false elsewhere.
    bool offerWhatIsMissing();
    void keepFocusInSight();

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Problem
    {
        QWidget *field = nullptr;
        QString sentence;
    };
    // What a reply is written for.
    struct Choice
    {
        bool executed = true;
        QString reason;
        QString templateCode;
    };

    QWidget *makeProofChoice();
    void lay();
    void connectFields();
    void fill(const DecisionForm &begun);
    void nameParts();
    void showParts();
    void fieldEdited();

    [[nodiscard]] ReplySituation situation() const;
    [[nodiscard]] const ReplyTemplate *replyTemplate() const;
    [[nodiscard]] bool uses(QLatin1StringView variable) const;
    [[nodiscard]] bool showsProof() const;
    [[nodiscard]] CaseStatus statusAfter() const;
    [[nodiscard]] QHash<QString, QString> values() const;
    void offerReasons(const QString &chosen);
    void offerTemplates(const QString &chosen);
    void offerTargets(const DecisionForm &begun);
    void offerSubServices(const QString &chosen);

    [[nodiscard]] Choice choice() const;
    void takeTemplate();
    void bringReplyBack();

    [[nodiscard]] Problem firstProblem();
    [[nodiscard]] Problem mark(LabelledField *row, const QString &sentence);
    void clearProblems();
    void goTo(const Problem &problem);

    const Clock &m_clock;
    DisplayLocale m_locale;
    Case m_case;
    ReferencePtr m_reference;
    ActType m_type = ActType::Unknown;
    Choice m_choice;                       ///< of the reply that is shown
    Choice m_before;                       ///< of the written reply that the strip offers to bring back
    QMap<QString, QString> m_otherReplies; ///< written for other templates, by their codes

    Strip *m_replaced;
    QRadioButton *m_executed = nullptr; ///< made with the choice
    QRadioButton *m_awaiting = nullptr;
    QWidget *m_proofChoice;
    ChoiceBox *m_reason;
    ChoiceBox *m_template;
    ChoiceBox *m_section;
    ChoiceBox *m_subService;
    ProofFields *m_proof;
    DocumentPicks *m_documents;
    ReplyCard *m_reply;
    TextArea *m_text;
    LabelledField *m_reasonRow;
    LabelledField *m_templateRow;
    LabelledField *m_sectionRow;
    LabelledField *m_subServiceRow;
    LabelledField *m_documentsRow;
    LabelledField *m_replyRow;
    LabelledField *m_textRow;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

#include "models/arabic/displaylocale.h"
#include "models/domain/clock.h"
#include "ui/decisions/decisionform.h"
#include "ui/decisions/replychoices.h"

QT_BEGIN_NAMESPACE
class QRadioButton;
class QScrollArea;
class QVBoxLayout;
QT_END_NAMESPACE

namespace tawasul {

class Button;
class ChoiceBox;
class DocumentPicks;
class LabelledField;
class PlainLabel;
class ProofFields;
class ReplyCard;
class Strip;
class TextArea;
class Theme;

/// Where an act is written: in place over the facts, never a dialog. It knows what the act needs, asks for
/// nothing else, and says what is missing instead of refusing in silence. Enter goes on to what is still
/// missing, and in the end to the button that confirms.
class DecisionSheet : public QFrame
{
    Q_OBJECT

public:
    DecisionSheet(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent = nullptr);

    /// Starts an act on the case as it is on screen; `begun` is a draft or a proposal to start from.
    void open(const Case &seen, ReferencePtr reference, const DecisionForm &begun);
    /// The case changed while the sheet was open: everything entered stays, and it says so.
    void setSeen(const Case &seen, bool stillAllowed);

    [[nodiscard]] DecisionForm form() const;
    [[nodiscard]] const Case &seen() const { return m_case; }
    [[nodiscard]] ActType type() const { return m_type; }

    /// Where the keyboard belongs: the first thing that only a person can enter.
    void focusFirst();
    /// Asks for the act to be recorded, or says what is missing and goes there.
    void confirm();

    void setBusy(bool busy);
    void showError(const QString &sentence);
    /// Something worth knowing before going on.
    void tell(const QString &sentence);

Q_SIGNALS:
    void confirmed(const DecisionForm &form);
    void changed(const DecisionForm &form);
    void closeRequested();
    void draftDiscarded();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

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

    QLayout *makeHead();
    QWidget *makeProofChoice();
    void makeFields();
    QLayout *makeFoot();
    void connectFields();

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
    void takeTemplate();
    [[nodiscard]] Choice choice() const;
    void bringReplyBack();
    void showParts();
    void nameParts();
    void fieldEdited();
    void goOn();
    void keepFocusInSight();
    [[nodiscard]] Problem firstProblem();
    [[nodiscard]] Problem mark(LabelledField *row, const QString &sentence);
    void clearProblems();

    const Theme &m_theme;
    const Clock &m_clock;
    DisplayLocale m_locale;
    Case m_case;
    ReferencePtr m_reference;
    ActType m_type = ActType::Unknown;
    bool m_busy = false;
    bool m_allowed = true;
    bool m_problemSaid = false;            ///< the message says what is missing: the next edit takes it away
    Choice m_choice;                       ///< of the reply that is shown
    Choice m_before;                       ///< of the written reply that the strip offers to bring back
    QMap<QString, QString> m_otherReplies; ///< written for other templates, by their codes

    PlainLabel *m_title;
    Strip *m_message;
    Strip *m_replaced;
    QScrollArea *m_scroll;
    QVBoxLayout *m_fields = nullptr;
    QWidget *m_proofChoice;
    QRadioButton *m_executed;
    QRadioButton *m_awaiting;
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
    Button *m_confirm;
    Button *m_dangerous;
    Button *m_discard;
};

} // namespace tawasul

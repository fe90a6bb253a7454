// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

#include "models/desk/supervision.h"
#include "ui/supervision/orderwords.h"
#include "ui/theme/theme.h"

QT_BEGIN_NAMESPACE
class QScrollArea;
QT_END_NAMESPACE

namespace tawasul {

class Button;
class FilterChip;
class LabelledField;
class Note;
class OrderView;
class PlainLabel;
class RuleForm;
class StaffPicker;
class Strip;
class TextArea;

/// Where cases are given to somebody: which, to whom and why. What would come of it is shown first, always;
/// the button that carries it out works only while that answers to what is chosen. Afterwards it shows what
/// became of each case. In place beside the board, never a dialog.
class AssignSheet : public QFrame
{
    Q_OBJECT

public:
    AssignSheet(const Theme &theme, const BoardWords &words, const Clock &clock, QWidget *parent = nullptr);

    /// Of the supervisor, when they have one: a rule is of no other.
    void setOwnSection(const QString &section);
    void setReference();
    void setStaff(const std::vector<Colleague> &staff);
    /// Whose load is how large, and the cases a rule may be of.
    void setBoard(const Board &board);
    /// There is no connection: what is ordered waits on this device, and it is said.
    void setOffline(bool offline);

    /// Starts with these cases.
    void open(const std::vector<CaseHeader> &cases, const std::optional<PersonId> &to = {});
    /// Starts with a rule.
    void open(const AssignmentRule &rule, const std::optional<PersonId> &to = {});
    /// Shows an order that was recorded before.
    void open(const RecordedOrder &order);

    /// What trialWanted() asked for; one for other choices than the present ones is dropped.
    void setTrial(const AssignmentOrder &asked, const Result<AssignmentTrial> &trial);
    /// The cases changed meanwhile: what is shown is asked for again.
    void askAgain();
    /// What became of confirmed() or againRequested().
    void setRecorded(const Result<AssignmentId> &recorded);
    /// News of the recorded orders; the one that is shown follows.
    void setOrders(const std::vector<RecordedOrder> &orders);
    /// An undo or a withdrawal came to nothing.
    void sayFailed(const Error &error);
    void tick();

    [[nodiscard]] bool isShowingResult() const { return m_recorded.has_value(); }
    /// Whether carrying it out would do what is shown now.
    [[nodiscard]] bool mayConfirm() const;
    void focusFirst();

Q_SIGNALS:
    /// A dry run of it, soon after the choices have changed.
    void trialWanted(const tawasul::AssignmentOrder &order);
    void confirmed(const tawasul::AssignmentOrder &order);
    void undoRequested(const tawasul::AssignmentId &id);
    void withdrawRequested(const tawasul::AssignmentId &id);
    void setAsideRequested(const tawasul::AssignmentId &id);
    void sendAgainRequested(const tawasul::AssignmentId &id);
    /// What was refused of it once more, to the same officer.
    void againRequested(const tawasul::AssignmentId &id);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLayout *makeHead();
    QWidget *makeBody();
    QWidget *makeWay();
    QLayout *makeFoot();
    void connectParts();
    void connectSteps();
    void begin(const std::optional<PersonId> &to);
    void chooseWay(bool byRule);
    void edited();
    void ask();
    void showTrial();
    void showResult();
    void showStanding();
    void showButtons();
    void offerRecipients();
    void chooseForRefused();
    [[nodiscard]] std::optional<AssignmentOrder> present() const;
    void confirm();

    const Theme &m_theme;
    const BoardWords &m_words;
    const Clock &m_clock;
    OrderWords m_orders;
    std::vector<Colleague> m_staff;
    Board m_board;
    std::vector<AssignmentWish> m_wishes;
    QString m_section; ///< of all chosen cases; empty: several
    QString m_region;
    bool m_byRule = false;
    bool m_offline = false;
    bool m_busy = false;
    std::optional<AssignmentOrder> m_asked;         ///< the dry run that is under way, or shown
    std::optional<Result<AssignmentTrial>> m_trial; ///< of m_asked
    std::optional<RecordedOrder> m_recorded;        ///< shown in place of the choices
    AssignmentId m_followed;                        ///< recorded here; its order has not been told yet
    QTimer m_asking;

    PlainLabel *m_title;
    Strip *m_message;
    QScrollArea *m_scroll;
    QWidget *m_choices;
    FilterChip *m_selection;
    FilterChip *m_rule;
    RuleForm *m_ruleForm;
    StaffPicker *m_staffPicker;
    TextArea *m_text;
    Note *m_note;
    OrderView *m_view;
    PlainLabel *m_summary; ///< of the dry run, beside the button that carries it out
    Button *m_confirm;
    Button *m_retry;
    Button *m_other;
    Button *m_undo;
    Button *m_sendAgain;
    Button *m_withdraw;
    Button *m_setAside;
};

} // namespace tawasul

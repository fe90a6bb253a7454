// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemmodels/outboxmodel.h"
#include "ui/outbox/outboxwords.h"
#include "ui/shared/card.h"

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

namespace tawasul {

class OutboxDelegate;
class OutboxDetail;
class PlainLabel;
class RowTable;
class Strip;
class Theme;

/// «بانتظار الإرسال»: every act that the centre has not acknowledged, with its reason, and what may be done
/// about the one that is current. It is given values and says by signals what the officer wants.
class OutboxPage : public Card
{
    Q_OBJECT

public:
    OutboxPage(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent = nullptr);

    /// A snapshot of the store (StoreNotifier::outboxChanged), oldest first.
    void setItems(const std::vector<OutboxItem> &items);
    /// What became of everything that was recorded here (ledgerWanted()).
    void setLedger(const OutboxLedger &ledger);
    /// It could not be read: what was known of it before is not true any more.
    void ledgerUnread(const Error &error);
    void setSyncStatus(const SyncStatus &status);
    /// Called every few seconds: windows close and tries fall due.
    void tick();
    /// Gives the keyboard to the rows.
    void focusRows();

    /// The last wish (again, undo) came to nothing on this machine.
    void wishFailed(const Error &error);
    /// Undoing came too late: the act is on its way.
    void recallMissed();

    [[nodiscard]] const OutboxModel &model() const { return m_model; }

Q_SIGNALS:
    void retryRequested(const tawasul::ActId &act);
    void recallRequested(const tawasul::ActId &act);
    void holdRequested(const tawasul::ActId &act);
    void releaseRequested(const tawasul::ActId &act);
    void conflictRequested(const tawasul::ActId &act);
    void caseChosen(const tawasul::CaseId &id);
    /// The page is in sight, and what it counts may have changed.
    void ledgerWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeRows();
    QWidget *makeFoot();
    void connectDetail();
    void showAll();
    void showCurrent();
    void fitColumns();
    [[nodiscard]] const OutboxItem *current() const;

    const Theme &m_theme;
    OutboxWords m_words;
    OutboxModel m_model;
    PlainLabel *m_heading;
    PlainLabel *m_others;
    PlainLabel *m_today;
    PlainLabel *m_readiness;
    PlainLabel *m_ledger;
    Strip *m_strip;
    RowTable *m_table;
    OutboxDelegate *m_delegate;
    OutboxDetail *m_detail;
    QStackedLayout *m_bodies;
    QWidget *m_rows;
    QWidget *m_empty;
    ActId m_shown;
    bool m_known = false; ///< a snapshot has come
};

} // namespace tawasul

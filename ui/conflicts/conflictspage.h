// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <optional>

#include "models/domain/reference.h"
#include "models/itemmodels/outboxmodel.h"
#include "ui/outbox/outboxwords.h"

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

namespace tawasul {

class Card;
class ConflictCard;
class ConflictDelegate;
class PlainLabel;
class RowTable;
class Theme;

/// «التعارضات»: the acts that need a person's choice, and the choices for the one that is current. Nothing is
/// merged and nothing chosen by the program (invariant I2). It is given values and says by signals what the
/// officer chose; a choice is over when the next snapshot no longer holds the act as it was.
class ConflictsPage : public QWidget
{
    Q_OBJECT

public:
    ConflictsPage(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent = nullptr);

    /// A snapshot of the store (StoreNotifier::outboxChanged); only the parked acts are shown.
    void setItems(const std::vector<OutboxItem> &items);
    void setReference(const ReferencePtr &reference);
    /// Called every few seconds: «since when» follows the clock.
    void tick();
    /// Makes the act current, now, or with the next snapshot if that holds it as parked.
    void show(const ActId &act);
    using QWidget::show;
    /// Gives the keyboard to the rows, or to the choices when there is one act only.
    void focusRows();

    /// What was chosen last could not be written down.
    void choiceFailed(const Error &error);

    [[nodiscard]] const OutboxModel &model() const { return m_model; }

Q_SIGNALS:
    /// The centre's state is to stand; confirmed.
    void takeTheirsRequested(const tawasul::ActId &act);
    /// The case is to be opened for an act that replaces this one (Intention::replaces).
    void decideAnewRequested(const tawasul::CaseId &id, const tawasul::ActId &act);
    void retryRequested(const tawasul::ActId &act);
    void caseChosen(const tawasul::CaseId &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    // A choice on its way to the disk.
    struct Choice
    {
        ActId act;
        int tries = 0; ///< of the act, when it was chosen
    };

    QWidget *makeList();
    QWidget *makeParked();
    void connectCard();
    void choose();
    void showAll();
    void showCurrent();
    [[nodiscard]] const OutboxItem *current() const;

    const Theme &m_theme;
    OutboxWords m_words;
    OutboxModel m_model;
    ReferencePtr m_reference;
    PlainLabel *m_count;
    RowTable *m_table;
    ConflictDelegate *m_delegate;
    ConflictCard *m_card;
    QWidget *m_list;
    QWidget *m_parked;
    Card *m_empty;
    QStackedLayout *m_bodies;
    ActId m_wanted;
    std::optional<Choice> m_choice;
    bool m_known = false; ///< a snapshot has come
};

} // namespace tawasul

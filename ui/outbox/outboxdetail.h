// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "models/itemmodels/outboxstanding.h"
#include "ui/outbox/outboxwords.h"

namespace tawasul {

class Button;
class PlainLabel;
class StatusChip;
class TechnicalDetails;
class Theme;

/// The current act of the outbox: why it waits, in full, and what may be done about it.
class OutboxDetail : public QWidget
{
    Q_OBJECT

public:
    OutboxDetail(const Theme &theme, const OutboxWords &words, QWidget *parent = nullptr);

    void present(const OutboxItem &item, const OutboxStanding &standing, Instant now);

Q_SIGNALS:
    void openRequested();
    void retryRequested();
    void recallRequested();
    void holdRequested();
    void releaseRequested();
    void conflictRequested();

private:
    QLayout *makeHead();
    QLayout *makeButtons();

    const OutboxWords &m_words;
    PlainLabel *m_title;
    StatusChip *m_state;
    PlainLabel *m_why;
    Button *m_conflict;
    Button *m_recall;
    Button *m_retry;
    Button *m_hold;
    Button *m_release;
    Button *m_open;
    TechnicalDetails *m_details;
};

} // namespace tawasul

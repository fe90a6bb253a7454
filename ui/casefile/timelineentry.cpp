// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/timelineentry.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "ui/casefile/historylines.h"
#include "ui/shared/button.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/statuschip.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

PlainLabel *wrapped(const char *name, TextRole role, const QString &text)
{
    auto *label = new PlainLabel(role, text);
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    return label;
}

// What a person wrote reads in the direction of its own letters.
PlainLabel *passage(const char *name, TextRole role, const QString &text)
{
    PlainLabel *label = wrapped(name, role, text);
    label->setLayoutDirection(paragraphDirection(text, label->layoutDirection()));
    return label;
}

} // namespace

TimelineEntry::TimelineEntry(const Theme &theme, const HistoryLine &line, bool last, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_last(last)
{
    setObjectName(QStringLiteral("timelineEntry"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, last ? 0 : space::wide);
    row->setSpacing(space::medium);
    row->addWidget(new IconMark(theme, line.icon, inkOf(line.tone), iconsize::medium), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    row->addLayout(words, 1);

    words->addWidget(wrapped("stepTitle", TextRole::Value, line.title));
    words->addWidget(wrapped("stepByline", TextRole::Secondary, line.byline));
    if (line.waiting) {
        auto *chip = new StatusChip(theme, {tr("Waiting to be sent"), Icon::CloudUp, Tone::Info});
        chip->setObjectName(QStringLiteral("stepWaiting"));
        words->addWidget(chip, 0, Qt::AlignLeading);
    }
    if (!line.text.isEmpty())
        words->addWidget(passage("stepText", TextRole::Body, line.text));
    if (line.reply.isEmpty())
        return;
    m_toggle = new Button(theme, ButtonKind::Ghost, tr("Show the reply"));
    m_toggle->setObjectName(QStringLiteral("replyToggle"));
    m_toggle->setAutoDefault(true);
    m_toggle->setProperty("flush", true);
    words->addWidget(m_toggle, 0, Qt::AlignLeading);
    m_reply = passage("replyText", TextRole::Secondary, line.reply);
    m_reply->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reply->hide();
    words->addWidget(m_reply);
    connect(m_toggle, &QPushButton::clicked, this, &TimelineEntry::toggleReply);
}

void TimelineEntry::toggleReply()
{
    const bool show = m_reply->isHidden();
    m_reply->setVisible(show);
    m_toggle->setText(show ? tr("Hide the reply") : tr("Show the reply"));
    m_toggle->setAccessibleName(m_toggle->text());
}

void TimelineEntry::paintEvent(QPaintEvent *)
{
    if (m_last)
        return;
    const int mark = m_theme.scaled(iconsize::medium);
    const QRect line(mark / 2, mark + space::small, 1, height() - mark - 2 * space::small);
    QPainter painter(this);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), line), m_theme.tokens().border);
}

} // namespace tawasul

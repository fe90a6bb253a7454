// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/recordlist.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "ui/shared/button.h"
#include "ui/shared/card.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/statuschip.h"
#include "ui/theme/metrics.h"

#include <algorithm>
#include <cstdlib>

namespace tawasul {

namespace {

constexpr std::size_t kAtOnce = 60;

}

RecordList::RecordList(const Theme &theme, const BoardWords &words, const QString &title,
                       const QString &nothing, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(words)
    , m_most(kAtOnce)
    , m_count(new PlainLabel(TextRole::Secondary))
    , m_more(new Button(theme, ButtonKind::Ghost, tr("Show more")))
    , m_lines(new QVBoxLayout)
    , m_empty(new EmptyState(theme, {Icon::ClipboardList, nothing, {}, {}, Ink::Text3}))
{
    setAccessibleName(rawText(title));
    auto *close = new IconButton(theme, Icon::X, tr("Close (%1)").arg(isolateId(u"Esc")));
    close->setObjectName(QStringLiteral("closeRecords"));
    connect(close, &QToolButton::clicked, this, &RecordList::closeRequested);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::wide, space::medium, space::wide, 0);
    head->addWidget(new PlainLabel(TextRole::Section, title), 1);
    head->addWidget(close);
    auto *body = new QWidget;
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(space::wide, 0, space::wide, space::medium);
    rows->addLayout(m_lines);
    rows->addWidget(m_empty);
    rows->addWidget(makeEnd());
    rows->addStretch(1);
    m_lines->setSpacing(0);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::snug);
    column->addLayout(head);
    column->addWidget(scroll, 1);
}

QWidget *RecordList::makeEnd()
{
    m_count->setObjectName(QStringLiteral("recordCount"));
    m_more->setObjectName(QStringLiteral("moreRecords"));
    m_count->hide();
    m_more->hide();
    auto *end = new QWidget;
    auto *row = new QHBoxLayout(end);
    row->setContentsMargins(0, space::medium, 0, 0);
    row->addWidget(m_count, 1);
    row->addWidget(m_more);
    connect(m_more, &QPushButton::clicked, this, &RecordList::showMore);
    return end;
}

void RecordList::present(std::vector<RecordLine> lines)
{
    m_all = std::move(lines);
    fill();
}

void RecordList::showMore()
{
    const qsizetype before = stepButtons().size();
    m_most += kAtOnce;
    fill();
    // On to the first of those that came.
    const QList<Button *> steps = stepButtons();
    if (before < steps.size())
        steps.at(before)->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void RecordList::fill()
{
    const std::size_t count = std::min(m_all.size(), m_most);
    QStringList shown;
    for (std::size_t i = 0; i < count; ++i) {
        const RecordLine &line = m_all[i];
        shown << line.text << line.detail << line.note << line.state.word;
        for (const RecordLine::Step &step : line.steps)
            shown << step.word;
    }
    m_empty->setVisible(m_all.empty());
    const bool isMore = count < m_all.size();
    //: Of a list: %1 how many lines are shown, %2 how many there are
    m_count->setText(
        tr("The first %1 of %2")
            .arg(m_words.number(static_cast<int>(count)), m_words.number(static_cast<int>(m_all.size()))));
    m_count->setVisible(isMore);
    m_more->setVisible(isMore);
    if (shown == m_shown)
        return;
    m_shown = shown;
    const Focus before = focusNow();
    while (QLayoutItem *old = m_lines->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (std::size_t i = 0; i < count; ++i) {
        QWidget *place = makeLine(m_all[i]);
        m_lines->addWidget(place);
        place->show(); // now and not by the layout, or its buttons could not take the keyboard
        m_lines->addWidget(makeRule(this));
    }
    focusAgain(before);
}

QList<Button *> RecordList::stepButtons() const
{
    return findChildren<Button *>(QStringLiteral("recordStep"));
}

RecordList::Focus RecordList::focusNow() const
{
    const QList<Button *> steps = stepButtons();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps.at(i)->hasFocus())
            return {steps.at(i)->accessibleName(), i, m_lines->count()};
    }
    return {};
}

// To the same button; where its word changed, to the one in its place, unless lines came or went: then that
// one may be of another thing.
void RecordList::focusAgain(const Focus &before)
{
    if (before.name.isEmpty())
        return;
    const QList<Button *> steps = stepButtons();
    Button *best = nullptr;
    qsizetype nearest = 0;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const qsizetype far = std::abs(i - before.place);
        if (steps.at(i)->accessibleName() == before.name && (!best || far < nearest)) {
            best = steps.at(i);
            nearest = far;
        }
    }
    if (!best && m_lines->count() == before.lines)
        best = steps.value(before.place);
    if (best)
        best->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

QWidget *RecordList::makeLine(const RecordLine &line)
{
    auto *place = new QWidget;
    place->setObjectName(QStringLiteral("record"));
    auto *text = new PlainLabel(TextRole::Value, line.text);
    text->setObjectName(QStringLiteral("recordText"));
    auto *detail = new PlainLabel(TextRole::Secondary, line.detail);
    auto *note = new PlainLabel(TextRole::Secondary, line.note);
    note->setObjectName(QStringLiteral("recordNote"));
    note->setTone(Tone::Warning);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::snug);
    head->addWidget(text, 1);
    head->addWidget(new StatusChip(m_theme, line.state), 0, Qt::AlignTop);
    // Only the heading stands beside the chip: sentences need the width.
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    words->addLayout(head);
    for (PlainLabel *label : {detail, note}) {
        if (label->text().isEmpty())
            label->hide();
        words->addWidget(label);
    }
    for (PlainLabel *label : {text, detail, note})
        label->setWordWrap(true);
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, space::medium, 0, space::medium);
    column->setSpacing(space::tiny);
    column->addLayout(words);
    if (line.steps.empty())
        return place;
    // Under the words, too: several stand beside each other.
    auto *row = new QHBoxLayout;
    row->setSpacing(space::snug);
    column->addLayout(row);
    row->addStretch(1);
    for (const RecordLine::Step &step : line.steps) {
        auto *button = new Button(m_theme, ButtonKind::Ghost, step.word);
        button->setObjectName(QStringLiteral("recordStep"));
        //: What pressing a button does, and to what: %1 the button, %2 the thing
        button->setAccessibleName(rawText(tr("%1: %2").arg(step.word, line.text)));
        connect(button, &QPushButton::clicked, this, step.take);
        row->addWidget(button);
    }
    return place;
}

void RecordList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace tawasul

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

namespace tawasul {

namespace {

constexpr std::size_t kMost = 60;

}

RecordList::RecordList(const Theme &theme, const QString &title, const QString &nothing, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
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

void RecordList::present(std::vector<RecordLine> lines)
{
    lines.resize(std::min(lines.size(), kMost));
    QStringList shown;
    for (const RecordLine &line : lines) {
        shown << line.text << line.detail << line.note << line.state.word;
        for (const RecordLine::Step &step : line.steps)
            shown << step.word;
    }
    m_empty->setVisible(lines.empty());
    if (shown == m_shown)
        return;
    m_shown = shown;
    while (QLayoutItem *old = m_lines->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const RecordLine &line : lines) {
        QWidget *place = makeLine(line);
        m_lines->addWidget(place);
        place->show(); // now and not by the layout, or its buttons could not take the keyboard
        m_lines->addWidget(makeRule(this));
    }
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
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    for (PlainLabel *label : {text, detail, note}) {
        label->setWordWrap(true);
        if (label->text().isEmpty())
            label->hide();
        words->addWidget(label);
    }
    auto *head = new QHBoxLayout;
    head->setSpacing(space::snug);
    head->addLayout(words, 1);
    head->addWidget(new StatusChip(m_theme, line.state), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, space::medium, 0, space::medium);
    column->setSpacing(space::tiny);
    column->addLayout(head);
    if (line.steps.empty())
        return place;
    // Under the words: several stand beside each other, and the words need the width.
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

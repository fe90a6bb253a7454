// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/emptystate.h"

#include <QtWidgets/QVBoxLayout>

#include "ui/shared/button.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/plainlabel.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kLineWidth = 420;

PlainLabel *centred(TextRole role, const QString &text)
{
    auto *label = new PlainLabel(role, text);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

EmptyState::EmptyState(const Theme &theme, const EmptyWords &words, QWidget *parent)
    : QWidget(parent)
{
    auto *middle = new QWidget(this);
    middle->setMaximumWidth(kLineWidth);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::broad, space::huge, space::broad, space::huge);
    row->addWidget(middle);

    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::snug);
    column->addStretch(1);
    column->addWidget(new IconMark(theme, words.icon, words.ink, iconsize::picture), 0, Qt::AlignHCenter);
    column->addSpacing(space::tiny);
    column->addWidget(centred(TextRole::Section, words.sentence));
    if (!words.reason.isEmpty())
        column->addWidget(centred(TextRole::Secondary, words.reason));
    if (!words.action.isEmpty()) {
        auto *button = new Button(theme, ButtonKind::Secondary, words.action);
        button->setObjectName(QStringLiteral("emptyAction"));
        connect(button, &QPushButton::clicked, this, &EmptyState::actionChosen);
        column->addSpacing(space::tiny);
        column->addWidget(button, 0, Qt::AlignHCenter);
    }
    column->addStretch(1);
}

} // namespace tawasul

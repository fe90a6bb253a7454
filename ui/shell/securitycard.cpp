// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/securitycard.h"

#include <QtWidgets/QGridLayout>

#include "ui/shared/iconmark.h"
#include "ui/shared/plainlabel.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kWidth = 380;

}

SecurityCard::SecurityCard(const Theme &theme, const SecurityStatus &status, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("securityCard"));
    setAccessibleName(tr("Security status"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::medium, space::snug, space::medium, space::snug);
    grid->setHorizontalSpacing(space::medium);
    grid->setVerticalSpacing(space::snug);
    auto *sentence = new PlainLabel(TextRole::Value, securitySentence(status));
    sentence->setObjectName(QStringLiteral("securitySentence"));
    sentence->setWordWrap(true);
    sentence->setFixedWidth(theme.scaled(kWidth));
    grid->addWidget(sentence, 0, 0, 1, 3);
    int row = 1;
    for (const SecurityLine &line : securityLines(status)) {
        const Tone tone = line.isReached ? Tone::Success : Tone::Warning;
        auto *standing = new PlainLabel(TextRole::Value, line.standing);
        standing->setTone(tone);
        auto *what = new PlainLabel(TextRole::Secondary, line.what);
        what->setWordWrap(true);
        grid->addWidget(new IconMark(theme, line.isReached ? Icon::ShieldCheck : Icon::AlertTriangle,
                                     inkOf(tone), iconsize::medium),
                        row, 0, Qt::AlignTop);
        grid->addWidget(what, row, 1);
        grid->addWidget(standing, row, 2, Qt::AlignTop);
        ++row;
    }
    grid->setColumnStretch(1, 1);
}

} // namespace tawasul

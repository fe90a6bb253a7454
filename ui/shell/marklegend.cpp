// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/marklegend.h"

#include <QtWidgets/QGridLayout>

#include "ui/shared/iconmark.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rowmarks.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kMeaningWidth = 320;

}

MarkLegend::MarkLegend(const Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("markLegend"));
    setAccessibleName(tr("Marks in the list"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::medium, space::snug, space::medium, space::snug);
    grid->setHorizontalSpacing(space::snug);
    grid->setVerticalSpacing(space::snug);
    int row = 0;
    for (const RowMark &mark : allRowMarks()) {
        auto *meaning = new PlainLabel(TextRole::Secondary, mark.meaning);
        meaning->setWordWrap(true);
        meaning->setFixedWidth(kMeaningWidth);
        grid->addWidget(new IconMark(theme, *mark.look.icon, inkOf(mark.look.tone), iconsize::medium), row, 0,
                        Qt::AlignTop);
        grid->addWidget(new PlainLabel(TextRole::Value, mark.look.word), row, 1, Qt::AlignTop);
        grid->addWidget(meaning, row, 2);
        ++row;
    }
}

} // namespace tawasul

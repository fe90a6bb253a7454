// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include <QtCore/QVariant>
#include <QtWidgets/QHBoxLayout>

#include "models/arabic/tooltip.h"
#include "ui/shared/brandmark.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/statuschip.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/usermenu.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kBrand = 36;
constexpr int kSearch = 440;

} // namespace

TopBar::TopBar(const Theme &theme, DisplayLocale locale, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_search(new SearchField(theme))
    , m_link(new StatusChip(theme, {}))
    , m_user(new UserMenu(theme, locale))
{
    setObjectName(QStringLiteral("topBar"));
    setProperty("bar", QStringLiteral("top"));
    m_link->setObjectName(QStringLiteral("linkChip"));
    m_link->hide();

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    //: The product's short name in the top bar
    words->addWidget(new PlainLabel(TextRole::Section, tr("Tawasul")));
    //: Under the product's name: what is done with it
    words->addWidget(new PlainLabel(TextRole::Secondary, tr("Request processing")));
    words->addStretch(1);
    // The ends take the same share, so that the field between them stands in the middle.
    auto *start = new QHBoxLayout;
    start->setSpacing(space::medium);
    start->addWidget(new BrandMark(kBrand));
    start->addLayout(words);
    start->addStretch(1);
    auto *end = new QHBoxLayout;
    end->setSpacing(space::medium);
    end->addStretch(1);
    end->addWidget(m_link);
    end->addWidget(m_user);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, 0, space::wide, 0);
    row->setSpacing(space::wide);
    row->addLayout(start, 1);
    row->addWidget(m_search);
    row->addLayout(end, 1);
    fit();
    connect(&m_theme, &Theme::changed, this, &TopBar::fit);
}

void TopBar::setLink(const LinkLook &look)
{
    m_link->setVisible(look.isLoud());
    m_link->setLook({look.word, look.icon, look.tone});
    m_link->setToolTip(plainTooltip(rawText(look.sentence)));
}

void TopBar::fit()
{
    setFixedHeight(m_theme.scaled(height::topBar));
    m_search->setFixedWidth(m_theme.scaled(kSearch));
}

} // namespace tawasul

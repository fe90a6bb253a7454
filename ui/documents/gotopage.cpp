// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/gotopage.h"

#include <QtWidgets/QHBoxLayout>

#include "models/arabic/digits.h"
#include "ui/documents/pagerange.h"
#include "ui/shared/button.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/textfield.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kFieldWidth = 72;

}

GoToPage::GoToPage(const Theme &theme, DisplayLocale locale, int pages, QWidget *parent)
    : Popover(tr("Go to page"), parent)
    , m_pages(pages)
    , m_number(new TextField)
{
    setObjectName(QStringLiteral("goToPage"));
    auto *label = new PlainLabel(TextRole::Value, tr("Go to page"));
    label->setBuddy(m_number);
    m_number->setObjectName(QStringLiteral("goToNumber"));
    m_number->setAccessibleName(label->text());
    m_number->setFixedWidth(theme.scaled(kFieldWidth));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::snug);
    row->addWidget(m_number);
    row->addWidget(new PlainLabel(TextRole::Secondary,
                                  //: After the field with the number of a page
                                  tr("of %1").arg(localDigits(QString::number(pages), locale.digits))));
    auto *go = new Button(theme, ButtonKind::Secondary, tr("Go"));
    go->setObjectName(QStringLiteral("goToGo"));
    row->addWidget(go);
    column().addWidget(label);
    column().addLayout(row);
    connect(m_number, &QLineEdit::returnPressed, this, &GoToPage::choose);
    connect(go, &QPushButton::clicked, this, &GoToPage::choose);
    setFocusProxy(m_number);
    m_number->setFocus();
}

void GoToPage::choose()
{
    const auto range = pageRange(m_number->text(), m_pages);
    m_number->setInvalid(!range);
    if (!range)
        return m_number->selectAll();
    Q_EMIT pageChosen(range->first);
    close();
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/labelrow.h"

#include <QtWidgets/QHBoxLayout>

#include "models/arabic/digits.h"
#include "ui/shared/elidedlabel.h"
#include "ui/shared/iconbutton.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

LabelRow::LabelRow(const Theme &theme, DisplayLocale locale, const DocumentActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_locale(locale)
    , m_words(new ElidedLabel(TextRole::Secondary))
    , m_left(new PlainLabel(TextRole::Secondary))
{
    setObjectName(QStringLiteral("labelRow"));
    m_words->setObjectName(QStringLiteral("labelWords"));
    m_left->setObjectName(QStringLiteral("unlabelledCount"));
    auto *label = new IconButton(theme, &actions.of(DocumentActions::Kind::Label));
    label->setObjectName(QStringLiteral("labelButton"));
    auto *next = new IconButton(theme, &actions.of(DocumentActions::Kind::NextUnlabelled));
    next->setObjectName(QStringLiteral("nextUnlabelled"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::tiny);
    row->addWidget(label);
    row->addWidget(m_words, 1);
    row->addWidget(m_left);
    row->addWidget(next);
}

void LabelRow::present(const PageLabels &labels, int pages, const std::vector<DocumentChoice> &choices)
{
    const int left = unlabelledCount(labels, pages);
    m_words->setText(labels.empty() ? tr("No page is labelled")
                                    : labelsText(labels, choices, m_locale.digits));
    m_left->setText(left == 0
                        ? tr("All pages are labelled")
                        : localDigits(tr("%n page(s) without a label", nullptr, left), m_locale.digits));
    m_left->setVisible(!labels.empty());
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/descriptionview.h"

#include <QtWidgets/QVBoxLayout>

#include "ui/casefile/markedtext.h"
#include "ui/shared/button.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kFirstLines = 8;

}

DescriptionView::DescriptionView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_text(new MarkedText(theme, this))
    , m_whole(new Button(theme, ButtonKind::Ghost, {}, this))
{
    m_text->setObjectName(QStringLiteral("description"));
    m_text->setAccessibleName(tr("Description of the request"));
    m_whole->setObjectName(QStringLiteral("wholeDescription"));
    m_whole->setAutoDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addWidget(m_text);
    column->addWidget(m_whole, 0, Qt::AlignLeading);
    connect(m_whole, &QPushButton::clicked, this, &DescriptionView::toggle);
    connect(m_text, &MarkedText::fitted, this, &DescriptionView::offerWhole);
}

void DescriptionView::show(const QString &description, const std::vector<FoundIdentifier> &found)
{
    m_text->setLineLimit(kFirstLines);
    m_text->show(description, found);
    offerWhole();
}

void DescriptionView::toggle()
{
    m_text->setLineLimit(m_text->lineLimit() == 0 ? kFirstLines : 0);
    offerWhole();
}

void DescriptionView::offerWhole()
{
    const bool whole = m_text->lineLimit() == 0;
    m_whole->setVisible(whole || m_text->isCut());
    m_whole->setText(whole ? tr("Show less") : tr("Show the whole description"));
    m_whole->setAccessibleName(m_whole->text());
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/technicaldetails.h"

#include <QtWidgets/QVBoxLayout>

#include "models/arabic/digits.h"
#include "ui/casefile/factgrid.h"
#include "ui/shared/button.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/syncwords.h"

namespace tawasul {

TechnicalDetails::TechnicalDetails(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_toggle(new Button(theme, ButtonKind::Ghost, tr("Details")))
    , m_grid(new FactGrid)
{
    m_toggle->setObjectName(QStringLiteral("detailsToggle"));
    m_grid->setObjectName(QStringLiteral("technicalDetails"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_grid);
    connect(m_toggle, &QPushButton::clicked, this, [this] { turn(isHidden()); });
    turn(false);
}

void TechnicalDetails::turn(bool open)
{
    setVisible(open);
    const QString word = open ? tr("Hide the details") : tr("Details");
    m_toggle->setText(word);
    m_toggle->setAccessibleName(word);
    m_toggle->setGlyph(open ? Icon::ChevronUp : Icon::ChevronDown);
}

void TechnicalDetails::present(const OutboxItem &item, Instant now, DisplayLocale locale)
{
    const auto moment = [&](const std::optional<Instant> &at) {
        return at ? rawText(momentText(*at, now, locale)) : QString();
    };
    const QString code = item.lastError ? item.lastError->code : QString();
    std::vector<Fact> facts;
    const auto add = [&facts](const char *name, const QString &label, const QString &value, Reading reading) {
        if (!value.isEmpty())
            facts.push_back({QString::fromLatin1(name), label, value, reading, {}, std::nullopt, false, {}});
    };
    add("detailAct", tr("Act number"), item.act.id.text(), Reading::Identifier);
    add("detailCode", tr("Error code"), code, Reading::Identifier);
    add("detailTries", tr("Tries"), localDigits(QString::number(item.tries), locale.digits), Reading::Text);
    add("detailLastTry", tr("Last try"), moment(item.lastTryAt), Reading::Text);
    const auto same = [](const Fact &a, const Fact &b) { return a.name == b.name && a.value == b.value; };
    if (std::equal(facts.begin(), facts.end(), m_facts.begin(), m_facts.end(), same))
        return;
    m_facts = facts;
    m_grid->present({{tr("Technical details"), facts}});
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/comparison.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include "ui/shared/card.h"
#include "ui/shared/iconmark.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kLabelWidth = 132;

enum Column { Label, Mine, Theirs, Columns };

PlainLabel *wrapped(TextRole role, const QString &text)
{
    auto *label = new PlainLabel(role, text);
    label->setWordWrap(true);
    return label;
}

QLayout *stacked(std::initializer_list<QWidget *> parts)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    for (QWidget *part : parts) {
        if (part)
            column->addWidget(part);
    }
    column->addStretch(1);
    return column;
}

// A row of the grid for both versions of one field.
class FieldRow
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::Comparison)

public:
    FieldRow(const ConflictStory &story, const ComparedField &field)
        : m_story(story)
        , m_field(field)
    {
    }

    void addTo(QGridLayout &grid, int row) const
    {
        grid.addLayout(label(), row, Label);
        grid.addLayout(stacked({value(m_story.mine, m_field.mine, "mine_")}), row, Mine);
        grid.addLayout(stacked({value(m_story.theirs, m_field.theirs, "theirs_"), note()}), row, Theirs);
    }

private:
    [[nodiscard]] QLayout *label() const
    {
        const bool toldBefore = m_field.changed || (!m_field.base.isEmpty() && m_field.mine != m_field.base);
        return stacked(
            {wrapped(TextRole::Value, m_field.label),
             toldBefore ? wrapped(TextRole::Secondary, tr("Was: %1").arg(m_field.base)) : nullptr});
    }

    [[nodiscard]] QWidget *value(const VersionHead &version, const QString &text, const char *name) const
    {
        const QString object = QString(QLatin1StringView(name) % m_field.name);
        if (text.isEmpty()) {
            auto *none = wrapped(TextRole::Secondary, tr("None"));
            none->setObjectName(object);
            return none;
        }
        //: What is compared, and in which version
        auto *shown = new ValueLabel(tr("%1, %2").arg(m_field.label, version.title), text, m_field.reading);
        shown->setObjectName(object);
        return shown;
    }

    [[nodiscard]] QWidget *note() const
    {
        return m_field.changed ? wrapped(TextRole::Secondary, tr("Changed meanwhile")) : nullptr;
    }

    const ConflictStory &m_story;
    const ComparedField &m_field;
};

QLayout *makeHead(const Theme &theme, const VersionHead &head, Icon icon)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::snug);
    row->addWidget(new IconMark(theme, icon, Ink::Text2, iconsize::large), 0, Qt::AlignTop);
    row->addLayout(stacked({wrapped(TextRole::TableMain, head.title),
                            head.byline.isEmpty() ? nullptr : wrapped(TextRole::Secondary, head.byline)}),
                   1);
    return row;
}

} // namespace

Comparison::Comparison(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("comparison"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void Comparison::present(const ConflictStory &story)
{
    delete m_content;
    m_content = new QWidget(this);
    auto *grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::broad);
    grid->setVerticalSpacing(space::snug);
    grid->addLayout(makeHead(m_theme, story.mine, Icon::User), 0, Mine);
    grid->addLayout(makeHead(m_theme, story.theirs, Icon::Database), 0, Theirs);
    int row = 1;
    for (const ComparedField &field : story.fields) {
        grid->addWidget(makeRule(m_content), row++, Label, 1, Columns);
        FieldRow(story, field).addTo(*grid, row++);
    }
    grid->setColumnMinimumWidth(Label, m_theme.scaled(kLabelWidth));
    grid->setColumnStretch(Label, 2);
    grid->setColumnStretch(Mine, 5);
    grid->setColumnStretch(Theirs, 5);
    grid->setRowStretch(row, 1);
    layout()->addWidget(m_content);
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/labelpicker.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/digits.h"
#include "models/arabic/tooltip.h"
#include "ui/shared/button.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/textfield.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kWidth = 320;
constexpr int kRangeWidth = 88;
constexpr int kMostRows = 6;

} // namespace

LabelPicker::LabelPicker(const Theme &theme, DisplayLocale locale, std::vector<DocumentChoice> choices,
                         int pages, QWidget *parent)
    : Popover(tr("What the pages show"), parent)
    , m_choices(std::move(choices))
    , m_pages(pages)
    , m_locale(locale)
    , m_range(new TextField)
    , m_list(new QListWidget)
{
    setObjectName(QStringLiteral("labelPicker"));
    setFixedWidth(theme.scaled(kWidth));
    auto *pagesLabel = new PlainLabel(TextRole::Value, tr("Pages"));
    m_range->setObjectName(QStringLiteral("labelRange"));
    m_range->setAccessibleName(pagesLabel->text());
    m_range->setFixedWidth(theme.scaled(kRangeWidth));
    auto *head = new QHBoxLayout;
    head->setSpacing(space::snug);
    head->addWidget(pagesLabel);
    head->addWidget(m_range);
    head->addStretch(1);
    auto *clear = new Button(theme, ButtonKind::Ghost, tr("Remove the labels"));
    clear->setObjectName(QStringLiteral("labelClear"));
    head->addWidget(clear);
    m_list->setObjectName(QStringLiteral("labelList"));
    m_list->setAccessibleName(tr("What the pages show"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->installEventFilter(this);
    fill();
    const int row = theme.scaled(height::filterChip);
    for (int index = 0; index < m_list->count(); ++index)
        m_list->item(index)->setSizeHint({0, row});
    // Half a row more tells that there is something to scroll to.
    m_list->setFixedHeight(row * std::min(m_list->count(), kMostRows)
                           + (m_list->count() > kMostRows ? row / 2 : 0));
    auto *hint =
        new PlainLabel(TextRole::Secondary, tr("Enter labels the pages; Space adds to their labels."));
    hint->setWordWrap(true);
    column().addLayout(head);
    column().addWidget(m_list);
    column().addWidget(hint);
    connect(clear, &QPushButton::clicked, this, [this] {
        if (const auto range = pageRange(m_range->text(), m_pages)) {
            Q_EMIT cleared({range->first, range->second, {}});
            close();
        }
    });
    connect(m_list, &QListWidget::itemActivated, this, [this] { say(false); });
    connect(m_range, &QLineEdit::returnPressed, this, [this] { say(false); });
    m_list->setFocus();
}

// Those that the service asks for come first; the numbers are keys.
void LabelPicker::fill()
{
    m_choices.push_back({QString(kNoDocument), labelWord({QString(kNoDocument)}, {}), true});
    std::stable_partition(m_choices.begin(), m_choices.end(),
                          [](const DocumentChoice &each) { return each.isRequired; });
    for (std::size_t index = 0; index < m_choices.size(); ++index) {
        const QString number =
            index < 9 ? QString(localDigits(QString::number(index + 1), m_locale.digits) % u"  ") : QString();
        auto *item = new QListWidgetItem(QString(number % m_choices[index].name), m_list);
        item->setData(Qt::AccessibleTextRole, rawText(m_choices[index].name));
        item->setToolTip(plainTooltip(m_choices[index].name));
    }
    m_list->setCurrentRow(0);
}

void LabelPicker::begin(int first, int last, const QStringList &documents)
{
    m_range->setText(rangeText(first, last, Digits::European));
    for (std::size_t index = 0; index < m_choices.size(); ++index) {
        QListWidgetItem *item = m_list->item(static_cast<int>(index));
        const bool shown = documents.contains(m_choices[index].code);
        QFont font = m_list->font();
        font.setWeight(shown ? QFont::DemiBold : QFont::Normal);
        item->setFont(font);
        if (shown && documents.front() == m_choices[index].code)
            m_list->setCurrentItem(item);
    }
}

std::optional<PageLabel> LabelPicker::chosen()
{
    const auto range = pageRange(m_range->text(), m_pages);
    m_range->setInvalid(!range);
    const int row = m_list->currentRow();
    if (!range || row < 0) {
        m_range->setFocus();
        m_range->selectAll();
        return std::nullopt;
    }
    return PageLabel{range->first, range->second, m_choices[static_cast<std::size_t>(row)].code};
}

void LabelPicker::say(bool besides)
{
    const std::optional<PageLabel> label = chosen();
    if (!label)
        return;
    if (besides)
        Q_EMIT alsoLabelled(*label);
    else
        Q_EMIT labelled(*label);
    close();
}

bool LabelPicker::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (key.key() == Qt::Key_Space) {
        say(true);
        return true;
    }
    const QString digit = asciiDigits(key.text());
    const int row = digit.size() == 1 ? digit.front().digitValue() - 1 : -1;
    if (row < 0 || row >= m_list->count())
        return false;
    m_list->setCurrentRow(row);
    return true;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/worklistbar.h"

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>

#include "models/arabic/digits.h"
#include "ui/shared/busymark.h"
#include "ui/shared/casewords.h"
#include "ui/shared/countedtext.h"
#include "ui/shared/filterchip.h"
#include "ui/shared/note.h"
#include "ui/shared/plainlabel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr std::array kChoosable{CaseStatus::New,       CaseStatus::InProgress,  CaseStatus::AwaitingExecution,
                                CaseStatus::Returned,  CaseStatus::Resubmitted, CaseStatus::Escalated,
                                CaseStatus::Completed, CaseStatus::Rejected};

constexpr int kBoxLetters = 9;
constexpr int kChipsInHead = 4; ///< after title, gap, count and progress

} // namespace

WorklistBar::WorklistBar(const Theme &theme, DisplayLocale locale, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_locale(locale)
    , m_chipRow(new QWidget)
    , m_count(new PlainLabel(TextRole::Secondary))
    , m_stale(new PlainLabel(TextRole::Secondary))
    , m_progress(new Note(new BusyMark(theme, iconsize::medium)))
    , m_group(new QButtonGroup(this))
    , m_chipBox(makeBox("chipBox", tr("Quick filter")))
    , m_ownership(makeBox("ownershipBox", tr("Assignment")))
    , m_section(makeBox("sectionBox", tr("Section")))
    , m_status(makeBox("statusBox", tr("Status")))
{
    m_count->setObjectName(QStringLiteral("worklistCount"));
    m_stale->setObjectName(QStringLiteral("worklistStale"));
    m_stale->setTone(Tone::Warning);
    m_progress->setObjectName(QStringLiteral("worklistProgress"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::snug, space::wide, space::snug);
    column->setSpacing(space::snug);
    m_chipRow->setLayout(makeChips());
    m_chipRow->layout()->setContentsMargins(0, 0, 0, 0);
    m_head = makeHead();
    column->addLayout(m_head);
    column->addWidget(m_chipRow);
    column->addLayout(makeFacts());
    setRole(Role::Officer);
    fillStatuses();
    m_section->addItem(tr("All sections"), QString());
    setCompact(false);
    setShown(std::nullopt);
    setStaleness({});
}

QHBoxLayout *WorklistBar::makeHead()
{
    auto *title = new PlainLabel(TextRole::PageTitle, tr("Worklist"));
    title->setObjectName(QStringLiteral("worklistTitle"));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::snug);
    row->addWidget(title);
    row->addSpacing(space::tiny);
    row->addWidget(m_count);
    row->addWidget(m_progress, 0, Qt::AlignVCenter);
    row->addStretch(1);
    for (QComboBox *box : {m_ownership, m_section, m_status})
        row->addWidget(box);
    return row;
}

QLayout *WorklistBar::makeFacts()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::wide);
    row->addWidget(m_stale);
    row->addStretch(1);
    return row;
}

QLayout *WorklistBar::makeChips()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::snug);
    for (const WorklistChip chip : kWorklistChips) {
        const auto index = static_cast<std::size_t>(chip);
        m_chips[index] = new FilterChip(chipWord(chip));
        m_chips[index]->setObjectName(QStringLiteral("chip%1").arg(index));
        m_group->addButton(m_chips[index], static_cast<int>(index));
        m_chipBox->addItem(chipWord(chip));
        row->addWidget(m_chips[index]);
    }
    row->addWidget(m_chipBox, 1);
    row->addStretch(0);
    m_chips.front()->setChecked(true);
    const auto chosen = [this](int index) {
        chooseChip(index);
        Q_EMIT filterChosen();
    };
    connect(m_group, &QButtonGroup::idClicked, this, chosen);
    connect(m_chipBox, &QComboBox::activated, this, chosen);
    for (QComboBox *box : {m_ownership, m_section, m_status})
        connect(box, &QComboBox::activated, this, &WorklistBar::filterChosen);
    return row;
}

QComboBox *WorklistBar::makeBox(const char *name, const QString &spoken)
{
    auto *box = new QComboBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(spoken);
    // As wide as what is chosen usually says; long names of sections are seen whole in the list.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kBoxLetters);
    return box;
}

QString WorklistBar::chipWord(WorklistChip chip) const
{
    switch (chip) {
    case WorklistChip::AllOpen:
        return tr("All", "requests");
    case WorklistChip::Overdue:
        return tr("Overdue");
    case WorklistChip::EndingToday:
        return tr("Due today");
    case WorklistChip::ReturnedToMe:
        //: Requests whose applicant has sent what was missing
        return tr("Completions arrived");
    case WorklistChip::AwaitingExecution:
        return tr("Awaiting execution");
    }
    return {};
}

void WorklistBar::chooseChip(int index)
{
    m_chips[static_cast<std::size_t>(index)]->setChecked(true);
    m_chipBox->setCurrentIndex(index);
}

void WorklistBar::fillStatuses()
{
    m_status->addItem(tr("All statuses"));
    for (const CaseStatus status : kChoosable)
        m_status->addItem(statusLook(status, {}).word, static_cast<int>(status));
}

void WorklistBar::setRole(Role role)
{
    const int chosen = std::max(0, m_ownership->currentIndex());
    m_ownership->clear();
    m_ownership->addItem(tr("All requests"));
    m_ownership->addItem(role == Role::Officer ? tr("Assigned to me") : tr("Assigned"));
    m_ownership->addItem(tr("Unassigned"));
    m_ownership->setCurrentIndex(chosen);
}

void WorklistBar::setSections(const std::vector<std::pair<QString, QString>> &sections)
{
    if (sections == m_sections)
        return; // every snapshot says them again, and a box that is open must not change
    m_sections = sections;
    const QString chosen = m_section->currentData().toString();
    const QString chosenName = m_section->currentText();
    m_section->clear();
    m_section->addItem(tr("All sections"), QString());
    for (const auto &[code, name] : sections)
        m_section->addItem(name, code);
    // The chosen one stays, also when its last case has gone: nothing is filtered differently by itself.
    if (!chosen.isEmpty() && m_section->findData(chosen) < 0)
        m_section->addItem(chosenName, chosen);
    m_section->setCurrentIndex(std::max(0, m_section->findData(chosen)));
    m_section->setVisible(offersSections());
}

bool WorklistBar::offersSections() const
{
    constexpr int kAllAndTwo = 3;
    return !m_compact && m_section->count() >= kAllAndTwo;
}

WorklistFilter WorklistBar::filter() const
{
    WorklistFilter filter;
    filter.chip = static_cast<WorklistChip>(m_group->checkedId());
    filter.section = m_section->currentData().toString();
    if (const QVariant status = m_status->currentData(); status.isValid())
        filter.status = static_cast<CaseStatus>(status.toInt());
    filter.ownership = static_cast<Ownership>(m_ownership->currentIndex());
    return filter;
}

void WorklistBar::clear()
{
    chooseChip(0);
    for (QComboBox *box : {m_ownership, m_section, m_status})
        box->setCurrentIndex(0);
}

void WorklistBar::setCounts(const WorklistCounts &counts)
{
    for (const WorklistChip chip : kWorklistChips) {
        const auto index = static_cast<std::size_t>(chip);
        const QString shown = groupedNumber(counts.of(chip), m_locale.digits);
        m_chips[index]->setCount(shown);
        m_chipBox->setItemText(static_cast<int>(index), m_chips[index]->text());
    }
    placeChips();
}

void WorklistBar::setCompact(bool compact)
{
    m_compact = compact;
    for (FilterChip *chip : m_chips)
        chip->setVisible(!compact);
    m_chipBox->setVisible(compact);
    // The box fills its row, chips do not.
    auto *row = static_cast<QHBoxLayout *>(m_chipRow->layout());
    row->setStretch(row->count() - 1, compact ? 0 : 1);
    m_ownership->setVisible(!compact);
    m_status->setVisible(!compact);
    m_section->setVisible(offersSections());
    placeChips();
}

// Beside the title when there is room for both: every line saved here is a row of the list.
void WorklistBar::placeChips()
{
    const bool inHead = m_head->indexOf(m_chipRow) >= 0;
    const int taken = inHead ? 0 : m_chipRow->sizeHint().width() + m_head->spacing();
    const bool fits =
        !m_compact && m_head->sizeHint().width() + taken <= contentsRect().width() - 2 * space::wide;
    if (fits == inHead)
        return;
    auto *column = static_cast<QVBoxLayout *>(layout());
    if (fits) {
        column->removeWidget(m_chipRow);
        m_head->insertWidget(kChipsInHead, m_chipRow);
    } else {
        m_head->removeWidget(m_chipRow);
        column->insertWidget(1, m_chipRow);
    }
}

void WorklistBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeChips();
}

bool WorklistBar::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    // Something in it became wider or narrower: a box appeared, a number grew, the text size changed.
    if (event->type() == QEvent::LayoutRequest)
        placeChips();
    return done;
}

void WorklistBar::setShown(std::optional<int> rows)
{
    m_count->setText(rows ? countedText(tr("%n request(s)", "in the list", *rows), *rows, m_locale.digits)
                          : QString());
}

void WorklistBar::setStaleness(const QString &sentence)
{
    m_stale->setText(sentence);
    m_stale->setVisible(!sentence.isEmpty());
}

void WorklistBar::setProgress(const QString &sentence)
{
    m_progress->say(sentence);
    // In its place: nothing moves, and while rows are still coming their number is not the last word.
    m_count->setVisible(sentence.isEmpty());
    placeChips();
}

} // namespace tawasul

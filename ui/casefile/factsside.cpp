// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/factsside.h"

#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <set>

#include "models/arabic/bidi.h"
#include "models/arabic/digits.h"
#include "ui/casefile/attachmentlist.h"
#include "ui/casefile/casefacts.h"
#include "ui/casefile/checkrow.h"
#include "ui/casefile/descriptionview.h"
#include "ui/casefile/factgrid.h"
#include "ui/casefile/historylines.h"
#include "ui/casefile/timeline.h"
#include "ui/shared/button.h"
#include "ui/shared/card.h"
#include "ui/shared/plainlabel.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr std::size_t kChecks = 3;

std::set<ActId> unsentActs(const std::vector<OutboxItem> &pending)
{
    std::set<ActId> acts;
    for (const OutboxItem &item : pending) {
        if (item.state == OutboxState::Waiting || item.state == OutboxState::Sending)
            acts.insert(item.act.id);
    }
    return acts;
}

} // namespace

FactsSide::FactsSide(const Theme &theme, DisplayLocale locale, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_locale(locale)
    , m_description(new DescriptionView(theme))
    , m_noDescription(new PlainLabel(TextRole::Secondary, tr("The applicant wrote no description.")))
    , m_attachments(new AttachmentList(theme))
    , m_noAttachments(new PlainLabel(TextRole::Secondary, tr("No attachments")))
    , m_facts(new FactGrid)
    , m_history(new Timeline(theme))
{
    setObjectName(QStringLiteral("factsSide"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    m_column = new QVBoxLayout(page);
    // Away from the scroll bar, which stands at the end.
    m_column->setContentsMargins(margins(space::hair, 0, space::snug, space::hair, layoutDirection()));
    m_column->setSpacing(space::snug);
    addHead(tr("Description of the request"));
    m_noDescription->setObjectName(QStringLiteral("noDescription"));
    m_column->addWidget(m_description);
    m_column->addWidget(m_noDescription);
    addHead(tr("Preliminary checks"));
    for (std::size_t each = 0; each < kChecks; ++each) {
        auto *row = new CheckRow(theme);
        connect(row, &CheckRow::returnRequested, this, &FactsSide::returnRequested);
        if (each > 0)
            m_column->addSpacing(space::tiny);
        m_column->addWidget(row);
        m_checks.push_back(row);
    }
    m_attachmentsHead = addHead(tr("Attachments"));
    m_attachmentsHead->setObjectName(QStringLiteral("attachmentsHead"));
    m_noAttachments->setObjectName(QStringLiteral("noAttachments"));
    m_column->addWidget(m_attachments);
    m_column->addWidget(m_noAttachments);
    m_column->addSpacing(space::wide);
    m_column->addWidget(makeRule(page));
    m_column->addSpacing(space::snug);
    m_column->addWidget(m_facts);
    m_historyHead = addHead(tr("History"));
    m_column->addWidget(m_history);
    m_column->addStretch(1);
    setWidget(page);
    connect(m_history, &Timeline::grown, this, &FactsSide::orderTabs);
}

PlainLabel *FactsSide::addHead(const QString &text)
{
    if (m_column->count() > 0) {
        m_column->addSpacing(space::snug);
        m_column->addWidget(makeRule(this));
        m_column->addSpacing(space::tiny);
    }
    auto *head = new PlainLabel(TextRole::TableMain, text);
    m_column->addWidget(head);
    return head;
}

void FactsSide::present(const OpenedCase &opened, const Prechecks &checks, bool mayReturn)
{
    const Case &shown = opened.shown;
    const Reference &reference = *opened.reference;
    m_description->present(shown.description, checks.identifier.found);
    const bool described = !withoutControls(shown.description).trimmed().isEmpty();
    m_description->setVisible(described);
    m_noDescription->setVisible(!described);
    presentChecks(checks, reference, mayReturn);
    const int files = static_cast<int>(shown.attachments.size());
    m_attachmentsHead->setText(
        files == 0 ? tr("Attachments")
                   : tr("Attachments (%1)").arg(localDigits(QString::number(files), m_locale.digits)));
    m_attachments->present(shown.attachments, reference, m_locale);
    m_attachments->setVisible(files > 0);
    m_noAttachments->setVisible(files == 0);
    m_facts->present(caseFacts(shown, reference, m_locale));
    m_history->present(
        historyLines(shown, {unsentActs(opened.pending), opened.receipts}, reference, m_locale));
    orderTabs();
}

void FactsSide::presentChecks(const Prechecks &checks, const Reference &reference, bool mayReturn)
{
    const std::vector<CheckLine> lines = checkLines(checks, reference, m_locale);
    for (std::size_t index = 0; index < m_checks.size() && index < lines.size(); ++index)
        m_checks[index]->present(lines[index], mayReturn);
}

void FactsSide::orderTabs()
{
    // Facts and steps are made anew for each case and would come last.
    QWidget *last = m_attachments;
    for (const QWidget *part : std::initializer_list<QWidget *>{m_facts, m_history}) {
        const QList<QWidget *> widgets = part->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if ((widget->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            setTabOrder(last, widget);
            last = widget;
        }
    }
}

void FactsSide::goTo(Part part)
{
    QWidget *target = nullptr;
    switch (part) {
    case Part::Description:
        target = m_description->isHidden()
            ? static_cast<QWidget *>(m_noDescription)
            : m_description->findChild<QWidget *>(QStringLiteral("description"));
        break;
    case Part::Attachments:
        target = m_attachments->isHidden() ? static_cast<QWidget *>(m_noAttachments) : m_attachments;
        break;
    case Part::Facts:
        target = m_facts;
        break;
    case Part::History:
        target = m_history;
        break;
    }
    const int top = target->mapTo(widget(), QPoint(0, 0)).y();
    verticalScrollBar()->setValue(top - space::huge);
    if (target->focusPolicy() != Qt::NoFocus)
        target->setFocus(Qt::ShortcutFocusReason);
}

void FactsSide::scrollToTop()
{
    verticalScrollBar()->setValue(0);
}

QWidget *FactsSide::firstAnswer() const
{
    for (const CheckRow *row : m_checks) {
        if (!row->answer().isHidden())
            return &row->answer();
    }
    return nullptr;
}

} // namespace tawasul

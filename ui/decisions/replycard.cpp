// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/replycard.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "ui/decisions/replyedit.h"
#include "ui/shared/brandmark.h"
#include "ui/shared/card.h"
#include "ui/shared/plainlabel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kMark = 24;

// The words of the portal are the portal's, not ours: Arabic in either language of the program.
QString portalStatus(CaseStatus status, const Reference &reference)
{
    static const std::array kWords{
        std::pair{CaseStatus::New, "new"},
        std::pair{CaseStatus::InProgress, "in_progress"},
        std::pair{CaseStatus::AwaitingExecution, "awaiting_execution"},
        std::pair{CaseStatus::Returned, "returned"},
        std::pair{CaseStatus::Resubmitted, "resubmitted"},
        std::pair{CaseStatus::Escalated, "escalated"},
        std::pair{CaseStatus::Completed, "completed"},
        std::pair{CaseStatus::Rejected, "rejected"},
    };
    for (const auto &[known, word] : kWords) {
        if (known == status)
            return reference.portalStatuses.value(QString::fromLatin1(word)).ar;
    }
    return {};
}

} // namespace

ReplyCard::ReplyCard(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_number(new PlainLabel(TextRole::Caption))
    , m_status(new PlainLabel(TextRole::Caption))
    , m_edit(new ReplyEdit(theme))
{
    setObjectName(QStringLiteral("replyCard"));
    setProperty("phone", true);
    setLayoutDirection(Qt::RightToLeft);
    setMaximumWidth(kPhoneWidth);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_edit->setObjectName(QStringLiteral("reply"));
    m_edit->setAccessibleName(tr("Reply to the applicant"));
    m_number->setObjectName(QStringLiteral("replyNumber"));
    m_status->setObjectName(QStringLiteral("replyStatus"));
    auto *head = new QHBoxLayout;
    head->setSpacing(space::snug);
    // The reply keeps as much around its text for the cursor at a line's end.
    head->setContentsMargins(space::hair, 0, space::hair, 0);
    head->addWidget(new BrandMark(kMark));
    head->addWidget(m_number, 1);
    head->addWidget(m_status);
    auto *column = new QVBoxLayout(this);
    constexpr int kSide = space::medium - space::hair;
    column->setContentsMargins(kSide, space::medium, kSide, space::medium);
    column->setSpacing(space::snug);
    column->addLayout(head);
    column->addWidget(makeRule(this));
    column->addWidget(m_edit);
    setFocusProxy(m_edit);
    m_edit->installEventFilter(this);
}

void ReplyCard::present(const Case &theCase, CaseStatus after, const Reference &reference)
{
    m_number->setText(isolateId(theCase.number));
    m_status->setText(portalStatus(after, reference));
}

bool ReplyCard::eventFilter(QObject *watched, QEvent *event)
{
    // The text has no frame of its own: the card shows where the keyboard is.
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        setStyleProperty(*this, "focused", event->type() == QEvent::FocusIn);
    return QFrame::eventFilter(watched, event);
}

QSize ReplyCard::sizeHint() const
{
    return {kPhoneWidth, QFrame::sizeHint().height()};
}

} // namespace tawasul

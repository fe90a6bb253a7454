// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/attachmentlist.h"

#include <QtCore/QSignalBlocker>

#include "models/arabic/tooltip.h"
#include "ui/casefile/attachmentdelegate.h"
#include "ui/casefile/checklines.h"
#include "ui/documents/attachmentlook.h"
#include "ui/shared/casewords.h"
#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kMostRows = 4; ///< more than these scroll inside the list

}

AttachmentList::AttachmentList(const Theme &theme, QWidget *parent)
    : QListWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("attachmentList"));
    setAccessibleName(tr("Attachments"));
    setItemDelegate(new AttachmentDelegate(theme, this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *now) {
        if (now)
            Q_EMIT attachmentChosen(now->data(AttachmentDelegate::Sha256).toString());
    });
    connect(&m_theme, &Theme::changed, this, &AttachmentList::fit);
}

void AttachmentList::present(const std::vector<Attachment> &attachments, const Reference &reference,
                             DisplayLocale locale)
{
    const QSignalBlocker quiet(this);
    clear();
    for (const Attachment &attachment : attachments) {
        const AttachmentLook look = attachmentLook(attachment);
        const QString documents = attachment.documents.isEmpty()
            ? tr("content not declared")
            : documentNames(attachment.documents, reference, locale.language);
        const QString size = sizeText(attachment.size, locale.digits);
        auto *item = new QListWidgetItem(look.name, this);
        item->setData(AttachmentDelegate::Sha256, attachment.sha256);
        item->setData(AttachmentDelegate::Badge, look.extension);
        item->setData(AttachmentDelegate::Details, QString(size % u" · " % documents));
        item->setData(AttachmentDelegate::Glyph, static_cast<int>(look.icon));
        item->setData(AttachmentDelegate::Deceptive, look.deceptive);
        const QString warning = look.warning();
        const QString told =
            look.name % u'\n' % size % u" · " % documents % (warning.isEmpty() ? u"" : u"\n") % warning;
        item->setToolTip(plainTooltip(told));
        item->setData(Qt::AccessibleTextRole, rawText(told).replace(u'\n', u' '));
    }
    fit();
}

void AttachmentList::setCurrent(const QString &sha256)
{
    const QSignalBlocker quiet(this);
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(AttachmentDelegate::Sha256).toString() == sha256) {
            setCurrentRow(row);
            scrollToItem(item(row));
        }
    }
    viewport()->update();
}

QSize AttachmentList::sizeHint() const
{
    const int rows = std::clamp(count(), 1, kMostRows);
    // Half a row more tells that there is something to scroll to.
    const int row = m_theme.scaled(AttachmentDelegate::kRowHeight);
    return {row * rows, row * rows + (count() > kMostRows ? row / 2 : 0)};
}

QSize AttachmentList::minimumSizeHint() const
{
    return {m_theme.scaled(AttachmentDelegate::kRowHeight), sizeHint().height()};
}

void AttachmentList::fit()
{
    scheduleDelayedItemsLayout();
    updateGeometry();
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/thumbnailmodel.h"

#include "models/arabic/digits.h"
#include "models/arabic/tooltip.h"
#include "ui/shared/rawtext.h"

namespace tawasul {

ThumbnailModel::ThumbnailModel(DisplayLocale locale, QObject *parent)
    : QAbstractListModel(parent)
    , m_locale(locale)
{
}

void ThumbnailModel::reset(int pages)
{
    beginResetModel();
    m_pages = pages;
    m_pictures.clear();
    m_labels.clear();
    m_nearlyBlank.clear();
    endResetModel();
}

void ThumbnailModel::setPicture(int page, const QImage &picture)
{
    if (page < 0 || page >= m_pages)
        return;
    m_pictures.insert(page, picture);
    Q_EMIT dataChanged(index(page), index(page), {PictureRole});
}

void ThumbnailModel::dropPicture(int page)
{
    if (m_pictures.remove(page))
        Q_EMIT dataChanged(index(page), index(page), {PictureRole});
}

void ThumbnailModel::setLabels(const QHash<int, QString> &labels)
{
    if (labels == m_labels)
        return;
    m_labels = labels;
    if (m_pages > 0)
        Q_EMIT dataChanged(index(0), index(m_pages - 1),
                           {LabelRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

void ThumbnailModel::setNearlyBlank(const QSet<int> &pages)
{
    if (pages == m_nearlyBlank)
        return;
    m_nearlyBlank = pages;
    if (m_pages > 0)
        Q_EMIT dataChanged(index(0), index(m_pages - 1),
                           {NearlyBlankRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

int ThumbnailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_pages;
}

QVariant ThumbnailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int page = index.row();
    const QString number = localDigits(QString::number(page + 1), m_locale.digits);
    const QString label = m_labels.value(page);
    switch (role) {
    case Qt::DisplayRole:
        return number;
    case PictureRole:
        return m_pictures.value(page);
    case LabelRole:
        return label;
    case NearlyBlankRole:
        return m_nearlyBlank.contains(page);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        //: Read out: the number of a page and what it shows
        const QString words =
            label.isEmpty() ? tr("Page %1").arg(number) : tr("Page %1 – %2").arg(number, rawText(label));
        //: Read out: a page, and a remark about it
        const QString said = m_nearlyBlank.contains(page) ? tr("%1 – nearly blank").arg(words) : words;
        return role == Qt::ToolTipRole ? plainTooltip(said) : said;
    }
    default:
        return {};
    }
}

} // namespace tawasul

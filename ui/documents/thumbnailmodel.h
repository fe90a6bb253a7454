// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtGui/QImage>

#include "models/arabic/displaylocale.h"

namespace tawasul {

/// The pages of a document as small pictures, each with its number and what it shows; pictures come later.
class ThumbnailModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole {
        PictureRole = Qt::UserRole, ///< QImage; null while it is not here
        LabelRole,                  ///< what the page shows, in words; may be empty
        NearlyBlankRole,            ///< bool
    };

    explicit ThumbnailModel(DisplayLocale locale, QObject *parent = nullptr);

    /// Another document: so many pages, without pictures.
    void reset(int pages);
    void setPicture(int page, const QImage &picture);
    /// It will look otherwise: it is asked for anew.
    void dropPicture(int page);
    void setLabels(const QHash<int, QString> &labels);
    void setNearlyBlank(const QSet<int> &pages);

    [[nodiscard]] QList<int> pictures() const { return m_pictures.keys(); }
    [[nodiscard]] bool hasPicture(int page) const { return m_pictures.contains(page); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    DisplayLocale m_locale;
    int m_pages = 0;
    QHash<int, QImage> m_pictures;
    QHash<int, QString> m_labels;
    QSet<int> m_nearlyBlank;
};

} // namespace tawasul

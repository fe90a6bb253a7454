// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtWidgets/QListView>

#include "models/arabic/displaylocale.h"

namespace tawasul {

class Theme;
class ThumbnailModel;

/// A column of small pages beside the document. Only those in sight are asked for, once they rest.
class ThumbnailStrip : public QListView
{
    Q_OBJECT

public:
    ThumbnailStrip(const Theme &theme, DisplayLocale locale, QWidget *parent = nullptr);

    void reset(int pages);
    /// What has not come is not waited for; it is asked for anew when the strip is seen again.
    void stopWaiting();
    void setPicture(int page, const QImage &picture);
    /// All of them look otherwise now, as after a turn.
    void redraw(int first, int last);
    void setLabels(const QHash<int, QString> &labels);
    void setNearlyBlank(const QSet<int> &pages);
    /// The page that is read; does not tell.
    void setCurrent(int page);
    /// From first to last of the pages that are marked.
    [[nodiscard]] std::pair<int, int> marked() const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pageChosen(int page);
    /// Fitting into so many device pixels.
    void thumbnailWanted(int page, QSize devicePixels);
    /// It is far out of sight by now, and nobody waits for it.
    void thumbnailDropped(int page);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &now, const QModelIndex &before) override;

private:
    void wantThoseInSight();
    void dropThoseFar(int first, int last);
    void fit();

    const Theme &m_theme;
    ThumbnailModel *m_pages;
    QSet<int> m_asked;
    QTimer m_rest;
    bool m_quiet = false;
};

} // namespace tawasul

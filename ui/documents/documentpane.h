// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtGui/QImage>
#include <QtWidgets/QWidget>

#include <vector>

#include "models/arabic/displaylocale.h"
#include "models/domain/case.h"
#include "ui/documents/documentstate.h"
#include "ui/documents/pagecanvas.h"

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

namespace tawasul {

class DocumentBar;
class DocumentCard;
class Theme;

/// Shows the files of a case page by page. It opens nothing itself: it asks for pages by signals and is given
/// pictures (invariant I9). Pages are counted from 0.
class DocumentPane : public QWidget
{
    Q_OBJECT

public:
    DocumentPane(const Theme &theme, DisplayLocale locale, QWidget *parent = nullptr);

    /// The files of a case; the first one is shown, or the one shown before if it is still among them.
    void setAttachments(const std::vector<Attachment> &attachments);
    void showAttachment(const QString &sha256);
    [[nodiscard]] QString shownAttachment() const;
    [[nodiscard]] int shownPage() const { return m_page; }

    /// What became of a file; kept also for files that are not shown now.
    void setState(const QString &sha256, const DocumentState &state);
    /// The size of a page in points, once it is known better than its state told it: where it differs, the
    /// page takes its own shape and its picture is asked for anew. Comes before the picture that told it.
    /// Nothing for a file that is not ready.
    void setPageSize(const QString &sha256, int page, QSizeF points);
    /// The picture of a page; one that nobody waits for any more is dropped.
    void setPage(const QString &sha256, int page, const QImage &picture);

    void turnPage(int step);
    void goToPage(int page);
    void turnAttachment(int step);
    void zoomStep(int step);
    /// A fit is for every document from here on; a zoom by hand is for the one that is shown.
    void setZoom(PageZoom zoom);
    void focusPage();

Q_SIGNALS:
    /// A file came into view: it wants to be opened, or downloaded.
    void attachmentShown(const QString &sha256);
    /// A page is wanted in exactly so many device pixels; asked again whenever the size changes.
    void pageWanted(const QString &sha256, int page, QSize devicePixels);
    /// Open or download it again.
    void retryRequested(const QString &sha256);

private:
    struct Picture
    {
        int page = -1;
        QImage image;
    };

    [[nodiscard]] const Attachment *shown() const;
    [[nodiscard]] const DocumentState &state() const;
    [[nodiscard]] int pageCount() const;
    void showCurrent();
    void wantPage();
    void wantNextPage();
    [[nodiscard]] QString pageName() const;
    void showBar();

    const Theme &m_theme;
    DisplayLocale m_locale;
    std::vector<Attachment> m_attachments;
    QHash<QString, DocumentState> m_states;
    int m_index = -1;
    int m_page = 0;
    PageZoom::Fit m_fit = PageZoom::Fit::Width; ///< as chosen last; documents begin with it
    QHash<QString, PageZoom> m_zooms;           ///< of documents zoomed by hand
    Picture m_next;                             ///< the page after the one shown, drawn ahead
    DocumentBar *m_bar;
    QStackedLayout *m_stack;
    PageCanvas *m_canvas;
    DocumentCard *m_card;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtGui/QImage>
#include <QtWidgets/QWidget>

#include <functional>
#include <vector>

#include "models/arabic/displaylocale.h"
#include "models/domain/case.h"
#include "models/domain/reading.h"
#include "models/preview/documentfacts.h"
#include "models/preview/pagehits.h"
#include "models/preview/secret.h"
#include "ui/documents/documentactions.h"
#include "ui/documents/documentstate.h"
#include "ui/documents/pagecanvas.h"
#include "ui/documents/pagerange.h"

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

namespace tawasul {

class DocumentBar;
class DocumentCard;
class DocumentSearch;
class FindBar;
class IconMark;
class LabelRow;
class Note;
class Strip;
class Theme;
class ThumbnailStrip;
class WaitingBox;

/// Shows the files of a case page by page. It opens nothing itself: it asks for pages by signals and is given
/// pictures (invariant I9). Pages are counted from 0.
class DocumentPane : public QWidget
{
    Q_OBJECT

public:
    DocumentPane(const Theme &theme, DisplayLocale locale, QWidget *parent = nullptr);

    /// The files of a case and how they were left; the first one is shown, or the one shown before if it is
    /// still among them. Of a file that was among them before, what is remembered here counts.
    void setAttachments(const std::vector<Attachment> &attachments, const DocumentReadings &readings = {});
    /// What pages can be labelled with, those that the service asks for first; none: there are no labels.
    void setChoices(const std::vector<DocumentChoice> &choices);
    void showAttachment(const QString &sha256);
    [[nodiscard]] QString shownAttachment() const;
    [[nodiscard]] int shownPage() const { return m_page; }
    /// Whether the page is in sight now.
    [[nodiscard]] bool isInSight(const QString &sha256, int page) const;
    [[nodiscard]] const DocumentReadings &readings() const { return m_readings; }

    /// What became of a file; kept also for files that are not shown now.
    void setState(const QString &sha256, const DocumentState &state);
    /// The size of a page in points, once it is known better than its state told it: where it differs, the
    /// page takes its own shape and its picture is asked for anew. Comes before the picture that told it.
    /// Nothing for a file that is not ready.
    void setPageSize(const QString &sha256, int page, QSizeF points);
    /// The picture of a page, turned by so many quarters as the reading says; one that is turned otherwise by
    /// now, or that nobody waits for any more, is dropped.
    void setPage(const QString &sha256, int page, const QImage &picture, int quarters = 0);
    /// One that nobody looked at did not come: it is asked for anew once somebody does.
    void pageMissed(const QString &sha256, int page);
    /// This page cannot be shown; the others can.
    void setPageFailed(const QString &sha256, int page, const Error &error);
    /// Upright as in the file.
    void setThumbnail(const QString &sha256, int page, const QImage &picture);
    /// Whether nobody would miss the page at first glance: it is marked, and shown like any other.
    void setNearlyBlank(const QString &sha256, int page, bool nearlyBlank);
    /// By how many quarters to the right a page has to be turned to stand upright, by what its picture shows.
    void setOrientation(const QString &sha256, int page, int quarters);
    /// What is written on a page that is in sight.
    void setText(const QString &sha256, int page, const PageText &text);
    /// It could not be read: it is asked for again when the page is looked at next.
    void textMissed(const QString &sha256, int page);
    /// Where those words are on a page; one that nobody waits for any more is dropped.
    void setHits(const QString &sha256, int page, const QString &words, const PageHits &hits);
    void hitsMissed(const QString &sha256, int page, const QString &words);
    /// What the file carries that could act elsewhere: shown beside it as long as the case is open.
    void setFindings(const QString &sha256, const DocumentFindings &findings);

    void turnPage(int step);
    void goToPage(int page);
    void turnAttachment(int step);
    void zoomStep(int step);
    /// A fit is for every document from here on; a zoom by hand is for the one that is shown.
    void setZoom(PageZoom zoom);
    void focusPage();
    /// The box of device pixels that a page of a file, turned by so many quarters, will be wanted in once its
    /// shape is known, as PageRequest takes it: a side of 0 follows from the shape.
    struct Box
    {
        QSize fitInto;
        double pixelsPerPoint = 1.0;
    };
    [[nodiscard]] Box openingBox(const QString &sha256, int quarters) const;
    /// For the pane around, whose parts have no search of their own.
    [[nodiscard]] QAction &findAction() const { return m_actions->of(DocumentActions::Kind::Find); }
    /// Asks for it to be printed; nothing while no page can be shown.
    void print();
    /// Whether the case may be returned for another copy of a file now.
    void setCopyAllowed(bool allowed);
    /// Whether this officer may print attachments: else nothing on screen offers it.
    void setPrintAllowed(bool allowed);
    /// Where it stands now, as its switch shows it.
    void setOwnWindow(bool own);
    /// No case is open: what was shown of the last one goes.
    void leave();

Q_SIGNALS:
    /// A file came into view: it wants to be opened, or downloaded.
    void attachmentShown(const QString &sha256);
    /// A page is wanted in exactly so many device pixels before it is turned as its reading says; asked again
    /// whenever the size or the turn changes.
    void pageWanted(const QString &sha256, int page, QSize devicePixels);
    /// Nobody looks at it any more, or at what is near it.
    void pageDropped(const QString &sha256, int page);
    /// All that is in sight is here, and the page after it: what is read next may be this file.
    void nextFileExpected(const QString &sha256);
    /// Larger than it is shown, for the magnifier; each call stands for the one before.
    void detailWanted(const QString &sha256, int page, QSize devicePixels);
    /// A small picture that fits into so many device pixels.
    void thumbnailWanted(const QString &sha256, int page, QSize devicePixels);
    /// It is far out of sight by now.
    void thumbnailDropped(const QString &sha256, int page);
    /// The document is out of sight: nothing of what was asked for and has not come is waited for.
    void waitingEnded();
    /// A page that could not be shown is tried again; it is wanted right after this.
    void pageRetryRequested(const QString &sha256, int page);
    /// Is the page nearly blank? Known in so many device pixels, upright; empty: in none yet.
    void blanknessWanted(const QString &sha256, int page, QSize devicePixels);
    /// How does the page lie? It is read, and too little is written on it to tell: a scan.
    void orientationWanted(const QString &sha256, int page);
    /// What is written on a page that is in sight?
    void textWanted(const QString &sha256, int page);
    /// Where are those words on the page? Asked for one page after the other.
    void hitsWanted(const QString &sha256, int page, const QString &words);
    /// Nobody waits for that any more.
    void hitsDropped();
    /// How a file is read has changed: it is to be remembered.
    void readingChanged(const QString &sha256, const tawasul::DocumentReading &reading);
    /// Other pages are labelled, or otherwise.
    void labelsChanged();
    /// Nobody wants to wait for it any longer: the file while it is opened, else the page that is read.
    void waitingGivenUp(const QString &sha256, int page);
    /// Open or download it again.
    void retryRequested(const QString &sha256);
    /// It is protected, and this may open it.
    void passwordGiven(const QString &sha256, const std::shared_ptr<const tawasul::Secret> &password);
    /// It cannot be shown: the case is to be returned for another copy of it.
    void copyRequested(const QString &sha256);
    /// To a window of its own, or back.
    void windowRequested(bool own);
    /// Of a document of so many pages.
    void printRequested(const QString &sha256, int pages);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Asked
    {
        QSize pixels;
        bool isHere = false;
        bool isAhead = false; ///< before anybody looked at it
    };

    void connectParts();
    void connectText();
    QWidget *makeBody();
    void act(DocumentActions::Kind kind);
    [[nodiscard]] const Attachment *shown() const;
    [[nodiscard]] const DocumentState &state() const;
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] DocumentReading reading() const;
    [[nodiscard]] std::vector<QSizeF> turnedPages() const;
    [[nodiscard]] std::vector<int> pageTurns() const;
    /// A small picture in the shape in which it is shown. Large ones are turned elsewhere: it takes too long.
    [[nodiscard]] QImage turnedSmall(const QImage &picture, int page) const;
    [[nodiscard]] QSize upright(QSize pixels, int page) const;
    void change(const std::function<void(DocumentReading &)> &how);
    void showCurrent();
    void settleRoom();
    void showPages();
    void wantPages();
    void wantDetail();
    void want(int page, bool ahead);
    void expectNextFile();
    void dropFarPages(const std::vector<int> &visible);
    void readPage(int page);
    void turn(int quarters, bool all);
    void setLight(const PageLight &light);
    void askPage();
    void askLabel();
    void askLight();
    void goToUnlabelled();
    void label(const std::function<PageLabels(const PageLabels &)> &how);
    void showLabels();
    void showFindings();
    void wantTexts(const std::vector<int> &visible);
    void showTextActions();
    void wantBlankness(int page);
    void showNearlyBlank();
    void considerOrientation();
    void wantOrientation();
    [[nodiscard]] bool tellsByText() const;
    /// By how many quarters the page that is read would have to be turned; 0: none, or it was left as it is.
    [[nodiscard]] int quartersToUpright() const;
    void offerUpright();
    void leaveAsItIs();
    void retryPage(int page);
    void showWaiting();
    void giveUpWaiting();
    void sayReading();
    void beginFind();
    void endFind();
    void searchAgain();
    void showSearch();
    void showPlace();
    [[nodiscard]] QString pageName() const;
    void showBar();

    const Theme &m_theme;
    DisplayLocale m_locale;
    std::vector<Attachment> m_attachments;
    std::vector<DocumentChoice> m_choices;
    DocumentReadings m_readings;
    QHash<QString, DocumentState> m_states;
    QHash<QString, DocumentFindings> m_findings;
    int m_index = -1;
    int m_page = 0;
    bool m_mayPrint = true;
    bool m_continuous = false;                  ///< as chosen last; documents begin with it
    PageZoom::Fit m_fit = PageZoom::Fit::Width; ///< likewise
    QHash<QString, PageZoom> m_zooms;           ///< of documents zoomed by hand
    QHash<int, Asked> m_asked;                  ///< pages of the document that is shown
    QSet<int> m_textsAsked;                     ///< likewise
    QSet<int> m_blanknessAsked;                 ///< likewise
    QHash<QString, QHash<int, bool>> m_blankness;
    QHash<QString, QHash<int, int>> m_orientations; ///< quarters, of scans; as long as the case is open
    QSet<int> m_orientationsAsked;                  ///< of the document that is shown
    bool m_isPageUnsaid = false;                    ///< that it is read, because it has not been seen yet
    QTimer m_rests;                                 ///< a page that is only passed by is not looked into
    QHash<QString, QSet<int>> m_leftAsIs;           ///< pages that lie otherwise than their text, and shall
    QString m_expected;                             ///< the file that was told to be next
    Asked m_detail;
    int m_detailPage = -1;
    DocumentActions *m_actions;
    DocumentBar *m_bar;
    IconMark *m_warningMark;
    Note *m_warning;
    WaitingBox *m_waiting;
    Strip *m_upright;
    QStackedLayout *m_stack;
    PageCanvas *m_canvas;
    FindBar *m_find;
    DocumentSearch *m_search;
    DocumentCard *m_card;
    ThumbnailStrip *m_strip;
    LabelRow *m_labels;
};

} // namespace tawasul

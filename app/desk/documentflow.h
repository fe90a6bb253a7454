// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"
#include "models/preview/previewhost.h"
#include "models/sync/syncengine.h"
#include "ui/documents/documentpane.h"

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

namespace tawasul {

/// Brings attachments to the document pane: from the profile when they are here, from the centre when they
/// are not, and through the sealed worker in every case. GUI thread.
class DocumentFlow : public QObject
{
    Q_OBJECT

public:
    DocumentFlow(Desk &desk, Store &store, SyncEngine &engine, PreviewHost &preview, DocumentPane &pane);
    ~DocumentFlow() override;

    /// Renders the page of a case that will be seen first when it is opened next, so that it is there at
    /// once; each call stands for the one before.
    void readAhead(const Case &next, const DocumentReadings &readings);

    /// The files of this case may be looked at from now on: when it leaves the cache, what is remembered of
    /// them goes. Called again as files are added.
    void keepInMind(const Case &theCase);

    /// No case is open any more: nothing of the document that was shown is waited for, nor kept open for it.
    void leave();

    void setOffline(bool offline);
    /// What is not written down yet of how documents are read is on its way to the disk.
    void saveReadings();

private:
    void shown(const QString &sha256);
    void open(const QString &sha256);
    void openAt(const QString &sha256, const QString &path, int page);
    void wantPage(const QString &sha256, int page, QSize devicePixels);
    [[nodiscard]] QString foundType(const QString &sha256) const;
    void opened(const QString &sha256, int page, const PreviewAnswer &answer);
    void askFindings(const QString &sha256);
    void unlock(const QString &sha256, const std::shared_ptr<const Secret> &password);
    void forgetFilesOf(const CaseId &id);
    void sayAway(const QString &sha256);
    void retry(const QString &sha256);
    void connectPane();
    void wantDetail(const QString &sha256, int page, QSize devicePixels);
    void wantThumbnail(const QString &sha256, int page, QSize devicePixels);
    void wantBlankness(const QString &sha256, int page, QSize devicePixels);
    void wantOrientation(const QString &sha256, int page);
    void wantText(const QString &sha256, int page);
    void wantHits(const QString &sha256, int page, const QString &words);
    /// Draws the page of a file that will be seen first; the number is for cancelling it.
    quint64 drawAhead(const QString &sha256, const DocumentReadings &readings);
    [[nodiscard]] PageRequest firstRequest(const QString &sha256, const QString &path,
                                           const DocumentReading &reading, int page) const;
    /// As it is asked for now.
    [[nodiscard]] PageRequest pageRequest(const QString &sha256, const QString &path, int page,
                                          QSize devicePixels, PagePriority priority) const;
    void giveUp(const QString &sha256, int page);
    void drop(int page);
    void dropAll();
    void turnTo(const QString &sha256);
    void pageAnswered(const QString &sha256, int page, const PreviewAnswer &answer);

    Desk &m_desk;
    Store &m_store;
    SyncEngine &m_engine;
    PreviewHost &m_preview;
    DocumentPane &m_pane;
    QHash<QString, std::vector<QSizeF>> m_sizes; ///< of documents that are open in the pane
    QString m_shown;                             ///< the document that the requests below are for
    QHash<int, quint64> m_wanted;                ///< by page
    QHash<int, quint64> m_thumbnails;
    QHash<int, quint64> m_texts;
    QHash<int, quint64> m_blankness;
    quint64 m_opening = 0;                  ///< of the document itself
    quint64 m_hits = 0;                     ///< the request of the search
    quint64 m_aheadFile = 0;                ///< of the next file
    quint64 m_aheadCase = 0;                ///< of the next case
    quint64 m_detail = 0;                   ///< the request for the magnifier
    quint64 m_orientation = 0;              ///< of the page that is read
    QHash<CaseId, QSet<QString>> m_filesOf; ///< of the cases that were opened or made ready
    DocumentReadings m_unsaved;
    QTimer m_saving;
    bool m_offline = false;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/spooler.h"
#include "models/desk/desk.h"
#include "models/preview/previewhost.h"
#include "ui/casefile/casepane.h"
#include "ui/print/paperbook.h"
#include "ui/print/printsheet.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

namespace tawasul {

/// Printing: asks what and where, has it entered in the audit log, gets the pages from the sealed worker, has
/// them painted on a thread of its own, and gives the sheets to a printer or a file. What has no line in the
/// log is not printed, and what the officer's role may not print is not offered. GUI thread.
class PrintFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Desk &desk;
        Store &store;
        PreviewHost &preview;
        Spooler &spooler;
        Executor &painting; ///< where sheets are painted and files written
        Executor &gui;
    };
    struct Look
    {
        const Theme &theme;
        DisplayLocale locale;
        bool training = false;
    };

    PrintFlow(Parts parts, Look look, CasePane &pane);
    ~PrintFlow() override;

Q_SIGNALS:
    /// What became of it, in a sentence.
    void printed(const QString &sentence);

private:
    /// One document on its way to paper.
    struct Run
    {
        Printing printing;
        PrintChoice choice;
        Attachment attachment;
        DocumentReading reading;
        int pages = 0; ///< of the document
        std::shared_ptr<PaperBook> book;
        PaperStamp stamp;
        int next = 0;
    };

    void offerSummary();
    void offerAttachment(const QString &sha256, int pages);
    [[nodiscard]] PrintSheet *open(const PrintOffer &offer, QWidget &window);
    [[nodiscard]] Printing printing(const Case &theCase) const;
    void showPicture(const OpenedCase &opened, bool wholeNumbers);
    void printSummary(const CaseId &id, const PrintChoice &choice);
    void paintSummary(const OpenedCase &opened, const PrintChoice &choice);
    void printAttachment(const std::shared_ptr<Run> &run);
    void wantPage(const std::shared_ptr<Run> &run);
    void paintPage(const std::shared_ptr<Run> &run, const QImage &picture);
    void pageFailed(int page, const Error &error);
    [[nodiscard]] QString footOf(const Run &run) const;
    void record(const CaseId &id, const PrintNote &note, std::function<void()> then);
    void deliver(const PrintChoice &choice, const std::shared_ptr<PaperBook> &book);
    void saveFile(const PrintChoice &choice, const QByteArray &pdf);
    void ended(const PrintChoice &choice, const Result<QString> &where);
    [[nodiscard]] QString savedWords(const QString &where) const;
    void stop();
    /// Goes on only while the same question is on screen: nobody who gave up is printed for.
    template<class Then>
    [[nodiscard]] auto ifStill(Then then)
    {
        return [here = QPointer(this), sheet = m_sheet, then = std::move(then)](auto &&...answer) {
            if (here && sheet && sheet == here->m_sheet)
                then(std::forward<decltype(answer)>(answer)...);
        };
    }

    Parts m_parts;
    Look m_look;
    CasePane &m_pane;
    QPointer<PrintSheet> m_sheet;              ///< while something is being printed, or asked about
    quint64 m_wanted = 0;                      ///< the page under way
    std::shared_ptr<Spooler::Errand> m_errand; ///< the file under way
};

} // namespace tawasul

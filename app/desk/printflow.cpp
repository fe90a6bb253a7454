// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/printflow.h"

#include "models/arabic/bidi.h"
#include "models/arabic/digits.h"
#include "models/desk/whenanswered.h"
#include "models/domain/printrule.h"
#include "ui/documents/documentpane.h"
#include "ui/print/summarypaper.h"
#include "ui/shared/errortext.h"

#include <QtCore/QFileInfo>

namespace tawasul {

namespace {

constexpr int kPictureDots = 110; ///< an inch of the picture beside the question
// Of the longer side of A4 at 300 dots an inch: the small print of a passport is read on it.
constexpr int kPagePixels = 3508;

} // namespace

PrintFlow::PrintFlow(Parts parts, Look look, CasePane &pane)
    : m_parts(parts)
    , m_look(look)
    , m_pane(pane)
{
    const Role role = m_parts.desk.officer().role;
    pane.setPrintAllowed(mayPrint(role, PrintMatter::Summary), mayPrint(role, PrintMatter::Attachment));
    connect(&pane, &CasePane::summaryPrintRequested, this, &PrintFlow::offerSummary);
    connect(&pane.documents(), &DocumentPane::printRequested, this, &PrintFlow::offerAttachment);
}

PrintFlow::~PrintFlow()
{
    delete m_sheet;
    stop();
}

void PrintFlow::stop()
{
    m_parts.preview.cancel(std::exchange(m_wanted, 0));
    if (m_errand)
        m_errand->giveUp();
    m_sheet.clear();
}

Printing PrintFlow::printing(const Case &theCase) const
{
    return {m_parts.desk.officer().name, theCase.number, m_parts.desk.time().now(), m_look.training};
}

PrintSheet *PrintFlow::open(const PrintOffer &offer, QWidget &window)
{
    m_sheet = new PrintSheet(m_look.theme, m_look.locale, window, offer);
    connect(m_sheet, &PrintSheet::givenUp, this, &PrintFlow::stop);
    m_sheet->open();
    m_parts.spooler.findPrinters(
        ifStill([this](const std::vector<Printer> &printers) { m_sheet->setPrinters(printers); }));
    return m_sheet;
}

// --- the summary ---

void PrintFlow::offerSummary()
{
    if (m_sheet || !m_pane.isCaseShown())
        return;
    // The case that was offered: the screen behind the sheet may lose it, or go on to another.
    const auto offered = std::make_shared<const OpenedCase>(m_pane.standing());
    const CaseSummary summary =
        caseSummary(*offered, printing(offered->shown), Numbers::Masked, m_look.locale);
    PrintSheet *sheet = open({PrintOffer::What::Summary, offered->shown.number, 0, summary.unconfirmedWhy,
                              mayPrint(m_parts.desk.officer().role, PrintMatter::WholeNumbers)},
                             *m_pane.window());
    connect(sheet, &PrintSheet::numbersChosen, this,
            [this, offered](bool wholeNumbers) { showPicture(*offered, wholeNumbers); });
    connect(sheet, &PrintSheet::printChosen, this,
            [this, id = offered->shown.id](const PrintChoice &choice) { printSummary(id, choice); });
    showPicture(*offered, false);
}

void PrintFlow::showPicture(const OpenedCase &opened, bool wholeNumbers)
{
    const Numbers numbers = wholeNumbers ? Numbers::Whole : Numbers::Masked;
    m_parts.painting.post([&gui = m_parts.gui,
                           summary = caseSummary(opened, printing(opened.shown), numbers, m_look.locale),
                           show = ifStill([this](const QImage &picture) { m_sheet->setPicture(picture); })] {
        gui.post([show, picture = summaryPicture(summary, kPictureDots)] { show(picture); });
    });
}

// What became of the case since the question was asked stands on the sheet.
void PrintFlow::printSummary(const CaseId &id, const PrintChoice &choice)
{
    m_sheet->showProgress(0, 1);
    const auto go = [this, choice](const Result<OpenedCase> &opened) {
        if (!opened || !opened->reference)
            return m_sheet->showError(
                errorSentence(opened ? Error{Error::Kind::NotFound, QStringLiteral("reference.unknown"), {}}
                                     : opened.error(),
                              Trouble::Print));
        PrintNote note;
        note.toFile = choice.printer.isEmpty();
        note.wholeNumbers = choice.wholeNumbers;
        record(opened->shown.id, note, [this, choice, opened = *opened] { paintSummary(opened, choice); });
    };
    whenAnswered(m_parts.desk.readCase(id), this, ifStill(go));
}

void PrintFlow::paintSummary(const OpenedCase &opened, const PrintChoice &choice)
{
    const auto book = std::make_shared<PaperBook>();
    m_parts.painting.post([book,
                           summary = caseSummary(opened, printing(opened.shown),
                                                 choice.wholeNumbers ? Numbers::Whole : Numbers::Masked,
                                                 m_look.locale)] { book->add(summary); });
    deliver(choice, book);
}

// --- an attachment ---

void PrintFlow::offerAttachment(const QString &sha256, int pages)
{
    const std::vector<Attachment> &attachments = m_pane.shownCase().attachments;
    const auto found = std::find_if(attachments.begin(), attachments.end(),
                                    [&](const Attachment &each) { return each.sha256 == sha256; });
    if (m_sheet || found == attachments.end())
        return;
    PrintSheet *sheet = open({PrintOffer::What::Attachment, m_pane.shownCase().number, pages, {}, false},
                             *m_pane.documents().window());
    const auto run = std::make_shared<Run>();
    run->printing = printing(m_pane.shownCase());
    run->attachment = *found;
    run->pages = pages;
    run->reading = m_pane.documents().readings().value(sha256); // as it is seen behind the question
    connect(sheet, &PrintSheet::printChosen, this,
            [this, run, id = m_pane.caseId()](const PrintChoice &choice) {
                run->choice = choice;
                PrintNote note{run->attachment.sha256, choice.first, choice.last, choice.printer.isEmpty(),
                               false};
                record(id, note, [this, run] { printAttachment(run); });
            });
}

void PrintFlow::printAttachment(const std::shared_ptr<Run> &run)
{
    run->printing.at = m_parts.desk.time().now();
    run->stamp = paperStamp(run->printing, m_look.locale);
    run->book = std::make_shared<PaperBook>();
    run->next = run->choice.first;
    wantPage(run);
}

void PrintFlow::wantPage(const std::shared_ptr<Run> &run)
{
    if (run->next > run->choice.last)
        return deliver(run->choice, run->book);
    m_sheet->showProgress(run->next - run->choice.first, run->choice.last - run->choice.first + 1);
    const auto path = m_parts.store.attachments().pathOf(run->attachment.sha256);
    if (!path)
        return pageFailed(run->next, {Error::Kind::NotFound, QStringLiteral("preview.file_missing"), {}});
    PageRequest request{run->attachment.sha256,     *path, run->next,
                        {kPagePixels, kPagePixels}, 1.0,   PagePriority::Neighbour};
    request.isOnce = true;
    m_parts.preview.forgetRefusals(request.sha256, request.page); // it was promised that it is tried again
    m_wanted = m_parts.preview.request(request, ifStill([this, run](const PreviewAnswer &answer) {
                                           m_wanted = 0;
                                           if (answer)
                                               paintPage(run, answer->image);
                                           else
                                               pageFailed(run->next, answer.error());
                                       }));
}

void PrintFlow::pageFailed(int page, const Error &error)
{
    m_sheet->showError(
        pageErrorSentence(localDigits(QString::number(page + 1), m_look.locale.digits), error));
}

// The next page is asked for when this one is on its sheet: two of them are in memory at most.
void PrintFlow::paintPage(const std::shared_ptr<Run> &run, const QImage &picture)
{
    const int turn = turnOf(run->reading, run->next);
    const auto goOn = ifStill([this, run] {
        ++run->next;
        wantPage(run);
    });
    m_parts.painting.post(
        [&gui = m_parts.gui, book = run->book, stamp = run->stamp, goOn, turn, picture, foot = footOf(*run)] {
            const QImage turned = turn == 0 ? picture : picture.transformed(QTransform().rotate(90.0 * turn));
            book->add(PaperPage{turned, foot}, stamp);
            gui.post(goOn);
        });
}

QString PrintFlow::footOf(const Run &run) const
{
    const auto number = [this](int value) {
        return localDigits(QString::number(value), m_look.locale.digits);
    };
    //: Under a printed page; %3 who printed it, of which request, and when
    return tr("Page %1 of %2 of the attachment · %3")
        .arg(number(run.next + 1), number(run.pages), run.stamp.across);
}

// --- out of the house ---

void PrintFlow::record(const CaseId &id, const PrintNote &note, std::function<void()> then)
{
    m_sheet->showProgress(0, 1);
    whenAnswered(m_parts.desk.notePrint(id, note), this,
                 ifStill([this, then = std::move(then)](const Outcome &noted) {
                     if (noted)
                         then();
                     else
                         m_sheet->showError(errorSentence(noted.error(), Trouble::Print));
                 }));
}

void PrintFlow::deliver(const PrintChoice &choice, const std::shared_ptr<PaperBook> &book)
{
    const auto handOver = ifStill([this, choice](const QByteArray &bytes) {
        if (bytes.isEmpty())
            return ended(choice, Error{Error::Kind::Full, QStringLiteral("print.no_memory"), {}});
        if (choice.printer.isEmpty())
            return saveFile(choice, bytes);
        m_sheet->showHandingOver();
        m_parts.spooler.print(choice.printer, bytes, ifStill([this, choice](const Outcome &taken) {
                                  ended(choice, taken ? Result<QString>(QString()) : taken.error());
                              }));
    });
    m_parts.painting.post([&gui = m_parts.gui, handOver, book] {
        gui.post([handOver, bytes = book->close()] { handOver(bytes); });
    });
}

// Given up in time, it leaves nothing; given up too late, it is there, and that is said.
void PrintFlow::saveFile(const PrintChoice &choice, const QByteArray &pdf)
{
    m_errand = std::make_shared<Spooler::Errand>();
    m_parts.spooler.save(choice.path, pdf, m_errand,
                         [here = QPointer(this), sheet = m_sheet, choice](const Result<QString> &where) {
                             if (here && sheet && sheet == here->m_sheet)
                                 here->ended(choice, where);
                             else if (here && where)
                                 Q_EMIT here->printed(here->savedWords(*where));
                         });
}

QString PrintFlow::savedWords(const QString &where) const
{
    return tr("Saved as %1.").arg(isolateAny(QFileInfo(where).fileName()));
}

void PrintFlow::ended(const PrintChoice &choice, const Result<QString> &where)
{
    if (!where)
        return m_sheet->showError(errorSentence(where.error(), Trouble::Print));
    m_sheet->finish();
    m_sheet.clear();
    Q_EMIT printed(choice.printer.isEmpty()
                       ? savedWords(*where)
                       : tr("Handed over to the printer %1.").arg(isolateAny(choice.printer)));
}

} // namespace tawasul

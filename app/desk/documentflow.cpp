// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/documentflow.h"

#include "models/desk/whenanswered.h"
#include "models/preview/previewerror.h"

namespace tawasul {

namespace {

// A line of text is seen in it, and the number of a page.
constexpr QSize kBigEnoughToJudge{500, 700};
// A4 at 150 dots an inch: fewer, and small print is not recognised; more, and it takes longer.
constexpr QSize kBigEnoughToTellUpright{1754, 1754};
// Turning pages is not written down one by one.
constexpr std::chrono::milliseconds kSaveAfter{400};

} // namespace

DocumentFlow::DocumentFlow(Desk &desk, Store &store, SyncEngine &engine, PreviewHost &preview,
                           DocumentPane &pane)
    : m_desk(desk)
    , m_store(store)
    , m_engine(engine)
    , m_preview(preview)
    , m_pane(pane)
{
    connectPane();
    connect(&store.notifier(), &StoreNotifier::attachmentArrived, this, [this](const QString &sha256) {
        if (sha256 == m_pane.shownAttachment())
            open(sha256);
    });
    connect(&store.notifier(), &StoreNotifier::caseRemoved, this, &DocumentFlow::forgetFilesOf);
    connect(&engine.news(), &SyncNews::attachmentFailed, this,
            [this](const QString &sha256, const Error &error) {
                const bool triedAgain = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Full;
                if (triedAgain)
                    return sayAway(sha256);
                DocumentState state;
                state.kind = DocumentState::Kind::Failed;
                state.error = error;
                m_pane.setState(sha256, state);
            });
}

DocumentFlow::~DocumentFlow()
{
    saveReadings();
    m_preview.forgetAll(); // whoever signs in next has not seen these, and knows no password
}

void DocumentFlow::connectPane()
{
    connect(&m_pane, &DocumentPane::attachmentShown, this, &DocumentFlow::shown);
    connect(&m_pane, &DocumentPane::pageWanted, this, &DocumentFlow::wantPage);
    connect(&m_pane, &DocumentPane::pageDropped, this, [this](const QString &, int page) { drop(page); });
    connect(&m_pane, &DocumentPane::detailWanted, this, &DocumentFlow::wantDetail);
    connect(&m_pane, &DocumentPane::thumbnailWanted, this, &DocumentFlow::wantThumbnail);
    connect(&m_pane, &DocumentPane::thumbnailDropped, this,
            [this](const QString &, int page) { m_preview.cancel(m_thumbnails.take(page)); });
    connect(&m_pane, &DocumentPane::waitingEnded, this, &DocumentFlow::dropAll);
    connect(&m_pane, &DocumentPane::pageRetryRequested, this,
            [this](const QString &sha256, int page) { m_preview.forgetRefusals(sha256, page); });
    connect(&m_pane, &DocumentPane::blanknessWanted, this, &DocumentFlow::wantBlankness);
    connect(&m_pane, &DocumentPane::orientationWanted, this, &DocumentFlow::wantOrientation);
    connect(&m_pane, &DocumentPane::nextFileExpected, this, [this](const QString &sha256) {
        m_preview.cancel(std::exchange(m_aheadFile, 0));
        m_aheadFile = drawAhead(sha256, m_pane.readings());
    });
    connect(&m_pane, &DocumentPane::textWanted, this, &DocumentFlow::wantText);
    connect(&m_pane, &DocumentPane::hitsWanted, this, &DocumentFlow::wantHits);
    connect(&m_pane, &DocumentPane::hitsDropped, this,
            [this] { m_preview.cancel(std::exchange(m_hits, 0)); });
    connect(&m_pane, &DocumentPane::waitingGivenUp, this, &DocumentFlow::giveUp);
    connect(&m_pane, &DocumentPane::retryRequested, this, &DocumentFlow::retry);
    connect(&m_pane, &DocumentPane::passwordGiven, this, &DocumentFlow::unlock);
    connect(&m_pane, &DocumentPane::readingChanged, this,
            [this](const QString &sha256, const DocumentReading &reading) {
                m_unsaved.insert(sha256, reading);
                m_saving.start(kSaveAfter);
            });
    m_saving.setSingleShot(true);
    connect(&m_saving, &QTimer::timeout, this, &DocumentFlow::saveReadings);
}

void DocumentFlow::saveReadings()
{
    const DocumentReadings unsaved = std::exchange(m_unsaved, {});
    for (auto each = unsaved.begin(); each != unsaved.end(); ++each) {
        whenAnswered(m_desk.saveReading(each.key(), each.value()), &m_store.notifier(),
                     [&notifier = m_store.notifier()](const Outcome &saved) {
                         if (!saved)
                             Q_EMIT notifier.storageFailed(saved.error());
                     });
    }
}

void DocumentFlow::leave()
{
    turnTo({});
}

void DocumentFlow::setOffline(bool offline)
{
    if (m_offline == offline)
        return;
    m_offline = offline;
    const QString sha256 = m_pane.shownAttachment();
    if (!sha256.isEmpty() && !m_store.attachments().pathOf(sha256))
        sayAway(sha256);
}

void DocumentFlow::shown(const QString &sha256)
{
    turnTo(sha256);
    m_engine.wantAttachment(sha256);
    if (m_store.attachments().pathOf(sha256))
        open(sha256);
    else
        sayAway(sha256);
}

void DocumentFlow::sayAway(const QString &sha256)
{
    DocumentState state;
    state.kind = m_offline ? DocumentState::Kind::Offline : DocumentState::Kind::Away;
    m_pane.setState(sha256, state);
}

void DocumentFlow::open(const QString &sha256)
{
    const auto path = m_store.attachments().pathOf(sha256);
    if (!path)
        return sayAway(sha256);
    if (m_opening != 0 && sha256 == m_shown)
        return; // it is under way
    if (!m_sizes.contains(sha256))
        m_pane.setState(sha256, DocumentState{});
    // The page that was left is most likely what is wanted, and any page tells how many there are.
    openAt(sha256, *path, m_pane.shownPage());
}

void DocumentFlow::openAt(const QString &sha256, const QString &path, int page)
{
    turnTo(sha256);
    m_opening =
        m_preview.request(firstRequest(sha256, path, m_pane.readings().value(sha256), page),
                          [this, guard = QPointer(this), sha256, path, page](const PreviewAnswer &answer) {
                              if (!guard)
                                  return;
                              m_opening = 0;
                              // A page that cannot be shown must not keep the others away, time after time.
                              if (!answer && page > 0 && !wantsPassword(answer.error()))
                                  openAt(sha256, path, 0);
                              else
                                  opened(sha256, page, answer);
                          });
}

// The page that told how many there are is shown at once, whatever its size: most often it is the right one.
void DocumentFlow::opened(const QString &sha256, int page, const PreviewAnswer &answer)
{
    DocumentState state;
    if (!answer) {
        state.kind = DocumentState::Kind::Failed;
        state.error = answer.error();
        state.foundType = foundType(sha256);
        m_pane.setState(sha256, state);
        return;
    }
    // Until a page has been seen, the first one is the best guess of its size.
    std::vector<QSizeF> &sizes = m_sizes[sha256];
    if (sizes.empty())
        sizes.assign(static_cast<std::size_t>(answer->pageCount), answer->pageSizePoints);
    state.kind = DocumentState::Kind::Ready;
    state.pages = sizes;
    state.foundType = contentWord(answer->kind);
    m_pane.setState(sha256, state);
    m_pane.setPageSize(sha256, page, answer->pageSizePoints);
    m_pane.setPage(sha256, page, answer->image, answer->quarters);
    if (answer->kind == DocumentKind::Pdf)
        askFindings(sha256);
}

QString DocumentFlow::foundType(const QString &sha256) const
{
    const auto kind = m_preview.kindOf(sha256);
    return kind ? contentWord(*kind) : QString();
}

void DocumentFlow::unlock(const QString &sha256, const std::shared_ptr<const Secret> &password)
{
    const auto path = m_store.attachments().pathOf(sha256);
    if (!path)
        return sayAway(sha256);
    turnTo(sha256);
    m_pane.setState(sha256, DocumentState{});
    m_preview.cancel(std::exchange(m_opening, 0));
    m_opening = m_preview.unlock({sha256, *path, PagePriority::Visible}, password,
                                 [this, guard = QPointer(this), sha256](const Result<DocumentFacts> &facts) {
                                     if (!guard)
                                         return;
                                     m_opening = 0;
                                     if (facts)
                                         return open(sha256);
                                     DocumentState state;
                                     state.kind = DocumentState::Kind::Failed;
                                     state.error = facts.error();
                                     state.foundType = foundType(sha256);
                                     state.passwordRefused = wantsPassword(facts.error());
                                     m_pane.setState(sha256, state);
                                 });
}

// Behind the page that somebody waits for. What nobody could look into is not taken for harmless.
void DocumentFlow::askFindings(const QString &sha256)
{
    const auto path = m_store.attachments().pathOf(sha256);
    if (!path)
        return;
    m_preview.askFindings({sha256, *path, PagePriority::Neighbour},
                          [this, guard = QPointer(this), sha256](const Result<DocumentFindings> &findings) {
                              if (guard)
                                  m_pane.setFindings(sha256,
                                                     findings ? *findings : DocumentFindings::notExamined());
                          });
}

void DocumentFlow::wantPage(const QString &sha256, int page, QSize devicePixels)
{
    const auto path = m_store.attachments().pathOf(sha256);
    if (!path)
        return sayAway(sha256);
    turnTo(sha256);
    drop(page);
    const bool isInSight = m_pane.isInSight(sha256, page);
    m_wanted[page] =
        m_preview.request(pageRequest(sha256, *path, page, devicePixels,
                                      isInSight ? PagePriority::Visible : PagePriority::Neighbour),
                          [this, guard = QPointer(this), sha256, page](const PreviewAnswer &answer) {
                              if (guard)
                                  pageAnswered(sha256, page, answer);
                          });
}

void DocumentFlow::pageAnswered(const QString &sha256, int page, const PreviewAnswer &answer)
{
    if (sha256 == m_shown)
        m_wanted.remove(page);
    if (answer) {
        // Pages of one file may differ in size and turn; until now the first one stood for all.
        m_pane.setPageSize(sha256, page, answer->pageSizePoints);
        m_pane.setPage(sha256, page, answer->image, answer->quarters);
        return;
    }
    if (!m_pane.isInSight(sha256, page)) {
        m_pane.pageMissed(sha256, page); // it may fail once somebody looks at it
        return;
    }
    // Its worker has gone, and with it the password: the card asks for it again.
    if (wantsPassword(answer.error())) {
        m_sizes.remove(sha256);
        return opened(sha256, page, answer);
    }
    // Of a file with other pages they can still be read; what is wrong with this machine is said at once.
    const auto known = m_sizes.find(sha256);
    if (isOfDocument(answer.error()) && known != m_sizes.end() && known->size() > 1)
        m_pane.setPageFailed(sha256, page, answer.error());
    else
        opened(sha256, page, answer);
}

void DocumentFlow::wantDetail(const QString &sha256, int page, QSize devicePixels)
{
    m_preview.cancel(std::exchange(m_detail, 0));
    const auto path = m_store.attachments().pathOf(sha256);
    if (!path)
        return;
    m_detail = m_preview.request(pageRequest(sha256, *path, page, devicePixels, PagePriority::Visible),
                                 [this, guard = QPointer(this), sha256, page](const PreviewAnswer &answer) {
                                     if (guard && answer)
                                         m_pane.setPage(sha256, page, answer->image, answer->quarters);
                                 });
}

void DocumentFlow::wantThumbnail(const QString &sha256, int page, QSize devicePixels)
{
    const auto path = m_store.attachments().pathOf(sha256);
    if (!path)
        return;
    m_thumbnails[page] =
        m_preview.request({sha256, *path, page, devicePixels, 1.0, PagePriority::Ahead},
                          [this, guard = QPointer(this), sha256, page](const PreviewAnswer &answer) {
                              if (guard && answer)
                                  m_pane.setThumbnail(sha256, page, answer->image);
                          });
}

// Of a picture that was shown it costs next to nothing; of the others it waits behind all else.
void DocumentFlow::wantBlankness(const QString &sha256, int page, QSize devicePixels)
{
    const auto path = m_store.attachments().pathOf(sha256);
    if (!path)
        return;
    const QSize pixels = devicePixels.isEmpty() ? kBigEnoughToJudge : devicePixels;
    m_blankness[page] = m_preview.askBlankness(
        {sha256, *path, page, pixels, 1.0, PagePriority::Ahead},
        [this, guard = QPointer(this), sha256, page](const Result<PageBlankness> &blankness) {
            if (guard && blankness)
                m_pane.setNearlyBlank(sha256, page, blankness->isNearlyBlank);
        });
}

void DocumentFlow::wantOrientation(const QString &sha256, int page)
{
    const auto path = m_store.attachments().pathOf(sha256);
    if (!path)
        return;
    turnTo(sha256);
    PageRequest request{sha256, *path, page, kBigEnoughToTellUpright, 1.0, PagePriority::Ahead};
    request.isOnce = true;
    m_orientation = m_preview.askOrientation(
        request, [this, guard = QPointer(this), sha256, page](const Result<PageOrientation> &orientation) {
            // Where it cannot be told it is taken to stand upright, and nothing is offered.
            if (guard && orientation)
                m_pane.setOrientation(sha256, page, orientation->quarters);
        });
}

// Behind the pages that somebody waits for, and before those that nobody has turned to.
void DocumentFlow::wantText(const QString &sha256, int page)
{
    const auto path = m_store.attachments().pathOf(sha256);
    if (!path)
        return;
    turnTo(sha256);
    m_texts[page] = m_preview.askText({sha256, *path, PagePriority::Neighbour}, page,
                                      [this, guard = QPointer(this), sha256, page](Result<PageText> text) {
                                          if (!guard)
                                              return;
                                          if (text)
                                              m_pane.setText(sha256, page, *text);
                                          else
                                              m_pane.textMissed(sha256, page);
                                      });
}

void DocumentFlow::wantHits(const QString &sha256, int page, const QString &words)
{
    const auto path = m_store.attachments().pathOf(sha256);
    if (!path)
        return sayAway(sha256);
    turnTo(sha256);
    m_preview.cancel(std::exchange(m_hits, 0));
    m_hits =
        m_preview.askHits({sha256, *path, PagePriority::Neighbour}, page, words,
                          [this, guard = QPointer(this), sha256, page, words](const Result<PageHits> &hits) {
                              if (!guard)
                                  return;
                              m_hits = 0;
                              if (hits)
                                  m_pane.setHits(sha256, page, words, *hits);
                              else
                                  m_pane.hitsMissed(sha256, page, words);
                          });
}

// What was asked for another document is waited for no more. Its pages may be asked for before it is said to
// be shown, when it is open already.
void DocumentFlow::turnTo(const QString &sha256)
{
    if (sha256 == m_shown)
        return;
    dropAll();
    m_shown = sha256;
    m_preview.setShown(sha256);
}

void DocumentFlow::drop(int page)
{
    if (const quint64 id = m_wanted.take(page))
        m_preview.cancel(id);
}

void DocumentFlow::dropAll()
{
    for (QHash<int, quint64> *requests : {&m_wanted, &m_thumbnails, &m_texts, &m_blankness}) {
        for (const quint64 id : std::exchange(*requests, {}))
            m_preview.cancel(id);
    }
    m_preview.cancel(std::exchange(m_opening, 0));
    m_preview.cancel(std::exchange(m_detail, 0));
    m_preview.cancel(std::exchange(m_hits, 0));
    m_preview.cancel(std::exchange(m_orientation, 0));
}

void DocumentFlow::retry(const QString &sha256)
{
    m_preview.forget(sha256);
    m_sizes.remove(sha256);
    shown(sha256);
}

void DocumentFlow::readAhead(const Case &next, const DocumentReadings &readings)
{
    m_preview.cancel(std::exchange(m_aheadCase, 0));
    keepInMind(next);
    if (!next.attachments.empty())
        m_aheadCase = drawAhead(next.attachments.front().sha256, readings);
}

void DocumentFlow::keepInMind(const Case &theCase)
{
    QSet<QString> &files = m_filesOf[theCase.id];
    for (const Attachment &file : theCase.attachments)
        files.insert(file.sha256);
}

// Nothing of a case that left the officer's scope stays here (invariant I7).
void DocumentFlow::forgetFilesOf(const CaseId &id)
{
    for (const QString &sha256 : m_filesOf.take(id)) {
        m_preview.forget(sha256);
        m_sizes.remove(sha256);
    }
}

// Its answer is remembered by the host until somebody asks for it.
quint64 DocumentFlow::drawAhead(const QString &sha256, const DocumentReadings &readings)
{
    const auto path = m_store.attachments().pathOf(sha256);
    if (!path)
        return 0;
    const DocumentReading reading = readings.value(sha256);
    PageRequest request = firstRequest(sha256, *path, reading, reading.page);
    request.priority = PagePriority::Ahead;
    return m_preview.request(request, [](const PreviewAnswer &) {});
}

// In the size in which it will be seen, whatever its shape.
PageRequest DocumentFlow::firstRequest(const QString &sha256, const QString &path,
                                       const DocumentReading &reading, int page) const
{
    const int quarters = turnOf(reading, page);
    const DocumentPane::Box box = m_pane.openingBox(sha256, quarters);
    PageRequest request{sha256, path, page, box.fitInto, box.pixelsPerPoint, PagePriority::Visible};
    request.quarters = quarters;
    return request;
}

PageRequest DocumentFlow::pageRequest(const QString &sha256, const QString &path, int page,
                                      QSize devicePixels, PagePriority priority) const
{
    PageRequest request{sha256, path, page, devicePixels, 1.0, priority};
    request.quarters = turnOf(m_pane.readings().value(sha256), page);
    return request;
}

// Somebody would rather do something else: a worker that is busy with it only for that is stopped.
void DocumentFlow::giveUp(const QString &sha256, int page)
{
    if (sha256 != m_shown)
        return;
    m_preview.cancel(std::exchange(m_opening, 0));
    drop(page);
}

} // namespace tawasul

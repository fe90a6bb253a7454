// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/documentflow.h"

namespace tawasul {

namespace {

// A picture to begin with, before the pane has said how large it is.
constexpr QSize kFirstGuess{900, 1273};

} // namespace

DocumentFlow::DocumentFlow(Store &store, SyncEngine &engine, PreviewHost &preview, DocumentPane &pane)
    : m_store(store)
    , m_engine(engine)
    , m_preview(preview)
    , m_pane(pane)
    , m_lastPixels(kFirstGuess)
{
    connect(&pane, &DocumentPane::attachmentShown, this, &DocumentFlow::shown);
    connect(&pane, &DocumentPane::pageWanted, this, &DocumentFlow::wantPage);
    connect(&pane, &DocumentPane::retryRequested, this, &DocumentFlow::retry);
    connect(&store.notifier(), &StoreNotifier::attachmentArrived, this, [this](const QString &sha256) {
        if (sha256 == m_pane.shownAttachment())
            open(sha256);
    });
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
    m_preview.cancel(m_wanted);
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
    if (!m_sizes.contains(sha256))
        m_pane.setState(sha256, DocumentState{});
    // The first page tells how many there are; the pane then asks for the one it shows in the size it has.
    m_preview.request({sha256, *path, 0, m_lastPixels, 1.0, PagePriority::Visible},
                      [this, guard = QPointer(this), sha256](const PreviewAnswer &answer) {
                          if (guard)
                              opened(sha256, answer);
                      });
}

void DocumentFlow::opened(const QString &sha256, const PreviewAnswer &answer)
{
    DocumentState state;
    if (!answer) {
        state.kind = DocumentState::Kind::Failed;
        state.error = answer.error();
        m_pane.setState(sha256, state);
        return;
    }
    // Until a page has been seen, the first one is the best guess of its size.
    std::vector<QSizeF> &sizes = m_sizes[sha256];
    if (sizes.empty())
        sizes.assign(static_cast<std::size_t>(answer->pageCount), answer->pageSizePoints);
    state.kind = DocumentState::Kind::Ready;
    state.pages = sizes;
    m_pane.setState(sha256, state);
}

void DocumentFlow::wantPage(const QString &sha256, int page, QSize devicePixels)
{
    const auto path = m_store.attachments().pathOf(sha256);
    if (!path)
        return sayAway(sha256);
    m_lastPixels = devicePixels;
    const bool isOnScreen = sha256 == m_pane.shownAttachment() && page == m_pane.shownPage();
    if (isOnScreen)
        m_preview.cancel(m_wanted);
    const quint64 id = m_preview.request(
        {sha256, *path, page, devicePixels, 1.0,
         isOnScreen ? PagePriority::Visible : PagePriority::Neighbour},
        [this, guard = QPointer(this), sha256, page](const PreviewAnswer &answer) {
            if (!guard)
                return;
            const bool isSeen = sha256 == m_pane.shownAttachment() && page == m_pane.shownPage();
            if (answer) {
                // Pages of one file may differ in size and turn; until now the first one stood for all.
                m_pane.setPageSize(sha256, page, answer->pageSizePoints);
                m_pane.setPage(sha256, page, answer->image);
            } else if (isSeen)
                opened(sha256, answer); // one that nobody looks at may fail once somebody does
        });
    if (isOnScreen)
        m_wanted = id;
}

void DocumentFlow::retry(const QString &sha256)
{
    m_preview.forget(sha256);
    m_sizes.remove(sha256);
    shown(sha256);
}

void DocumentFlow::readAhead(const Case &next)
{
    if (next.attachments.empty())
        return;
    const QString sha256 = next.attachments.front().sha256;
    if (const auto path = m_store.attachments().pathOf(sha256))
        m_preview.request({sha256, *path, 0, m_lastPixels, 1.0, PagePriority::Ahead},
                          [](const PreviewAnswer &) {});
}

} // namespace tawasul

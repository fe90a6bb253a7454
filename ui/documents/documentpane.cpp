// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/documentpane.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/digits.h"
#include "ui/documents/attachmentlook.h"
#include "ui/documents/documentbar.h"
#include "ui/documents/documentcard.h"
#include "ui/documents/documentsearch.h"
#include "ui/documents/findbar.h"
#include "ui/documents/findingwords.h"
#include "ui/documents/labelrow.h"
#include "ui/documents/thumbnailstrip.h"
#include "ui/documents/waitingbox.h"
#include "ui/shared/iconmark.h"
#include "ui/shared/note.h"
#include "ui/shared/rawtext.h"
#include "ui/shared/strip.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

// Sizes of paper are told in fractions of a point; less than half of one is the same paper.
bool isSameSize(QSizeF a, QSizeF b)
{
    return std::abs(a.width() - b.width()) < 0.5 && std::abs(a.height() - b.height()) < 0.5;
}

} // namespace

DocumentPane::DocumentPane(const Theme &theme, DisplayLocale locale, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_locale(locale)
    , m_actions(new DocumentActions(theme, *this))
    , m_bar(new DocumentBar(theme, locale, *m_actions))
    , m_warningMark(new IconMark(theme, Icon::InfoCircle, Ink::Info, iconsize::small))
    , m_warning(new Note(m_warningMark))
    , m_waiting(new WaitingBox(theme))
    , m_upright(new Strip(theme))
    , m_stack(new QStackedLayout)
    , m_canvas(new PageCanvas(theme))
    , m_find(new FindBar(theme, locale, *m_actions))
    , m_search(new DocumentSearch(this))
    , m_card(new DocumentCard(theme, locale))
    , m_strip(new ThumbnailStrip(theme, locale))
    , m_labels(new LabelRow(theme, locale, *m_actions))
{
    setObjectName(QStringLiteral("documentPane"));
    setAccessibleName(tr("Document"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::snug);
    column->addWidget(m_bar);
    m_warning->setObjectName(QStringLiteral("documentFindings"));
    m_warning->setLive();
    column->addWidget(m_warning);
    column->addWidget(m_find);
    column->addWidget(m_upright);
    column->addWidget(makeBody(), 1);
    column->addWidget(m_labels);
    m_strip->hide();
    m_labels->hide();
    m_find->hide();
    connectParts();
    connectText();
    showCurrent();
}

QWidget *DocumentPane::makeBody()
{
    auto *body = new QWidget;
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::snug);
    row->addWidget(m_strip);
    row->addLayout(m_stack, 1); // before it is filled: what it shows would be a window of its own
    m_stack->addWidget(m_canvas);
    m_stack->addWidget(m_card);
    return body;
}

void DocumentPane::connectParts()
{
    connect(m_actions, &DocumentActions::chosen, this, &DocumentPane::act);
    connect(m_bar, &DocumentBar::pageTurned, this, &DocumentPane::turnPage);
    connect(m_bar, &DocumentBar::attachmentTurned, this, &DocumentPane::turnAttachment);
    connect(m_bar, &DocumentBar::zoomStepped, this, &DocumentPane::zoomStep);
    connect(m_bar, &DocumentBar::fitChosen, this, [this](PageZoom::Fit fit) { setZoom({fit, 100}); });
    connect(m_canvas, &PageCanvas::pageTurned, this, &DocumentPane::turnPage);
    connect(m_canvas, &PageCanvas::zoomStepped, this, &DocumentPane::zoomStep);
    connect(m_canvas, &PageCanvas::currentChanged, this, &DocumentPane::readPage);
    connect(m_canvas, &PageCanvas::magnifierMoved, this, &DocumentPane::wantDetail);
    connect(m_canvas, &PageCanvas::magnifierLeft, this,
            [this] { m_actions->of(DocumentActions::Kind::Magnifier).trigger(); });
    connect(m_canvas, &PageCanvas::viewChanged, this, [this] {
        showBar();
        wantPages();
        wantDetail(); // another page may lie under the magnifier
    });
    connect(m_strip, &ThumbnailStrip::pageChosen, this, &DocumentPane::goToPage);
    connect(m_strip, &ThumbnailStrip::thumbnailWanted, this, [this](int page, QSize pixels) {
        Q_EMIT thumbnailWanted(shownAttachment(), page, upright(pixels, page));
    });
    connect(m_card, &DocumentCard::retryRequested, this, [this] {
        if (const Attachment *now = shown())
            Q_EMIT retryRequested(now->sha256);
    });
    connect(m_card, &DocumentCard::passwordGiven, this,
            [this](const std::shared_ptr<const Secret> &password) {
                if (const Attachment *now = shown())
                    Q_EMIT passwordGiven(now->sha256, password);
            });
    connect(m_card, &DocumentCard::copyRequested, this, [this] {
        if (const Attachment *now = shown())
            Q_EMIT copyRequested(now->sha256);
    });
}

// --- which file, and what is known of it ---

void DocumentPane::setAttachments(const std::vector<Attachment> &attachments,
                                  const DocumentReadings &readings)
{
    const QString before = shownAttachment();
    m_attachments = attachments;
    const auto same = std::find_if(m_attachments.begin(), m_attachments.end(),
                                   [&](const Attachment &one) { return one.sha256 == before; });
    if (!before.isEmpty() && same != m_attachments.end()) {
        // What was read here since goes before what the disk knew.
        for (auto each = readings.begin(); each != readings.end(); ++each) {
            if (!m_readings.contains(each.key()))
                m_readings.insert(each.key(), each.value());
        }
        m_index = static_cast<int>(same - m_attachments.begin());
        showBar();
        return;
    }
    m_readings = readings;
    m_expected.clear();
    m_states.clear();
    m_findings.clear();
    m_blankness.clear();
    m_orientations.clear();
    m_leftAsIs.clear();
    m_zooms.clear();
    m_find->clear(); // what was looked for is of the case before
    m_index = m_attachments.empty() ? -1 : 0;
    m_page = reading().page;
    showCurrent();
    if (const Attachment *now = shown())
        Q_EMIT attachmentShown(now->sha256);
}

void DocumentPane::setChoices(const std::vector<DocumentChoice> &choices)
{
    m_choices = choices;
    showLabels();
}

void DocumentPane::showAttachment(const QString &sha256)
{
    for (std::size_t index = 0; index < m_attachments.size(); ++index) {
        if (m_attachments[index].sha256 != sha256 || static_cast<int>(index) == m_index)
            continue;
        m_index = static_cast<int>(index);
        m_page = reading().page;
        showCurrent();
        Q_EMIT attachmentShown(sha256);
        return;
    }
}

QString DocumentPane::shownAttachment() const
{
    const Attachment *now = shown();
    return now ? now->sha256 : QString();
}

const Attachment *DocumentPane::shown() const
{
    const auto index = static_cast<std::size_t>(m_index);
    return m_index >= 0 && index < m_attachments.size() ? &m_attachments[index] : nullptr;
}

const DocumentState &DocumentPane::state() const
{
    static const DocumentState kLoading;
    const auto found = m_states.constFind(shownAttachment());
    return found == m_states.constEnd() ? kLoading : *found;
}

bool DocumentPane::isReady() const
{
    return state().kind == DocumentState::Kind::Ready;
}

int DocumentPane::pageCount() const
{
    return static_cast<int>(state().pages.size());
}

DocumentReading DocumentPane::reading() const
{
    DocumentReading fresh;
    fresh.continuous = m_continuous;
    return m_readings.value(shownAttachment(), fresh);
}

void DocumentPane::change(const std::function<void(DocumentReading &)> &how)
{
    const QString sha256 = shownAttachment();
    const DocumentReading before = reading();
    DocumentReading after = before;
    how(after);
    after.pages = pageCount();
    if (after == before)
        return;
    m_readings.insert(sha256, after);
    // A page that has never been seen is not what the file opens with next time: it may be the one that
    // hangs.
    m_isPageUnsaid = after.page != before.page && !m_asked.value(after.page).isHere;
    if (!m_isPageUnsaid)
        Q_EMIT readingChanged(sha256, after);
}

void DocumentPane::sayReading()
{
    if (std::exchange(m_isPageUnsaid, false))
        Q_EMIT readingChanged(shownAttachment(), reading());
}

void DocumentPane::setState(const QString &sha256, const DocumentState &state)
{
    m_states.insert(sha256, state);
    if (sha256 == shownAttachment())
        showCurrent();
}

void DocumentPane::showCurrent()
{
    const Attachment *now = shown();
    const bool paged = now && (state().kind == DocumentState::Kind::Loading || isReady());
    if (!now)
        m_card->showNothing();
    else if (!paged)
        m_card->present(*now, state());
    m_stack->setCurrentWidget(paged ? static_cast<QWidget *>(m_canvas) : m_card);
    m_isPageUnsaid = false;
    m_asked.clear();
    m_textsAsked.clear();
    m_blanknessAsked.clear();
    m_orientationsAsked.clear();
    m_canvas->leaveText();
    m_detail = {};
    m_actions->setEnabled(isReady());
    if (isReady())
        m_page = std::clamp(m_page, 0, std::max(0, pageCount() - 1));
    m_strip->reset(isReady() ? pageCount() : 0);
    if (paged)
        showPages();
    showLabels();
    showFindings();
    showNearlyBlank();
    searchAgain();
    showTextActions();
    showBar();
    settleRoom();
}

// Whoever opens the file asks at once for a page that fits into the room: it must be the one that will be.
void DocumentPane::settleRoom()
{
    for (const QWidget *part : std::initializer_list<const QWidget *>{m_bar, m_labels}) {
        if (part->layout())
            part->layout()->activate();
    }
    layout()->activate();
}

void DocumentPane::setFindings(const QString &sha256, const DocumentFindings &findings)
{
    m_findings.insert(sha256, findings);
    showFindings();
}

void DocumentPane::showFindings()
{
    const DocumentFindings findings = m_findings.value(shownAttachment());
    // What was not looked at may be anything.
    if (findings.isPartial())
        m_warningMark->setGlyph(Icon::AlertCircle, Ink::Warning);
    else
        m_warningMark->setGlyph(Icon::InfoCircle, Ink::Info);
    m_warning->say(findingsSentence(findings, m_locale.digits));
}

void DocumentPane::showPages()
{
    {
        const QSignalBlocker quiet(m_canvas); // nothing is asked for in the size of the page before
        m_canvas->setZoom(m_zooms.value(shownAttachment(), {m_fit, 100}));
        m_canvas->setContinuous(isReady() && reading().continuous);
        m_canvas->setPages(turnedPages(), pageTurns());
        m_canvas->setCurrent(isReady() ? m_page : 0);
    }
    m_actions->of(DocumentActions::Kind::Continuous).setChecked(m_canvas->isContinuous());
    m_strip->setCurrent(m_page);
    wantPages();
}

// --- pictures come and go ---

void DocumentPane::want(int page, bool ahead)
{
    const QSize pixels = m_canvas->devicePixels(page);
    const auto asked = m_asked.constFind(page);
    // One that was asked for ahead and is turned to does not wait behind others any more.
    const bool isUrgent = asked != m_asked.constEnd() && !asked->isHere && asked->isAhead && !ahead;
    if (asked != m_asked.constEnd() && asked->pixels == pixels && !isUrgent)
        return;
    m_asked.insert(page, {pixels, false, ahead});
    Q_EMIT pageWanted(shownAttachment(), page, upright(pixels, page));
}

void DocumentPane::wantPages()
{
    if (!isReady() || pageCount() == 0)
        return;
    const std::vector<int> visible = m_canvas->visiblePages();
    dropFarPages(visible);
    for (const int page : visible)
        want(page, false);
    const bool isSeen =
        std::all_of(visible.begin(), visible.end(), [this](int page) { return m_asked.value(page).isHere; });
    wantTexts(visible);
    // While these are read, the next one can be drawn.
    const int next = *std::max_element(visible.begin(), visible.end()) + 1;
    if (isSeen && next < pageCount())
        want(next, true);
    if (isSeen && (next >= pageCount() || m_asked.value(next).isHere))
        expectNextFile();
}

void DocumentPane::expectNextFile()
{
    const auto next = static_cast<std::size_t>(m_index + 1);
    if (next >= m_attachments.size() || m_attachments[next].sha256 == m_expected)
        return;
    m_expected = m_attachments[next].sha256;
    Q_EMIT nextFileExpected(m_expected);
}

// Of a long document only what is near is kept; the host remembers more, within its bounds.
void DocumentPane::dropFarPages(const std::vector<int> &visible)
{
    const auto [first, last] = std::minmax_element(visible.begin(), visible.end());
    const QList<int> pages = m_asked.keys();
    for (const int page : pages) {
        if (page >= *first - 1 && page <= *last + 1)
            continue;
        const bool isHere = m_asked.take(page).isHere;
        m_canvas->dropPicture(page);
        if (page == m_detailPage)
            m_detailPage = -1; // what was seen through the magnifier has gone with it
        if (m_textsAsked.remove(page))
            m_canvas->dropText(page);
        if (!isHere)
            Q_EMIT pageDropped(shownAttachment(), page);
    }
}

void DocumentPane::wantDetail()
{
    const int page = m_canvas->magnifiedPage();
    if (!isReady() || page < 0)
        return;
    const Asked wanted{m_canvas->magnifiedPixels(), false, false};
    if (page == m_detailPage && wanted.pixels == m_detail.pixels)
        return;
    m_detail = wanted;
    m_detailPage = page;
    Q_EMIT detailWanted(shownAttachment(), page, upright(wanted.pixels, page));
}

bool DocumentPane::isInSight(const QString &sha256, int page) const
{
    if (sha256 != shownAttachment())
        return false;
    const std::vector<int> visible = m_canvas->visiblePages();
    return std::find(visible.begin(), visible.end(), page) != visible.end();
}

void DocumentPane::setPageSize(const QString &sha256, int page, QSizeF points)
{
    const auto found = m_states.find(sha256);
    const auto place = static_cast<std::size_t>(page);
    if (found == m_states.end() || page < 0 || place >= found->pages.size() || points.isEmpty()
        || isSameSize(found->pages[place], points))
        return;
    found->pages[place] = points;
    // The canvas says by itself what it wants now.
    if (sha256 == shownAttachment() && isReady()) {
        m_asked.remove(page);
        m_canvas->setPageSize(page, turnedSize(points, turnOf(reading(), page)));
        if (m_search->current() && m_search->current()->page == page)
            showPlace(); // it lies elsewhere
    }
}

void DocumentPane::setPage(const QString &sha256, int page, const QImage &picture, int quarters)
{
    if (sha256 != shownAttachment() || !isReady() || page >= pageCount())
        return;
    if (quarters != turnOf(reading(), page))
        return; // asked for anew when it was turned, or when it is come near to
    m_canvas->setPicture(page, picture);
    const auto asked = m_asked.find(page);
    if (asked != m_asked.end())
        asked->isHere = true;
    if (page == m_page)
        sayReading();
    wantPages();
    if (page == m_page)
        showBar();
}

void DocumentPane::pageMissed(const QString &sha256, int page)
{
    if (sha256 == shownAttachment())
        m_asked.remove(page);
}

void DocumentPane::setPageFailed(const QString &sha256, int page, const Error &error)
{
    if (sha256 != shownAttachment() || !isReady())
        return;
    const FailureWords words = pageFailureWords(error);
    m_canvas->setProblem(
        page, QStringList{words.title, words.sentence, tr("Code: %1").arg(error.code)}.join(u'\n'));
    const auto asked = m_asked.find(page);
    if (asked != m_asked.end())
        asked->isHere = true;
    showTextActions();
    wantPages();
    showBar();
}

void DocumentPane::setThumbnail(const QString &sha256, int page, const QImage &picture)
{
    if (sha256 != shownAttachment())
        return;
    m_strip->setPicture(page, turnedSmall(picture, page));
    wantBlankness(page);
}

std::vector<QSizeF> DocumentPane::turnedPages() const
{
    std::vector<QSizeF> pages = state().pages;
    if (pages.empty())
        return {QSizeF()};
    const DocumentReading now = reading();
    for (std::size_t page = 0; page < pages.size(); ++page)
        pages[page] = turnedSize(pages[page], turnOf(now, static_cast<int>(page)));
    return pages;
}

std::vector<int> DocumentPane::pageTurns() const
{
    const DocumentReading now = reading();
    std::vector<int> turns(state().pages.size());
    for (std::size_t page = 0; page < turns.size(); ++page)
        turns[page] = turnOf(now, static_cast<int>(page));
    return turns;
}

QImage DocumentPane::turnedSmall(const QImage &picture, int page) const
{
    const int turn = turnOf(reading(), page);
    return turn == 0 ? picture : picture.transformed(QTransform().rotate(90.0 * turn));
}

QSize DocumentPane::upright(QSize pixels, int page) const
{
    return turnOf(reading(), page) % 2 == 0 ? pixels : pixels.transposed();
}

// --- what is said around the page ---

void DocumentPane::setCopyAllowed(bool allowed)
{
    m_card->setCopyAllowed(allowed);
}

void DocumentPane::setOwnWindow(bool own)
{
    m_actions->of(DocumentActions::Kind::Window).setChecked(own);
    // There nothing else can be meant by the key that prints.
    QList<QKeySequence> keys{QKeySequence(QStringLiteral("Ctrl+Shift+P"))};
    if (own)
        keys.append(QKeySequence(QStringLiteral("Ctrl+P")));
    m_actions->of(DocumentActions::Kind::Print).setShortcuts(keys);
}

void DocumentPane::setPrintAllowed(bool allowed)
{
    m_mayPrint = allowed;
    m_actions->of(DocumentActions::Kind::Print).setVisible(allowed);
}

void DocumentPane::print()
{
    if (m_mayPrint && isReady() && pageCount() > 0)
        Q_EMIT printRequested(shownAttachment(), pageCount());
}

void DocumentPane::leave()
{
    m_attachments.clear();
    m_states.clear();
    m_readings.clear();
    m_findings.clear();
    m_blankness.clear();
    m_blanknessAsked.clear();
    m_leftAsIs.clear();
    m_zooms.clear();
    m_expected.clear();
    m_find->clear();
    m_index = -1;
    m_canvas->setPages({QSizeF()}); // its pictures go
    showCurrent();
    m_card->showNoCase();
}

void DocumentPane::focusPage()
{
    m_canvas->setFocus(Qt::TabFocusReason);
}

QString DocumentPane::pageName() const
{
    const Attachment *now = shown();
    if (!now)
        return tr("Page of the document");
    const QString file = attachmentLook(*now).spoken;
    if (!isReady())
        return state().kind == DocumentState::Kind::Loading
            //: Read out: the name of a file that is being opened
            ? tr("%1 – being opened").arg(file)
            : file;
    const auto number = [this](int value) { return localDigits(QString::number(value), m_locale.digits); };
    //: Read out: the page that is shown, and the name of its file
    const QString name = tr("Page %1 of %2 – %3").arg(number(m_page + 1), number(pageCount()), file);
    if (m_canvas->hasProblem(m_page))
        //: Read out: a page, and that it is not seen
        return tr("%1 – cannot be shown").arg(name);
    if (m_canvas->isWaiting())
        //: Read out: a page, and that it is not seen yet
        return tr("%1 – being prepared").arg(name);
    //: Read out: a page, and a remark about it
    return m_blankness.value(shownAttachment()).value(m_page) ? tr("%1 – nearly blank").arg(name) : name;
}

void DocumentPane::showBar()
{
    const bool paged = isReady() || state().kind == DocumentState::Kind::Loading;
    m_bar->present({shown(), state().foundType, m_index, static_cast<int>(m_attachments.size()),
                    isReady() ? m_page : -1, pageCount(), paged, m_canvas->zoom(), m_canvas->percent()});
    m_canvas->setAccessibleName(pageName());
    showWaiting();
}

void DocumentPane::showLabels()
{
    const bool offered = isReady() && !m_choices.empty();
    // A page that fits into the room is drawn once only if the room stays as it is while the file opens.
    QSizePolicy policy = m_labels->sizePolicy();
    policy.setRetainSizeWhenHidden(!m_choices.empty() && state().kind == DocumentState::Kind::Loading);
    m_labels->setSizePolicy(policy);
    m_labels->setVisible(offered);
    m_actions->of(DocumentActions::Kind::Label).setEnabled(offered);
    m_actions->of(DocumentActions::Kind::NextUnlabelled).setEnabled(offered);
    if (!offered)
        return;
    const PageLabels labels = reading().labels;
    m_labels->present(labels, pageCount(), m_choices);
    QHash<int, QString> words;
    for (const PageLabel &label : labels) {
        for (int page = label.first; page <= label.last; ++page)
            words.insert(page, labelWord(documentsOn(labels, page), m_choices));
    }
    m_strip->setLabels(words);
}

} // namespace tawasul

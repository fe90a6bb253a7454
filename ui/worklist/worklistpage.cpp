// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/worklistpage.h"

#include <QtGui/QResizeEvent>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "models/arabic/digits.h"
#include "models/arabic/searchterms.h"
#include "models/desk/whenanswered.h"
#include "ui/shared/clockwords.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/skeletonrows.h"
#include "ui/shared/strip.h"
#include "ui/shared/syncwords.h"
#include "ui/worklist/worklistbar.h"
#include "ui/worklist/worklistview.h"

namespace tawasul {

namespace {

constexpr int kTypingPause = 120; ///< milliseconds
constexpr int kPatience = 300;    ///< milliseconds without a snapshot before anything is said about it
constexpr int kSkeletonRows = 8;
constexpr int kNarrowest = 300;    ///< pixels of width
constexpr int kCompactBelow = 640; ///< pixels of width

} // namespace

WorklistPage::WorklistPage(const Theme &theme, WorklistSource &source, const Clock &clock,
                           DisplayLocale locale, QWidget *parent)
    : Card(parent)
    , m_theme(theme)
    , m_source(source)
    , m_clock(clock)
    , m_words(locale)
    , m_model(source, clock, m_words)
    , m_bar(new WorklistBar(theme, locale))
    , m_strip(new Strip(theme))
    , m_clockStrip(new Strip(theme))
    , m_ageStrip(new Strip(theme))
    , m_view(new WorklistView(theme, m_model, m_words))
    , m_place(new QWidget)
    , m_stack(new QStackedLayout(m_place))
{
    setObjectName(QStringLiteral("worklistPage"));
    // Its wide form must not keep it from becoming narrow.
    setMinimumWidth(kNarrowest);
    m_view->setAccessibleName(tr("Worklist"));
    m_strip->setObjectName(QStringLiteral("worklistStrip"));
    m_place->setObjectName(QStringLiteral("worklistPlace"));
    // The table reaches the card's edges; the edge itself and its round corners stay seen.
    const int edge = space::hair;
    column().setContentsMargins(edge, edge, edge, space::tiny);
    column().setSpacing(0);
    column().addWidget(m_bar);
    m_clockStrip->setObjectName(QStringLiteral("clockStrip"));
    m_ageStrip->setObjectName(QStringLiteral("ageStrip"));
    m_bar->layout()->addWidget(m_ageStrip);
    m_bar->layout()->addWidget(m_clockStrip);
    m_bar->layout()->addWidget(m_strip);
    column().addWidget(m_place, 1);
    m_stack->addWidget(m_view);
    setBody(Body::Nothing);

    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &WorklistPage::askSource);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_impatient = true;
        showBody();
    });
    m_patience.start(kPatience);

    connect(m_bar, &WorklistBar::filterChosen, this, &WorklistPage::applyFilter);
    connect(&m_model, &WorklistModel::rowsChanged, this, &WorklistPage::rowsChanged);
    connect(&m_model, &WorklistModel::fetchFailed, this, [this](const Error &error) { sayFailed(error); });
    connect(m_strip, &Strip::actionChosen, this, [this] {
        m_strip->clear();
        m_model.retry();
        if (!m_typed.isEmpty() && !m_found)
            askSource();
    });
    connect(m_view, &WorklistView::rowChosen, this, &WorklistPage::choose);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &WorklistPage::headsArrived);
    connect(m_view, &WorklistView::currentRowChanged, this, [this](int row) {
        if (const CaseHead *head = m_model.headAt(row))
            Q_EMIT currentCaseChanged(head->id);
    });
}

WorklistPage::~WorklistPage() = default;

// --- news
// ---------------------------------------------------------------------------------------------------

void WorklistPage::setWorklist(const WorklistPtr &worklist)
{
    // What could not be read is asked for again with these rows; if that fails too, it is said again.
    m_strip->clear();
    m_model.setWorklist(worklist);
    showSections();
    // What was searched for may have come or changed with these rows.
    if (!m_typed.isEmpty())
        m_typing.start();
}

void WorklistPage::setReference(const ReferencePtr &reference)
{
    m_words.setReference(reference);
    m_reference = reference;
    showAge();
    showSections();
    m_view->viewport()->update();
}

void WorklistPage::setSyncStatus(const SyncStatus &status)
{
    m_status = status;
    showSync();
    showBody();
}

void WorklistPage::setClock(const ClockCheck &check)
{
    m_check = check;
    m_model.tick(); // a time that was corrected says so at once
    if (const ClockDoubt doubt = doubtOf(check); doubt != m_words.doubt()) {
        m_words.setDoubt(doubt);
        m_view->viewport()->update();
    }
    showClock();
}

// Beside an open case there is no room for three sentences; the status line says the first.
void WorklistPage::showClock()
{
    const auto look = clockLook(m_check, m_words.locale());
    if (!look || m_isNarrow)
        m_clockStrip->clear();
    else if (m_clockStrip->isHidden() || m_clockStrip->message() != look->list)
        m_clockStrip->say(Tone::Warning, look->list);
}

void WorklistPage::setRole(Role role)
{
    m_bar->setRole(role);
}

void WorklistPage::setDensity(Density density)
{
    m_view->setDensity(density);
}

void WorklistPage::tick()
{
    m_model.tick();
    showSync();
}

void WorklistPage::refreshCase(const CaseId &id)
{
    m_model.refreshCase(id);
}

void WorklistPage::showSections()
{
    std::vector<std::pair<QString, QString>> sections;
    if (m_model.worklist()) {
        for (const QString &code : m_model.worklist()->sections)
            sections.emplace_back(code, m_words.section(code));
    }
    m_bar->setSections(sections);
}

void WorklistPage::showSync()
{
    showAge();
    const bool usable = m_status.filling && m_model.rowCount() > 0;
    m_bar->setProgress(usable ? fetchedSentence(m_status.fetched, m_words.locale()) : QString());
}

void WorklistPage::showAge()
{
    static const WorkCalendar none;
    const Instant now = m_clock.now();
    const DataAge age = dataAge(m_status, now, m_reference ? m_reference->calendar : none);
    const QString asOf =
        age == DataAge::Fresh ? QString() : dataAsOf(*m_status.completeAt, now, m_words.locale());
    m_bar->setStaleness(age == DataAge::Aged || m_isNarrow ? asOf : QString());
    if (age != DataAge::Old || m_isNarrow) {
        m_ageStrip->clear();
        return;
    }
    //: %1 says how old the data are
    const QString sentence = tr("%1. Requests may have changed at the central system since then; what is "
                                "recorded here is checked when the connection returns.")
                                 .arg(asOf);
    if (m_ageStrip->isHidden() || m_ageStrip->message() != sentence)
        m_ageStrip->say(Tone::Warning, sentence);
}

// --- filter and search
// --------------------------------------------------------------------------------------

void WorklistPage::applyFilter()
{
    WorklistFilter filter = m_bar->filter();
    filter.found = m_found;
    m_view->startFromTop();
    m_model.setFilter(filter);
}

void WorklistPage::search(const QString &typed)
{
    if (typed.trimmed() == m_typed)
        return;
    m_typed = typed.trimmed();
    if (m_typed.isEmpty()) {
        m_typing.stop();
        m_found.reset();
        m_view->setSearchTerms({});
        applyFilter();
        return;
    }
    m_typing.start();
}

void WorklistPage::askSource()
{
    const QString asked = m_typed;
    whenAnswered(m_source.search(asked), this,
                 [this, asked](const Result<std::vector<qint64>> &answer) { found(asked, answer); });
}

void WorklistPage::found(const QString &typed, const Result<std::vector<qint64>> &answer)
{
    if (typed != m_typed)
        return; // typed on meanwhile: a later answer is on its way
    if (!answer) {
        sayFailed(answer.error());
        return;
    }
    m_strip->clear();
    const bool same = m_found && *m_found == *answer;
    m_view->setSearchTerms(searchTerms(typed));
    if (same)
        return; // asked again for a new snapshot: nothing moves
    m_found = std::make_shared<const std::vector<qint64>>(*answer);
    applyFilter();
}

void WorklistPage::sayFailed(const Error &error)
{
    m_strip->say(
        Tone::Danger,
        tr("Part of the list could not be read on this device. Recorded work is kept. Try again; if it "
           "repeats, contact technical support (code %1).")
            .arg(isolateId(error.code)),
        tr("Try again"));
}

void WorklistPage::clearFilter()
{
    m_bar->clear();
    m_typed.clear();
    m_typing.stop();
    m_found.reset();
    m_view->setSearchTerms({});
    Q_EMIT searchCleared();
    applyFilter();
    focusRows();
}

// --- rows
// ---------------------------------------------------------------------------------------------------

void WorklistPage::rowsChanged()
{
    const bool isCounted = m_model.isWhole() || !m_model.worklist();
    if (isCounted)
        m_bar->setCounts(m_model.counts());
    showSync();
    showBody();
    markOpenCase();
    if (m_model.isWhole())
        Q_EMIT countsChanged(countsOf(*m_model.worklist(), {}, m_model.now()));
}

void WorklistPage::choose(int row)
{
    m_chosen.reset();
    if (const CaseHead *head = m_model.headAt(row))
        Q_EMIT caseChosen(head->id);
    else
        m_chosen = m_model.keyAt(row); // opened as soon as it is read
}

void WorklistPage::headsArrived()
{
    if (!m_chosen)
        return;
    const int row = m_model.rowOf(*m_chosen);
    if (row < 0 || row != m_view->currentRow())
        m_chosen.reset(); // gone, or the officer went on
    else if (m_model.headAt(row))
        choose(row);
}

std::optional<ListedCase> WorklistPage::neighbour(int steps) const
{
    const int row = m_view->currentRow() + steps;
    if (m_view->currentRow() < 0 || row < 0 || row >= m_model.rowCount())
        return std::nullopt;
    const CaseHead *head = m_model.headAt(row);
    return head ? std::optional(ListedCase{head->id, m_model.keyAt(row)}) : std::nullopt;
}

void WorklistPage::setCurrent(const ListedCase &listed)
{
    if (const int row = m_model.rowOf(listed.key); row >= 0)
        m_view->setCurrentRow(row);
}

void WorklistPage::setOpenCase(const CaseId &id)
{
    if (std::exchange(m_open, id) == id)
        return;
    const std::optional<ListedCase> current = neighbour(0);
    m_openKey = current && current->id == id ? std::optional(current->key) : std::nullopt;
    markOpenCase();
}

void WorklistPage::setOpenCase(const ListedCase &listed)
{
    m_open = listed.id;
    m_openKey = listed.key;
    markOpenCase();
}

// Whoever is on the rows by keyboard goes where they like; otherwise no row but that of the open case may
// look like it.
void WorklistPage::markOpenCase()
{
    if (m_open.isEmpty() || window()->focusWidget() == m_view)
        return;
    const int row = m_openKey ? m_model.rowOf(*m_openKey) : -1;
    if (row < 0)
        m_view->selectionModel()->clearSelection();
    else
        m_view->setCurrentRow(row);
}

bool WorklistPage::openNeighbour(int steps)
{
    const std::optional<ListedCase> next = neighbour(steps);
    if (!next)
        return false;
    setCurrent(*next);
    Q_EMIT caseChosen(next->id);
    return true;
}

void WorklistPage::focusRows()
{
    // While there are no rows yet their place keeps the keyboard for them.
    (m_body == Body::Rows ? static_cast<QWidget *>(m_view) : m_place)->setFocus(Qt::ShortcutFocusReason);
}

void WorklistPage::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    const bool compact = event->size().width() < m_theme.scaled(kCompactBelow);
    m_bar->setCompact(compact);
    m_view->setCompact(compact);
    m_isNarrow = compact;
    showClock();
    showAge();
}

// --- what is shown when there are no rows
// -------------------------------------------------------------------

WorklistPage::Body WorklistPage::bodyNow() const
{
    if (m_model.rowCount() > 0)
        return Body::Rows;
    const bool filtered = !m_model.filter().isPlain();
    // Before the centre was heard to the end nobody knows whether there is nothing; out of its reach, what is
    // here is all there is.
    using Link = SyncStatus::Link;
    const bool asking = m_status.link == Link::SignedOut || m_status.link == Link::Connecting
        || m_status.link == Link::Online;
    const bool unknown = m_status.filling || (asking && !m_status.completeAt);
    const bool loading = !m_model.isWhole() || (m_model.worklist()->entries.empty() && unknown);
    if (loading)
        return m_impatient ? Body::Skeleton : Body::Nothing;
    if (filtered)
        return Body::NoMatch;
    return m_model.worklist()->entries.empty() ? Body::FirstUse : Body::AllDone;
}

void WorklistPage::showBody()
{
    setBody(bodyNow());
    const bool known = m_model.isWhole() && m_body != Body::Nothing && m_body != Body::Skeleton;
    m_bar->setShown(known ? std::optional(m_model.rowCount()) : std::nullopt);
}

void WorklistPage::setBody(Body body)
{
    if (body == m_body && (body == Body::Rows || m_instead))
        return;
    m_body = body;
    // Where the keyboard was it stays useful: on the button that leads out, or on the rows.
    const QWidget *focus = window()->focusWidget(); // the page's own would be what had it last
    const bool hadFocus = m_place == focus || m_place->isAncestorOf(focus);
    QWidget *before = m_instead;
    m_instead = nullptr;
    if (body == Body::Nothing)
        m_instead = new QWidget;
    else if (body == Body::Skeleton)
        m_instead = new SkeletonRows(m_theme, kSkeletonRows, rowHeight(Density::Regular));
    else if (body != Body::Rows)
        m_instead = makeEmpty(body);
    if (m_instead)
        m_stack->addWidget(m_instead);
    QWidget *now = m_instead ? m_instead : m_view;
    m_stack->setCurrentWidget(now);
    if (hadFocus) {
        QWidget *button =
            m_instead ? m_instead->findChild<QWidget *>(QStringLiteral("emptyAction")) : nullptr;
        (button ? button : now)->setFocus(Qt::OtherFocusReason);
    }
    if (before)
        before->deleteLater();
}

EmptyState *WorklistPage::makeEmpty(Body body)
{
    EmptyWords words;
    if (body == Body::NoMatch)
        words = {Icon::FilterOff, tr("No results for this filter"),
                 tr("No request matches the chosen filters and the search."), tr("Clear filter")};
    else if (body == Body::AllDone)
        words = {Icon::CircleCheck,
                 tr("No requests left for today"),
                 tr("Requests returned to their applicants come back here once they answer."),
                 {},
                 Ink::Success};
    else
        words = {Icon::Inbox, tr("No requests assigned yet"),
                 tr("Requests appear here once they are assigned."), tr("Refresh")};
    auto *empty = new EmptyState(m_theme, words);
    empty->setObjectName(body == Body::NoMatch       ? QStringLiteral("stateNoMatch")
                             : body == Body::AllDone ? QStringLiteral("stateAllDone")
                                                     : QStringLiteral("stateFirstUse"));
    if (body == Body::NoMatch)
        connect(empty, &EmptyState::actionChosen, this, &WorklistPage::clearFilter);
    else
        connect(empty, &EmptyState::actionChosen, this, &WorklistPage::refreshRequested);
    return empty;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/tourstage.h"

#include "tests/support/samplesupervision.h"
#include "tests/tour/samplepage.h"
#include "ui/worklist/worklistview.h"

#include <QtGui/QPainter>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kMoment = 10;    ///< milliseconds between two looks
constexpr int kMostLooks = 50; ///< of a screen that does not come to rest
constexpr int kPatience = 5000;
constexpr qint64 kOpenRow = 9000; ///< of the case that is open, apart from the rows of the samples

// Made once: the deadlines of the samples follow the whole catalogue.
const std::vector<CaseHead> &rows()
{
    static const std::vector<CaseHead> kRows = sampleHeads();
    return kRows;
}

// What stands over the window, a menu before its submenu: Qt lists them in no order.
QWidgetList popups(const QWidget &window)
{
    const auto depth = [](const QWidget *widget) {
        int parents = 0;
        while ((widget = widget->parentWidget()))
            ++parents;
        return parents;
    };
    QWidgetList shown = QApplication::topLevelWidgets();
    shown.removeIf([&window](const QWidget *each) { return each == &window || !each->isVisible(); });
    std::sort(shown.begin(), shown.end(),
              [&depth](const QWidget *a, const QWidget *b) { return depth(a) < depth(b); });
    return shown;
}

CaseHead headOf(const OpenedCase &opened)
{
    const Case &shown = opened.shown;
    CaseHead head;
    head.row = kOpenRow;
    head.id = shown.id;
    head.number = shown.number;
    head.status = shown.status;
    head.statusText = shown.statusText;
    head.section = shown.section;
    head.subService = shown.subService;
    head.beneficiaryName = shown.beneficiary.name;
    head.subjectName = shown.subject.party.name;
    head.subjectIdentifier = shown.subject.party.identifier;
    head.deadline = shown.deadline();
    head.serviceDay = shown.serviceDeadline.day;
    head.statutoryDay = shown.statutoryDeadline ? shown.statutoryDeadline->day : QDate();
    head.assignee = shown.assignee;
    head.marks = shown.marks;
    const auto set = [&head](RowFlag flag) { head.flags |= static_cast<std::uint8_t>(flag); };
    for (const OutboxItem &item : opened.pending)
        set(item.state == OutboxState::Parked ? RowFlag::Parked : RowFlag::WaitingToBeSent);
    if (opened.draft)
        set(RowFlag::HasDraft);
    if (hasOpenProposal(shown))
        set(RowFlag::HasProposal);
    for (const Mark &mark : shown.marks)
        set(mark.kind == Mark::Kind::Urgent ? RowFlag::Urgent : RowFlag::Humanitarian);
    return head;
}

} // namespace

TourStage::TourStage(const Theme &theme, Language language, QSize size)
    : m_theme(theme)
    , m_locale{language, Digits::European}
    , m_heads(rows())
    , m_source(m_heads)
{
    m_window.setObjectName(QStringLiteral("window"));
    m_window.resize(size);
}

TourStage::~TourStage() = default;

SignInPage &TourStage::signIn()
{
    if (!m_signIn) {
        m_signIn = new SignInPage(m_theme, m_locale.language);
        m_signIn->setTraining(true);
        m_window.setCurrentIndex(m_window.addWidget(m_signIn));
        m_window.show();
        m_window.activateWindow();
    }
    return *m_signIn;
}

Shell &TourStage::shell()
{
    makeShell();
    return *m_shell;
}

WorklistPage &TourStage::list()
{
    makeShell();
    return *m_list;
}

CasePane &TourStage::pane()
{
    makeShell();
    return *m_pane;
}

OutboxPage &TourStage::outbox()
{
    makeShell();
    return *m_outbox;
}

ProposalsPage &TourStage::proposals()
{
    makeShell();
    return *m_proposals;
}

ConflictsPage &TourStage::conflicts()
{
    makeShell();
    return *m_conflicts;
}

EndOfDayPage &TourStage::endOfDay()
{
    makeShell();
    return *m_endOfDay;
}

// As Workplace::makeShell() does it, words included.
void TourStage::makeShell()
{
    if (m_shell)
        return;
    const Fitting fitting(m_theme);
    m_shell = new Shell(m_theme, m_clock, m_locale);
    addSections();
    m_shell->setOfficer(samples::officer());
    m_shell->setTraining(true);
    setDensity(Density::Regular);
    QObject::connect(m_shell, &Shell::searchEdited, m_list, &WorklistPage::search);
    QObject::connect(m_list, &WorklistPage::countsChanged, m_shell, [this](const WorklistCounts &counts) {
        m_shell->setBadge(m_worklistSection, counts.of(WorklistChip::Overdue), Tone::Danger);
    });
    serveDocuments();
    m_list->setRole(Role::Officer);
    m_list->setReference(samples::reference());
    m_conflicts->setReference(samples::reference());
    m_proposals->setReference(samples::reference());
    setLink(SyncStatus::Link::Online);
    m_window.setCurrentIndex(m_window.addWidget(m_shell));
    m_window.show();
    m_window.activateWindow();
}

void TourStage::addSections()
{
    m_list = new WorklistPage(m_theme, m_source, m_clock, m_locale);
    m_outbox = new OutboxPage(m_theme, m_clock, m_locale);
    m_conflicts = new ConflictsPage(m_theme, m_clock, m_locale);
    m_proposals = new ProposalsPage(m_theme, m_clock, m_locale);
    m_endOfDay = new EndOfDayPage(m_theme, m_clock, m_locale);
    m_endOfDay->setReference(samples::reference());
    m_pane = new CasePane(m_theme, m_clock, m_clock, m_locale);
    const auto words = [](const char *english, const char *comment) {
        return QCoreApplication::translate("tawasul::Workplace", english, comment);
    };
    using Beside = Shell::Beside;
    m_worklistSection = m_shell->addSection(
        Icon::Inbox, words("Worklist", "navigation: the cases the officer works on"), m_list, Beside::Case);
    m_outboxSection = m_shell->addSection(
        Icon::CloudUp, words("Waiting to be sent", "navigation: acts the centre has not acknowledged"),
        m_outbox, Beside::Nothing);
    m_conflictsSection =
        m_shell->addSection(Icon::GitMerge, words("Conflicts", "navigation: acts that need a choice"),
                            m_conflicts, Beside::Nothing);
    m_proposalsSection = m_shell->addSection(
        Icon::UserShare, words("My proposals", "navigation: work on requests that had gone to somebody else"),
        m_proposals, Beside::Nothing);
    m_endOfDaySection = m_shell->addSection(Icon::ClipboardCheck,
                                            words("End of the day", "navigation: what is left, and a note"),
                                            m_endOfDay, Beside::Nothing);
    m_shell->setCasePane(m_pane);
}

DayOpeningPage &TourStage::dayOpening()
{
    supervise();
    return *m_dayOpening;
}

BoardPage &TourStage::board()
{
    supervise();
    return *m_board;
}

// Only whoever supervises has these sections.
void TourStage::supervise()
{
    makeShell();
    if (m_board)
        return;
    m_dayOpening = new DayOpeningPage(m_theme, m_clock, m_locale);
    m_board = new BoardPage(m_theme, m_clock, m_locale);
    const auto words = [](const char *english, const char *comment) {
        return QCoreApplication::translate("tawasul::Workplace", english, comment);
    };
    m_shell->addGroup(words("Supervision", "navigation: a word over sections"));
    m_dayOpeningSection = m_shell->addSection(
        Icon::CalendarDue, words("Start of the day", "navigation: what waits for a supervisor"), m_dayOpening,
        Shell::Beside::Nothing);
    m_boardSection = m_shell->addSection(Icon::LayoutBoardSplit,
                                         words("Workload board", "navigation: the board of a supervisor"),
                                         m_board, Shell::Beside::Nothing);
    m_shell->setOfficer(samples::supervisor());
    m_dayOpening->setReference(samples::reference());
    m_board->setReference(samples::reference());
    m_board->setSupervisor(samples::supervisor());
    m_board->setStaff(samples::staff());
    setLink(m_status.link, [this](SyncStatus &status) { status = m_status; });
}

// Every file is at hand, and its pages look like pages.
void TourStage::serveDocuments()
{
    DocumentPane &documents = m_pane->documents();
    QObject::connect(&documents, &DocumentPane::pageWanted, &documents,
                     [&documents](const QString &sha256, int page, QSize size) {
                         const int quarters = turnOf(documents.readings().value(sha256), page);
                         const QTransform turn = QTransform().rotate(90.0 * quarters);
                         documents.setPage(sha256, page, samplePage(size, page).transformed(turn), quarters);
                     });
    QObject::connect(&documents, &DocumentPane::detailWanted, &documents,
                     [&documents](const QString &sha256, int page, QSize size) {
                         const int quarters = turnOf(documents.readings().value(sha256), page);
                         const QTransform turn = QTransform().rotate(90.0 * quarters);
                         documents.setPage(sha256, page, samplePage(size, page).transformed(turn), quarters);
                     });
    QObject::connect(&documents, &DocumentPane::thumbnailWanted, &documents,
                     [&documents](const QString &sha256, int page, QSize box) {
                         const QSize size = kSamplePage.toSize().scaled(box, Qt::KeepAspectRatio);
                         documents.setThumbnail(sha256, page, samplePage(size, page));
                     });
    QObject::connect(&documents, &DocumentPane::textWanted, &documents,
                     [&documents](const QString &sha256, int page) {
                         documents.setText(sha256, page, samplePageText(page));
                     });
    QObject::connect(&documents, &DocumentPane::hitsWanted, &documents,
                     [&documents](const QString &sha256, int page, const QString &words) {
                         documents.setHits(sha256, page, words, hitsOn(samplePageText(page), words));
                     });
    QObject::connect(&documents, &DocumentPane::attachmentShown, &documents,
                     [&documents](const QString &sha256) {
                         DocumentState state;
                         state.kind = DocumentState::Kind::Ready;
                         state.pages = {kSamplePage, kSamplePage, kSamplePage};
                         state.foundType = QStringLiteral("PDF");
                         documents.setState(sha256, state);
                     });
}

void TourStage::fillList()
{
    list().setWorklist(worklistOf(m_heads));
    waitFor([this] { return m_heads.empty() || m_list->model().headAt(0); });
    m_list->focusRows();
}

void TourStage::setLink(SyncStatus::Link link, const std::function<void(SyncStatus &)> &change)
{
    SyncStatus status;
    status.link = link;
    const bool online = link == SyncStatus::Link::Online;
    status.since = m_clock.now() - std::chrono::minutes(online ? 192 : 65);
    status.completeAt = m_clock.now() - std::chrono::minutes(online ? 0 : 65);
    status.waiting = 2;
    status.parked = 1;
    if (change)
        change(status);
    m_status = status;
    shell().setSyncStatus(status);
    m_list->setSyncStatus(status);
    m_outbox->setSyncStatus(status);
    m_pane->setSyncStatus(status);
    m_endOfDay->setSyncStatus(status);
    if (m_board) {
        m_dayOpening->setSyncStatus(status);
        m_board->setSyncStatus(status);
    }
    m_shell->setBadge(m_outboxSection, status.waiting, Tone::Info);
    m_shell->setBadge(m_conflictsSection, status.parked, Tone::Danger);
}

void TourStage::setDensity(Density density)
{
    shell().setDensity(density);
    m_list->setDensity(density);
}

void TourStage::openCase(const OpenedCase &opened, const Actor &officer)
{
    const CaseHead head = headOf(opened);
    m_heads.push_back(head);
    m_source.put(head);
    fillList();
    int row = 0;
    const WorklistModel &model = list().model();
    waitFor([&] {
        for (row = 0; row < model.rowCount(); ++row) {
            if (const CaseHead *each = model.headAt(row); each && each->id == head.id)
                return true;
        }
        return !isOpen(head.status) || head.status == CaseStatus::Returned;
    });
    m_shell->openCase();
    m_list->view().setCurrentRow(row);
    m_pane->open(opened, officer);
}

void TourStage::setItems(const std::vector<OutboxItem> &items, SyncStatus::Link link, int others)
{
    fillList();
    const auto parked = std::count_if(
        items.begin(), items.end(), [](const OutboxItem &item) { return item.state == OutboxState::Parked; });
    setLink(link, [&](SyncStatus &status) {
        status.parked = static_cast<int>(parked);
        status.waiting = static_cast<int>(items.size()) - status.parked;
        status.awaiting = 124;
        status.ready = 118;
        status.today = 6;
        status.readyToday = 5;
        status.others = others;
    });
    m_outbox->setItems(items);
    OutboxLedger ledger{.recorded = 118, .closed = 2};
    for (const OutboxItem &item : items)
        ++(item.state == OutboxState::Parked ? ledger.parked : ledger.waiting);
    ledger.acknowledged = ledger.recorded - ledger.closed - ledger.parked - ledger.waiting;
    m_outbox->setLedger(ledger);
    m_conflicts->setItems(items);
}

void TourStage::showDayOpening()
{
    fillList();
    supervise();
    shell().setSection(m_dayOpeningSection);
    m_dayOpening->focusFirst();
}

void TourStage::showBoard()
{
    fillList();
    supervise();
    shell().setSection(m_boardSection);
    m_board->focusFirst();
}

void TourStage::showOutbox()
{
    shell().setSection(m_outboxSection);
    m_outbox->focusRows();
}

void TourStage::showConflicts()
{
    shell().setSection(m_conflictsSection);
    m_conflicts->focusRows();
}

void TourStage::showProposals(const std::vector<OwnProposal> &all)
{
    fillList();
    proposals().setProposals(all);
    const auto news =
        std::count_if(all.begin(), all.end(), [](const OwnProposal &own) { return own.isNews; });
    m_shell->setBadge(m_proposalsSection, static_cast<int>(news), Tone::Info);
    m_shell->setSection(m_proposalsSection);
    m_proposals->focusRows();
}

void TourStage::showEndOfDay()
{
    shell().setSection(m_endOfDaySection);
    m_endOfDay->focusFirst();
}

void TourStage::waitFor(const std::function<bool()> &so)
{
    if (!QTest::qWaitFor(so, kPatience))
        qFatal("the tour waited for a screen in vain");
}

void TourStage::settle()
{
    // Layouts settle from the inside outwards, each in a turn of its own.
    for (int turns = 0; turns < 4; ++turns)
        QTest::qWait(1);
}

QImage TourStage::picture()
{
    QImage before;
    for (int looks = 0; looks < kMostLooks; ++looks) {
        QTest::qWait(kMoment);
        QImage now = look();
        if (now == before)
            return now;
        before = std::move(now);
    }
    qFatal("the tour found a screen that never comes to rest");
    return {};
}

QImage TourStage::look()
{
    QImage image = m_window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    QPainter painter(&image);
    for (QWidget *other : popups(m_window))
        painter.drawPixmap(m_window.mapFromGlobal(other->pos()), other->grab());
    return image;
}

} // namespace tawasul

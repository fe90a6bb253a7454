// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/workplace.h"

#include "app/desk/caseflow.h"
#include "app/desk/endofdayflow.h"
#include "app/desk/outboxflow.h"
#include "app/desk/printflow.h"
#include "app/desk/proposalsflow.h"
#include "app/desk/supervisionflow.h"
#include "models/arabic/bidi.h"
#include "ui/casefile/casepane.h"
#include "ui/conflicts/conflictspage.h"
#include "ui/documents/securitystatus.h"
#include "ui/endofday/endofdaypage.h"
#include "ui/outbox/outboxpage.h"
#include "ui/proposals/proposalspage.h"
#include "ui/shared/errortext.h"
#include "ui/shell/leavingcard.h"
#include "ui/shell/shell.h"
#include "ui/shell/toast.h"
#include "ui/supervision/boardpage.h"
#include "ui/supervision/dayopeningpage.h"
#include "ui/worklist/worklistpage.h"

#include <QtWidgets/QVBoxLayout>

namespace tawasul {

namespace {

// How often what depends on the time is looked at; the screens themselves act when a minute has passed.
constexpr std::chrono::seconds kTick{5};
// The first look at the first rows.
constexpr std::chrono::milliseconds kFirstLook{150};

// Room for a page that nobody has looked at yet.
QWidget *makePlace()
{
    auto *place = new QWidget;
    auto *room = new QVBoxLayout(place);
    room->setContentsMargins(0, 0, 0, 0);
    return place;
}

bool isOffline(SyncStatus::Link link)
{
    return link != SyncStatus::Link::Online && link != SyncStatus::Link::Connecting;
}

} // namespace

Workplace::Workplace(Entrance entrance, bool training, const Theme &theme, Settings &settings,
                     const Surroundings &around, PreviewHost &preview)
    : m_training(training)
    , m_theme(theme)
    , m_settings(settings)
    , m_around(around)
    , m_preview(preview)
    , m_entrance(std::move(entrance))
{
    m_entrance.profile->begin(m_entrance.officer, m_entrance.tokens);
    if (!m_entrance.tokens) {
        m_reconnector = std::make_unique<Reconnector>(m_entrance.form, m_entrance.officer, training, around,
                                                      *m_entrance.profile);
        connect(m_reconnector.get(), &Reconnector::refused, this, [this](const Error &error) {
            m_entrance.profile->engine().endSession(); // which is said, and offers to sign in
            if (error.kind != Error::Kind::Unauthenticated)
                m_shell->toast().say(Tone::Danger, errorSentence(error));
        });
        connect(m_reconnector.get(), &Reconnector::diskRefused, this,
                [this](const Error &error) { sayFailed(error, Trouble::Screens); });
    }
    m_entrance.form = {}; // whoever needs the password has it
    m_questions = std::make_unique<WorklistQuestions>(m_entrance.profile->desk(), [guard = QPointer(this)] {
        if (guard)
            guard->rowsRead();
    });
    m_recorder = std::make_unique<Recorder>(m_entrance.profile->desk());
    m_drafts = std::make_unique<DraftKeeper>(m_entrance.profile->desk());
    m_note = std::make_unique<NoteKeeper>(m_entrance.profile->desk());
    m_today = std::make_unique<TodayWatch>(m_entrance.profile->desk());
    connect(m_today.get(), &TodayWatch::changed, this, &Workplace::showStatus);
    m_leaveTaking = std::make_unique<LeaveTaking>(m_entrance.profile->desk(), *m_drafts, *m_note);
    // Before the screens hear of it, which say what remains of the draft.
    connect(m_recorder.get(), &Recorder::recorded, m_drafts.get(),
            [this](const ActId &, const Case &seen) { m_drafts->forget(seen.id); });
    hearProfile();
    m_preview.onPostureChanged([guard = QPointer(this)](Posture) {
        if (guard)
            guard->showPosture();
    });
    connect(&m_tick, &QTimer::timeout, this, &Workplace::tick);
    m_tick.start(kTick);
    m_furnishing.setSingleShot(true);
    connect(&m_furnishing, &QTimer::timeout, this, &Workplace::furnish);
}

Workplace::~Workplace()
{
    m_printFlow.reset();
    m_caseFlow.reset(); // saves the draft that is being typed
    m_endOfDayFlow.reset();
    m_supervisionFlow.reset();
    m_outboxFlow.reset();
    m_proposalsFlow.reset();
    if (m_shell)
        m_settings.setShellLayout(m_shell->shellLayout());
    delete m_shell;
}

void Workplace::hearProfile()
{
    connect(&m_entrance.profile->engine().news(), &SyncNews::statusChanged, this,
            [this](const SyncStatus &status) {
                const bool ended =
                    status.link == SyncStatus::Link::SessionEnded && m_status.link != status.link;
                if (m_status.ready != status.ready)
                    m_today->lookSoon();
                m_status = status;
                if (status.link == SyncStatus::Link::Online)
                    m_entrance.confirmedAt.reset(); // it has just been confirmed again
                showStatus();
                if (ended)
                    offerSignIn();
            });
    StoreNotifier &notifier = m_entrance.profile->store().notifier();
    connect(&notifier, &StoreNotifier::worklistChanged, this, [this](const WorklistPtr &worklist) {
        if (m_worklist)
            m_worklist->setWorklist(worklist);
    });
    connect(&notifier, &StoreNotifier::caseChanged, this, [this](const CaseId &id) {
        if (m_worklist)
            m_worklist->refreshCase(id);
    });
    connect(&notifier, &StoreNotifier::referenceChanged, this, [this](const ReferencePtr &reference) {
        if (m_worklist)
            m_worklist->setReference(reference);
    });
    connect(&notifier, &StoreNotifier::storageFailed, this,
            [this](const Error &error) { sayFailed(error, Trouble::Screens); });
    connect(m_recorder.get(), &Recorder::recorded, this, &Workplace::sayRecorded);
}

QWidget *Workplace::makeShell(Language language)
{
    const CaseId open = m_caseFlow ? m_caseFlow->openId() : CaseId();
    const std::optional<ListedCase> current = m_worklist ? m_worklist->neighbour(0) : std::nullopt;
    m_printFlow.reset();
    m_caseFlow.reset();
    m_supervisionFlow.reset();
    m_endOfDayFlow.reset();
    m_outboxFlow.reset();
    m_proposalsFlow.reset();
    if (m_shell)
        m_settings.setShellLayout(m_shell->shellLayout());
    delete m_shell;
    m_locale = {language, Digits::European};
    m_shell = new Shell(m_theme, m_entrance.profile->desk().time(), m_locale);
    addSections();
    addSupervision();
    m_shell->setOfficer(m_entrance.officer);
    m_shell->setTraining(m_training);
    m_shell->setShellLayout(m_settings.shellLayout());
    m_shell->setDensity(m_settings.density());
    showPosture();
    OpenProfile &profile = *m_entrance.profile;
    m_outboxFlow = std::make_unique<OutboxFlow>(profile.desk());
    m_proposalsFlow = std::make_unique<ProposalsFlow>(profile.desk());
    connectShell();
    connectWorklist();
    connectOutbox();
    connectProposals();
    connectSupervision();
    m_worklist->setRole(m_entrance.officer.role);
    m_worklist->setDensity(m_settings.density());
    if (const ReferencePtr reference = profile.desk().reference())
        m_worklist->setReference(reference);
    if (const WorklistPtr worklist = profile.desk().worklist()) {
        m_worklist->setWorklist(worklist);
        if (m_worklist->model().rowCount() == 0)
            profile.store().readWholeWorklist(); // no rows are to be seen before it
    }
    if (current)
        m_worklist->setCurrent(*current); // what comes next is counted from there
    showStatus();
    // Work begins in the list, or in what waits for a supervisor; the caller shows the shell first.
    QTimer::singleShot(0, m_worklist, [this] {
        if (m_dayOpeningSection < 0)
            m_worklist->focusRows();
        else
            showSupervision(m_shell->section());
    });
    landSupervisor();
    if (!m_entrance.tokens && open.isEmpty())
        sayOffline();
    greetWithNote();
    if (!open.isEmpty()) {
        if (current && current->id == open)
            m_worklist->setOpenCase(*current);
        caseFlow().open(open);
    }
    return m_shell;
}

// Their reading ends before they are painted, so what follows waits for the loop to come round.
void Workplace::rowsRead()
{
    if (m_caseFlow || m_furnishing.isActive())
        return;
    m_furnishing.start(kFirstLook);
    QTimer::singleShot(0, this, [this] { m_entrance.profile->store().readWholeWorklist(); });
}

void Workplace::furnish()
{
    if (m_shell)
        std::ignore = caseFlow();
}

void Workplace::addSections()
{
    m_worklist = new WorklistPage(m_theme, *m_questions, m_entrance.profile->desk().time(), m_locale);
    m_outboxPlace = makePlace();
    m_conflictsPlace = makePlace();
    m_proposalsPlace = makePlace();
    m_endOfDayPlace = makePlace();
    using Beside = Shell::Beside;
    m_worklistSection = m_shell->addSection(
        Icon::Inbox, tr("Worklist", "navigation: the cases the officer works on"), m_worklist, Beside::Case);
    m_outboxSection = m_shell->addSection(
        Icon::CloudUp, tr("Waiting to be sent", "navigation: acts the centre has not acknowledged"),
        m_outboxPlace, Beside::Nothing);
    m_conflictsSection =
        m_shell->addSection(Icon::GitMerge, tr("Conflicts", "navigation: acts that need a choice"),
                            m_conflictsPlace, Beside::Nothing);
    m_proposalsSection = m_shell->addSection(
        Icon::UserShare, tr("My proposals", "navigation: work on requests that had gone to somebody else"),
        m_proposalsPlace, Beside::Nothing);
    m_endOfDaySection = m_shell->addSection(Icon::ClipboardCheck,
                                            tr("End of the day", "navigation: what is left, and a note"),
                                            m_endOfDayPlace, Beside::Nothing);
}

// --- what is made when it is first needed
// -------------------------------------------------------------------

CaseFlow &Workplace::caseFlow()
{
    if (m_caseFlow)
        return *m_caseFlow;
    {
        const Fitting fitting(m_theme);
        m_pane = new CasePane(m_theme, m_entrance.profile->desk().time(), m_around.clock, m_locale);
        m_shell->setCasePane(m_pane);
    }
    OpenProfile &profile = *m_entrance.profile;
    m_caseFlow = std::make_unique<CaseFlow>(profile.desk(), *m_recorder, *m_drafts, profile.store(),
                                            profile.engine(), m_preview, *m_pane, *m_worklist);
    m_caseFlow->setOffline(isOffline(m_status.link));
    m_pane->setSyncStatus(statusHere());
    showClock();
    connectCase();
    makePrinting();
    return *m_caseFlow;
}

OutboxPage &Workplace::outbox()
{
    if (!m_outbox) {
        m_outbox = new OutboxPage(m_theme, m_around.clock, m_locale);
        m_outbox->setSyncStatus(statusHere());
        m_outboxFlow->keep(*m_outbox);
        m_outboxPlace->layout()->addWidget(m_outbox);
        m_outbox->show(); // now and not by the layout, or it could not take the keyboard
    }
    return *m_outbox;
}

ConflictsPage &Workplace::conflicts()
{
    if (!m_conflicts) {
        m_conflicts = new ConflictsPage(m_theme, m_around.clock, m_locale);
        m_outboxFlow->keep(*m_conflicts);
        m_conflictsPlace->layout()->addWidget(m_conflicts);
        m_conflicts->show();
    }
    return *m_conflicts;
}

ProposalsPage &Workplace::proposals()
{
    if (!m_proposals) {
        m_proposals = new ProposalsPage(m_theme, m_around.clock, m_locale);
        m_proposalsFlow->keep(*m_proposals);
        m_proposalsPlace->layout()->addWidget(m_proposals);
        m_proposals->show();
    }
    return *m_proposals;
}

EndOfDayPage &Workplace::endOfDay()
{
    if (!m_endOfDay) {
        m_endOfDay = new EndOfDayPage(m_theme, m_entrance.profile->desk().time(), m_locale);
        m_endOfDay->setSyncStatus(statusHere());
        m_endOfDayFlow = std::make_unique<EndOfDayFlow>(m_entrance.profile->desk(), *m_note, *m_endOfDay);
        connect(m_endOfDay, &EndOfDayPage::caseChosen, this,
                [this](const CaseId &id) { caseFlow().open(id); });
        connect(m_endOfDay, &EndOfDayPage::outboxRequested, m_shell,
                [this] { m_shell->setSection(m_outboxSection); });
        connect(m_endOfDay, &EndOfDayPage::conflictsRequested, m_shell,
                [this] { m_shell->setSection(m_conflictsSection); });
        connect(m_endOfDay, &EndOfDayPage::signOutRequested, this, &Workplace::askBeforeSignOut);
        m_endOfDayPlace->layout()->addWidget(m_endOfDay);
        m_endOfDay->show();
    }
    return *m_endOfDay;
}

// --- who hears whom
// -----------------------------------------------------------------------------------------

void Workplace::connectShell()
{
    connect(m_shell, &Shell::schemeRequested, this, &Workplace::schemeRequested);
    connect(m_shell, &Shell::textPercentRequested, this, &Workplace::textPercentRequested);
    connect(m_shell, &Shell::languageRequested, this, &Workplace::languageRequested);
    connect(m_shell, &Shell::densityRequested, this, [this](Density density) {
        m_settings.setDensity(density);
        m_worklist->setDensity(density);
        m_shell->setDensity(density);
    });
    connect(m_shell, &Shell::searchEdited, m_worklist, &WorklistPage::search);
    connect(m_shell, &Shell::searchLeft, m_worklist, [this] {
        m_worklist->focusRows();
        showSupervision(m_shell->section());
    });
    connect(m_shell, &Shell::syncRequested, this, [this] { m_entrance.profile->engine().syncNow(); });
    connect(m_shell, &Shell::nextCaseRequested, m_worklist, [this] { m_worklist->openNeighbour(1); });
    connect(m_shell, &Shell::previousCaseRequested, m_worklist, [this] { m_worklist->openNeighbour(-1); });
    connect(m_shell, &Shell::signOutRequested, this, &Workplace::askBeforeSignOut);
    connect(m_shell, &Shell::sectionChanged, this, [this](int section) {
        if (section == m_outboxSection)
            outbox().focusRows();
        else if (section == m_conflictsSection)
            conflicts().focusRows();
        else if (section == m_proposalsSection)
            proposals().focusRows();
        else if (section == m_endOfDaySection)
            endOfDay().focusFirst();
        else
            showSupervision(section);
        if (section == m_proposalsSection)
            m_proposalsFlow->look();
        else
            m_proposalsFlow->lookAway();
    });
    connect(m_shell, &Shell::endOfDayRequested, m_shell, [this] { m_shell->setSection(m_endOfDaySection); });
}

void Workplace::connectWorklist()
{
    connect(m_worklist, &WorklistPage::caseChosen, this, [this](const CaseId &id) { caseFlow().open(id); });
    connect(m_worklist, &WorklistPage::refreshRequested, this,
            [this] { m_entrance.profile->engine().syncNow(); });
    connect(m_worklist, &WorklistPage::searchCleared, m_shell, &Shell::clearSearch);
    connect(m_worklist, &WorklistPage::countsChanged, m_shell, [this](const WorklistCounts &counts) {
        m_shell->setBadge(m_worklistSection, counts.of(WorklistChip::Overdue), Tone::Danger);
    });
}

void Workplace::makePrinting()
{
    if (!m_painting) {
        m_painting = std::make_unique<ThreadExecutor>(QStringLiteral("printing"));
        m_spooler = std::make_unique<Spooler>(Spooler::installed());
    }
    OpenProfile &profile = *m_entrance.profile;
    m_printFlow = std::make_unique<PrintFlow>(
        PrintFlow::Parts{profile.desk(), profile.store(), m_preview, *m_spooler, *m_painting, m_around.gui},
        PrintFlow::Look{m_theme, m_locale, m_training}, *m_pane);
    connect(m_printFlow.get(), &PrintFlow::printed, m_shell,
            [this](const QString &sentence) { m_shell->toast().say(Tone::Success, sentence); });
}

void Workplace::connectCase()
{
    connect(m_shell, &Shell::caseClosed, m_caseFlow.get(), [this] {
        m_caseFlow->close();
        m_worklist->setOpenCase(CaseId());
        m_worklist->focusRows();
    });
    connect(m_caseFlow.get(), &CaseFlow::recallRequested, m_outboxFlow.get(), &OutboxFlow::recall);
    connect(m_caseFlow.get(), &CaseFlow::retryRequested, m_outboxFlow.get(), &OutboxFlow::retry);
    connect(m_caseFlow.get(), &CaseFlow::conflictRequested, this, &Workplace::showConflict);
    connect(m_caseFlow.get(), &CaseFlow::opened, m_shell, [this] {
        m_shell->openCase();
        m_worklist->setOpenCase(m_caseFlow->openId());
    });
    connect(m_caseFlow.get(), &CaseFlow::closed, m_shell, [this] {
        m_worklist->setOpenCase(CaseId());
        m_shell->closeCase();
        m_worklist->focusRows();
    });
    connect(m_caseFlow.get(), &CaseFlow::draftFailed, this,
            [this](const Error &error) { sayFailed(error, Trouble::Draft); });
    connect(m_caseFlow.get(), &CaseFlow::refusedElsewhere, this,
            [this](const Case &seen, const Error &error) {
                m_shell->toast().say(Tone::Danger,
                                     tr("Request %1: %2", "%2 sentences on what went wrong with an act on it")
                                         .arg(isolateId(seen.number), errorSentence(error)));
            });
}

void Workplace::connectOutbox()
{
    connect(m_outboxFlow.get(), &OutboxFlow::conflictRequested, this, &Workplace::showConflict);
    connect(m_outboxFlow.get(), &OutboxFlow::caseChosen, this,
            [this](const CaseId &id) { caseFlow().open(id); });
    connect(m_outboxFlow.get(), &OutboxFlow::decideAnewRequested, this,
            [this](const CaseId &id, const ActId &act) { caseFlow().decideAnew(id, act); });
    connect(m_outboxFlow.get(), &OutboxFlow::countsChanged, m_shell, [this](int waiting, int parked) {
        m_shell->setBadge(m_outboxSection, waiting, Tone::Info);
        m_shell->setBadge(m_conflictsSection, parked, Tone::Danger);
        showStatus(); // the engine may have told its count before this one was known
    });
    connect(m_outboxFlow.get(), &OutboxFlow::failed, this,
            [this](const Error &error) { sayFailed(error, Trouble::Screens); });
    connect(m_outboxFlow.get(), &OutboxFlow::recalled, m_shell, [this](const Act &act) {
        caseFlow().takeBack(act);
        m_shell->toast().say(Tone::Success,
                             tr("Taken back. Nothing was sent; what was written is a draft again."));
    });
    connect(m_outboxFlow.get(), &OutboxFlow::recallMissed, m_shell, [this] {
        m_shell->toast().say(
            Tone::Warning,
            tr("It is too late to take it back: it is on its way to the central system. The request "
               "can be changed by a further act."));
    });
}

void Workplace::connectProposals()
{
    connect(m_proposalsFlow.get(), &ProposalsFlow::newsCounted, m_shell,
            [this](int news) { m_shell->setBadge(m_proposalsSection, news, Tone::Info); });
    connect(m_proposalsFlow.get(), &ProposalsFlow::happened, this, &Workplace::sayProposed);
    connect(m_proposalsFlow.get(), &ProposalsFlow::failed, this,
            [this](const Error &error) { sayFailed(error, Trouble::Screens); });
}

void Workplace::showConflict(const ActId &act)
{
    conflicts().show(act);
    m_shell->setSection(m_conflictsSection);
    conflicts().focusRows();
}

// As the engine told it, with what this device counts itself.
SyncStatus Workplace::statusHere() const
{
    SyncStatus status = m_outboxFlow->counted(m_status);
    status.today = m_today->work().all;
    status.readyToday = m_today->work().ready;
    return status;
}

void Workplace::showStatus()
{
    if (!m_shell)
        return;
    const SyncStatus status = statusHere();
    m_shell->setSyncStatus(status);
    m_worklist->setSyncStatus(status);
    if (m_outbox)
        m_outbox->setSyncStatus(status);
    if (m_pane)
        m_pane->setSyncStatus(status);
    if (m_endOfDay)
        m_endOfDay->setSyncStatus(status);
    if (m_dayOpening)
        m_dayOpening->setSyncStatus(status);
    if (m_board)
        m_board->setSyncStatus(status);
    if (m_caseFlow)
        m_caseFlow->setOffline(isOffline(m_status.link));
    showClock();
}

// Nothing is said of it before a worker has come to life.
void Workplace::showPosture()
{
    const std::optional<Posture> posture = m_preview.posture();
    if (!m_shell || (!posture && !m_preview.unavailable()))
        return;
    SecurityStatus status;
    if (m_preview.unavailable()) // nothing is in force, since nothing is opened
        return m_shell->setSecurity(status);
    status.limits = posture->has(kPostureLimits);
    status.noNewPrivileges = posture->has(kPostureNoNewPrivileges);
    status.calls = posture->has(kPostureCalls);
    status.files = posture->has(kPostureFiles);
    status.namespaces = posture->has(kPostureNamespaces);
    status.names = posture->has(kPostureNames);
    m_shell->setSecurity(status);
}

// Where the deadlines are and where a time is entered; a clock that is right is not spoken of.
void Workplace::showClock()
{
    const ClockCheck check = m_entrance.profile->desk().time().check();
    m_shell->setClock(check);
    m_worklist->setClock(check);
    if (m_pane)
        m_pane->setClock(check);
}

void Workplace::tick()
{
    if (!m_shell)
        return;
    showClock();
    m_shell->tick();
    m_worklist->tick();
    if (m_outbox)
        m_outbox->tick();
    if (m_conflicts)
        m_conflicts->tick();
    if (m_pane)
        m_pane->tick();
    if (m_dayOpening)
        m_dayOpening->tick();
    if (m_board)
        m_board->tick();
    // A list that is out of sight asks for no rows, and has its counts all the same.
    if (m_worklist->model().worklist() && !m_worklist->model().isWhole())
        m_entrance.profile->store().readWholeWorklist();
}

void Workplace::askBeforeSignOut()
{
    m_leaveTaking->begin(m_status, m_shell->leaving(), [this] { signOut(); });
}

bool Workplace::mayClose(std::function<void()> close)
{
    if (!m_shell || !m_leaveTaking->holdsUnwritten())
        return true;
    m_leaveTaking->beforeClosing(m_status, m_shell->leaving(), std::move(close));
    return false;
}

void Workplace::signOut()
{
    if (m_caseFlow)
        m_caseFlow->close();
    m_entrance.profile->engine().signOut([this, guard = QPointer(this)] {
        if (guard)
            Q_EMIT left();
    });
}

} // namespace tawasul

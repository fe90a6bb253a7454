// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Officers record, the feed brings news, the centre answers, the program restarts, in any order and with the
// threads in any order: the same seed gives the same run.
#include "models/domain/fold.h"
#include "models/domain/workflow.h"
#include "tests/support/deskprofile.h"
#include "tests/support/samplereference.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <array>
#include <map>
#include <set>
#include <tuple>

using namespace tawasul;

namespace {

constexpr int kCases = 4;
constexpr int kSteps = 60;

Case caseNumber(int n)
{
    Case value = numberedCase(n);
    value.status = n % 2 == 0 ? CaseStatus::New : CaseStatus::InProgress;
    return value;
}

/// One run: a model of what must be there beside the program itself.
class Run
{
public:
    explicit Run(std::uint64_t seed)
        : m_profile(seed)
        , m_random(seed * 31 + 7)
    {
        if (!m_profile.open())
            qFatal("not opened");
        std::vector<Case> cases;
        for (int n = 1; n <= kCases; ++n) {
            cases.push_back(caseNumber(n));
            m_centre.emplace(cases.back().id, cases.back());
            m_cached.insert(cases.back().id);
        }
        m_profile.pull(cases);
        if (const QString wrong = wrongNow(); !wrong.isEmpty())
            qFatal("%s", qPrintable(wrong));
    }

    /// Empty, or what was wrong.
    QString live()
    {
        for (int step = 0; step < kSteps; ++step) {
            doSomething();
            if (draw(3) == 0)
                continue; // several things under way at once
            m_profile.scheduler().runAll();
            takeAnswers();
            if (const QString wrong = wrongNow(); !wrong.isEmpty())
                return QStringLiteral("step %1: %2").arg(step).arg(wrong);
        }
        m_profile.scheduler().runAll();
        takeAnswers();
        return wrongNow();
    }

    [[nodiscard]] int recorded() const { return static_cast<int>(m_recorded.size()); }

private:
    std::uint64_t draw(std::uint64_t below) { return m_random.next() % below; }

    Case &anyCase()
    {
        auto at = m_centre.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(draw(m_centre.size())));
        return at->second;
    }

    void doSomething()
    {
        switch (draw(11)) {
        case 0:
        case 1:
        case 2:
        case 3:
            return record();
        case 4:
            return changeAtTheCentre();
        case 5:
            return removeOrBringBack();
        case 6:
        case 7:
            return send();
        case 8:
            return choose();
        case 9:
            return rebuild();
        default:
            return restart();
        }
    }

    void record()
    {
        static constexpr std::array kTypes{ActType::Note,     ActType::Note,   ActType::Start,
                                           ActType::Complete, ActType::Return, ActType::Escalate,
                                           ActType::Transfer, ActType::Reject};
        // As it was on screen when everything last came to rest.
        const auto seen = m_seen.find(anyCase().id);
        if (seen == m_seen.end())
            return;
        m_answers.push_back(m_profile.desk().record(intentionOf(kTypes[draw(kTypes.size())], seen->second)));
    }

    void takeAnswers()
    {
        for (const auto &answer : m_answers) {
            if (answer.isFinished() && !answer.isCanceled() && answer.resultCount() == 1 && answer.result())
                m_recorded.insert(*answer.result());
        }
        m_answers.clear();
    }

    void changeAtTheCentre()
    {
        Case &theCase = anyCase();
        Act act = sampleAct(draw(2) == 0 ? ActType::Escalate : ActType::Note, sampleSupervisor());
        act.id = ActId(QStringLiteral("theirs-%1").arg(++m_theirs));
        if (const auto after = tawasul::apply(theCase, act, sampleReference(), sampleNow()))
            theCase = *after;
        if (m_cached.count(theCase.id) != 0 && draw(4) != 0)
            pull(theCase);
    }

    void pull(const Case &theCase)
    {
        auto page = std::make_shared<CasePage>();
        page->add(theCase).endAt(QStringLiteral("c"));
        apply(page);
        m_cached.insert(theCase.id);
    }

    void apply(const std::shared_ptr<CasePage> &page)
    {
        m_profile.store().withCache([this, page](Cache &cache) {
            const auto effect = cache.applyPage(page->page(), std::nullopt);
            if (!effect)
                qFatal("%s", qPrintable(effect.error().detail));
            m_profile.store().worklistTouched(cache, *effect);
        });
    }

    void removeOrBringBack()
    {
        const Case &theCase = anyCase();
        if (m_cached.count(theCase.id) == 0)
            return pull(theCase);
        auto page = std::make_shared<CasePage>();
        page->remove(theCase.id).endAt(QStringLiteral("c"));
        apply(page);
        m_cached.erase(theCase.id);
    }

    /// The head of a lane leaves, and the centre takes it, refuses it, or is not reached.
    void send()
    {
        const Case &theCase = anyCase();
        m_profile.scheduler().runAll();
        takeAnswers();
        for (const OutboxItem &item : m_profile.unsettled()) {
            if (item.act.caseId != theCase.id)
                continue;
            if (item.state == OutboxState::Waiting)
                deliver(item);
            return; // the first of the lane only
        }
    }

    void deliver(const OutboxItem &item)
    {
        Case &theCase = m_centre.at(item.act.caseId);
        const std::uint64_t fate = draw(4);
        bool sent = false;
        m_profile.onJournal(item.act.caseId, [&](Journal &journal) {
            sent = journal.beginSending(item.act.id).value_or(false);
            if (sent && fate == 0)
                std::ignore = journal.backToWaiting(item.act.id, {}, m_profile.clock().now());
        });
        if (!sent || fate == 0)
            return;
        const auto after = foldOne(theCase, item.act);
        if (!after) {
            m_profile.onJournal(item.act.caseId, [&](Journal &journal) {
                std::ignore = journal.park(item.act.id, ParkReason::Refused, after.error(), std::nullopt);
            });
            return;
        }
        theCase = *after;
        auto page = std::make_shared<CasePage>();
        page->add(theCase);
        m_profile.store().withCache([this, page](Cache &cache) {
            m_profile.store().worklistTouched(cache, cache.applyCase(page->row()).value());
        });
        if (fate == 1)
            return restart(); // the answer reached the cache, and then the power went
        m_profile.onJournal(item.act.caseId, [&](Journal &journal) {
            if (!journal.settle(item.act.id, "{}"))
                qFatal("not settled");
        });
    }

    static Result<Case> foldOne(const Case &theCase, const Act &act)
    {
        const Folded folded = foldPending(theCase, {act}, referenceOf());
        return folded.refused ? Result<Case>(*folded.refused) : folded.shown;
    }

    static ReferenceOf referenceOf()
    {
        static const auto kReference = std::make_shared<const Reference>(sampleReference());
        return [](const QString &) { return kReference; };
    }

    void choose()
    {
        m_profile.scheduler().runAll();
        takeAnswers();
        for (const OutboxItem &item : m_profile.unsettled()) {
            if (item.state != OutboxState::Parked)
                continue;
            if (draw(2) == 0)
                std::ignore = m_profile.wait(m_profile.desk().takeTheirs(item.act.id));
            else
                std::ignore = m_profile.wait(m_profile.desk().retryNow(item.act.id));
            return;
        }
    }

    void rebuild()
    {
        m_profile.store().withCache([](Cache &cache) {
            if (!cache.beginRebuild())
                qFatal("no rebuild");
        });
        if (draw(2) == 0)
            restart();
        auto page = std::make_shared<CasePage>();
        for (const CaseId &id : m_cached)
            page->add(m_centre.at(id));
        page->endAt(QStringLiteral("r"));
        apply(page);
    }

    void restart()
    {
        m_profile.scheduler().runAll();
        takeAnswers();
        if (!m_profile.open())
            qFatal("not opened again");
    }

    // --- what must hold ---

    QString wrongNow()
    {
        std::map<ActId, OutboxItem> unsettled;
        for (const OutboxItem &item : m_profile.unsettled())
            unsettled.emplace(item.act.id, item);
        QString wrong;
        m_profile.store().withJournal([&](Journal &journal) {
            for (const ActId &id : m_recorded) {
                const auto item = journal.item(id);
                if (!item || !*item)
                    wrong = u"an act is lost: " % id.text();
                else if ((*item)->state == OutboxState::Sending)
                    wrong = u"an act is still being sent: " % id.text();
                else if (((*item)->state == OutboxState::Waiting || (*item)->state == OutboxState::Parked)
                         != (unsettled.count(id) != 0))
                    wrong = u"an act is in two places: " % id.text();
            }
        });
        m_profile.scheduler().runAll();
        if (wrong.isEmpty() && unsettled.size() > m_recorded.size())
            wrong = QStringLiteral("an act that nobody recorded");
        for (const auto &[id, theCase] : m_centre) {
            if (wrong.isEmpty())
                wrong = wrongCase(id, unsettled);
        }
        return wrong.isEmpty() ? wrongList(unsettled) : wrong;
    }

    QString wrongCase(const CaseId &id, const std::map<ActId, OutboxItem> &unsettled)
    {
        const auto stored = m_profile.stored(id);
        if (stored.has_value() != (m_cached.count(id) != 0))
            return u"a case that is not where it belongs: " % id.text();
        m_seen.erase(id);
        if (!stored)
            return {};
        m_seen.emplace(id, stored->shown);
        if (stored->truth.version > m_centre.at(id).version)
            return QStringLiteral("truth ahead of the centre");
        if (!(stored->shown == foldPending(stored->truth, waitingOn(id, unsettled), referenceOf()).shown))
            return u"shown is not truth with its acts: " % id.text();
        return {};
    }

    static std::vector<Act> waitingOn(const CaseId &id, const std::map<ActId, OutboxItem> &unsettled)
    {
        std::map<qint64, Act> lane;
        for (const auto &[act, item] : unsettled) {
            if (item.act.caseId == id && item.state != OutboxState::Parked)
                lane.emplace(item.sequence, item.act);
        }
        std::vector<Act> acts;
        for (const auto &[sequence, act] : lane)
            acts.push_back(act);
        return acts;
    }

    /// The snapshot by brute force over what is stored.
    QString wrongList(const std::map<ActId, OutboxItem> &unsettled)
    {
        std::vector<WorklistEntry> expected;
        const WorklistPtr list = m_profile.heard();
        for (const CaseId &id : m_cached) {
            const auto stored = m_profile.stored(id);
            WorklistEntry entry;
            entry.row = stored->row;
            entry.deadlineMs = stored->shown.deadline().at.time_since_epoch().count();
            entry.status = stored->shown.status;
            const auto place = std::find(list->sections.begin(), list->sections.end(), stored->shown.section);
            entry.section = static_cast<std::uint16_t>(place - list->sections.begin());
            entry.flags = flagsOf(*stored, unsettled);
            expected.push_back(entry);
        }
        std::sort(expected.begin(), expected.end(), [](const auto &a, const auto &b) {
            return std::tie(a.deadlineMs, a.row) < std::tie(b.deadlineMs, b.row);
        });
        return list->entries == expected ? QString() : QStringLiteral("the list is not what is stored");
    }

    static std::uint8_t flagsOf(const CacheReader::Stored &stored,
                                const std::map<ActId, OutboxItem> &unsettled)
    {
        int flags = stored.shown.assignee ? 0 : static_cast<int>(RowFlag::Unassigned);
        for (const auto &[act, item] : unsettled) {
            if (item.act.caseId == stored.truth.id)
                flags |= static_cast<int>(item.state == OutboxState::Parked ? RowFlag::Parked
                                                                            : RowFlag::WaitingToBeSent);
        }
        return static_cast<std::uint8_t>(flags);
    }

    DeskProfile m_profile;
    SeededRandom m_random;
    std::map<CaseId, Case> m_centre;
    std::set<CaseId> m_cached;     ///< the cases in this officer's scope
    std::map<CaseId, Case> m_seen; ///< as the officer's screen has them
    std::set<ActId> m_recorded;
    std::vector<QFuture<Result<ActId>>> m_answers;
    int m_theirs = 0;
};

} // namespace

class InterleavingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void nothingIsLostOrShownWronglyInAnyOrder()
    {
        const int runs = qEnvironmentVariableIntValue("TAWASUL_RUNS") > 0
            ? qEnvironmentVariableIntValue("TAWASUL_RUNS")
            : 40;
        int recorded = 0;
        for (int seed = 1; seed <= runs; ++seed) {
            Run run(static_cast<std::uint64_t>(seed));
            const QString wrong = run.live();
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1, %2").arg(seed).arg(wrong)));
            recorded += run.recorded();
        }
        QVERIFY2(recorded > runs * 5, qPrintable(QString::number(recorded)));
    }
};

QTEST_GUILESS_MAIN(InterleavingsTest)
#include "tst_interleavings.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything that can go wrong, by lot, for a while; then quiet. What must hold afterwards: every act
// ends acknowledged or parked, took effect at most once and in its order, and the desk shows the centre's
// truth.
#include "models/domain/uuid.h"
#include "models/domain/workflow.h"
#include "tests/sync/enginestage.h"

#include <QtTest/QTest>

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kCases = 5;
constexpr int kSteps = 120;
constexpr int kStorms = 40;

/// One storm under one seed.
class Storm
{
public:
    explicit Storm(std::uint64_t seed)
        : m_chance(seed)
        , m_stage(seed)
    {
        for (int n = 1; n <= kCases; ++n)
            m_stage.centre.put(officersCase(n, CaseStatus::New));
        m_stage.centre.pageSize = 1 + drawn(4);
        m_stage.centre.forgivesLostRefresh = drawn(2) == 0;
        m_stage.centre.instead = [this](const TransportCall &) -> std::optional<TransportReply> {
            if (!m_isStormy || drawn(100) >= 12)
                return std::nullopt;
            static constexpr std::array kStatuses{408, 429, 500, 502, 503};
            return drawn(4) == 0
                ? FakeCentre::answer(200, "<html>")
                : FakeCentre::problem(kStatuses.at(static_cast<std::size_t>(drawn(5))), "centre.trouble");
        };
        m_stage.centre.losesAnswerTo = [this](const TransportCall &) {
            return m_isStormy && drawn(100) < 12;
        };
        m_stage.signIn();
    }

    void rage()
    {
        m_isStormy = true;
        for (int step = 0; step < kSteps; ++step) {
            blow();
            if (m_stage.status.link == SyncStatus::Link::SessionEnded)
                m_stage.engine->resume(m_stage.centre.signIn());
            m_stage.pass(std::chrono::milliseconds(drawn(20'000)));
        }
        m_isStormy = false;
        m_stage.centre.isDown = false;
        m_stage.centre.isMute = false;
        for (int i = 0; i < 3; ++i) {
            if (m_stage.status.link == SyncStatus::Link::SessionEnded)
                m_stage.engine->resume(m_stage.centre.signIn());
            m_stage.passMinutes(15);
        }
    }

    // What is wrong afterwards; empty when nothing is.
    [[nodiscard]] QStringList faults()
    {
        QStringList found;
        checkActs(found);
        checkOrder(found);
        checkTruth(found);
        if (m_stage.status.link != SyncStatus::Link::Online)
            found += QStringLiteral("not online again");
        return found;
    }

    [[nodiscard]] std::size_t recorded() const { return m_recorded.size(); }
    [[nodiscard]] std::size_t effects() const { return m_stage.centre.effects.size(); }

private:
    int drawn(int below) { return static_cast<int>(m_chance.next() % static_cast<std::uint64_t>(below)); }
    CaseId anyCase() { return officersCase(1 + drawn(kCases)).id; }

    void blow()
    {
        switch (drawn(16)) {
        case 0:
            m_stage.centre.isDown = !m_stage.centre.isDown;
            break;
        case 1:
            m_stage.centre.isMute = !m_stage.centre.isMute;
            break;
        case 2:
            m_stage.centre.expireAccess();
            break;
        case 3:
            restart();
            break;
        case 4:
            m_stage.centre.restoreFromBackup();
            break;
        case 5:
        case 6:
        case 7:
            somebodyElseActs();
            break;
        case 8:
            chooseForAParkedAct();
            break;
        case 9:
            m_stage.engine->syncNow();
            break;
        default:
            officerActs();
        }
    }

    void restart()
    {
        for (int i = drawn(40); i > 0; --i)
            m_stage.profile.scheduler().runOne(); // in the middle of something
        m_stage.quit();
        m_stage.signIn();
    }

    void officerActs()
    {
        const CaseId id = anyCase();
        const auto shown = m_stage.shownOf(id);
        if (!shown)
            return;
        const auto allowed = allowedActs(*shown, sampleOfficer());
        if (allowed.empty())
            return;
        const ActType type = allowed.at(static_cast<std::size_t>(drawn(static_cast<int>(allowed.size()))));
        const ActId act = m_stage.record(type, id);
        if (!act.isEmpty())
            m_recorded.push_back({act, id});
    }

    void somebodyElseActs()
    {
        static constexpr std::array kTypes{ActType::Note,   ActType::Note,    ActType::Escalate,
                                           ActType::Return, ActType::Assign,  ActType::Assign,
                                           ActType::Reopen, ActType::Complete};
        Act act = sampleAct(kTypes.at(static_cast<std::size_t>(drawn(8))), sampleSupervisor());
        act.id = ActId(uuidV7(m_stage.profile.clock().now(), m_chance));
        act.caseId = anyCase();
        act.recordedAt = m_stage.profile.clock().now();
        if (act.type == ActType::Assign && drawn(3) > 0)
            act.toAssignee = nameOf(sampleOfficer());
        std::ignore = m_stage.centre.act(act);
    }

    void chooseForAParkedAct()
    {
        for (const OutboxItem &item : m_stage.profile.unsettled()) {
            if (item.state != OutboxState::Parked)
                continue;
            if (drawn(2) == 0)
                m_stage.profile.wait(m_stage.profile.desk().takeTheirs(item.act.id));
            else
                m_stage.profile.wait(m_stage.profile.desk().retryNow(item.act.id));
            return;
        }
    }

    [[nodiscard]] bool tookEffect(const ActId &act) const
    {
        const auto &effects = m_stage.centre.effects;
        return std::find(effects.begin(), effects.end(), act) != effects.end();
    }

    void checkActs(QStringList &found)
    {
        auto effects = m_stage.centre.effects;
        std::sort(effects.begin(), effects.end());
        if (std::adjacent_find(effects.begin(), effects.end()) != effects.end())
            found += QStringLiteral("an act took effect twice");
        QSet<CaseId> stopped;
        for (const auto &[act, lane] : m_recorded) {
            const auto item = m_stage.itemOf(act);
            const QString name = act.text();
            if (!item) {
                found += name % u" is lost";
                continue;
            }
            const bool isDone = tookEffect(act);
            switch (item->state) {
            case OutboxState::Settled:
                if (!isDone)
                    found += name % u" is settled, but never took effect";
                break;
            case OutboxState::Parked:
                stopped.insert(lane);
                if (isDone)
                    found += name % u" is parked, but took effect";
                if (!item->lastError)
                    found += name % u" is parked without a reason";
                break;
            case OutboxState::Closed:
                if (isDone)
                    found += name % u" was given up, but took effect";
                break;
            case OutboxState::Waiting:
                if (!stopped.contains(lane))
                    found += name % u" still waits";
                break;
            case OutboxState::Sending:
                found += name % u" sticks in sending";
            }
        }
    }

    void checkOrder(QStringList &found) const
    {
        for (int n = 1; n <= kCases; ++n) {
            std::vector<ActId> mustBe;
            for (const auto &[act, lane] : m_recorded) {
                if (lane == officersCase(n).id && tookEffect(act))
                    mustBe.push_back(act);
            }
            std::vector<ActId> is;
            for (const ActId &act : m_stage.centre.effects) {
                if (std::find(mustBe.begin(), mustBe.end(), act) != mustBe.end())
                    is.push_back(act);
            }
            if (is != mustBe)
                found += QStringLiteral("the acts of case %1 changed places").arg(n);
        }
    }

    void checkTruth(QStringList &found)
    {
        for (const Case &theirs : m_stage.centre.cases()) {
            const auto ours = m_stage.truthOf(theirs.id);
            const bool mustBeHere = isWithinReach(theirs, sampleOfficer());
            if (ours.has_value() != mustBeHere)
                found += theirs.number % (mustBeHere ? u" is missing" : u" did not leave");
            else if (ours && !(*ours == theirs))
                found += theirs.number % u" is not what the centre has";
        }
    }

    SeededRandom m_chance;
    EngineStage m_stage;
    bool m_isStormy = false;
    std::vector<std::pair<ActId, CaseId>> m_recorded;
};

} // namespace

class TestStorms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterTheStormEveryActIsSettledOrParkedOnce_data()
    {
        QTest::addColumn<quint64>("seed");
        const int storms = qEnvironmentVariableIntValue("TAWASUL_STORMS");
        for (int seed = 1; seed <= std::max(storms, kStorms); ++seed)
            QTest::addRow("seed %d", seed) << static_cast<quint64>(seed);
    }
    void afterTheStormEveryActIsSettledOrParkedOnce()
    {
        QFETCH(const quint64, seed);
        Storm storm(seed);
        storm.rage();
        const QStringList faults = storm.faults();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        m_recorded += storm.recorded();
        m_effects += storm.effects();
    }

    void theStormsWereStorms()
    {
        // A test whose officers do nothing would prove nothing.
        QVERIFY2(m_recorded > 20 * kStorms, qPrintable(QString::number(m_recorded)));
        QVERIFY2(m_effects > 10 * kStorms, qPrintable(QString::number(m_effects)));
    }

private:
    std::size_t m_recorded = 0;
    std::size_t m_effects = 0;
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestStorms)
#include "tst_storms.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <random>

#include "models/itemmodels/outboxmodel.h"
#include "tests/support/handclock.h"

using namespace tawasul;

namespace {

const Instant kNow = Instant(std::chrono::hours(500'000));

// Words that tell which cell they come from.
class PlainWords final : public OutboxRowWords
{
public:
    [[nodiscard]] QString header(OutboxColumn column) const override
    {
        return QString::number(static_cast<int>(column));
    }
    [[nodiscard]] QString sentence(const OutboxItem &item, const OutboxStanding &, Instant) const override
    {
        return QString(u"all of " % item.act.id.text());
    }
    [[nodiscard]] QString cell(const OutboxItem &item, const OutboxStanding &standing, OutboxColumn column,
                               Instant) const override
    {
        return QStringLiteral("%1/%2/%3")
            .arg(item.act.id.text(), header(column), QString::number(static_cast<int>(standing.hold)));
    }
};

OutboxItem itemOf(int number, OutboxState state = OutboxState::Waiting)
{
    OutboxItem item;
    item.sequence = number;
    item.act.id = ActId(QStringLiteral("act-%1").arg(number));
    item.act.caseId = CaseId(QStringLiteral("case-%1").arg(number % 5));
    item.act.type = ActType::Return;
    item.state = state;
    return item;
}

std::vector<OutboxItem> itemsOf(std::initializer_list<int> numbers)
{
    std::vector<OutboxItem> items;
    for (const int number : numbers)
        items.push_back(itemOf(number));
    return items;
}

} // namespace

class OutboxModelTest : public QObject
{
    Q_OBJECT

private:
    HandClock m_clock{kNow};
    PlainWords m_words;
    std::unique_ptr<OutboxModel> m_model;

    QStringList acts() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names.append(m_model->itemAt(row).act.id.text().mid(4));
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_clock.set(kNow);
        m_model = std::make_unique<OutboxModel>(m_clock, m_words);
        m_model->setLinkUp(true);
    }

    void theModelKeepsItsPromisesWhateverSnapshotsCome()
    {
        const QAbstractItemModelTester tester(m_model.get(),
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        std::mt19937 engine(20261122);
        const auto draw = [&engine](int below) {
            return static_cast<int>(engine() % static_cast<unsigned>(below));
        };
        std::vector<OutboxItem> items;
        int number = 0;
        for (int round = 0; round < 400; ++round) {
            // What is here moves on or leaves, and more is recorded.
            std::erase_if(items, [&](const OutboxItem &) { return draw(6) == 0; });
            for (OutboxItem &item : items)
                item.state = static_cast<OutboxState>(draw(5));
            for (int more = draw(4); more > 0; --more)
                items.push_back(itemOf(++number));
            if (draw(20) == 0)
                std::shuffle(items.begin(), items.end(), engine);
            if (draw(50) == 0)
                items.clear();
            // Rows that somebody holds on to stay with their act.
            std::vector<std::pair<QPersistentModelIndex, ActId>> held;
            for (int row = 0; row < m_model->rowCount(); ++row)
                held.emplace_back(m_model->index(row, draw(kOutboxColumns)), m_model->itemAt(row).act.id);
            m_model->setItems(items);
            for (const auto &[index, act] : held)
                QCOMPARE(index.isValid() ? index.row() : -1, m_model->rowOf(act));
            if (draw(3) == 0)
                m_model->setLinkUp(draw(2) == 0);
            m_clock.advance(std::chrono::seconds(draw(90)));
            m_model->tick();

            std::vector<OutboxItem> shown = items;
            std::erase_if(shown, [](const OutboxItem &item) {
                return item.state == OutboxState::Settled || item.state == OutboxState::Closed;
            });
            QCOMPARE(m_model->rowCount(), static_cast<int>(shown.size()));
            for (int row = 0; row < m_model->rowCount(); ++row)
                QCOMPARE(m_model->itemAt(row).act.id, shown[static_cast<std::size_t>(row)].act.id);
        }
        QVERIFY(number > 100);
    }

    void manySeparateChangesAreLaidOutAnewAndKeepTheirRows()
    {
        std::vector<OutboxItem> items;
        for (int number = 0; number < 200; ++number)
            items.push_back(itemOf(number));
        m_model->setItems(items);
        const QPersistentModelIndex held = m_model->index(101, 2);
        const QPersistentModelIndex gone = m_model->index(100, 2);
        QSignalSpy laidOut(m_model.get(), &QAbstractItemModel::layoutChanged);
        std::erase_if(items, [](const OutboxItem &item) { return item.sequence % 2 == 0; });
        m_model->setItems(items);
        QCOMPARE(laidOut.count(), 1);
        QCOMPARE(held.row(), 50);
        QVERIFY(!gone.isValid());
    }

    void anAcknowledgedActLeavesWithoutMovingTheOthers()
    {
        m_model->setItems(itemsOf({1, 2, 3}));
        const QPersistentModelIndex last = m_model->index(2, 0);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        auto next = itemsOf({1, 2, 3});
        next.front().state = OutboxState::Settled;
        m_model->setItems(next);
        QCOMPARE(acts(), QStringList({QStringLiteral("2"), QStringLiteral("3")}));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(last.row(), 1);
    }

    void timeOpensAndClosesWhatMayBeDone()
    {
        auto items = itemsOf({1});
        items[0].recallUntil = kNow + std::chrono::seconds(20);
        items[0].nextTryAt = items[0].recallUntil;
        m_model->setItems(items);
        QVERIFY(m_model->standingAt(0).recallable);
        QSignalSpy told(m_model.get(), &QAbstractItemModel::dataChanged);
        m_clock.advance(std::chrono::seconds(10));
        m_model->tick();
        QCOMPARE(told.count(), 0); // nothing to say yet
        m_clock.advance(std::chrono::seconds(10));
        m_model->tick();
        QCOMPARE(told.count(), 1);
        QVERIFY(!m_model->standingAt(0).recallable);
        QCOMPARE(m_model->standingAt(0).hold, OutboxHold::Due);
        m_clock.advance(std::chrono::minutes(1));
        m_model->tick();
        QCOMPARE(told.count(), 2); // another minute is on the clock
    }

    void aLostLinkIsTheReasonOfEverythingThatCouldGo()
    {
        m_model->setItems(itemsOf({1, 2}));
        QCOMPARE(m_model->standingAt(1).hold, OutboxHold::Due);
        QSignalSpy told(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setLinkUp(false);
        QCOMPARE(m_model->standingAt(1).hold, OutboxHold::Link);
        QCOMPARE(told.count(), 1);
    }

    void everyCellSpeaksAndTheFirstForTheWholeRow()
    {
        m_model->setItems(itemsOf({7}));
        QCOMPARE(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("all of act-7"));
        for (int column = 0; column < kOutboxColumns; ++column) {
            const QString cell =
                QStringLiteral("act-7/%1/%2").arg(column).arg(static_cast<int>(OutboxHold::Due));
            QCOMPARE(m_model->index(0, column).data().toString(), cell);
            QCOMPARE(m_model->index(0, column).data(Qt::ToolTipRole).toString(), cell);
            QCOMPARE(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                     QString::number(column));
        }
        QVERIFY(!m_model->headerData(kOutboxColumns, Qt::Horizontal, Qt::DisplayRole).isValid());
        QVERIFY(!m_model->index(0, 1).data(Qt::DecorationRole).isValid());
    }

    void parkedActsAreCounted()
    {
        auto items = itemsOf({1, 2, 3});
        items[1].state = OutboxState::Parked;
        m_model->setItems(items);
        QCOMPARE(m_model->parkedCount(), 1);
    }
};

QTEST_GUILESS_MAIN(OutboxModelTest)
#include "tst_outboxmodel.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What searching and scrolling the worklist cost with 100,000 cases: the real page over
// the real cache, against the usual Qt way, a proxy over rows in memory, and against the same page with its
// heads in memory.
#include "app/desk/worklistquestions.h"
#include "tests/bench/benchdesk.h"
#include "tests/bench/benchprofile.h"
#include "tests/bench/benchreport.h"
#include "tests/support/sampleworklist.h"
#include "ui/shared/language.h"
#include "ui/theme/theme.h"
#include "ui/worklist/worklistpage.h"
#include "ui/worklist/worklistview.h"
#include "ui/worklist/worklistwords.h"

#include <QtCore/QLocale>
#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <cstdio>

using namespace tawasul;

namespace {

constexpr int kCases = 100'000;
constexpr int kRounds = 5;
constexpr int kSteps = 40;  ///< of scrolling, a screen each
constexpr int kScreen = 17; ///< rows
constexpr QSize kSize{1268, 820};

// The profile with its real threads, and all heads once, for what wants them in memory.
struct Data
{
    BenchDesk opened;
    std::vector<CaseHead> heads;

    explicit Data(const QString &folder)
        : opened(folder)
    {
        opened.begin(sampleOfficer());
        opened.profile().store().readWholeWorklist();
        waitFor([this] { return desk().worklist()->isWhole; });
        std::vector<qint64> rows;
        for (const WorklistEntry &entry : desk().worklist()->entries)
            rows.push_back(entry.row);
        const auto answer = desk().heads(rows);
        waitFor([&answer] { return answer.isFinished(); });
        heads = answer.result().value();
    }

    [[nodiscard]] Desk &desk() { return opened.desk(); }
    [[nodiscard]] const Clock &clock() const { return opened.clock(); }
};

class Page
{
public:
    Page(const Theme &theme, WorklistSource &source, Data &data)
        : m_page(theme, source, data.clock(), DisplayLocale{Language::Arabic, Digits::European})
    {
        m_page.setReference(shippedReference());
        m_page.resize(kSize);
        m_page.show();
        m_page.setWorklist(data.desk().worklist());
        settle();
    }

    void scrollThrough()
    {
        QScrollBar &bar = *m_page.view().verticalScrollBar();
        bar.setValue(0);
        for (int step = 0; step < kSteps; ++step) {
            bar.setValue(bar.value() + m_page.view().viewport()->height());
            settle();
        }
    }

private:
    // All rows on screen have their heads and are painted.
    void settle()
    {
        WorklistView &view = m_page.view();
        waitFor([&] {
            const int last = std::max(0, view.rowAt(view.viewport()->height() - 1));
            for (int row = std::max(0, view.rowAt(0)); row <= last; ++row) {
                if (row < m_page.model().rowCount() && !m_page.model().headAt(row))
                    return false;
            }
            return true;
        });
        view.viewport()->repaint();
    }

    WorklistPage m_page;
};

// The usual way: rows in memory, a proxy that looks into each.
class RowsInMemory : public QAbstractTableModel
{
public:
    explicit RowsInMemory(const std::vector<CaseHead> &heads)
    {
        for (const CaseHead &head : heads)
            m_texts.push_back(QString(head.number % u' ' % head.beneficiaryName % u' ' % head.subjectName
                                      % u' ' % head.subjectIdentifier));
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_texts.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return 1; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? m_texts[static_cast<std::size_t>(index.row())] : QVariant();
    }

private:
    std::vector<QString> m_texts;
};

// Both without a view: what is painted in the end costs the same.
class ProxySearch
{
public:
    explicit ProxySearch(const std::vector<CaseHead> &heads)
        : m_rows(heads)
    {
        m_proxy.setSourceModel(&m_rows);
    }

    int search(const QString &typed)
    {
        m_proxy.setFilterFixedString(typed);
        for (int row = 0; row < std::min(kScreen, m_proxy.rowCount()); ++row)
            (void)m_proxy.index(row, 0).data();
        return m_proxy.rowCount();
    }

private:
    RowsInMemory m_rows;
    QSortFilterProxyModel m_proxy;
};

class OurSearch
{
public:
    OurSearch(WorklistSource &source, Data &data)
        : m_source(source)
        , m_words({Language::Arabic, Digits::European})
        , m_model(source, data.clock(), m_words)
    {
        m_words.setReference(shippedReference());
        m_model.setWorklist(data.desk().worklist());
    }

    int search(const QString &typed)
    {
        WorklistFilter filter;
        if (!typed.isEmpty()) {
            const auto answer = m_source.search(typed);
            waitFor([&answer] { return answer.isFinished(); });
            filter.found = std::make_shared<const std::vector<qint64>>(answer.result().value());
        }
        m_model.setFilter(filter);
        waitFor([this] {
            bool all = true;
            for (int row = 0; row < std::min(kScreen, m_model.rowCount()); ++row)
                all = m_model.headAt(row) && all;
            return all;
        });
        return m_model.rowCount();
    }

private:
    WorklistSource &m_source;
    WorklistWords m_words;
    WorklistModel m_model;
};

// As an officer types a number: each step narrows, the last one clears.
const QStringList kTyped{QStringLiteral("991"), QStringLiteral("9912"), QStringLiteral("99123"), QString()};

Comparison measureTyping(OurSearch &ours, ProxySearch &proxy)
{
    Comparison row{QStringLiteral("keystroke in the search, 100000 cases / proxy model"),
                   {},
                   {},
                   QStringLiteral("ms"),
                   0.1};
    for (int round = 0; round <= kRounds; ++round) {
        for (const QString &typed : kTyped) {
            int found = 0;
            int expected = 0;
            const double reference = processorOf([&] { expected = proxy.search(typed); });
            const double mine = processorOf([&] { found = ours.search(typed); });
            if (found != expected)
                qFatal("bench: %s finds %d rows, not %d", qPrintable(typed), found, expected);
            if (round == 0)
                continue;
            row.reference.values.push_back(reference);
            row.ours.values.push_back(mine);
        }
    }
    return row;
}

Comparison measureScrolling(Page &page, Page &inMemory)
{
    Comparison row{QStringLiteral("scrolling by a screen, 100000 cases / heads in memory"),
                   {},
                   {},
                   QStringLiteral("ms"),
                   1.15};
    for (int round = 0; round <= kRounds; ++round) {
        const double reference = processorOf([&] { inMemory.scrollThrough(); }) / kSteps;
        const double ours = processorOf([&] { page.scrollThrough(); }) / kSteps;
        if (round == 0)
            continue;
        row.reference.values.push_back(reference);
        row.ours.values.push_back(ours);
    }
    return row;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale::c());
    DeskProfile made;
    fillProfile(made, kCases);
    Theme theme(app);
    Catalogues words(app);
    words.use(Language::Arabic);
    theme.apply({Scheme::Light, 100, true});
    Data data(made.folder());
    WorklistQuestions questions(data.desk(), [] {});
    FakeSource memory(data.heads);
    ProxySearch proxy(data.heads);
    OurSearch search(questions, data);
    Page page(theme, questions, data);
    Page inMemory(theme, memory, data);
    std::printf("measuring\n");
    std::fflush(stdout);
    const std::vector<Comparison> rows{measureTyping(search, proxy), measureScrolling(page, inMemory)};
    return report(QApplication::arguments().value(1, QStringLiteral(".")), QStringLiteral("worklist"), rows)
        ? 0
        : 1;
}

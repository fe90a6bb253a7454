// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shows the worklist in its window, in both languages, all schemes and the sizes that matter, and each of its
// states, and writes PNG files into the folder given: for the eye, before and after a change. Not installed.
#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>

#include "tests/support/handclock.h"
#include "tests/support/sampleworklist.h"
#include "ui/shared/card.h"
#include "ui/shared/language.h"
#include "ui/shared/plainlabel.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/shell.h"
#include "ui/worklist/worklistpage.h"
#include "ui/worklist/worklistview.h"

using namespace tawasul;

namespace {

constexpr int kSettle = 500; ///< milliseconds until skeletons have come and pictures are still

struct Shot
{
    QDir folder;
    QString name;
    void take(QWidget &widget, const QString &what) const
    {
        QTest::qWait(kSettle);
        widget.grab().save(folder.filePath(QString(what % u'-' % name % u".png")));
    }
};

// A window with everything in it.
struct Stage
{
    HandClock clock{worklistNow()};
    std::vector<CaseHead> heads = sampleHeads();
    FakeSource source{heads};
    DisplayLocale locale;
    Shell shell;
    WorklistPage *page;

    Stage(const Theme &theme, Language language, QSize size)
        : locale{language, Digits::European}
        , shell(theme, clock, locale)
        , page(new WorklistPage(theme, source, clock, locale))
    {
        const bool arabic = language == Language::Arabic;
        shell.addSection(Icon::Inbox, arabic ? QStringLiteral("قائمة العمل") : QStringLiteral("Worklist"),
                         page, Shell::Beside::Case);
        auto *outbox = new Card;
        shell.addSection(Icon::Send, arabic ? QStringLiteral("بانتظار الإرسال") : QStringLiteral("Outbox"),
                         outbox, Shell::Beside::Nothing);
        auto *pane = new Card;
        pane->column().addWidget(new PlainLabel(TextRole::PageTitle, QStringLiteral("1448002307")));
        pane->column().addStretch(1);
        shell.setCasePane(pane);
        shell.setOfficer(
            {PersonId(QStringLiteral("officer-1")),
             arabic ? QStringLiteral("نورة بنت سعد القحطاني") : QStringLiteral("Noura Al-Qahtani"),
             Role::Officer,
             {},
             {}});
        shell.setTraining(true);
        QObject::connect(&shell, &Shell::searchEdited, page, &WorklistPage::search);
        QObject::connect(page, &WorklistPage::countsChanged, &shell, [this](const WorklistCounts &counts) {
            shell.setBadge(0, counts.of(WorklistChip::Overdue), Tone::Danger);
        });
        shell.setBadge(1, 2, Tone::Neutral);
        shell.resize(size);
        status(SyncStatus::Link::Online);
        shell.show();
        shell.activateWindow();
    }

    void fill()
    {
        page->setReference(shippedReference());
        page->setWorklist(worklistOf(heads));
    }

    void status(SyncStatus::Link link, bool filling = false)
    {
        SyncStatus news;
        news.link = link;
        news.since = worklistNow() - std::chrono::hours(2);
        news.completeAt = worklistNow() - std::chrono::minutes(link == SyncStatus::Link::Online ? 0 : 65);
        news.filling = filling;
        news.fetched = 120;
        news.waiting = 2;
        news.parked = 1;
        shell.setSyncStatus(news);
        page->setSyncStatus(news);
    }
};

void shootSizes(const Theme &theme, Language language, const Shot &shot)
{
    for (const QSize size : {QSize(1280, 800), QSize(1536, 960)}) {
        Stage stage(theme, language, size);
        stage.fill();
        stage.page->focusRows();
        const QString width = QString::number(size.width());
        shot.take(stage.shell, QString(u"list-" % width));
        stage.shell.openCase();
        shot.take(stage.shell, QString(u"open-" % width));
    }
}

void shootStates(const Theme &theme, Language language, const Shot &shot)
{
    Stage stage(theme, language, {1536, 960});
    shot.take(stage.shell, QStringLiteral("loading"));
    stage.source.hold();
    stage.fill();
    stage.status(SyncStatus::Link::Online, true);
    shot.take(stage.shell, QStringLiteral("filling"));
    stage.source.release();
    stage.status(SyncStatus::Link::Offline);
    shot.take(stage.shell, QStringLiteral("offline"));
    stage.status(SyncStatus::Link::Online);
    auto &search = *stage.shell.findChild<SearchField *>(QStringLiteral("searchField"));
    search.setText(QStringLiteral("محم"));
    shot.take(stage.shell, QStringLiteral("search"));
    search.setText(QStringLiteral("9999999"));
    shot.take(stage.shell, QStringLiteral("nomatch"));
    search.clear();
    stage.source.failNext({Error::Kind::Storage, QStringLiteral("cache.unreadable"), {}});
    stage.page->refreshCase(stage.heads.front().id);
    shot.take(stage.shell, QStringLiteral("failed"));

    std::vector<CaseHead> closed = stage.heads;
    std::erase_if(closed, [](const CaseHead &head) {
        return isOpen(head.status) && head.status != CaseStatus::Returned;
    });
    stage.page->setWorklist(worklistOf(closed, 2));
    shot.take(stage.shell, QStringLiteral("done"));
    stage.page->setWorklist(worklistOf({}, 3));
    shot.take(stage.shell, QStringLiteral("firstuse"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("where the PNG files go"));
    options.addOption({QStringLiteral("text"), QStringLiteral("text size in per cent"),
                       QStringLiteral("percent"), QStringLiteral("100")});
    options.addOption({QStringLiteral("only"), QStringLiteral("one picture set, such as ar-light"),
                       QStringLiteral("set"), QString()});
    options.process(app);
    const QDir folder(options.positionalArguments().value(0, QStringLiteral(".")));
    folder.mkpath(QStringLiteral("."));

    Theme theme(app);
    Catalogues catalogues(app);
    const int percent = options.value(QStringLiteral("text")).toInt();
    const QStringList schemeNames{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("hc")};
    for (const Language language : {Language::Arabic, Language::English}) {
        catalogues.use(language);
        for (const Scheme scheme : kSchemes) {
            const QString name = QString((language == Language::Arabic ? u"ar-" : u"en-")
                                         % schemeNames[static_cast<int>(scheme)]);
            const QString only = options.value(QStringLiteral("only"));
            if (!only.isEmpty() && only != name)
                continue;
            theme.apply({scheme, percent, true});
            const Shot shot{folder, name};
            shootSizes(theme, language, shot);
            shootStates(theme, language, shot);
        }
    }
    return 0;
}

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/startupwindows.h"

#include "app/desk/workplace.h"
#include "models/preview/previewhost.h"
#include "models/sync/networktransport.h"
#include "tests/bench/childrun.h"
#include "tests/support/samplecase.h"
#include "ui/casefile/casepane.h"
#include "ui/shared/language.h"
#include "ui/shell/shell.h"
#include "ui/worklist/worklistpage.h"
#include "ui/worklist/worklistview.h"

#include <QtCore/QDir>
#include <QtCore/QTimer>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTextEdit>
#include <QtWidgets/QToolBar>

#include <thread>
#include <unistd.h>

namespace tawasul {

namespace {

constexpr QSize kSize{1536, 960};

// Without tearing anything down, since only the start is measured.
[[noreturn]] void endHere()
{
    sayAnonymous();
    _exit(0);
}

// Ends the program after the first painting at which `ready` holds.
class FirstFrame : public QObject
{
public:
    FirstFrame(QWidget &painted, std::function<bool()> ready)
        : m_ready(std::move(ready))
    {
        painted.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        // The painting itself follows this event; the next turn of the loop is behind it and its flush.
        if (event->type() == QEvent::Paint && m_ready())
            QTimer::singleShot(0, qApp, [] { endHere(); });
        return false;
    }

private:
    std::function<bool()> m_ready;
};

bool always()
{
    return true;
}

// What an officer can begin with: every row in sight with its words, the earlier deadline on top, and the
// keyboard on them.
bool isListUsable(WorklistPage &list)
{
    const WorklistModel &model = list.model();
    const int below = list.view().rowAt(list.view().viewport()->height() - 1);
    const int seen = below < 0 ? model.rowCount() : below + 1;
    for (int row = 0; row < seen; ++row) {
        if (!model.headAt(row))
            return false;
        if (row > 0 && model.entryAt(row).deadlineMs < model.entryAt(row - 1).deadlineMs)
            qFatal("the rows are not in order");
    }
    return seen > 0 && list.window()->focusWidget() == &list.view();
}

class NoRows final : public WorklistSource
{
public:
    [[nodiscard]] QFuture<Result<std::vector<CaseHead>>> heads(std::vector<qint64>) override { return {}; }
    [[nodiscard]] QFuture<Result<std::vector<qint64>>> search(QString) override { return {}; }
};

// All of DeskApp but the sign-in.
struct SignedInDesk
{
    const StartUntil until;
    SystemClock clock;
    SystemRandom random;
    LoopExecutor gui;
    NetworkTransport transport{QUrl(QStringLiteral("http://127.0.0.1:9"))};
    ThreadExecutor network{QStringLiteral("network")};
    PreviewHost preview;
    std::thread previewThread;
    Settings settings;
    Theme theme;
    Catalogues words;
    QStackedWidget window;
    std::unique_ptr<OpenProfile> profile;
    std::unique_ptr<Workplace> workplace;
    std::unique_ptr<FirstFrame> firstFrame;
    QTimer looking;

    SignedInDesk(QApplication &app, const QString &folder, StartUntil end)
        : until(end)
        , preview(previewSettings(), clock, gui)
        , previewThread([this] { preview.run(); })
        , settings(folder)
        , theme(app)
        , words(app)
        , profile(std::make_unique<OpenProfile>(folder, QString(folder % u"/envelopes"), around()))
    {
        QLocale::setDefault(QLocale::c());
        words.use(Language::Arabic);
        theme.apply({});
        window.setObjectName(QStringLiteral("window"));
        window.resize(kSize);
    }

    [[nodiscard]] Surroundings around() { return {clock, random, gui, network, transport}; }

    static PreviewSettings previewSettings()
    {
        PreviewSettings settings;
        settings.program =
            QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("tawasul-preview"));
        return settings;
    }

    void enter()
    {
        Entrance entrance;
        entrance.profile = std::move(profile);
        entrance.officer = sampleOfficer();
        workplace =
            std::make_unique<Workplace>(std::move(entrance), true, theme, settings, around(), preview);
        {
            const Fitting fitting(theme);
            window.setCurrentIndex(window.addWidget(workplace->makeShell(Language::Arabic)));
        }
        auto *list = window.findChild<WorklistPage *>();
        if (until == StartUntil::FirstRows)
            firstFrame = std::make_unique<FirstFrame>(*list->view().viewport(),
                                                      [list] { return isListUsable(*list); });
        else
            waitUntilReady(*list);
        window.show();
    }

    // Seldom enough not to be what is measured.
    void waitUntilReady(WorklistPage &list)
    {
        QObject::connect(&looking, &QTimer::timeout, &list, [this, &list] {
            if (isListUsable(list) && list.model().isWhole() && window.findChild<CasePane *>())
                endHere();
        });
        looking.start(20);
    }
};

} // namespace

int showPlainWindow(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    QMainWindow window;
    window.resize(kSize);
    QStandardItemModel model(50, 8);
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            model.setItem(row, column, new QStandardItem(QStringLiteral("معاملة رقم %1").arg(row)));
    }
    auto *table = new QTableView;
    table->setModel(&model);
    window.setCentralWidget(table);
    window.menuBar()->addMenu(QStringLiteral("ملف"))->addAction(QStringLiteral("فتح"));
    window.addToolBar(QStringLiteral("أدوات"))->addAction(QStringLiteral("بحث"));
    window.statusBar()->showMessage(QStringLiteral("جاهز"));
    auto *dock = new QDockWidget(QStringLiteral("تفاصيل"));
    dock->setWidget(new QTextEdit);
    window.addDockWidget(Qt::LeftDockWidgetArea, dock);
    const FirstFrame first(*table->viewport(), always);
    window.show();
    return QApplication::exec();
}

int showEmptyScreens(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale::c());
    Theme theme(app);
    Catalogues words(app);
    words.use(Language::Arabic);
    theme.apply({});
    const SystemClock clock;
    const DisplayLocale locale{Language::Arabic, Digits::European};
    NoRows source;
    QStackedWidget window;
    window.resize(kSize);
    auto fitting = std::make_unique<Fitting>(theme);
    auto *shell = new Shell(theme, clock, locale);
    auto *list = new WorklistPage(theme, source, clock, locale);
    shell->addSection(Icon::Inbox, QStringLiteral("قائمة العمل"), list, Shell::Beside::Case);
    shell->setCasePane(new CasePane(theme, clock, clock, locale));
    shell->setOfficer(sampleOfficer());
    shell->setTraining(true);
    window.addWidget(shell);
    fitting.reset();
    const FirstFrame first(*list, always);
    window.show();
    return QApplication::exec();
}

int showWorkplace(int argc, char **argv, const QString &profile, StartUntil until)
{
    QApplication app(argc, argv);
    // Never destroyed: its last frame ends the process.
    auto *desk = new SignedInDesk(app, profile, until);
    desk->profile->store().open([desk](const Outcome &opened) {
        if (!opened)
            qFatal("the profile does not open: %s", qPrintable(opened.error().code));
        desk->gui.post([desk] { desk->enter(); });
    });
    return QApplication::exec();
}

} // namespace tawasul

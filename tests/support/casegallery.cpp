// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shows the case pane in its states, both languages and all schemes, and writes what it shows as PNG files
// into the folder given: for the eye, before and after a change of the look. Not installed.
#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

#include "tests/support/samplecases.h"
#include "ui/casefile/casepane.h"
#include "ui/casefile/whythisdate.h"
#include "ui/documents/documentpane.h"
#include "ui/shared/card.h"
#include "ui/shared/language.h"
#include "ui/shared/skeletonrows.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

using namespace tawasul;

namespace {

constexpr QSizeF kA4(595, 842);

// A page as the sealed worker would return it: lines of an invented form.
QImage makePage(QSize size, int number)
{
    QImage page(size, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::RightToLeft);
    painter.scale(size.width() / 595.0, size.width() / 595.0);
    painter.fillRect(QRect(48, 44, 499, 6), QColor(0x1B8354));
    painter.setPen(QColor(0x111927));
    QFont font = QApplication::font();
    font.setPixelSize(18);
    painter.setFont(font);
    painter.drawText(QRect(48, 66, 499, 30), Qt::AlignLeft,
                     QStringLiteral("نموذج تجريبي – ليس وثيقة رسمية (%1)").arg(number + 1));
    font.setPixelSize(12);
    painter.setFont(font);
    const QStringList rows{QStringLiteral("الاسم"), QStringLiteral("رقم الجواز"),
                           QStringLiteral("تاريخ الإصدار"), QStringLiteral("تاريخ الانتهاء"),
                           QStringLiteral("مكان الإصدار")};
    for (int row = 0; row < rows.size(); ++row) {
        const QRect cell(48, 120 + row * 34, 499, 34);
        painter.setPen(QColor(0xD2D6DB));
        painter.drawRect(cell);
        painter.setPen(QColor(0x5B6470));
        painter.drawText(cell.adjusted(12, 0, -12, 0), Qt::AlignLeft | Qt::AlignVCenter, rows[row]);
        painter.setPen(QColor(0x111927));
        painter.drawText(cell.adjusted(12, 0, -190, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QStringLiteral("قيمة تجريبية"));
    }
    for (int line = 0; line < 12; ++line)
        painter.fillRect(QRect(line % 4 == 3 ? 240 : 48, 330 + line * 26, line % 4 == 3 ? 307 : 499, 8),
                         QColor(0xE5E7EB));
    return page;
}

void serve(DocumentPane &documents, bool ready = true)
{
    QObject::connect(&documents, &DocumentPane::pageWanted, &documents,
                     [&documents](const QString &sha256, int page, QSize size) {
                         documents.setPage(sha256, page, makePage(size, page));
                     });
    if (!ready)
        return;
    QObject::connect(&documents, &DocumentPane::attachmentShown, &documents,
                     [&documents](const QString &sha256) {
                         DocumentState state;
                         state.kind = DocumentState::Kind::Ready;
                         state.pages = {kA4, kA4, kA4};
                         documents.setState(sha256, state);
                     });
}

struct Shot
{
    QDir folder;
    QString name;
    QSize size;
    QString only;
    DisplayLocale locale;
    const Theme &theme;
};

// The pane where it stands in the program: beside the rail, the list of 320 pixels, under the top bar.
struct Stage
{
    samples::StoppedClock clock{samples::now()};
    QWidget window;
    CasePane *pane;

    explicit Stage(const Shot &shot)
        : pane(new CasePane(shot.theme, clock, shot.locale))
    {
        window.setObjectName(QStringLiteral("stage"));
        window.setAutoFillBackground(true);
        QPalette palette = window.palette();
        palette.setColor(QPalette::Window, shot.theme.tokens().canvas);
        window.setPalette(palette);
        auto *row = new QHBoxLayout(&window);
        row->setContentsMargins(space::medium, height::topBar + space::medium, space::medium,
                                height::statusBar + space::medium);
        row->setSpacing(space::medium);
        row->addSpacing(shot.size.width() >= 1440 ? 232 : 64);
        auto *list = new Card;
        list->setFixedWidth(320);
        list->column().addWidget(new SkeletonRows(shot.theme, 12, rowHeight(Density::Regular)));
        list->column().addStretch(1);
        row->addWidget(list);
        row->addWidget(pane, 1);
        window.resize(shot.size);
        window.show();
        window.activateWindow();
    }

    template<class T>
    T *part(const char *name)
    {
        return pane->findChild<T *>(QString::fromLatin1(name));
    }

    void take(const Shot &shot, const char *what)
    {
        for (int round = 0; round < 3; ++round)
            QApplication::processEvents();
        window.grab().save(
            shot.folder.filePath(QString(QLatin1StringView(what) % u'-' % shot.name % u".png")));
    }
};

void shoot(const Shot &shot, const char *what, const Case &theCase,
           const std::function<void(Stage &)> &prepare = {}, const Actor &who = samples::officer(),
           const std::function<void(OpenedCase &)> &change = {})
{
    if (!shot.only.isEmpty() && !QLatin1StringView(what).contains(shot.only))
        return;
    Stage stage(shot);
    serve(stage.pane->documents());
    OpenedCase opened = samples::opened(theCase);
    if (change)
        change(opened);
    stage.pane->open(opened, who);
    QApplication::processEvents();
    if (prepare)
        prepare(stage);
    stage.take(shot, what);
}

Actor everywhere()
{
    Actor actor = samples::officer();
    actor.section.clear();
    return actor;
}

void shootCases(const Shot &shot)
{
    shoot(shot, "case-ordinary", samples::ordinary());
    shoot(shot, "case-ordinary-facts", samples::ordinary(), [](Stage &stage) {
        QApplication::processEvents();
        stage.part<QScrollArea>("factsSide")->verticalScrollBar()->setValue(480);
    });
    shoot(shot, "case-overdue", samples::overdue());
    shoot(shot, "case-returned", samples::returned());
    shoot(shot, "case-resubmitted", samples::resubmitted());
    shoot(shot, "case-awaiting", samples::awaitingExecution());
    shoot(shot, "case-long", samples::longNames());
    shoot(shot, "case-long-facts", samples::longNames(),
          [](Stage &stage) { stage.part<QScrollArea>("factsSide")->verticalScrollBar()->setValue(560); });
    shoot(shot, "case-failed", samples::failedChecks());
    shoot(shot, "case-extreme", samples::extreme());
    shoot(shot, "case-unknown", samples::unknownStatus());
    shoot(shot, "case-auditor", samples::ordinary(), {}, samples::auditor());
    shoot(shot, "case-waiting", samples::awaitingExecution(), {}, everywhere(), [](OpenedCase &opened) {
        opened.pending = {
            samples::outboxItem(opened.shown, ActType::Complete, OutboxState::Waiting, ParkReason::None)};
        opened.pending.front().act.id = opened.shown.history.back().act;
    });
    shoot(shot, "case-parked", samples::overdue(), {}, everywhere(), [](OpenedCase &opened) {
        opened.pending = {
            samples::outboxItem(opened.shown, ActType::Return, OutboxState::Parked, ParkReason::Conflict)};
    });
    if (shot.only.isEmpty() || QStringLiteral("case-states").contains(shot.only)) {
        Stage nothing(shot);
        nothing.take(shot, "case-nothing");
        nothing.pane->showLoading();
        nothing.take(shot, "case-loading");
        nothing.pane->showError({Error::Kind::NotFound, QStringLiteral("case.unknown"), {}});
        nothing.take(shot, "case-error");
    }
}

void type(Stage &stage, const char *name, const QString &text)
{
    auto *field = stage.part<QLineEdit>(name);
    field->setText(text);
    Q_EMIT field->textEdited(text);
}

void shootSheets(const Shot &shot)
{
    shoot(shot, "sheet-complete", samples::ordinary(), [](Stage &stage) {
        stage.pane->openSheet(ActType::Complete);
        type(stage, "operationNumber", QStringLiteral("7700214581"));
    });
    shoot(shot, "sheet-complete-empty", samples::ordinary(),
          [](Stage &stage) { stage.pane->openSheet(ActType::Complete); });
    shoot(shot, "sheet-complete-awaiting", samples::ordinary(), [](Stage &stage) {
        stage.pane->openSheet(ActType::Complete);
        stage.part<QAbstractButton>("awaiting")->setChecked(true);
    });
    shoot(shot, "sheet-return", samples::failedChecks(), [](Stage &stage) {
        stage.pane->findChild<QWidget *>(QStringLiteral("check_attachments"))
            ->findChild<QAbstractButton *>(QStringLiteral("checkAnswer"))
            ->click();
    });
    shoot(shot, "sheet-return-section", samples::failedChecks(), [](Stage &stage) {
        stage.pane->findChild<QWidget *>(QStringLiteral("check_section"))
            ->findChild<QAbstractButton *>(QStringLiteral("checkAnswer"))
            ->click();
    });
    shoot(shot, "sheet-reject", samples::ordinary(), [](Stage &stage) {
        stage.pane->openSheet(ActType::Reject);
        stage.part<QComboBox>("reason")->setCurrentIndex(5);
        stage.part<QAbstractButton>("confirmReject")->click();
    });
    shoot(shot, "sheet-transfer", samples::ordinary(), [](Stage &stage) {
        stage.pane->openSheet(ActType::Transfer);
        stage.part<QComboBox>("reason")->setCurrentIndex(1);
        stage.part<QComboBox>("toSection")->setCurrentIndex(1);
    });
    shoot(shot, "sheet-escalate", samples::ordinary(), [](Stage &stage) {
        stage.pane->openSheet(ActType::Escalate);
        stage.part<QPlainTextEdit>("text")->setPlainText(
            QStringLiteral("الجواز الجديد يختلف فيه الاسم عن السجل، ويلزم رأي القسم."));
    });
    shoot(shot, "sheet-note", samples::ordinary(),
          [](Stage &stage) { stage.pane->openSheet(ActType::Note); });
    shoot(shot, "sheet-failed", samples::ordinary(), [](Stage &stage) {
        stage.pane->openSheet(ActType::Complete);
        type(stage, "operationNumber", QStringLiteral("7700214581"));
        stage.pane->actFailed({Error::Kind::Full, QStringLiteral("sql.full"), {}});
    });
}

void shootDocuments(const Shot &shot)
{
    const QString sha = samples::ordinary().attachments.front().sha256;
    const auto with = [&](const char *what, const DocumentState &state) {
        shoot(shot, what, samples::ordinary(),
              [&](Stage &stage) { stage.pane->documents().setState(sha, state); });
    };
    DocumentState state;
    with("document-loading", state);
    state.kind = DocumentState::Kind::Failed;
    state.error = {Error::Kind::Corrupt, QStringLiteral("preview.damaged"), {}};
    state.foundType = QStringLiteral("application/pdf");
    with("document-failed", state);
    state = {};
    state.kind = DocumentState::Kind::Away;
    state.percent = 42;
    with("document-away", state);
    state.kind = DocumentState::Kind::Offline;
    with("document-offline", state);
    Case bare = samples::ordinary();
    bare.attachments.clear();
    shoot(shot, "document-none", bare);
    shoot(shot, "document-zoomed", samples::ordinary(),
          [](Stage &stage) { stage.pane->documents().zoomStep(1); });
    if (shot.only.isEmpty() || QStringLiteral("why").contains(shot.only)) {
        WhyPopover service(whyThisDate(samples::ordinary(), samples::ordinary().deadline(),
                                       *samples::reference(), shot.locale),
                           nullptr);
        service.setAttribute(Qt::WA_DeleteOnClose, false);
        service.show();
        QApplication::processEvents();
        service.grab().save(shot.folder.filePath(QString(u"why-" % shot.name % u".png")));
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("where the PNG files go"));
    options.addOption({QStringLiteral("only"), QStringLiteral("only pictures whose name holds this"),
                       QStringLiteral("part")});
    options.addOption({QStringLiteral("quick"), QStringLiteral("Arabic, light, 1280×720 only")});
    options.addOption({QStringLiteral("text"), QStringLiteral("text size in per cent"),
                       QStringLiteral("percent"), QStringLiteral("100")});
    options.process(app);
    const QDir folder(options.positionalArguments().value(0, QStringLiteral(".")));
    folder.mkpath(QStringLiteral("."));
    Theme theme(app);
    Catalogues catalogues(app);
    const bool quick = options.isSet(QStringLiteral("quick"));
    const QStringList schemes{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("hc")};
    for (const Language language : {Language::Arabic, Language::English}) {
        catalogues.use(language);
        for (const Scheme scheme : kSchemes) {
            theme.apply({scheme, options.value(QStringLiteral("text")).toInt(), true});
            for (const QSize size : {QSize(1280, 720), QSize(1536, 960)}) {
                const QString name =
                    QString((language == Language::Arabic ? u"ar-" : u"en-")
                            % schemes[static_cast<int>(scheme)] % u'-' % QString::number(size.width()));
                const Shot shot{folder,         name, size, options.value(QStringLiteral("only")),
                                {language, {}}, theme};
                shootCases(shot);
                shootSheets(shot);
                shootDocuments(shot);
                if (quick)
                    return 0;
            }
        }
    }
    return 0;
}

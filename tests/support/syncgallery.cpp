// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shows what waits to be sent and what needs a choice, in their states, both languages and all schemes, and
// writes PNG files into the folder given: for the eye, before and after a change. Not installed.
#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>

#include "tests/support/sampleoutbox.h"
#include "ui/conflicts/conflictspage.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shared/card.h"
#include "ui/shared/language.h"
#include "ui/shared/rowtable.h"
#include "ui/shell/shell.h"

using namespace tawasul;
using Items = std::vector<OutboxItem>;

namespace {

constexpr int kSettle = 60; ///< milliseconds until layouts are still

struct Shot
{
    QDir folder;
    QString name;
    QString only;
    QSize size;
    Language language;
    const Theme &theme;

    [[nodiscard]] bool wants(const QString &what) const { return only.isEmpty() || what.contains(only); }
};

// A window with both pages in it.
class Stage
{
public:
    Stage(const Shot &shot, SyncStatus::Link link)
        : m_shot(shot)
        , m_locale{shot.language, Digits::European}
        , m_shell(shot.theme, m_clock, m_locale)
        , outbox(new OutboxPage(shot.theme, m_clock, m_locale))
        , conflicts(new ConflictsPage(shot.theme, m_clock, m_locale))
    {
        const bool arabic = shot.language == Language::Arabic;
        const auto title = [arabic](const char16_t *ar, const char *en) {
            return arabic ? QString::fromUtf16(ar) : QString::fromLatin1(en);
        };
        m_shell.addSection(Icon::Inbox, title(u"قائمة العمل", "Worklist"), new Card, Shell::Beside::Case);
        m_shell.addSection(Icon::Send, title(u"بانتظار الإرسال", "Waiting to be sent"), outbox,
                           Shell::Beside::Nothing);
        m_shell.addSection(Icon::GitMerge, title(u"التعارضات", "Conflicts"), conflicts,
                           Shell::Beside::Nothing);
        m_shell.setOfficer(samples::officer());
        m_shell.setTraining(true);
        m_status.link = link;
        m_status.since = samples::now() - std::chrono::minutes(65);
        m_status.completeAt = m_status.since;
        conflicts->setReference(samples::reference());
        m_shell.resize(shot.size);
        m_shell.show();
        m_shell.activateWindow();
    }

    void fill(const Items &items)
    {
        m_status.parked = static_cast<int>(std::count_if(
            items.begin(), items.end(), [](const auto &item) { return item.state == OutboxState::Parked; }));
        m_status.waiting = static_cast<int>(items.size()) - m_status.parked;
        m_shell.setSyncStatus(m_status);
        m_shell.setBadge(1, m_status.waiting, Tone::Neutral);
        m_shell.setBadge(2, m_status.parked, Tone::Danger);
        outbox->setSyncStatus(m_status);
        outbox->setItems(items);
        conflicts->setItems(items);
    }

    template<class T>
    [[nodiscard]] T *part(QWidget *page, const char *name) const
    {
        return page->findChild<T *>(QString::fromLatin1(name));
    }

    void take(int section, const QString &what)
    {
        m_shell.setSection(section);
        if (section == 1)
            outbox->focusRows();
        else
            conflicts->focusRows();
        QTest::qWait(kSettle);
        m_shell.grab().save(m_shot.folder.filePath(QString(what % u'-' % m_shot.name % u".png")));
    }

private:
    const Shot &m_shot;
    samples::StoppedClock m_clock{samples::now()};
    DisplayLocale m_locale;
    SyncStatus m_status;
    Shell m_shell;

public:
    OutboxPage *outbox;
    ConflictsPage *conflicts;
};

using Prepare = std::function<void(Stage &)>;
using Link = SyncStatus::Link;

void shoot(const Shot &shot, const char *what, int section, Link link, const Items &items,
           const Prepare &prepare = {})
{
    const QString name = QString::fromLatin1(what);
    if (!shot.wants(name))
        return;
    Stage stage(shot, link);
    stage.fill(items);
    if (prepare)
        prepare(stage);
    stage.take(section, name);
}

void shootOutbox(const Shot &shot)
{
    using namespace samples;
    shoot(shot, "outbox-empty", 1, Link::Online, {});
    const Error away{Error::Kind::Offline, QStringLiteral("centre.unreachable"), {}};
    shoot(shot, "outbox-offline", 1, Link::Offline,
          {triedBefore(recorded(ordinary(), ActType::Complete, 1, 61), 2, away, 30),
           recorded(ordinary(), ActType::Note, 2, 44), recorded(returned(), ActType::Return, 3, 9)});
    shoot(shot, "outbox-undo", 1, Link::Online, {recallable(recorded(ordinary(), ActType::Complete, 1, 0))});
    shoot(shot, "outbox-many", 1, Link::Online, manyItems(), [](Stage &stage) {
        stage.part<RowTable>(stage.outbox, "outboxView")->setCurrentRow(4);
        stage.part<QAbstractButton>(stage.outbox, "detailsToggle")->click();
    });
    shoot(shot, "outbox-refused", 1, Link::Online, manyItems(),
          [](Stage &stage) { stage.part<RowTable>(stage.outbox, "outboxView")->setCurrentRow(3); });
    shoot(shot, "outbox-late", 1, Link::Failing, manyItems(),
          [](Stage &stage) { stage.outbox->recallMissed(); });
}

void shootConflicts(const Shot &shot)
{
    using namespace samples;
    shoot(shot, "conflicts-empty", 2, Link::Online, {});
    shoot(shot, "conflicts-one", 2, Link::Online,
          {rejectedMeanwhile(recorded(overdue(), ActType::Complete, 1, 61))});
    shoot(shot, "conflicts-confirm", 2, Link::Online,
          {resubmittedMeanwhile(recorded(overdue(), ActType::Escalate, 1, 61))},
          [](Stage &stage) { stage.part<QAbstractButton>(stage.conflicts, "takeTheirs")->click(); });
    shoot(shot, "conflicts-refused", 2, Link::Online,
          {refused(recorded(ordinary(), ActType::Return, 1, 40),
                   {Error::Kind::Conflict, QStringLiteral("act.illegal"), {}})},
          [](Stage &stage) { stage.part<QAbstractButton>(stage.conflicts, "detailsToggle")->click(); });
    const Items several{
        rejectedMeanwhile(recorded(overdue(), ActType::Complete, 1, 61)),
        reassignedMeanwhile(recorded(longNames(), ActType::Complete, 2, 60 * 27)),
        refused(recorded(failedChecks(), ActType::Return, 3, 40),
                {Error::Kind::Forbidden, QStringLiteral("act.forbidden"), {}}),
        resubmittedMeanwhile(recorded(returned(), ActType::Return, 4, 22)),
    };
    shoot(shot, "conflicts-several", 2, Link::Online, several);
    shoot(shot, "conflicts-long", 2, Link::Online, several,
          [&several](Stage &stage) { stage.conflicts->show(several[1].act.id); });
    shoot(shot, "conflicts-busy", 2, Link::Online, several, [](Stage &stage) {
        stage.part<QAbstractButton>(stage.conflicts, "takeTheirs")->click();
        stage.part<QAbstractButton>(stage.conflicts, "takeTheirsConfirm")->click();
    });
    shoot(shot, "conflicts-failed", 2, Link::Online, several, [](Stage &stage) {
        stage.part<QAbstractButton>(stage.conflicts, "takeTheirs")->click();
        stage.part<QAbstractButton>(stage.conflicts, "takeTheirsConfirm")->click();
        stage.conflicts->choiceFailed({Error::Kind::Full, QStringLiteral("sql.full"), {}});
    });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("where the PNG files go"));
    options.addOption({QStringLiteral("only"), QStringLiteral("only pictures whose name holds this"),
                       QStringLiteral("part")});
    options.addOption(
        {QStringLiteral("set"), QStringLiteral("one set, such as ar-light-1280"), QStringLiteral("set")});
    options.addOption({QStringLiteral("text"), QStringLiteral("text size in per cent"),
                       QStringLiteral("percent"), QStringLiteral("100")});
    options.process(app);
    const QDir folder(options.positionalArguments().value(0, QStringLiteral(".")));
    folder.mkpath(QStringLiteral("."));
    Theme theme(app);
    Catalogues catalogues(app);
    const QStringList schemes{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("hc")};
    for (const Language language : {Language::Arabic, Language::English}) {
        catalogues.use(language);
        for (const Scheme scheme : kSchemes) {
            theme.apply({scheme, options.value(QStringLiteral("text")).toInt(), true});
            for (const QSize size : {QSize(1280, 800), QSize(1536, 960)}) {
                const QString name =
                    QString((language == Language::Arabic ? u"ar-" : u"en-")
                            % schemes[static_cast<int>(scheme)] % u'-' % QString::number(size.width()));
                const QString set = options.value(QStringLiteral("set"));
                if (!set.isEmpty() && set != name)
                    continue;
                const Shot shot{folder, name, options.value(QStringLiteral("only")), size, language, theme};
                shootOutbox(shot);
                shootConflicts(shot);
            }
        }
    }
    return 0;
}

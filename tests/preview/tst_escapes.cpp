// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/previewfixtures.h"
#include "tests/support/previewrig.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tawasul;
namespace fx = tawasul::fixtures;

/// A worker whose document has taken it over tries to get out (tests/support/escapist.cpp): from the cell of
/// the real worker, as whoever runs this and as nobody, and on machines that lack a part of it.
class PreviewEscapesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyWayOutIsShut_data();
    void everyWayOutIsShut();
    void everyWayOutIsOne();
    void namesAreSeenOnlyWhereThePostureSaysSo_data();
    void namesAreSeenOnlyWhereThePostureSaysSo();
    void noNameIsSeenWhereMountingIsAllowed();
    void fontsMayBeReadAndNothingElse();
    void withoutTheFilterNothingIsShown();
    void documentsAreShownOnPoorerMachines_data();
    void documentsAreShownOnPoorerMachines();

private:
    [[nodiscard]] QString attempt(const QString &machine, const QString &way);
    [[nodiscard]] QString show(const QString &machine, const QByteArray &document);
    [[nodiscard]] QString programFor(const QString &machine);
    [[nodiscard]] bool isOpenToNobody() const;
    /// Empty when it can be tried as nobody.
    [[nodiscard]] QString whyNotAsNobody() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Posture> m_posture; ///< of the worker that was shown something last
    int m_count = 0;
};

namespace {

const QStringList &ways()
{
    static const QStringList kWays{
        QStringLiteral("secret"),         QStringLiteral("passwd"),       QStringLiteral("list"),
        QStringLiteral("create"),         QStringLiteral("temporary"),    QStringLiteral("mkdir"),
        QStringLiteral("symlink"),        QStringLiteral("own-memory"),   QStringLiteral("inet"),
        QStringLiteral("unix"),           QStringLiteral("netlink"),      QStringLiteral("fork"),
        QStringLiteral("clone"),          QStringLiteral("exec"),         QStringLiteral("writable-code"),
        QStringLiteral("new-code"),       QStringLiteral("signal"),       QStringLiteral("queue-signal"),
        QStringLiteral("trace"),          QStringLiteral("read-host"),    QStringLiteral("open-host"),
        QStringLiteral("rings"),          QStringLiteral("faults"),       QStringLiteral("memory-file"),
        QStringLiteral("namespaces"),     QStringLiteral("mount"),        QStringLiteral("root"),
        QStringLiteral("limits"),         QStringLiteral("dumpable"),     QStringLiteral("survive"),
        QStringLiteral("write-document"), QStringLiteral("map-document"), QStringLiteral("grow-pixels"),
        QStringLiteral("shrink-pixels"),  QStringLiteral("unseal-pixels")};
    return kWays;
}

/// What is not in the files, but that there are any.
const QStringList &looks()
{
    static const QStringList kLooks{
        QStringLiteral("see-passwd"), QStringLiteral("see-above"),     QStringLiteral("see-home"),
        QStringLiteral("see-secret"), QStringLiteral("ask-access"),    QStringLiteral("read-program"),
        QStringLiteral("read-link"),  QStringLiteral("see-processes"), QStringLiteral("see-disk")};
    return kLooks;
}

/// Whether this machine lets whoever runs this mount in namespaces of their own; asked without the cell's
/// code.
bool mayMountHere()
{
    const pid_t child = ::fork();
    if (child == 0) {
        const bool may =
            ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && ::mount("none", "/proc", "tmpfs", 0, nullptr) == 0;
        ::_exit(may ? 0 : 1);
    }
    int status = 0;
    return child > 0 && ::waitpid(child, &status, 0) == child && status == 0;
}

QString inWords(const PreviewAnswer &answer)
{
    if (answer)
        return QStringLiteral("page");
    const Error &error = answer.error();
    if (error.code == QLatin1String("preview.no_pages"))
        return QStringLiteral("out");
    if (error.code == QLatin1String("preview.encrypted"))
        return QStringLiteral("refused");
    if (error.code == QLatin1String("preview.crashed") && error.detail.endsWith(QLatin1String("signal 31")))
        return QStringLiteral("killed");
    return QString(error.code % u' ' % error.detail);
}

bool isShut(const QString &verdict)
{
    return verdict == QLatin1String("refused") || verdict == QLatin1String("killed");
}

} // namespace

void PreviewEscapesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile secret(m_folder->filePath(QStringLiteral("secret")));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("of somebody") > 0);
}

void PreviewEscapesTest::cleanup()
{
    QCOMPARE(childProcesses().size(), std::size_t(0));
    QVERIFY2(!QFile::exists(m_folder->filePath(QStringLiteral("made"))), "something was made outside");
    m_folder.reset();
}

QString PreviewEscapesTest::whyNotAsNobody() const
{
    if (::geteuid() != 0)
        return QStringLiteral("only root can become nobody; whoever runs this is an ordinary user already");
    if (!isOpenToNobody())
        return QStringLiteral("nobody may not reach the programs of this build");
    const bool isOpen = ::chmod(QFile::encodeName(m_folder->path()).constData(), 0755) == 0;
    return isOpen ? QString() : QStringLiteral("nobody may not reach the folder of this test");
}

bool PreviewEscapesTest::isOpenToNobody() const
{
    for (QFileInfo place{QStringLiteral(TAWASUL_ESCAPIST)}; !place.isRoot();
         place = QFileInfo(place.path())) {
        if (!place.permission(QFile::ExeOther))
            return false;
    }
    return true;
}

QString PreviewEscapesTest::programFor(const QString &machine)
{
    if (machine.isEmpty())
        return QStringLiteral(TAWASUL_ESCAPIST);
    const QString link = m_folder->filePath(machine);
    const bool isWholeMachine =
        machine == QLatin1String("unsealed") || machine == QLatin1String("without-files");
    QFile::link(isWholeMachine ? QStringLiteral(TAWASUL_ESCAPIST) : QStringLiteral(TAWASUL_DEPRIVED_WORKER),
                link);
    return link;
}

QString PreviewEscapesTest::show(const QString &machine, const QByteArray &document)
{
    PreviewSettings settings;
    settings.program = programFor(machine);
    PreviewRig rig(settings);
    QFile file(m_folder->filePath(QStringLiteral("document%1").arg(++m_count)));
    if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size())
        return QStringLiteral("no document");
    file.close();
    PageRequest request;
    request.sha256 = QString::number(m_count);
    request.path = file.fileName();
    request.fitInto = {100, 100};
    const PreviewAnswer answer = rig.page(request);
    m_posture = rig.host().posture();
    return inWords(answer);
}

QString PreviewEscapesTest::attempt(const QString &machine, const QString &way)
{
    const QString about =
        way.endsWith(QLatin1String("secret")) ? QStringLiteral("secret") : QStringLiteral("made");
    return show(machine, QString(way % u' ' % m_folder->filePath(about)).toUtf8());
}

void PreviewEscapesTest::everyWayOutIsShut_data()
{
    QTest::addColumn<QString>("machine");
    QTest::newRow("here") << QString();
    for (const char *machine : {"without-files", "as-nobody", "without-landlock", "without-namespaces",
                                "without-mounts", "as-nobody-without-landlock-without-namespaces"})
        QTest::newRow(machine) << QString::fromLatin1(machine);
}

void PreviewEscapesTest::everyWayOutIsShut()
{
    QFETCH(QString, machine);
    if (machine.contains(QLatin1String("as-nobody"))) {
        const QString hindrance = whyNotAsNobody();
        if (!hindrance.isEmpty())
            QSKIP(qPrintable(hindrance));
    }
    for (const QString &way : ways()) {
        const QString verdict = attempt(machine, way);
        QVERIFY2(isShut(verdict), qPrintable(QString(way % u": " % verdict)));
    }
}

// Without a cell the same ways lead out; else the test above would prove nothing. Which of them the machine
// itself shuts depends on who runs this.
void PreviewEscapesTest::everyWayOutIsOne()
{
    QStringList shut;
    int out = 0;
    for (const QString &way : ways()) {
        if (way == QLatin1String("exec") || way.endsWith(QLatin1String("pixels"))
            || way.endsWith(QLatin1String("document")))
            continue; // gone without a word; or shut by the seals of the memory itself
        if (isShut(attempt(QStringLiteral("unsealed"), way)))
            shut.append(way);
        else
            ++out;
        QFile::remove(m_folder->filePath(QStringLiteral("made")));
        QDir(m_folder->path()).rmdir(QStringLiteral("made"));
    }
    QVERIFY2(out >= 18, qPrintable(shut.join(u' ')));
}

void PreviewEscapesTest::namesAreSeenOnlyWhereThePostureSaysSo_data()
{
    everyWayOutIsShut_data();
}

// Landlock lets everybody look; only a root of its own, or no looking at all, hides what there is.
void PreviewEscapesTest::namesAreSeenOnlyWhereThePostureSaysSo()
{
    QFETCH(QString, machine);
    if (machine.contains(QLatin1String("as-nobody"))) {
        const QString hindrance = whyNotAsNobody();
        if (!hindrance.isEmpty())
            QSKIP(qPrintable(hindrance));
    }
    for (const QString &look : looks()) {
        const QString verdict = attempt(machine, look);
        QVERIFY(m_posture);
        const bool looksAtNothing =
            machine == QLatin1String("without-files") || !m_posture->has(kPostureFiles);
        const QString what = look % u": " % verdict;
        QVERIFY2(isShut(verdict) == (looksAtNothing || m_posture->has(kPostureNames)), qPrintable(what));
        QVERIFY(m_posture->has(kPostureNamespaces) || !m_posture->has(kPostureNames));
    }
}

void PreviewEscapesTest::noNameIsSeenWhereMountingIsAllowed()
{
    if (!mayMountHere())
        QSKIP("this machine does not let whoever runs this mount in namespaces of their own");
    QVERIFY(isShut(attempt({}, QStringLiteral("see-passwd"))));
    QVERIFY(m_posture && m_posture->isWhole());
    QCOMPARE(attempt(QStringLiteral("unsealed"), QStringLiteral("see-passwd")), QStringLiteral("out"));
}

void PreviewEscapesTest::fontsMayBeReadAndNothingElse()
{
    if (!QFile::exists(QStringLiteral("/etc/fonts/fonts.conf")))
        QSKIP("this machine has no configuration of fonts");
    QCOMPARE(attempt(QStringLiteral("without-landlock"), QStringLiteral("fonts")), QStringLiteral("refused"));
    QCOMPARE(attempt(QStringLiteral("without-files"), QStringLiteral("fonts")), QStringLiteral("refused"));
    // Where the kernel can tell files apart they may be read.
    const bool tellsApart = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1) > 0;
    QCOMPARE(attempt({}, QStringLiteral("fonts")),
             tellsApart ? QStringLiteral("out") : QStringLiteral("refused"));
}

void PreviewEscapesTest::withoutTheFilterNothingIsShown()
{
    const QString verdict = show(QStringLiteral("preview-without-seccomp"), fx::plainPdf());
    QVERIFY2(verdict.startsWith(QLatin1String("preview.worker_broken")), qPrintable(verdict));
}

void PreviewEscapesTest::documentsAreShownOnPoorerMachines_data()
{
    QTest::addColumn<QString>("machine");
    for (const char *machine :
         {"preview-without-landlock", "preview-without-namespaces", "preview-without-mounts"})
        QTest::newRow(machine) << QString::fromLatin1(machine);
}

void PreviewEscapesTest::documentsAreShownOnPoorerMachines()
{
    QFETCH(QString, machine);
    QCOMPARE(show(machine, fx::arabicPdf(1)), QStringLiteral("page"));
    QCOMPARE(show(machine, fx::turnedJpeg({30, 20}, 6)), QStringLiteral("page"));
}

QTEST_MAIN(PreviewEscapesTest)
#include "tst_escapes.moc"

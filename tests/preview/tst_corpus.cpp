// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/previewfixtures.h"
#include "tests/support/previewrig.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <random>

using namespace tawasul;
namespace fx = tawasul::fixtures;

/// Many odd, old and hostile files through the real worker: mutants of our own always, public ones where the
/// folder with them stands beside the checkout.
class PreviewCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void mutantsOfOurOwnGetAVerdict();
    void pickedPublicFilesGetAVerdict();
    void bombsGetAVerdict();

private:
    struct Tried
    {
        QString name;
        QString verdict;
        qint64 milliseconds = 0;
    };

    [[nodiscard]] std::vector<Tried> tryAll(const QStringList &files);
    void judge(const std::vector<Tried> &all, qint64 memoryBefore);

    QTemporaryDir m_folder;
    QString m_corpus;
};

namespace {

/// Set by hand: every file of the corpus, and which ones do not show.
bool wantsAll()
{
    return qEnvironmentVariableIntValue("TAWASUL_CORPUS_ALL") != 0;
}

constexpr quint32 kSeed = 20'260;
constexpr int kMutants = 130;
constexpr int kPicks = 150;
constexpr qint64 kLongest = 10'000; // milliseconds until a verdict
#ifdef __SANITIZE_ADDRESS__
constexpr qint64 kGrowth = qint64(400) << 20; // freed memory is kept aside on purpose
#else
constexpr qint64 kGrowth = qint64(20) << 20;
#endif

} // namespace

void PreviewCorpusTest::initTestCase()
{
    const QString beside = QStringLiteral(TAWASUL_SOURCE_DIR "/../shared/corpus");
    const QString corpus = qEnvironmentVariable("TAWASUL_CORPUS", beside);
    if (QFileInfo(corpus).isDir())
        m_corpus = corpus;
}

void PreviewCorpusTest::cleanup()
{
    QCOMPARE(childProcesses().size(), std::size_t(0));
}

std::vector<PreviewCorpusTest::Tried> PreviewCorpusTest::tryAll(const QStringList &files)
{
    PreviewSettings settings;
    settings.program = QStringLiteral(TAWASUL_PREVIEW_PROGRAM);
    settings.cacheBytes = 1 << 20;
    PreviewRig rig(settings);
    std::vector<Tried> tried;
    for (const QString &file : files) {
        PageRequest request;
        request.sha256 = QString::number(tried.size());
        request.path = file;
        request.fitInto = {1000, 1400};
        QElapsedTimer timer;
        timer.start();
        const PreviewAnswer answer = rig.page(request);
        tried.push_back({file, verdictOf(answer), timer.elapsed()});
        if (!answer)
            continue;
        timer.start();
        const auto text = rig.text(request);
        const auto findings = rig.findings(request);
        const QString verdict = !text ? text.error().code
            : findings                ? verdictOf(answer)
                                      : findings.error().code;
        tried.push_back({QString(file % u" beside its page"), verdict, timer.elapsed()});
    }
    return tried;
}

void PreviewCorpusTest::judge(const std::vector<Tried> &all, qint64 memoryBefore)
{
    QMap<QString, int> verdicts;
    qint64 slowest = 0;
    for (const Tried &one : all) {
        ++verdicts[one.verdict];
        slowest = std::max(slowest, one.milliseconds);
        QVERIFY2(one.milliseconds <= kLongest, qPrintable(one.name));
        QVERIFY2(!one.verdict.isEmpty() && !one.verdict.startsWith(QStringLiteral("preview.worker"))
                     && one.verdict != QStringLiteral("preview.lied"),
                 qPrintable(QString(one.name % u": " % one.verdict)));
        const bool worthSeeing = one.verdict == QStringLiteral("preview.crashed")
            || one.verdict == QStringLiteral("preview.timeout")
            || (wantsAll() && one.verdict != QStringLiteral("page"));
        if (worthSeeing)
            qInfo() << one.name << one.verdict << one.milliseconds;
    }
    const qint64 growth = residentMemory() - memoryBefore;
    qInfo() << all.size() << "files, slowest" << slowest << "ms, memory" << growth / 1024 << "KiB"
            << verdicts;
    QVERIFY2(growth < kGrowth, qPrintable(QString::number(growth)));
}

void PreviewCorpusTest::mutantsOfOurOwnGetAVerdict()
{
    const QList<QByteArray> whole{fx::arabicPdf(2),
                                  fx::plainPdf({300, 300}, 4),
                                  fx::encryptedPdf({}),
                                  fx::turnedJpeg({300, 200}, 6),
                                  fx::encoded(fx::twoColours({300, 200}), "png"),
                                  fx::encoded(fx::twoColours({60, 40}), "bmp"),
                                  fx::tiff({{{60, 40}, Qt::red}, {{40, 60}, Qt::blue, 6}}),
                                  fx::turnedWebp({90, 60}, 6),
                                  fx::heic(fx::twoColours({128, 96}))};
    QStringList files;
    for (int i = 0; i < kMutants; ++i) {
        QFile file(m_folder.filePath(QStringLiteral("mutant%1").arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(fx::mutant(whole[i % whole.size()], kSeed + quint32(i)));
        files.append(file.fileName());
    }
    const qint64 before = residentMemory();
    judge(tryAll(files), before);
}

void PreviewCorpusTest::pickedPublicFilesGetAVerdict()
{
    if (m_corpus.isEmpty())
        QSKIP("there is no corpus beside this checkout");
    QStringList files;
    for (QDirIterator it(m_corpus, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        if (const QString file = it.next(); !file.contains(QStringLiteral("/bombs/")))
            files.append(file);
    }
    files.sort();
    std::mt19937 random(kSeed);
    for (qsizetype i = files.size() - 1; i > 0; --i)
        files.swapItemsAt(i, qsizetype(quint32(random()) % quint32(i + 1)));
    if (!wantsAll() && files.size() > kPicks)
        files.resize(kPicks);
    const qint64 before = residentMemory();
    const std::vector<Tried> all = tryAll(files);
    judge(all, before);
    for (const Tried &one : all) { // an ordinary set: all of it shows
        if (one.name.contains(QStringLiteral("/verapdf/")))
            QVERIFY2(one.verdict == QStringLiteral("page"),
                     qPrintable(QString(one.name % u": " % one.verdict)));
    }
}

void PreviewCorpusTest::bombsGetAVerdict()
{
    if (m_corpus.isEmpty())
        QSKIP("there is no corpus beside this checkout");
    QStringList files;
    for (QDirIterator it(m_corpus + QStringLiteral("/bombs"), QDir::Files); it.hasNext();)
        files.append(it.next());
    files.sort();
    const qint64 before = residentMemory();
    judge(tryAll(files), before);
}

QTEST_MAIN(PreviewCorpusTest)
#include "tst_corpus.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/textlines.h"
#include "tests/support/previewfixtures.h"
#include "tests/support/previewrig.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <random>

using namespace tawasul;
namespace fx = tawasul::fixtures;

/// The text of pages: from the real worker, and from glyphs that only a test would set.
class PreviewTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasWritten_data();
    void isReadAsItWasWritten();
    void isFoundInAnySpelling();
    void standsWhereItIsSeen();
    void isReadHoweverThePageLies_data();
    void isReadHoweverThePageLies();
    void isLookedThroughOnThePreviewThread();
    void isOfItsPage();
    void isNoneInAPicture();
    void isRememberedAndForgotten();
    void readsGlyphs_data();
    void readsGlyphs();
    void selectsWhatIsPointedAt();
    void anyGlyphsAreReadInTime();
    void signsThatAreNotSeenAreALie_data();
    void signsThatAreNotSeenAreALie();

private:
    [[nodiscard]] PageRequest requestFor(const QByteArray &document, int page = 0);

    static PreviewSettings settings();
    QTemporaryDir m_folder;
};

namespace {

const QString kFont = QStringLiteral("Noto Sans Arabic UI");

/// Glyphs of a line, each one unit wide unless it says otherwise; a space is a gap.
class Setter
{
public:
    Setter &set(const QString &seen, double x, double y, double width = 5)
    {
        bool begins = true;
        const QList<uint> characters = seen.toUcs4();
        for (const uint character : characters) {
            if (character == U' ') {
                if (!m_glyphs.empty())
                    m_glyphs.back().flags = m_glyphs.back().flags | kGlyphBeforeSpace;
                begins = true;
                x += 4;
                continue;
            }
            TextGlyph glyph{};
            glyph.character = character;
            glyph.flags = begins ? kGlyphBeginsWord : 0U;
            const bool mark = QChar::category(character) == QChar::Mark_NonSpacing;
            glyph.left = quint32(1000 * x);
            glyph.right = quint32(1000 * (x + (mark ? 0 : width)));
            glyph.top = quint32(1000 * y);
            glyph.bottom = quint32(1000 * (y + 10));
            m_glyphs.push_back(glyph);
            begins = false;
            x += mark ? 0 : width;
            width += m_varies ? 0.125 : 0;
        }
        return *this;
    }
    /// No two letters have the same width, as in most fonts.
    Setter &varied()
    {
        m_varies = true;
        return *this;
    }
    [[nodiscard]] QString text() const { return readLines(m_glyphs, true).text(); }

    std::vector<TextGlyph> m_glyphs;
    bool m_varies = false;
};

} // namespace

PreviewSettings PreviewTextTest::settings()
{
    PreviewSettings settings;
    settings.program = QStringLiteral(TAWASUL_PREVIEW_PROGRAM);
    return settings;
}

PageRequest PreviewTextTest::requestFor(const QByteArray &document, int page)
{
    PageRequest request;
    request.sha256 =
        QString::fromLatin1(QCryptographicHash::hash(document, QCryptographicHash::Sha256).toHex());
    request.path = m_folder.filePath(request.sha256);
    request.page = page;
    if (QFile file(request.path); file.open(QIODevice::WriteOnly))
        file.write(document);
    return request;
}

void PreviewTextTest::isReadAsItWasWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("Arabic") << QStringLiteral("طلب تحديث بيانات جواز السفر\nالمرفق مع صورة الإقامة");
    QTest::newRow("numbers") << QStringLiteral(
        "رقم الهوية: 1012345678\nطلب الإقامة رقم 123 لا\nالمبلغ 1,250.50 ريال");
    QTest::newRow("Arabic digits") << QStringLiteral("التاريخ ٣٠/١١/٢٠٢٦ هـ");
    QTest::newRow("Latin within") << QStringLiteral(
        "جواز رقم P1234567 صادر في 12/5/2020\nالاسم Ahmed Ali محمد");
    QTest::newRow("brackets") << QStringLiteral("الطلب (رقم A12345678) المرفق\nقال: «نعم»، ثم ذهب.");
    QTest::newRow("English") << QStringLiteral(
        "Passport no. P1234567 (renewed)\nIssued in Riyadh, 2020-05-12");
    QTest::newRow("both") << QStringLiteral("السطر الأول\nThe second line\nالسطر الثالث");
    QTest::newRow("vowels") << QStringLiteral("مُحَمَّد بْنُ سَلْمَان");
}

void PreviewTextTest::isReadAsItWasWritten()
{
    QFETCH(QString, text);
    PreviewRig rig(settings());
    // Of other fonts Qt's own writer forgets which letters some shapes are.
    const auto read = rig.text(requestFor(fx::writtenPdf({text}, QFont(kFont, 14))));
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().code));
    QVERIFY(read->isComplete());
    QVERIFY2(read->text() == text, qPrintable(read->text()));
}

void PreviewTextTest::isFoundInAnySpelling()
{
    PreviewRig rig(settings());
    const QString text =
        QStringLiteral("الاسم: أحمد بن عبد الله\nرقم الإقامة ٢٣٤٥٦٧٨٩٠١\nمدينة الرياض، جواز\nالسفر");
    const auto read = rig.text(requestFor(fx::writtenPdf({text}, QFont(kFont, 14))));
    QVERIFY(read.has_value());
    const auto found = [&read](const char *words) {
        const std::vector<TextRange> ranges = read->find(QString::fromUtf8(words));
        return ranges.size() == 1 ? read->text().mid(ranges[0].begin, ranges[0].end - ranges[0].begin)
                                  : QString::number(ranges.size());
    };
    QCOMPARE(found("احمد"), QStringLiteral("أحمد"));
    QCOMPARE(found("عبدالله"), QStringLiteral("عبد الله"));
    QCOMPARE(found("2345678901"), QStringLiteral("٢٣٤٥٦٧٨٩٠١"));
    QCOMPARE(found("الاقامه"), QStringLiteral("الإقامة"));
    QCOMPARE(found("جواز السفر"), QStringLiteral("جواز\nالسفر"));
    QCOMPARE(found("غير موجود"), QStringLiteral("0"));
    QVERIFY(read->find(QStringLiteral("  ")).empty());
}

void PreviewTextTest::standsWhereItIsSeen()
{
    PreviewRig rig(settings());
    PageRequest request =
        requestFor(fx::writtenPdf({QStringLiteral("\n\n\nطلب تحديث بيانات جواز السفر")}, QFont(kFont, 20)));
    request.pixelsPerPoint = 2;
    const auto read = rig.text(request);
    const PreviewAnswer page = rig.page(request);
    QVERIFY(read.has_value() && page.has_value());
    const auto ranges = read->find(QStringLiteral("جواز"));
    QCOMPARE(ranges.size(), std::size_t(1));
    const std::vector<QRectF> boxes = read->boxesOf(ranges[0]);
    QCOMPARE(boxes.size(), std::size_t(1));
    // Its ink is in the box, and beside the line there is none.
    const auto ink = [&page](QRectF points) {
        int dark = 0;
        const QRect pixels = QRectF(points.topLeft() * 2, points.size() * 2).toRect() & page->image.rect();
        for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
            for (int x = pixels.left(); x <= pixels.right(); ++x)
                dark += qGray(page->image.pixel(x, y)) < 128 ? 1 : 0;
        }
        return dark;
    };
    QVERIFY(ink(boxes[0]) > 100);
    QCOMPARE(ink(boxes[0].translated(0, -boxes[0].height() * 1.2)), 0);
    QCOMPARE(read->positionAt(boxes[0].center() + QPointF(boxes[0].width(), 0)).has_value(), true);
}

void PreviewTextTest::isReadHoweverThePageLies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("turn");
    QTest::addColumn<int>("quarters");
    const QString arabic = QStringLiteral("طلب تحديث بيانات جواز السفر\nالمرفق مع صورة الإقامة رقم 1234567");
    const QString english = QStringLiteral("Passport no. P1234567 (renewed)\nIssued in Riyadh, 2020-05-12");
    for (const auto &[name, text] : {std::pair{"Arabic", arabic}, std::pair{"English", english}}) {
        for (int turn = 0; turn < 4; ++turn)
            QTest::addRow("%s, turned by %d", name, turn) << text << turn << (4 - turn) % 4;
    }
    QTest::newRow("too little to tell") << QStringLiteral("Passport no. 1") << 2 << 0;
}

void PreviewTextTest::isReadHoweverThePageLies()
{
    QFETCH(QString, text);
    QFETCH(int, turn);
    PreviewRig rig(settings());
    PageRequest request = requestFor(fx::writtenPdf({text}, QFont(kFont, 14), turn));
    request.pixelsPerPoint = 2;
    const auto read = rig.text(request);
    QVERIFY(read.has_value());
    QTEST(read->quartersToUpright(), "quarters");
    if (read->quartersToUpright() == 0 && turn != 0)
        return;
    QVERIFY2(read->text() == text, qPrintable(read->text()));
    // A word is lit where its ink is, whatever its direction.
    const TextRange last{text.lastIndexOf(u' ') + 1, text.size()};
    const std::vector<QRectF> boxes = read->boxesOf(last);
    QCOMPARE(boxes.size(), std::size_t(1));
    QCOMPARE(boxes[0].width() > boxes[0].height(), turn % 2 == 0);
    const auto at = read->positionAt(boxes[0].center());
    QVERIFY(at && *at > last.begin && *at < last.end);
    QVERIFY(read->isOver(boxes[0].center()) && !read->isOver({5, 5}));
    const PreviewAnswer page = rig.page(request);
    QVERIFY(page.has_value());
    int dark = 0;
    const QRect pixels = QRectF(boxes[0].topLeft() * 2, boxes[0].size() * 2).toRect() & page->image.rect();
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            dark += qGray(page->image.pixel(x, y)) < 128 ? 1 : 0;
    }
    QVERIFY(dark > 100);
}

void PreviewTextTest::isLookedThroughOnThePreviewThread()
{
    PreviewRig rig(settings());
    const PageRequest request =
        requestFor(fx::writtenPdf({QStringLiteral("أحمد بن محمد\nإقامة أحمد"), QString()}, QFont(kFont, 14)));
    const auto found = rig.hits(request, QStringLiteral("احمد"));
    QVERIFY(found.has_value());
    QVERIFY(found->hasText && found->all);
    QCOMPARE(found->hits.size(), std::size_t(2));
    const auto text = rig.text(request);
    for (const PageHit &hit : found->hits) {
        QCOMPARE(text->text().mid(hit.range.begin, hit.range.end - hit.range.begin), QStringLiteral("أحمد"));
        QCOMPARE(hit.boxes, text->boxesOf(hit.range));
    }
    QVERIFY(QFile::remove(request.path)); // the text is remembered, for other words, too
    QCOMPARE(rig.hits(request, QStringLiteral("اقامه"))->hits.size(), std::size_t(1));
    QCOMPARE(rig.hits(request, QStringLiteral("غير"))->hits.size(), std::size_t(0));
    const auto picture =
        rig.hits(requestFor(fx::encoded(fx::twoColours({9, 9}), "png")), QStringLiteral("احمد"));
    QVERIFY(picture.has_value() && !picture->hasText);
    QCOMPARE(rig.hits(requestFor("no document"), QStringLiteral("a")).error().code,
             QStringLiteral("preview.unknown_type"));
    // A page that is full of it is told up to a bound.
    const PageText full(QString(5000, u'a'), std::vector<TextPiece>(1, {{0, 5000}, {0, 0, 9, 9}, 0}), true);
    const PageHits most = hitsOn(full, QStringLiteral("a"));
    QCOMPARE(most.hits.size(), kMostPageHits);
    QVERIFY(!most.all);
}

void PreviewTextTest::isOfItsPage()
{
    PreviewRig rig(settings());
    const QByteArray document =
        fx::writtenPdf({QStringLiteral("الأولى"), QStringLiteral("الثانية")}, QFont(kFont, 14));
    QCOMPARE(rig.text(requestFor(document, 1))->text(), QStringLiteral("الثانية"));
    QCOMPARE(rig.text(requestFor(document, 0))->text(), QStringLiteral("الأولى"));
    QCOMPARE(rig.text(requestFor(document, 2)).error().code, QStringLiteral("preview.no_such_page"));
    QCOMPARE(rig.text(requestFor(document, -1)).error().code, QStringLiteral("preview.no_such_page"));
}

void PreviewTextTest::isNoneInAPicture()
{
    PreviewRig rig(settings());
    const auto read = rig.text(requestFor(fx::encoded(fx::twoColours({9, 9}), "png")));
    QVERIFY(read.has_value());
    QVERIFY(read->isEmpty() && read->isComplete() && !read->positionAt({1, 1}));
}

void PreviewTextTest::isRememberedAndForgotten()
{
    PreviewRig rig(settings());
    const PageRequest request = requestFor(fx::writtenPdf({QStringLiteral("نص")}, QFont(kFont, 14)));
    QCOMPARE(rig.text(request)->text(), QStringLiteral("نص"));
    QVERIFY(QFile::remove(request.path));
    QCOMPARE(rig.text(request)->text(), QStringLiteral("نص"));
    rig.host().forget(request.sha256);
    QCOMPARE(rig.text(request).error().code, QStringLiteral("preview.file_missing"));
}

void PreviewTextTest::readsGlyphs_data()
{
    QTest::addColumn<QString>("read");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const Setter &setter, const char *text) {
        QTest::newRow(name) << setter.text() << QString::fromUtf8(text);
    };
    row("nothing", Setter(), "");
    row("the article", Setter().varied().set(QStringLiteral("بتكلا"), 0, 0), "الكتب");
    // Visual order has alef on the left of lam in لا; one shape noted as two letters has it on the right.
    row("lam alef, a letter each", Setter().varied().set(QStringLiteral("ابحرم الو"), 0, 0), "ولا مرحبا");
    row("lam alef, one shape",
        Setter()
            .set(QStringLiteral("م"), 0, 0, 7)
            .set(QStringLiteral("لا"), 7, 0, 4)
            .set(QStringLiteral("س"), 15.25, 0, 9),
        "سلام");
    row("all letters of one width", Setter().set(QStringLiteral("بلاط"), 0, 0), "طالب");
    row("rows of a form",
        Setter()
            .varied()
            .set(QStringLiteral("123"), 0, 0)
            .set(QStringLiteral("456"), 0, 20)
            .set(QStringLiteral("مسالا"), 200, 0)
            .set(QStringLiteral("مقرلا"), 200, 20),
        "الاسم\n123\nالرقم\n456");
    row("a line found in pieces",
        Setter()
            .varied()
            .set(QStringLiteral("one"), 0, 0)
            .set(QStringLiteral("below"), 0, 20)
            .set(QStringLiteral("two"), 20, 0),
        "one two\nbelow");
    row("beyond the first plane", Setter().set(QStringLiteral("a😀b"), 0, 0), "a😀b");
}

void PreviewTextTest::readsGlyphs()
{
    QFETCH(QString, read);
    QTEST(read, "text");
}

void PreviewTextTest::selectsWhatIsPointedAt()
{
    Setter setter;
    setter.varied().set(QStringLiteral("abc"), 0, 0).set(QStringLiteral("تبا"), 0, 20);
    const PageText text = readLines(setter.m_glyphs, true);
    QCOMPARE(text.text(), QStringLiteral("abc\nابت"));
    QCOMPARE(text.positionAt({0.5, 5}), 0);
    QCOMPARE(text.positionAt({4.5, 5}), 1);
    QCOMPARE(text.positionAt({500, 5}), 3);
    QCOMPARE(text.positionAt({500, 25}), 4); // to the right of Arabic is before it
    QCOMPARE(text.positionAt({-9, 25}), 7);
    QCOMPARE(text.boxesOf({0, 7}).size(), std::size_t(2));
    QCOMPARE(text.boxesOf({3, 4}).size(), std::size_t(0)); // the end of a line
}

void PreviewTextTest::anyGlyphsAreReadInTime()
{
    std::mt19937 random(7);
    for (const quint32 spread : {1U, 1'000U, 800'000U, 0xffffffffU}) {
        std::vector<TextGlyph> glyphs(kMaximumGlyphs);
        for (TextGlyph &glyph : glyphs) {
            constexpr std::array kLetters{U'a', U'ا', U'\u064e', U'٣', U'(', U'\ufefb', U'ل', U'\U0001f600'};
            glyph.character = kLetters.at(random() % kLetters.size());
            glyph.flags = random() % 4;
            glyph.left = quint32(random()) % spread;
            glyph.right = glyph.left + quint32(random()) % (0xffffffffU - glyph.left) % spread;
            glyph.top = quint32(random()) % spread;
            glyph.bottom = glyph.top + quint32(random()) % (0xffffffffU - glyph.top) % spread;
        }
        QVERIFY(makeSense(glyphs));
        QElapsedTimer timer;
        timer.start();
        const PageText text = readLines(glyphs, false);
        QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!text.isComplete());
        qsizetype end = 0;
        for (const TextPiece &piece : text.pieces()) {
            QVERIFY(piece.range.begin >= end && piece.range.end >= piece.range.begin);
            end = piece.range.end;
        }
        QVERIFY(end <= text.text().size());
    }
}

void PreviewTextTest::signsThatAreNotSeenAreALie_data()
{
    QTest::addColumn<quint32>("character");
    QTest::addColumn<bool>("makesSense");
    const auto row = [](quint32 character, bool makesSense) {
        QTest::addRow("U+%04X", character) << character << makesSense;
    };
    for (const quint32 seen : {0x20U, 0x41U, 0xa0U, 0x627U, 0x64eU, 0x661U, 0xfefbU, 0xfffdU, 0x1f600U})
        row(seen, true);
    for (const quint32 control : {0x0U, 0x9U, 0xaU, 0x1fU, 0x7fU, 0x80U, 0x85U, 0x9fU})
        row(control, false);
    // They would turn around what is copied, or hide in it.
    for (const quint32 format : {0xadU, 0x61cU, 0x200bU, 0x200dU, 0x200eU, 0x202aU, 0x202eU, 0x2060U, 0x2066U,
                                 0x2069U, 0xfeffU, 0xe0041U})
        row(format, false);
    for (const quint32 line : {0x2028U, 0x2029U})
        row(line, false);
    for (const quint32 none : {0xd800U, 0xdfffU, 0x110000U, 0xffffffffU})
        row(none, false);
}

void PreviewTextTest::signsThatAreNotSeenAreALie()
{
    QFETCH(quint32, character);
    TextGlyph glyph{};
    glyph.character = character;
    QTEST(makeSense({glyph}), "makesSense");
}

QTEST_MAIN(PreviewTextTest)
#include "tst_text.moc"

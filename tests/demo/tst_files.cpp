// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/demo/demofixture.h"

#include <QtCore/QCryptographicHash>
#include <QtGui/QImage>
#include <QtTest/QTest>

#include <poppler-qt6.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <map>

using namespace tawasul;
using namespace Qt::StringLiterals;

namespace {

struct DrawnFile
{
    QByteArray bytes;
    SampleDraft draft;
};

struct Drawn
{
    std::unique_ptr<DemoGenerator> generator;
    std::vector<DemoCase> cases;
    std::map<QString, DrawnFile> files; ///< by hash
};

Drawn draw(quint64 seed, int cases)
{
    DemoOptions options;
    options.seed = seed;
    options.cases = cases;
    options.officers = 2;
    options.files = cases;
    options.day = ordinaryDay();
    Drawn drawn;
    SampleDraft last;
    const auto remember = [&last](const DemoTexts &texts, const SampleDraft &draft, Dice &dice) {
        last = draft;
        return drawSample(texts, draft, dice);
    };
    const auto shelf = [&drawn, &last](const QByteArray &bytes) -> Result<QString> {
        const QString hash =
            QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        drawn.files[hash] = {bytes, last};
        return hash;
    };
    auto generator = DemoGenerator::make(options, shippedReference(), shelf, remember);
    if (!generator)
        return {};
    drawn.generator = std::move(generator).value();
    while (drawn.generator->hasNext()) {
        auto made = drawn.generator->next();
        if (!made) {
            qWarning("%s: %s", qUtf8Printable(made.error().code), qUtf8Printable(made.error().detail));
            return {};
        }
        drawn.cases.push_back(std::move(made).value());
    }
    return drawn;
}

// The text of a page as somebody would search it: Arabic comes out of Qt's PDFs as presentation forms (ui.md
// §3, 19).
QString textOf(const Poppler::Document &document, int page)
{
    return document.page(page)->text(QRectF()).normalized(QString::NormalizationForm_KC);
}

} // namespace

class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_drawn = draw(1, kCases);
        QCOMPARE(m_drawn.cases.size(), static_cast<std::size_t>(kCases));
    }

    void theSameSeedGivesTheSameBytes()
    {
        const Drawn again = draw(1, kCases);
        QCOMPARE(again.files.size(), m_drawn.files.size());
        for (const auto &[hash, file] : again.files)
            QVERIFY2(m_drawn.files.contains(hash), qPrintable(file.draft.sheets.front().document->code));
        for (const auto &[hash, file] : draw(2, 3).files)
            QVERIFY(!m_drawn.files.contains(hash));
    }

    void filesAreWhatTheySayAndSmallEnough()
    {
        const ReferencePtr reference = shippedReference();
        std::map<QString, int> kinds;
        for (const DemoCase &made : m_drawn.cases) {
            for (const Attachment &file : made.now.attachments) {
                const QByteArray &bytes = m_drawn.files.at(file.sha256).bytes;
                QCOMPARE(bytes.size(), file.size);
                QVERIFY(file.size > 10'000 && file.size <= reference->parameters.attachmentMaxBytes / 4);
                ++kinds[file.mediaType];
                if (file.mediaType == u"application/pdf"_s)
                    QVERIFY(bytes.startsWith("%PDF-"));
                else
                    QVERIFY(
                        !QImage::fromData(bytes, file.mediaType == u"image/png"_s ? "PNG" : "JPEG").isNull());
                for (const QString &document : file.documents)
                    QVERIFY(reference->document(document));
            }
        }
        QVERIFY(kinds[u"image/jpeg"_s] >= 1 && kinds[u"image/png"_s] >= 1);
        QVERIFY(kinds[u"application/pdf"_s] > kinds[u"image/jpeg"_s]);
    }

    // Every number and date of a printed paper can be found in its text, where the page states it.
    void printedPapersStateTheirNumbers()
    {
        int found = 0;
        for (const auto &[hash, file] : m_drawn.files) {
            if (file.draft.look != SampleLook::Printed)
                continue;
            const auto document = Poppler::Document::loadFromData(file.bytes);
            QVERIFY(document);
            for (std::size_t page = 0; page < file.draft.sheets.size(); ++page) {
                const Sheet &sheet = file.draft.sheets[page];
                const bool isImage = sheet.document->code == u"error_screenshot"_s;
                if (sheet.kind != Sheet::Kind::Document || isImage)
                    continue;
                const QString text = textOf(*document, static_cast<int>(page));
                for (const DocumentText::Row &row : sheet.document->rows) {
                    static const QStringList kAscii{u"{iqama}"_s,    u"{national_id}"_s, u"{border}"_s,
                                                    u"{passport}"_s, u"{visa}"_s,        u"{number}"_s};
                    if (!kAscii.contains(row.value))
                        continue;
                    const QString value = filled(row.value, sheet.places);
                    QVERIFY2(text.contains(value), qPrintable(QString(value % u'\n' % text)));
                    ++found;
                }
            }
        }
        QVERIFY2(found > 15, qPrintable(QString::number(found)));
    }

    void pdfsAreSoundAndTellNoTime()
    {
        int several = 0;
        for (const auto &[hash, file] : m_drawn.files) {
            const QByteArray &bytes = file.bytes;
            if (!bytes.startsWith("%PDF-"))
                continue;
            QPDF pdf;
            pdf.setSuppressWarnings(true);
            pdf.processMemoryFile("sample", bytes.constData(), static_cast<std::size_t>(bytes.size()));
            QVERIFY(!pdf.anyWarnings());
            const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
            several += pages.size() > 1 ? 1 : 0;
            QCOMPARE(pages.size(), file.draft.sheets.size());
            QPDFObjectHandle about = pdf.getTrailer().getKey("/Info");
            const auto made = QString::fromStdString(about.getKey("/CreationDate").getStringValue());
            QVERIFY2(made.endsWith(u"090000+03'00'"_s), qPrintable(made));
            QVERIFY(QDate::fromString(made.mid(2, 8), u"yyyyMMdd"_s) < ordinaryDay());
        }
        QVERIFY(several > 10);
    }

    void everyPrintedPageSaysThatItIsASample()
    {
        int pages = 0;
        for (const auto &[hash, file] : m_drawn.files) {
            if (file.draft.look != SampleLook::Printed)
                continue;
            const auto document = Poppler::Document::loadFromData(file.bytes);
            QVERIFY(document);
            for (int page = 0; page < document->numPages(); ++page) {
                QVERIFY(textOf(*document, page).contains(u"عينة"_s));
                ++pages;
            }
        }
        QVERIFY(pages > 15);
    }

    void requestedDocumentsComeTogetherOrSingly()
    {
        int together = 0;
        for (const DemoCase &made : m_drawn.cases) {
            QStringList wanted = documentsAtSubmission(made.plan, m_drawn.generator->reference());
            QStringList held;
            for (const Attachment &file : made.submitted.attachments)
                held += file.documents;
            together += made.submitted.attachments.size() == 1 && wanted.size() > 1 ? 1 : 0;
            wanted.sort();
            held.sort();
            QCOMPARE(held, wanted);
        }
        QVERIFY(together > 5);
    }

    void aScanHasNoTextAndAPoorOneLittleContrast()
    {
        const auto contrastOf = [](const DrawnFile &file) {
            const auto document = Poppler::Document::loadFromData(file.bytes);
            if (!document->page(0)->text(QRectF()).trimmed().isEmpty())
                return -1;
            const QImage page =
                document->page(0)->renderToImage(40, 40).convertToFormat(QImage::Format_Grayscale8);
            int low = 255;
            int high = 0;
            for (int y = 0; y < page.height(); ++y) {
                for (int x = 0; x < page.width(); ++x) {
                    low = std::min(low, qGray(page.pixel(x, y)));
                    high = std::max(high, qGray(page.pixel(x, y)));
                }
            }
            return high - low;
        };
        int poor = 0;
        int good = 0;
        for (const auto &[hash, file] : m_drawn.files) {
            if (file.draft.look == SampleLook::PoorScan) {
                const int contrast = contrastOf(file);
                QVERIFY2(contrast > 0 && contrast < 165, qPrintable(QString::number(contrast)));
                ++poor;
            } else if (file.draft.look == SampleLook::Scanned) {
                QVERIFY(contrastOf(file) > 165);
                ++good;
            }
        }
        QVERIFY(poor > 0 && good > 5);
    }

private:
    static constexpr int kCases = 60;
    Drawn m_drawn;
};

QTEST_MAIN(FilesTest)
#include "tst_files.moc"

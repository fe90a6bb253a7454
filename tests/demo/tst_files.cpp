// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/samplepool.h"
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

struct DrawnPool
{
    SamplePool pool;
    std::map<QString, QByteArray> bytes; ///< by hash
};

DrawnPool draw(quint64 seed, int count)
{
    const ReferencePtr reference = shippedReference();
    const auto texts = DemoTexts::read();
    if (!reference || !texts)
        return {};
    IdentifierMint mint(seed);
    Population population(*texts, mint, ordinaryDay());
    DrawnPool drawn;
    const auto shelf = [&drawn](const QByteArray &bytes) -> Result<QString> {
        const QString hash =
            QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        drawn.bytes[hash] = bytes;
        return hash;
    };
    auto pool = SamplePool::make(*texts, *reference, {seed, ordinaryDay(), count}, population, shelf);
    if (!pool) {
        qWarning("%s: %s", qUtf8Printable(pool.error().code), qUtf8Printable(pool.error().detail));
        return {};
    }
    drawn.pool = std::move(pool).value();
    return drawn;
}

} // namespace

class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_drawn = draw(1, kCount);
        QCOMPARE(m_drawn.pool.files().size(), static_cast<std::size_t>(kCount));
    }

    void theSameSeedGivesTheSameBytes()
    {
        const DrawnPool again = draw(1, kCount);
        QCOMPARE(again.pool.files().size(), m_drawn.pool.files().size());
        for (std::size_t i = 0; i < again.pool.files().size(); ++i) {
            const SampleFile &file = again.pool.files()[i];
            QVERIFY2(file.sha256 == m_drawn.pool.files()[i].sha256, qPrintable(file.documents.join(u',')));
        }
        QVERIFY(!m_drawn.bytes.contains(draw(2, kSmall).pool.files().front().sha256));
    }

    void filesAreWhatTheySayAndSmallEnough()
    {
        const ReferencePtr reference = shippedReference();
        std::map<QString, int> kinds;
        for (const SampleFile &file : m_drawn.pool.files()) {
            const QByteArray &bytes = m_drawn.bytes.at(file.sha256);
            QCOMPARE(bytes.size(), file.size);
            QVERIFY(file.size > 10'000 && file.size <= reference->parameters.attachmentMaxBytes);
            ++kinds[file.mediaType];
            if (file.mediaType == u"application/pdf"_s)
                QVERIFY(bytes.startsWith("%PDF-"));
            else
                QVERIFY(!QImage::fromData(bytes, file.mediaType == u"image/png"_s ? "PNG" : "JPEG").isNull());
            for (const QString &document : file.documents)
                QVERIFY(reference->document(document));
        }
        QVERIFY(kinds[u"image/jpeg"_s] >= 2 && kinds[u"image/png"_s] >= 1);
        QVERIFY(kinds[u"application/pdf"_s] > kinds[u"image/jpeg"_s]);
    }

    void pdfsAreSoundAndTellNoTime()
    {
        int several = 0;
        for (const SampleFile &file : m_drawn.pool.files()) {
            if (file.mediaType != u"application/pdf"_s)
                continue;
            const QByteArray &bytes = m_drawn.bytes.at(file.sha256);
            QPDF pdf;
            pdf.setSuppressWarnings(true);
            pdf.processMemoryFile("sample", bytes.constData(), static_cast<std::size_t>(bytes.size()));
            QVERIFY(!pdf.anyWarnings());
            const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
            several += pages.size() > 1 ? 1 : 0;
            QVERIFY(pages.size() >= static_cast<std::size_t>(file.documents.size()));
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
        for (const SampleFile &file : m_drawn.pool.files()) {
            if (file.look != SampleLook::Printed)
                continue;
            const auto document = Poppler::Document::loadFromData(m_drawn.bytes.at(file.sha256));
            QVERIFY(document);
            for (int page = 0; page < document->numPages(); ++page) {
                // Arabic comes out of Qt's PDFs as presentation forms.
                const QString text =
                    document->page(page)->text(QRectF()).normalized(QString::NormalizationForm_KC);
                QVERIFY2(text.contains(u"عينة"_s), qPrintable(file.documents.join(u',')));
                ++pages;
            }
        }
        QVERIFY(pages > 15);
    }

    void requestedDocumentsAreFoundTogetherOrSingly()
    {
        const ReferencePtr reference = shippedReference();
        Dice dice(5, "test");
        int together = 0;
        for (const SubService &service : reference->subServices) {
            const auto files = m_drawn.pool.holding(service.requiredDocuments, dice);
            QStringList held;
            for (const SampleFile *file : files) {
                QVERIFY(file->look != SampleLook::PoorScan);
                held += file->documents;
            }
            QStringList wanted = service.requiredDocuments;
            wanted.sort();
            held.sort();
            QCOMPARE(held, wanted);
            together += files.size() == 1 && wanted.size() > 1 ? 1 : 0;
        }
        QVERIFY(together > 5);
        QCOMPARE(m_drawn.pool.unreadable(dice).look, SampleLook::PoorScan);
        QVERIFY(m_drawn.pool.holding({}, dice).empty());
    }

    void aScanHasNoTextAndAPoorOneLittleContrast()
    {
        const auto contrast = [this](SampleLook look) {
            for (const SampleFile &file : m_drawn.pool.files()) {
                if (file.look != look || file.documents != QStringList{u"passport_copy"_s})
                    continue;
                const auto document = Poppler::Document::loadFromData(m_drawn.bytes.at(file.sha256));
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
            }
            return -2;
        };
        const int poor = contrast(SampleLook::PoorScan);
        QVERIFY2(poor > 0 && poor < 150, qPrintable(QString::number(poor)));
    }

private:
    static constexpr int kCount = 44;
    static constexpr int kSmall = 28;
    DrawnPool m_drawn;
};

QTEST_MAIN(FilesTest)
#include "tst_files.moc"

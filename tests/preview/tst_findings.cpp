// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/previewfixtures.h"
#include "tests/support/previewrig.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace tawasul;
namespace fx = tawasul::fixtures;

/// What a document carries is told by the real worker, and nothing of it is done.
class PreviewFindingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatADocumentCarries_data();
    void tellsWhatADocumentCarries();
    void countsWhatCanBeCounted();
    void factsNeedNoPage();
    void areRememberedAndForgotten();
    void belongTogetherOrAreNone_data();
    void belongTogetherOrAreNone();

private:
    [[nodiscard]] PageRequest requestFor(const QByteArray &document);

    static PreviewSettings settings();
    QTemporaryDir m_folder;
};

namespace {

/// A page with something beside it: entries of the catalogue and of the page, and objects from 5 on.
QByteArray pdfWith(const QByteArray &catalogue, const QByteArray &page, const QList<QByteArray> &more)
{
    return fx::pdfOf(
        QList<QByteArray>{"<</Type/Catalog/Pages 2 0 R" + catalogue + ">>",
                          "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R" + page + ">>",
                          "<</Length 9>>stream\n0 0 9 9 re\nendstream"}
        + more);
}

/// Something written behind the end of a document, as programs do that change it.
QByteArray changedLater(const QByteArray &document)
{
    const QByteArray start = document.mid(document.lastIndexOf("startxref") + 10).split('\n').first();
    QByteArray later = document;
    const QByteArray at = QByteArray::number(later.size()).rightJustified(10, '0');
    later += "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>>\nendobj\n";
    const QByteArray table = QByteArray::number(later.size());
    later += "xref\n3 1\n" + at + " 00000 n \ntrailer\n<</Root 1 0 R/Size 5/Prev " + start + ">>\nstartxref\n"
        + table + "\n%%EOF\n";
    return later;
}

} // namespace

PreviewSettings PreviewFindingsTest::settings()
{
    PreviewSettings settings;
    settings.program = QStringLiteral(TAWASUL_PREVIEW_PROGRAM);
    return settings;
}

PageRequest PreviewFindingsTest::requestFor(const QByteArray &document)
{
    PageRequest request;
    request.sha256 =
        QString::fromLatin1(QCryptographicHash::hash(document, QCryptographicHash::Sha256).toHex());
    request.path = m_folder.filePath(request.sha256);
    if (QFile file(request.path); file.open(QIODevice::WriteOnly))
        file.write(document);
    return request;
}

void PreviewFindingsTest::tellsWhatADocumentCarries_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<quint32>("flags");
    const QByteArray script = "<</S/JavaScript/JS(app.alert(1))>>";
    QTest::newRow("nothing") << pdfWith({}, {}, {}) << 0U;
    QTest::newRow("a picture") << fx::encoded(fx::twoColours({9, 9}), "png") << 0U;
    QTest::newRow("turning to a page") << pdfWith("/OpenAction<</S/GoTo/D[3 0 R/Fit]>>", {}, {}) << 0U;
    QTest::newRow("turning to a page, in short") << pdfWith("/OpenAction[3 0 R/Fit]", {}, {}) << 0U;
    QTest::newRow("a script at opening")
        << pdfWith("/OpenAction 5 0 R", {}, {script}) << (kFindingScripts | kFindingActsAlone);
    QTest::newRow("a script within the catalogue")
        << pdfWith("/OpenAction" + script, {}, {}) << (kFindingScripts | kFindingActsAlone);
    QTest::newRow("a script by name") << pdfWith("/Names<</JavaScript<</Names[(a)5 0 R]>>>>", {}, {script})
                                      << (kFindingScripts | kFindingActsAlone);
    QTest::newRow("a script in a stream")
        << pdfWith({}, {}, {"<</S/JavaScript/JS 6 0 R>>", "<</Length 2>>stream\n1;\nendstream"})
        << kFindingScripts;
    QTest::newRow("a page that acts by itself")
        << pdfWith({}, "/AA<</O" + script + ">>", {}) << (kFindingScripts | kFindingActsAlone);
    QTest::newRow("a launch") << pdfWith({}, {}, {"<</S/Launch/F(calc.exe)>>"}) << kFindingLaunches;
    QTest::newRow("a submission") << pdfWith({}, {}, {"<</S/SubmitForm/F(http://a.example)>>"})
                                  << kFindingSubmissions;
    QTest::newRow("a file within") << pdfWith({}, {},
                                              {"<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>",
                                               "<</Type/EmbeddedFile/Length 2>>stream\nMZ\nendstream"})
                                   << kFindingEmbeddedFiles;
    QTest::newRow("a link") << pdfWith({}, "/Annots[<</Subtype/Link/A<</S/URI/URI(http://a.example)>>>>]", {})
                            << kFindingExternalLinks;
    QTest::newRow("another document") << pdfWith({}, {}, {"<</S/GoToR/F(b.pdf)>>"}) << kFindingExternalLinks;
    QTest::newRow("a form with a program")
        << pdfWith("/AcroForm<</XFA 5 0 R/Fields[]>>", {}, {"(a program)"}) << kFindingDynamicForm;
    QTest::newRow("a film") << pdfWith({}, {}, {"<</Type/Annot/Subtype/RichMedia>>"}) << kFindingMedia;
    QTest::newRow("changed later") << changedLater(pdfWith({}, {}, {})) << kFindingLaterEdits;
    QTest::newRow("encrypted for everybody") << fx::encryptedPdf({}) << kFindingEncrypted;
    QTest::newRow("deeper than anybody looks")
        << pdfWith({}, {}, {QByteArray("[").repeated(300) + QByteArray("]").repeated(300)})
        << kFindingPartial;
}

void PreviewFindingsTest::tellsWhatADocumentCarries()
{
    QFETCH(QByteArray, document);
    PreviewRig rig(settings());
    const PageRequest request = requestFor(document);
    const auto findings = rig.findings(request);
    QVERIFY2(findings.has_value(), qPrintable(findings ? QString() : findings.error().code));
    quint32 flags = 0;
    for (quint32 flag = 1; flag <= kFindingPartial; flag <<= 1U)
        flags |= findings->has(flag) ? flag : 0U;
    QTEST(flags, "flags");
    QCOMPARE(findings->isClean(), flags == 0);
    QVERIFY(rig.page(request).has_value()); // and it is shown all the same
}

void PreviewFindingsTest::countsWhatCanBeCounted()
{
    QList<QByteArray> objects;
    for (int i = 0; i < 30; ++i)
        objects.append("<</S/URI/URI(http://a.example)>>");
    objects.append("<</S/JavaScript/JS(1)/Next<</S/JavaScript/JS(2)/Next<</S/Launch>>>>>>");
    objects.append("<</Type/Filespec/EF<<>>>>");
    PreviewRig rig(settings());
    const auto findings = rig.findings(requestFor(pdfWith({}, {}, objects)));
    QVERIFY(findings.has_value());
    QCOMPARE(findings->externalLinks(), 30);
    QCOMPARE(findings->scripts(), 2);
    QCOMPARE(findings->launches(), 1);
    QCOMPARE(findings->submissions(), 0);
    QCOMPARE(findings->embeddedFiles(), 1);
}

void PreviewFindingsTest::factsNeedNoPage()
{
    PreviewRig rig(settings());
    QCOMPARE(rig.facts(requestFor(fx::plainPdf({9, 9}, 7))).value(),
             (DocumentFacts{DocumentKind::Pdf, 7, false}));
    QCOMPARE(rig.facts(requestFor(fx::encryptedPdf({}))).value(),
             (DocumentFacts{DocumentKind::Pdf, 1, true}));
    QCOMPARE(rig.facts(requestFor(fx::encoded(fx::twoColours({9, 9}), "bmp"))).value(),
             (DocumentFacts{DocumentKind::Bmp, 1, false}));
    QCOMPARE(rig.facts(requestFor("nothing of ours")).error().code, QStringLiteral("preview.unknown_type"));
}

void PreviewFindingsTest::areRememberedAndForgotten()
{
    PreviewRig rig(settings());
    const PageRequest request = requestFor(pdfWith({}, {}, {"<</S/Launch>>"}));
    QCOMPARE(rig.findings(request)->launches(), 1);
    QVERIFY(QFile::remove(request.path));
    QCOMPARE(rig.findings(request)->launches(), 1);
    rig.host().forget(request.sha256);
    QCOMPARE(rig.findings(request).error().code, QStringLiteral("preview.file_missing"));
}

void PreviewFindingsTest::belongTogetherOrAreNone_data()
{
    QTest::addColumn<quint32>("flags");
    QTest::addColumn<quint32>("scripts");
    QTest::addColumn<bool>("makesSense");
    QTest::newRow("nothing") << 0U << 0U << true;
    QTest::newRow("one") << kFindingScripts << 1U << true;
    QTest::newRow("as many as there can be") << kFindingScripts << kMaximumFindings << true;
    QTest::newRow("more") << kFindingScripts << kMaximumFindings + 1 << false;
    QTest::newRow("none of what there is") << kFindingScripts << 0U << false;
    QTest::newRow("some of what there is not") << 0U << 1U << false;
    QTest::newRow("a flag without meaning") << kKnownFindings + 1 << 0U << false;
    QTest::newRow("all flags but no numbers") << kKnownFindings << 1U << false;
}

void PreviewFindingsTest::belongTogetherOrAreNone()
{
    QFETCH(quint32, flags);
    QFETCH(quint32, scripts);
    auto frame = makeFrame<FindingsFrame>(1);
    frame.flags = flags;
    frame.scripts = scripts;
    QTEST(DocumentFindings::from(frame).has_value(), "makesSense");
}

QTEST_MAIN(PreviewFindingsTest)
#include "tst_findings.moc"

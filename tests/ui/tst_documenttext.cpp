// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is written on the pages of a document: selected, copied, and looked for.
#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

#include "tests/support/documentpanetest.h"
#include "ui/documents/documentsearch.h"
#include "ui/documents/textlayer.h"
#include "ui/shared/note.h"
#include "ui/shell/shortcuts.h"

using namespace tawasul;

namespace {

constexpr double kLetter = 10; ///< points
constexpr double kLine = 20;
constexpr double kRightEdge = 400;

// Lines under each other from 100 points down; Arabic begins at the right edge, other text at 100 points.
PageText written(const QStringList &lines, QPointF shift = {})
{
    QString text;
    std::vector<TextPiece> pieces;
    for (int line = 0; line < lines.size(); ++line) {
        const bool arabic = QChar::direction(lines[line].front().unicode()) == QChar::DirAL;
        if (line > 0)
            text += u'\n';
        for (qsizetype at = 0; at < lines[line].size(); ++at) {
            const double x = arabic ? kRightEdge - double(at + 1) * kLetter : 100 + double(at) * kLetter;
            if (!lines[line][at].isSpace())
                pieces.push_back({{text.size(), text.size() + 1},
                                  QRectF(x, 100 + line * kLine, kLetter, kLine - 4).translated(shift),
                                  line});
            text += lines[line][at];
        }
    }
    return {text, pieces, true};
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

PageHits hitsAt(const std::vector<QRectF> &boxes)
{
    PageHits hits;
    hits.hasText = true;
    for (const QRectF &box : boxes)
        hits.hits.push_back({{0, 4}, {box}});
    return hits;
}

} // namespace

class DocumentTextTest : public DocumentPaneTest
{
    Q_OBJECT

private:
    // The page is here, and what is written on it.
    void openText(const PageText &text, int pages = 1)
    {
        openDocument(pages);
        QSignalSpy wanted(m_pane.get(), &DocumentPane::textWanted);
        bringPage(0);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.last().at(1).toInt(), 0);
        m_pane->setText(sha(), 0, text);
        m_pane->focusPage();
    }
    // In the viewport, of a letter of the first or another line; 0 … 1 across it.
    QPoint at(QPointF points) const
    {
        return canvas().placeOf(0, QRectF(points, QSizeF(0, 0))).topLeft().toPoint();
    }
    void drag(QPointF from, QPointF to) const
    {
        QWidget *paper = canvas().viewport();
        QTest::mousePress(paper, Qt::LeftButton, {}, at(from));
        QTest::mouseMove(paper, at((from + to) / 2));
        QTest::mouseMove(paper, at(to));
        QTest::mouseRelease(paper, Qt::LeftButton, {}, at(to));
    }
    void copy() const { QTest::keyClick(&canvas(), Qt::Key_C, Qt::ControlModifier); }
    void answer(QSignalSpy &wanted, const QHash<int, PageHits> &pages) const
    {
        for (qsizetype asked = 0; asked < wanted.count(); ++asked) {
            const int page = wanted.at(asked).at(1).toInt();
            m_pane->setHits(sha(), page, wanted.at(asked).at(2).toString(), pages.value(page));
        }
    }
    QString count() const { return part<QLabel>("findCount").text(); }

private Q_SLOTS:
    // --- selecting ---

    void textIsDraggedOverAndCopiedInItsOrder_data()
    {
        QTest::addColumn<PageZoom>("zoom");
        QTest::addColumn<int>("turns");
        const PageZoom width{PageZoom::Fit::Width, 100};
        QTest::newRow("fitted") << width << 0;
        QTest::newRow("large") << PageZoom{PageZoom::Fit::Free, 100} << 0;
        QTest::newRow("small") << PageZoom{PageZoom::Fit::Free, 33} << 0;
        QTest::newRow("turned right") << width << 1;
        QTest::newRow("upside down") << width << 2;
        QTest::newRow("turned left, fitted whole") << PageZoom{PageZoom::Fit::Page, 100} << 3;
    }
    void textIsDraggedOverAndCopiedInItsOrder()
    {
        QFETCH(PageZoom, zoom);
        QFETCH(int, turns);
        openText(written({QStringLiteral("Passport P123"), QStringLiteral("طلب تحديث")}));
        m_pane->setZoom(zoom);
        for (int turn = 0; turn < turns; ++turn)
            act("keyTurnRight");
        bringPage(0);
        canvas().reveal(0, QRectF(100, 100, 300, 40));
        QVERIFY(!part<QAction>("keyCopyText").isEnabled());
        drag({191, 108}, {249, 108});
        copy();
        QCOMPARE(clipboard(), QStringLiteral("P123"));
        // From the right, as Arabic begins, to its end at the left.
        drag({kRightEdge - 1, 128}, {kRightEdge - 29, 128});
        copy();
        QCOMPARE(clipboard(), QStringLiteral("طلب"));
        drag({191, 108}, {kRightEdge - 29, 128});
        copy();
        QCOMPARE(clipboard(), QStringLiteral("P123\nطلب"));
    }

    void aWordIsSelectedByTwoClicks()
    {
        openText(written({QStringLiteral("طلب تحديث بيانات")}));
        QTest::mouseDClick(canvas().viewport(), Qt::LeftButton, {}, at({kRightEdge - 65, 108}));
        copy();
        QCOMPARE(clipboard(), QStringLiteral("تحديث"));
        // With Shift it goes on to there, by whole words.
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          at({kRightEdge - 125, 108}));
        copy();
        QCOMPARE(clipboard(), QStringLiteral("تحديث بيانات"));
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, at({kRightEdge - 125, 108}));
        QVERIFY(canvas().selectedText().isEmpty());
    }

    void theKeyboardSelectsAndLetsGo()
    {
        openText(written({QStringLiteral("طلب تحديث"), QStringLiteral("second line")}));
        QTest::keyClick(&canvas(), Qt::Key_A, Qt::ControlModifier);
        copy();
        QCOMPARE(clipboard(), QStringLiteral("طلب تحديث\nsecond line"));
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(canvas().selectedText().isEmpty());
        QVERIFY(!part<QAction>("keyCopyText").isEnabled());
        // Where the arrow points: to the left, in Arabic that is onward.
        QTest::keyClick(&canvas(), Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(&canvas(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(canvas().selectedText(), QStringLiteral("طل"));
        QTest::keyClick(&canvas(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(canvas().selectedText(), QStringLiteral("ط"));
        QTest::keyClick(&canvas(), Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(canvas().selectedText(), QStringLiteral("طلب"));
        // Where was clicked, and nowhere else.
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, at({121, 128}));
        QTest::keyClick(&canvas(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(canvas().selectedText(), QStringLiteral("c"));
        QTest::keyClick(&canvas(), Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(canvas().selectedText(), QStringLiteral("cond"));
    }

    void theKeyboardSelectsByLinesAndToTheirEnds()
    {
        openText(written({QStringLiteral("طلب تحديث بيانات"), QStringLiteral("رقم"),
                          QStringLiteral("third line"), QStringLiteral("طلب تحديث")}));
        const auto press = [this](int key, Qt::KeyboardModifiers more = {}) {
            QTest::keyClick(&canvas(), Qt::Key(key), Qt::ShiftModifier | more);
            return canvas().selectedText();
        };
        // From the top of the page, where nothing was clicked.
        QCOMPARE(press(Qt::Key_End), QStringLiteral("طلب تحديث بيانات"));
        QCOMPARE(press(Qt::Key_Home), QString());
        QCOMPARE(press(Qt::Key_End, Qt::ControlModifier), canvas().textOf(0)->text());
        QCOMPARE(press(Qt::Key_Home, Qt::ControlModifier), QString());
        // From where was clicked, at the end of the second word.
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, at({kRightEdge - 89, 108}));
        QCOMPARE(press(Qt::Key_Down), QStringLiteral(" بيانات\nرقم")); // the line is shorter
        QCOMPARE(press(Qt::Key_Down), QStringLiteral(" بيانات\nرقم\nthird line"));
        QCOMPARE(press(Qt::Key_Up), QStringLiteral(" بيانات\nرقم"));
        QCOMPARE(press(Qt::Key_Up), QString()); // back to where it came from, not under the short line
        QCOMPARE(press(Qt::Key_Home), QStringLiteral("طلب تحديث"));
        QCOMPARE(press(Qt::Key_Up), QStringLiteral("طلب تحديث")); // there is nothing above
        QCOMPARE(press(Qt::Key_Right, Qt::ControlModifier), QStringLiteral("طلب تحديث"));
        // Without Shift they scroll, and what is selected stays.
        QTest::keyClick(&canvas(), Qt::Key_Down);
        QCOMPARE(canvas().selectedText(), QStringLiteral("طلب تحديث"));
        copy();
        QCOMPARE(clipboard(), QStringLiteral("طلب تحديث"));
    }

    void theKeyboardSelectsOnATurnedPage()
    {
        openText(written({QStringLiteral("Passport P123"), QStringLiteral("طلب تحديث")}));
        act("keyTurnRight");
        bringPage(0);
        m_pane->focusPage();
        QTest::keyClick(&canvas(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&canvas(), Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(canvas().selectedText(), QStringLiteral("Passport P123\nطلب تحديث"));
        const auto caret = canvas().textLayer().caret();
        QVERIFY(caret);
        QCOMPARE(caret->box, QRectF(kRightEdge - 90, 120, 0, 16)); // left of the last letter
    }

    void whatIsSelectedByKeyboardComesIntoSight()
    {
        QStringList lines;
        for (int line = 0; line < 34; ++line)
            lines.append(QStringLiteral("line of text"));
        openText(written(lines));
        m_pane->setZoom({PageZoom::Fit::Free, 200});
        bringPage(0);
        canvas().verticalScrollBar()->setValue(0);
        QTest::keyClick(&canvas(), Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
        const QRectF caret = canvas().placeOf(0, canvas().textLayer().caret()->box);
        QVERIFY(QRectF(canvas().viewport()->rect()).contains(caret.center()));
        QVERIFY(canvas().verticalScrollBar()->value() > 0);
    }

    // The paper moves on while the pointer is held beyond the edge, and what comes into sight is selected.
    void draggingBeyondTheEdgeScrolls()
    {
        QStringList lines;
        for (int line = 0; line < 34; ++line)
            lines.append(QStringLiteral("line %1").arg(line));
        openText(written(lines));
        m_pane->setZoom({PageZoom::Fit::Free, 200});
        bringPage(0);
        canvas().horizontalScrollBar()->setValue(0);
        QWidget *paper = canvas().viewport();
        QVERIFY(at({101, 748}).y() > paper->height()); // the second line from below
        QTest::mousePress(paper, Qt::LeftButton, {}, at({101, 108}));
        QTest::mouseMove(paper, {at({101, 108}).x(), paper->height() / 2});
        QTest::mouseMove(paper, {at({101, 108}).x(), paper->height() + 200});
        QScrollBar *bar = canvas().verticalScrollBar();
        QTRY_COMPARE(bar->value(), bar->maximum());
        QTRY_VERIFY(canvas().selectedText().contains(QStringLiteral("line 32")));
        // Back within it, it rests.
        QTest::mouseMove(paper, {at({101, 108}).x(), -200});
        QTRY_VERIFY(bar->value() < bar->maximum());
        QTest::mouseMove(paper, {at({101, 108}).x(), paper->height() / 2});
        const int rests = bar->value();
        QTest::qWait(120);
        QCOMPARE(bar->value(), rests);
        QTest::mouseMove(paper, {at({101, 108}).x(), -200});
        QTest::mouseRelease(paper, Qt::LeftButton, {}, {at({101, 108}).x(), -200});
        const int released = bar->value();
        QTest::qWait(120);
        QCOMPARE(bar->value(), released);
    }

    void theTextIsThereForAScreenReader()
    {
        openText(written({QStringLiteral("طلب تحديث"), QStringLiteral("second line")}));
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&canvas());
        QVERIFY(spoken && spoken->textInterface());
        QAccessibleTextInterface &text = *spoken->textInterface();
        QVERIFY(spoken->state().readOnly && spoken->state().multiLine);
        QCOMPARE(text.characterCount(), 21);
        QCOMPARE(text.text(0, text.characterCount()), QStringLiteral("طلب تحديث\nsecond line"));
        QCOMPARE(text.selectionCount(), 0);
        QTest::keyClick(&canvas(), Qt::Key_End, Qt::ShiftModifier);
        int begin = -1;
        int end = -1;
        text.selection(0, &begin, &end);
        QCOMPARE(std::pair(begin, end), std::pair(0, 9));
        QCOMPARE(text.cursorPosition(), 9);
        int first = -1;
        int last = -1;
        QCOMPARE(text.textAtOffset(12, QAccessible::LineBoundary, &first, &last),
                 QStringLiteral("second line"));
        QCOMPARE(text.characterRect(0),
                 QRect(canvas().viewport()->mapToGlobal(at({kRightEdge - 10, 100})),
                       canvas().placeOf(0, QRectF(kRightEdge - 10, 100, 10, 16)).toAlignedRect().size()));
        QCOMPARE(text.offsetAtPoint(text.characterRect(4).center()), 4);
        text.setSelection(0, 10, 16);
        QCOMPARE(canvas().selectedText(), QStringLiteral("second"));
        QCOMPARE(text.text(-5, 900), QStringLiteral("")); // nonsense is answered by nothing
        m_pane->showAttachment(sha(1));
        QCOMPARE(text.characterCount(), 0);
        QCOMPARE(text.cursorPosition(), 0);
        QVERIFY(!text.text(0, 5).size());
    }

    void theCursorTellsWhereTextIs()
    {
        openText(written({QStringLiteral("Passport")}));
        QTest::mouseMove(canvas().viewport(), at({120, 108}));
        QCOMPARE(canvas().viewport()->cursor().shape(), Qt::IBeamCursor);
        QTest::mouseMove(canvas().viewport(), at({120, 300}));
        QCOMPARE(canvas().viewport()->cursor().shape(), Qt::ArrowCursor);
    }

    void aPageWithoutTextIsAsBefore()
    {
        openText(PageText());
        drag({100, 100}, {300, 140});
        QVERIFY(canvas().selectedText().isEmpty());
        QVERIFY(!part<QAction>("keySelectPage").isEnabled());
        QTest::mouseMove(canvas().viewport(), at({120, 108}));
        QCOMPARE(canvas().viewport()->cursor().shape(), Qt::ArrowCursor);
    }

    void textIsReadOnlyWhereSomebodyLooks()
    {
        QSignalSpy wanted(m_pane.get(), &DocumentPane::textWanted);
        openDocument(30);
        QCOMPARE(wanted.count(), 0); // its picture is not here
        bringPage(0);
        bringPage(1); // ahead
        QCOMPARE(wanted.count(), 1);
        m_pane->setText(sha(), 0, written({QStringLiteral("Passport")}));
        m_pane->setText(sha(), 7, written({QStringLiteral("stray")}));
        QVERIFY(canvas().textOf(0) != nullptr);
        QVERIFY(canvas().textOf(7) == nullptr);
        m_pane->goToPage(20);
        QVERIFY(canvas().textOf(0) == nullptr);
        m_pane->goToPage(0);
        bringPage(0);
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(wanted.last().at(1).toInt(), 0);
    }

    void textThatCouldNotBeReadIsAskedForAgain()
    {
        QSignalSpy wanted(m_pane.get(), &DocumentPane::textWanted);
        openDocument(30);
        bringPage(0);
        QCOMPARE(wanted.count(), 1);
        canvas().verticalScrollBar()->setValue(5); // it is under way
        QCOMPARE(wanted.count(), 1);
        m_pane->textMissed(sha(1), 0); // of another document
        canvas().verticalScrollBar()->setValue(9);
        QCOMPARE(wanted.count(), 1);
        m_pane->textMissed(sha(), 0);
        QCOMPARE(wanted.count(), 1); // nobody looks anew
        canvas().verticalScrollBar()->setValue(12);
        QCOMPARE(wanted.count(), 2);
        m_pane->setText(sha(), 0, written({QStringLiteral("Passport")}));
        QVERIFY(canvas().textOf(0) != nullptr);
    }

    void whatIsSelectedGoesWithItsDocument()
    {
        openText(written({QStringLiteral("Passport")}));
        QTest::keyClick(&canvas(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(canvas().selectedText(), QStringLiteral("Passport"));
        m_pane->showAttachment(sha(1));
        m_pane->setState(sha(1), readyState(1));
        QVERIFY(canvas().selectedText().isEmpty());
        QVERIFY(!part<QAction>("keyCopyText").isEnabled());
    }

    void aSelectionGoesOverTheEndOfAPage()
    {
        TextLayer layer;
        layer.setText(0, written({QStringLiteral("first")}));
        layer.setText(1, written({QStringLiteral("second")}));
        QVERIFY(layer.begin(0, {121, 108}, TextLayer::By::Letter));
        layer.extend(1, {131, 108});
        QCOMPARE(layer.selected(), QStringLiteral("rst\nsec"));
        QCOMPARE(layer.selectedBoxes(0), std::vector{QRectF(120, 100, 30, 16)});
        layer.drop(0); // it is needed for copying
        QCOMPARE(layer.selected(), QStringLiteral("rst\nsec"));
        layer.extend(0, {101, 108}); // back over where it began
        QCOMPARE(layer.selected(), QStringLiteral("fi"));
        QVERIFY(!layer.begin(5, {0, 0}, TextLayer::By::Letter));
        layer.clear();
        QVERIFY(!layer.hasSelection());
        QVERIFY(layer.selected().isEmpty());
    }

    void aSelectionHasNoGaps()
    {
        TextLayer layer;
        layer.setText(0, written({QStringLiteral("first")}));
        layer.setText(2, written({QStringLiteral("third")}));
        QVERIFY(layer.begin(0, {121, 108}, TextLayer::By::Letter));
        layer.extend(0, {141, 108});
        layer.extend(2, {131, 108}); // what is between is not here
        QCOMPARE(layer.selected(), QStringLiteral("rs"));
        layer.setText(1, PageText()); // a picture, as is known now
        layer.extend(2, {131, 108});
        QCOMPARE(layer.selected(), QStringLiteral("rst\nthi"));
        layer.clear();
        layer.setText(0, written({QStringLiteral("first")}));
        layer.setText(2, written({QStringLiteral("third")}));
        QVERIFY(layer.begin(2, {131, 108}, TextLayer::By::Letter));
        layer.extend(0, {121, 108}); // backwards
        QVERIFY(layer.selected().isEmpty());
    }

    // --- finding ---

    void wordsAreFoundPageByPage()
    {
        openText(written({QStringLiteral("Passport")}), 3);
        QSignalSpy wanted(m_pane.get(), &DocumentPane::hitsWanted);
        QVERIFY(!part<QWidget>("findBar").isVisible());
        QTest::keyClick(&canvas(), Qt::Key_F, Qt::ControlModifier);
        auto &field = part<QLineEdit>("findWords");
        QTRY_VERIFY(field.hasFocus());
        field.insert(QStringLiteral("جواز")); // QTest types no Arabic
        QCOMPARE(wanted.count(), 0);
        QTRY_COMPARE(wanted.count(), 1); // typing rests
        QCOMPARE(wanted.last(), (QList<QVariant>{sha(), 0, QStringLiteral("جواز")}));
        QCOMPARE(count(), QStringLiteral("جارٍ البحث…"));
        const QRectF here(100, 100, 80, 16);
        m_pane->setHits(sha(), 0, QStringLiteral("جواز"), hitsAt({here, here.translated(0, 20)}));
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(count(), QStringLiteral("1 من 2 حتى الآن"));
        m_pane->setHits(sha(), 1, QStringLiteral("جواز"), PageHits());
        m_pane->setHits(sha(), 2, QStringLiteral("جواز"), hitsAt({here}));
        QCOMPARE(wanted.count(), 3);
        QCOMPARE(count(), QStringLiteral("1 من 3"));
        QCOMPARE(part<Note>("findNote").sentence(), QStringLiteral("صفحة واحدة مصوّرة لا يمكن البحث فيها."));

        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(count(), QStringLiteral("2 من 3"));
        QCOMPARE(m_pane->shownPage(), 0);
        QTest::keyClick(&field, Qt::Key_F3);
        QCOMPARE(count(), QStringLiteral("3 من 3"));
        QCOMPARE(m_pane->shownPage(), 2);
        QTest::keyClick(&field, Qt::Key_F3); // over the end
        QCOMPARE(count(), QStringLiteral("1 من 3"));
        QTest::keyClick(&field, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(count(), QStringLiteral("3 من 3"));
        QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(count(), QStringLiteral("2 من 3"));
        QCOMPARE(m_pane->shownPage(), 0);

        bringPage(0); // it had gone out of sight
        m_pane->setText(sha(), 0, written({QStringLiteral("Passport")}));
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(!part<QWidget>("findBar").isVisible());
        QTRY_VERIFY(canvas().hasFocus());
        QVERIFY(!part<QAction>("keyFindNext").isEnabled());
        QCOMPARE(canvas().selectedText(), QStringLiteral("Pass")); // the place stays marked
    }

    // An Arabic keyboard alone: keys are known by their places, and the field's own stay the field's.
    void theFieldKeepsItsKeys()
    {
        openText(written({QStringLiteral("Passport")}));
        const Shortcuts shortcuts(*m_pane);
        const auto pressArabic = [](QWidget &widget, quint32 place, char16_t letter) {
            QKeyEvent press(QEvent::KeyPress, letter, Qt::ControlModifier, place, 0, 0,
                            QString(QChar(letter)));
            QCoreApplication::sendEvent(&widget, &press);
        };
        constexpr quint32 kPlaceOfA = 38;
        constexpr quint32 kPlaceOfC = 54;
        act("keyFind");
        auto &field = part<QLineEdit>("findWords");
        QTRY_VERIFY(field.hasFocus());
        field.setText(QStringLiteral("port"));
        field.deselect();
        pressArabic(field, kPlaceOfA, u'ش');
        QCOMPARE(field.selectedText(), QStringLiteral("port"));
        QVERIFY(canvas().selectedText().isEmpty());
        pressArabic(field, kPlaceOfC, u'ؤ');
        QCOMPARE(clipboard(), QStringLiteral("port"));
        canvas().setFocus();
        pressArabic(canvas(), kPlaceOfA, u'ش');
        pressArabic(canvas(), kPlaceOfC, u'ؤ');
        QCOMPARE(clipboard(), QStringLiteral("Passport"));
    }

    void digitsOfTheCountAreTheOfficers()
    {
        m_pane =
            std::make_unique<DocumentPane>(*m_theme, DisplayLocale{Language::Arabic, Digits::ArabicIndic});
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        m_pane->setAttachments(m_files);
        m_pane->setState(sha(), readyState(1));
        QSignalSpy wanted(m_pane.get(), &DocumentPane::hitsWanted);
        act("keyFind");
        QTest::keyClicks(&part<QLineEdit>("findWords"), QStringLiteral("3"));
        QTRY_COMPARE(wanted.count(), 1);
        m_pane->setHits(sha(), 0, QStringLiteral("3"), hitsAt(std::vector<QRectF>(12, {1, 1, 9, 9})));
        QTest::keyClick(&canvas(), Qt::Key_F3);
        QTest::keyClick(&canvas(), Qt::Key_F3);
        QCOMPARE(count(), QStringLiteral("٣ من ١٢"));
    }

    void placesAreLitAndBroughtIntoSight()
    {
        openText(written({QStringLiteral("Passport")}));
        m_pane->setZoom({PageZoom::Fit::Free, 200});
        canvas().verticalScrollBar()->setValue(0);
        QImage blank(canvas().devicePixels(), QImage::Format_RGB32);
        blank.fill(Qt::white);
        m_pane->setPage(sha(), 0, blank);
        QSignalSpy wanted(m_pane.get(), &DocumentPane::hitsWanted);
        act("keyFind");
        QTest::keyClicks(&part<QLineEdit>("findWords"), QStringLiteral("x"));
        QTRY_COMPARE(wanted.count(), 1);
        const QRectF far(480, 700, 40, 16);
        const QRectF near(430, 720, 40, 16);
        QVERIFY(!QRectF(canvas().viewport()->rect()).contains(canvas().placeOf(0, far)));
        m_pane->setHits(sha(), 0, QStringLiteral("x"), hitsAt({far, near}));
        const QRectF place = canvas().placeOf(0, far);
        QVERIFY(QRectF(canvas().viewport()->rect()).contains(place));
        const QImage seen = canvas().viewport()->grab().toImage();
        const QColor current = seen.pixelColor(place.center().toPoint());
        const QColor other = seen.pixelColor(canvas().placeOf(0, near).center().toPoint());
        QVERIFY(current != QColor(Qt::white) && other != QColor(Qt::white) && current != other);
        QTest::keyClick(&part<QLineEdit>("findWords"), Qt::Key_Escape);
        const QImage after = canvas().viewport()->grab().toImage();
        QCOMPARE(after.pixelColor(place.center().toPoint()), QColor(Qt::white));
    }

    void whatWasLookedForGoesWithTheCase_data()
    {
        QTest::addColumn<bool>("leaves");
        QTest::newRow("another case") << false;
        QTest::newRow("no case") << true;
    }
    // It may be the name or the number of the person before.
    void whatWasLookedForGoesWithTheCase()
    {
        QFETCH(bool, leaves);
        openText(written({QStringLiteral("Passport")}), 2);
        QSignalSpy wanted(m_pane.get(), &DocumentPane::hitsWanted);
        act("keyFind");
        auto &field = part<QLineEdit>("findWords");
        QTest::keyClicks(&field, QStringLiteral("1023456789"));
        QTRY_COMPARE(wanted.count(), 1);
        if (leaves)
            m_pane->leave();
        else
            m_pane->setAttachments({m_files.back()});
        QVERIFY(!part<QWidget>("findBar").isVisible());
        QVERIFY(field.text().isEmpty());
        QVERIFY(!field.isUndoAvailable());
        m_pane->setAttachments(m_files);
        m_pane->setState(sha(), readyState(2));
        act("keyFind");
        QVERIFY(field.text().isEmpty());
        QTest::qWait(300); // longer than typing rests
        QCOMPARE(wanted.count(), 1);
    }

    void aSearchMayEndOnTheWayToItsPlace()
    {
        openText(written({QStringLiteral("Passport")}), 30);
        QSignalSpy wanted(m_pane.get(), &DocumentPane::hitsWanted);
        act("keyFind");
        QTest::keyClicks(&part<QLineEdit>("findWords"), QStringLiteral("x"));
        QTRY_COMPARE(wanted.count(), 1);
        bool isOther = false;
        connect(m_pane.get(), &DocumentPane::pageWanted, this, [&] {
            if (!std::exchange(isOther, true))
                m_pane->showAttachment(sha(1));
        });
        for (int page = 0; page < 25; ++page)
            m_pane->setHits(sha(), page, QStringLiteral("x"),
                            page == 20 ? hitsAt({{1, 1, 9, 9}}) : PageHits());
        QVERIFY(isOther);
        QCOMPARE(m_pane->shownAttachment(), sha(1));
    }

    void aSearchEndsWithItsDocument()
    {
        openText(written({QStringLiteral("Passport")}), 3);
        QSignalSpy wanted(m_pane.get(), &DocumentPane::hitsWanted);
        QSignalSpy dropped(m_pane.get(), &DocumentPane::hitsDropped);
        act("keyFind");
        QTest::keyClicks(&part<QLineEdit>("findWords"), QStringLiteral("x"));
        QTRY_COMPARE(wanted.count(), 1);
        m_pane->showAttachment(sha(1)); // under way
        QCOMPARE(dropped.count(), 1);
        m_pane->setHits(sha(), 0, QStringLiteral("x"), hitsAt({{1, 1, 9, 9}}));
        QCOMPARE(count(), QString());
        // Open, the other one is looked through for the same words.
        m_pane->setState(sha(1), readyState(1));
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(wanted.last().first().toString(), sha(1));
        m_pane->setHits(sha(1), 0, QStringLiteral("x"), PageHits());
        QCOMPARE(count(), QStringLiteral("لا نتائج"));
        QCOMPARE(part<Note>("findNote").sentence(), QStringLiteral("المستند صور لا يمكن البحث فيها."));
        m_pane->setAttachments(samples::ordinary().attachments); // another case
        QVERIFY(!part<QWidget>("findBar").isVisible());
    }

    void aSearchKeepsItsBounds()
    {
        DocumentSearch search;
        QSignalSpy wanted(&search, &DocumentSearch::pageWanted);
        QSignalSpy dropped(&search, &DocumentSearch::pageDropped);
        search.begin(QStringLiteral("  "), 3, 0);
        QVERIFY(!search.isOn());
        QCOMPARE(wanted.count(), 0);
        search.begin(QStringLiteral("a"), 10, 8); // from the page that is read
        search.begin(QStringLiteral(" b  c "), 10, 8);
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(wanted.last(), (QList<QVariant>{8, QStringLiteral("b c")}));
        search.setHits(8, QStringLiteral("a"), hitsAt({{1, 1, 1, 1}})); // an answer to the words before
        search.setHits(3, QStringLiteral("b c"), hitsAt({{1, 1, 1, 1}}));
        QCOMPARE(search.count(), 0);
        PageHits many = hitsAt(std::vector<QRectF>(kMostPageHits, {1, 1, 1, 1}));
        int page = 8;
        while (search.isRunning()) {
            QCOMPARE(wanted.last().first().toInt(), page);
            if (page == 9)
                search.setMissed(page, QStringLiteral("b c"));
            else
                search.setHits(page, QStringLiteral("b c"), many);
            page = (page + 1) % 10;
        }
        QCOMPARE(search.count(), DocumentSearch::kMostHits);
        QVERIFY(search.isFull());
        QCOMPARE(search.pagesMissed(), 1);
        QVERIFY(search.pagesSeen() < 10);
        QCOMPARE(search.position(), DocumentSearch::kMostHits - static_cast<int>(kMostPageHits) + 1);
        search.step(-1); // pages count from the first one, wherever the search began
        QCOMPARE(*search.current(), (DocumentSearch::Place{3, static_cast<int>(kMostPageHits) - 1}));
        search.stop();
        QCOMPARE(search.position(), 0);
    }
};

QTEST_MAIN(DocumentTextTest)
#include "tst_documenttext.moc"

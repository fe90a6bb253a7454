// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include "ui/decisions/replyedit.h"
#include "ui/shared/language.h"
#include "ui/theme/theme.h"

using namespace tawasul;

namespace {

const QString kBody =
    QStringLiteral("الطلب {case_number}: المستندات {missing_documents} وبيان {details} انتهى.");

QHash<QString, QString> values(const QString &documents = {})
{
    return {{QStringLiteral("case_number"), QStringLiteral("1448021457")},
            {QStringLiteral("missing_documents"), documents}};
}

} // namespace

class ReplyEditTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<ReplyEdit> m_edit;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_words = std::make_unique<Catalogues>(*qApp);
        m_words->use(Language::Arabic);
    }
    void init()
    {
        m_edit = std::make_unique<ReplyEdit>(*m_theme);
        m_edit->setTemplate(kBody, values());
    }
    void cleanup() { m_edit.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    void whatIsMissingStandsAsItsLabel()
    {
        QCOMPARE(m_edit->gaps(),
                 (QStringList{QStringLiteral("المستندات الناقصة"), QStringLiteral("التفاصيل")}));
        QVERIFY(m_edit->text().startsWith(QStringLiteral("الطلب 1448021457:")));
        QCOMPARE(m_edit->extraSelections().size(), 2);
        QVERIFY(!m_edit->isEdited());
    }

    void aValueFollowsItsFieldUntilWrittenOver()
    {
        m_edit->setValues(values(QStringLiteral("الجواز")));
        QVERIFY(m_edit->text().contains(QStringLiteral("المستندات الجواز وبيان")));
        m_edit->setValues(values(QStringLiteral("الجواز الجديد")));
        QVERIFY(m_edit->text().contains(QStringLiteral("المستندات الجواز الجديد وبيان")));
        m_edit->setValues(values());
        QVERIFY(m_edit->text().contains(QStringLiteral("{المستندات الناقصة}")));
        QVERIFY(m_edit->goToGap(true));
        QTest::keyClicks(m_edit.get(), QStringLiteral("x"));
        m_edit->setValues(values(QStringLiteral("الجواز")));
        QVERIFY(m_edit->text().contains(QStringLiteral("المستندات x وبيان")));
        QVERIFY(m_edit->isEdited());
    }

    void whatIsWrittenBesideAValueIsNoPartOfIt()
    {
        m_edit->setValues(values(QStringLiteral("الجواز")));
        QTextCursor cursor = m_edit->document()->find(QStringLiteral("الجواز"));
        cursor.setPosition(cursor.selectionEnd());
        m_edit->setTextCursor(cursor);
        QTest::keyClicks(m_edit.get(), QStringLiteral("AB"));
        cursor = m_edit->document()->find(QStringLiteral("الجواز"));
        cursor.setPosition(cursor.selectionStart());
        m_edit->setTextCursor(cursor);
        QTest::keyClicks(m_edit.get(), QStringLiteral("CD"));
        m_edit->setValues(values(QStringLiteral("هوية مقيم")));
        QVERIFY2(m_edit->text().contains(QStringLiteral("CDهوية مقيمAB")), qPrintable(m_edit->text()));
    }

    void tabGoesFromGapToGapAndThenOn()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *edit = new ReplyEdit(*m_theme);
        auto *after = new QLineEdit;
        column->addWidget(edit);
        column->addWidget(after);
        edit->setTemplate(kBody, values());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(edit->textCursor().selectedText(), QStringLiteral("{المستندات الناقصة}"));
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(edit->textCursor().selectedText(), QStringLiteral("{التفاصيل}"));
        QTest::keyClick(edit, Qt::Key_Tab);
        QVERIFY(after->hasFocus());
    }

    // As on the sheet: written while hidden, and given its width when it is shown.
    void theWholeReplyIsInSight()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *edit = new ReplyEdit(*m_theme);
        column->addWidget(edit);
        column->addStretch(1);
        window.resize(280, 1800);
        const QString paragraph = QString(kBody % u' ').repeated(3).trimmed();
        const auto seen = [edit] {
            for (int round = 0; round < 3; ++round)
                QApplication::processEvents();
            QTextCursor end(edit->document());
            end.movePosition(QTextCursor::End);
            return edit->cursorRect(end).bottom() <= edit->viewport()->height();
        };
        edit->setTemplate(QStringList(4, paragraph).join(u'\n'), values());
        window.show();
        QTRY_VERIFY(seen());
        window.resize(240, 1800);
        QTRY_VERIFY(seen());
        const int high = edit->height();
        edit->setTemplate(paragraph, values());
        QTRY_VERIFY(seen());
        QVERIFY(edit->height() < high);
        QVERIFY(!edit->verticalScrollBar()->isVisible());
        // In less room it gives way and scrolls by itself, down to five lines.
        window.resize(240, 60);
        QVERIFY(!seen());
        QVERIFY(edit->height() >= 5 * edit->fontMetrics().lineSpacing());
        QTRY_VERIFY(edit->verticalScrollBar()->isVisible());
    }

    void undoBringsAGapBackAsAGap()
    {
        QVERIFY(m_edit->goToGap(true));
        QTest::keyClicks(m_edit.get(), QStringLiteral("xyz"));
        QCOMPARE(m_edit->gaps().size(), 1);
        m_edit->undo();
        QCOMPARE(m_edit->gaps().size(), 2);
    }

    void aRestoredTextKeepsItsGapsAlive()
    {
        QTextCursor cursor = m_edit->document()->find(QStringLiteral("انتهى"));
        m_edit->setTextCursor(cursor);
        QTest::keyClicks(m_edit.get(), QStringLiteral("END"));
        const QString kept = m_edit->text();
        ReplyEdit other(*m_theme);
        other.restore(kept, values());
        QCOMPARE(other.text(), kept);
        other.setValues(values(QStringLiteral("الجواز")));
        QVERIFY(other.text().contains(QStringLiteral("المستندات الجواز وبيان")));
        QVERIFY(other.text().contains(QStringLiteral("END")));
    }

    void theReplyIsRightToLeftInEveryLanguage()
    {
        m_words->use(Language::English);
        ReplyEdit english(*m_theme);
        QCOMPARE(english.document()->defaultTextOption().textDirection(), Qt::RightToLeft);
        QCOMPARE(english.layoutDirection(), Qt::RightToLeft);
        m_words->use(Language::Arabic);
    }

    void aCopyCarriesNoIsolates()
    {
        m_edit->setPlainText(QStringLiteral("رقم \u2066123\u2069"));
        m_edit->selectAll();
        m_edit->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("رقم 123"));
    }

    void onlyAPersonsEditIsNews()
    {
        QSignalSpy edits(m_edit.get(), &ReplyEdit::edited);
        m_edit->setValues(values(QStringLiteral("الجواز")));
        m_edit->setTemplate(kBody, values());
        QCOMPARE(edits.count(), 0);
        QTest::keyClicks(m_edit.get(), QStringLiteral("x"));
        QCOMPARE(edits.count(), 1);
    }
};

QTEST_MAIN(ReplyEditTest)
#include "tst_replyedit.moc"

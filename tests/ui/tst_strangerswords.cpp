// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names and texts of strangers that are markup: nothing on the screen may obey them. A tooltip that did would
// read the file that the markup names in the desk's own process, to its end, and hand it to an image codec.
#include <QtGui/QTextDocument>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include "models/arabic/tooltip.h"
#include "tests/support/handclock.h"
#include "tests/support/sampleoutbox.h"
#include "tests/support/sampleworklist.h"
#include "ui/casefile/casepane.h"
#include "ui/documents/documentpane.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shared/language.h"
#include "ui/shell/usermenu.h"
#include "ui/theme/theme.h"
#include "ui/worklist/worklistpage.h"

using namespace tawasul;

namespace {

const QString kImage = QStringLiteral("<img src='file:///dev/zero'>");
const QString kName = QStringLiteral("محمد <img src='file:///dev/zero'> & <b>علي</b>");

/// What the eye meets in a tooltip, as QTipLabel would show it.
QString seen(const QString &tip)
{
    if (!Qt::mightBeRichText(tip))
        return tip;
    QTextDocument document;
    document.setHtml(tip);
    return document.toPlainText();
}

/// A tooltip that a picture, or anything but its text, would come out of.
bool obeys(const QString &tip)
{
    if (!Qt::mightBeRichText(tip))
        return false;
    QString rest = tip;
    rest.remove(QStringLiteral("<qt>")).remove(QStringLiteral("</qt>")).remove(QStringLiteral("<br>"));
    return rest.contains(u'<') || seen(tip).contains(QChar::ObjectReplacementCharacter);
}

/// The tooltips of the page's widgets and of all rows of its views.
QStringList tooltipsOf(const QWidget &page)
{
    QStringList tips;
    for (const QWidget *widget : page.findChildren<QWidget *>())
        tips.append(widget->toolTip());
    for (const auto *view : page.findChildren<QAbstractItemView *>()) {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; model && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column)
                tips.append(model->index(row, column).data(Qt::ToolTipRole).toString());
        }
    }
    return tips;
}

Case hostile()
{
    Case theCase = samples::longNames();
    theCase.subject.party.name = kName;
    theCase.subject.party.latinName = kImage;
    theCase.subject.party.nationality = kImage;
    theCase.beneficiary.name = kName;
    theCase.description = kName;
    theCase.marks = {{Mark::Kind::Urgent, kName}};
    theCase.attachments.front().name = QString(u"جواز.pdf." % kImage);
    for (HistoryEntry &step : theCase.history) {
        step.text = kName;
        step.actor.name = kName;
    }
    theCase.proposals = {samples::proposal(ActType::Complete)};
    theCase.proposals.front().author.name = kName;
    theCase.proposals.front().text = kName;
    return theCase;
}

} // namespace

class StrangersWordsTest : public QObject
{
    Q_OBJECT

    samples::StoppedClock m_clock{samples::now()};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;

    /// Nothing on the page obeys, and one tooltip at least shows the words themselves.
    static void verifyPlain(const QWidget &page, const QString &words)
    {
        bool shown = false;
        for (const QString &tip : tooltipsOf(page)) {
            QVERIFY2(!obeys(tip), qPrintable(tip));
            shown = shown || seen(tip).contains(words);
        }
        QVERIFY2(shown, "no tooltip shows the words: the test looks at nothing");
        for (const QLabel *label : page.findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(),
                     qPrintable(label->text()));
        for (const QWidget *widget : page.findChildren<QWidget *>()) {
            QVERIFY(widget->whatsThis().isEmpty());
            QVERIFY2(!widget->accessibleDescription().contains(QStringLiteral("&lt;")),
                     qPrintable(widget->accessibleDescription()));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_words = std::make_unique<Catalogues>(*qApp);
        m_words->use(Language::Arabic);
    }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    void aTooltipShowsEveryTextWordForWord_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "محمد", "a & b", "&lt;", "&amp;", "a\n<b>b</b>", "<?xml version='1.0'?>",
                                 "<qt>", "</qt><img src='a'>", "<img src='file:///dev/zero'>", "< b",
                                 "a <!-- b", "<img src='data:image/svg+xml,a'", "x\"y'z"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void aTooltipShowsEveryTextWordForWord()
    {
        QFETCH(QString, text);
        QCOMPARE(seen(plainTooltip(text)), text);
        QVERIFY(!obeys(plainTooltip(text)));
    }

    void aDocument()
    {
        DocumentPane pane(*m_theme, DisplayLocale{});
        const std::vector<Attachment> files = hostile().attachments;
        pane.setAttachments(files);
        pane.show();
        verifyPlain(pane, kImage.first(6));
        // What follows the last point is quoted, and only as long as an extension may be.
        for (const QString &tip : tooltipsOf(pane))
            QVERIFY2(!seen(tip).contains(QStringLiteral("dev/zero")), qPrintable(tip));
    }

    void aCase()
    {
        CasePane pane(*m_theme, m_clock, m_clock, DisplayLocale{});
        pane.resize(1200, 800);
        pane.show();
        pane.open(samples::opened(hostile()), samples::officer());
        verifyPlain(pane, kImage);
    }

    void theWorklist()
    {
        HandClock clock(worklistNow());
        std::vector<CaseHead> heads = sampleHeads();
        for (CaseHead &head : heads) {
            head.beneficiaryName = kName;
            head.subjectName = kImage;
            head.statusText = kImage;
        }
        FakeSource source(heads);
        WorklistPage page(*m_theme, source, clock, DisplayLocale{});
        page.setReference(shippedReference());
        page.resize(1268, 820);
        page.show();
        page.setWorklist(worklistOf(heads));
        page.focusRows();
        QTRY_VERIFY(page.model().headAt(0));
        verifyPlain(page, kImage);
    }

    void theOutbox()
    {
        std::vector<OutboxItem> items{samples::recorded(hostile(), ActType::Complete, 1, 30),
                                      samples::refused(samples::recorded(hostile(), ActType::Return, 2, 20),
                                                       {Error::Kind::Forbidden, kImage, kName})};
        for (OutboxItem &item : items)
            item.base->number = kImage;
        OutboxPage outbox(*m_theme, m_clock, DisplayLocale{});
        outbox.show();
        outbox.setItems(items);
        verifyPlain(outbox, kImage);
    }

    void anOfficer()
    {
        QWidget page;
        auto *menu = new UserMenu(*m_theme, DisplayLocale{}, &page);
        menu->setOfficer({PersonId(QStringLiteral("one")), kName, Role::Officer, {}, {}});
        verifyPlain(page, kImage);
    }
};

QTEST_MAIN(StrangersWordsTest)
#include "tst_strangerswords.moc"

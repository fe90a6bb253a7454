// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/scrollaccess.h"

#include <QtGui/QAccessible>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTableView>

using namespace tawasul;

class ScrollAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { guardScrollAreas(); }

    // A screen reader counts, a bar goes, and then it asks for the last one.
    void aChildThatIsNoLongerThereIsNothing()
    {
        QScrollArea area;
        area.setWidget(new QLabel(QString(400, u'x')));
        area.resize(100, 100);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area));
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(&area);
        QVERIFY(seen);
        const int before = seen->childCount();
        QVERIFY(before > 0);
        area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        for (int index = -1; index <= before + 3; ++index) {
            QAccessibleInterface *child = seen->child(index);
            QVERIFY(!child || child->parent() == seen);
        }
        QVERIFY(!seen->child(seen->childCount()));
    }

    void theContentIsStillFound()
    {
        QScrollArea area;
        auto *label = new QLabel(QStringLiteral("content"));
        area.setWidget(label);
        area.setAccessibleName(QStringLiteral("area"));
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(&area);
        QCOMPARE(seen->text(QAccessible::Name), QStringLiteral("area"));
        QAccessibleInterface *viewport = QAccessible::queryAccessibleInterface(area.viewport());
        QCOMPARE(viewport->parent(), seen);
        QCOMPARE(viewport->child(0)->object(), static_cast<QObject *>(label));
    }

    void tablesAndTextsKeepWhatTheyCan()
    {
        QTableView table;
        QPlainTextEdit text;
        QVERIFY(QAccessible::queryAccessibleInterface(&table)->tableInterface());
        QVERIFY(QAccessible::queryAccessibleInterface(&text)->textInterface());
    }
};

QTEST_MAIN(ScrollAccessTest)
#include "tst_scrollaccess.moc"

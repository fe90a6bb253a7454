// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/fold.h"
#include "models/arabic/ftsquery.h"
#include "tests/arabic/ftstable.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace tawasul;

namespace {

std::vector<QStringList> readTable(const QString &name)
{
    QFile file(QStringLiteral(TAWASUL_ARABIC_CASES "/") + name);
    std::vector<QStringList> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty() && !line.startsWith('#'))
            rows.push_back(QString::fromUtf8(line).split(u'\t'));
    }
    return rows;
}

} // namespace

class VariantsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_variants = readTable(QStringLiteral("variants.tsv"));
        m_different = readTable(QStringLiteral("different.tsv"));
        QVERIFY(m_variants.size() >= 300);
        QVERIFY(m_different.size() >= 100);
        for (const QStringList &row : m_variants)
            QVERIFY2(row.size() == 3 && row.at(1) != row.at(2), qPrintable(row.join(u'|')));
        for (const QStringList &row : m_different)
            QVERIFY2(row.size() == 2 && row.at(0) != row.at(1), qPrintable(row.join(u'|')));
    }

    void everyVariantFoldsToTheSameText()
    {
        QStringList missed;
        for (const QStringList &row : m_variants) {
            if (foldForSearch(row.at(1)) != foldForSearch(row.at(2)))
                missed += row.join(u'|');
        }
        QCOMPARE(missed, QStringList());
    }

    void everyVariantIsFoundInTheIndexInBothDirections()
    {
        FtsTable table;
        const auto count = static_cast<qint64>(m_variants.size());
        for (qint64 i = 0; i < count; ++i) {
            table.insert(2 * i, rowAt(i).at(1));
            table.insert(2 * i + 1, rowAt(i).at(2));
        }
        QStringList missed;
        for (qint64 i = 0; i < count; ++i) {
            for (const int asked : { 1, 2 }) {
                const std::vector<qint64> found =
                    table.match(ftsQuery(rowAt(i).at(asked)).value_or(QString()));
                const bool both = std::binary_search(found.begin(), found.end(), 2 * i)
                    && std::binary_search(found.begin(), found.end(), 2 * i + 1);
                if (!both)
                    missed += rowAt(i).join(u'|');
            }
        }
        QCOMPARE(missed, QStringList());
    }

    void differentWordsStayDifferent()
    {
        QStringList confused;
        for (const QStringList &row : m_different) {
            if (foldForSearch(row.at(0)) == foldForSearch(row.at(1)))
                confused += row.join(u'|');
        }
        QCOMPARE(confused, QStringList());
    }

private:
    [[nodiscard]] const QStringList &rowAt(qint64 index) const
    {
        return m_variants[static_cast<size_t>(index)];
    }

    std::vector<QStringList> m_variants;
    std::vector<QStringList> m_different;
};

QTEST_GUILESS_MAIN(VariantsTest)
#include "tst_variants.moc"

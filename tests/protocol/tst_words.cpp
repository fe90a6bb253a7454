// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/words.h"

#include "tests/support/shown.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace tawasul;

namespace {

// Every value of the enumeration has a word of its own that leads back to it; everything else is Unknown.
template<class E>
void verifyBijective(E (*parse)(QStringView), const QStringList &words)
{
    static const QRegularExpression kForm(QStringLiteral("^[a-z]+(_[a-z]+)*$"));
    QStringList found;
    for (int i = 0; i <= static_cast<int>(E::Unknown); ++i) {
        const QString text = wire::word(static_cast<E>(i));
        QVERIFY2(kForm.match(text).hasMatch(), qPrintable(text));
        QCOMPARE(static_cast<int>(parse(text)), i);
        found += text;
    }
    QCOMPARE(found, QStringList(words + QStringList{QStringLiteral("unknown")}));
    QCOMPARE(QSet<QString>(found.begin(), found.end()).size(), found.size());
    for (const QString &text : words) {
        for (const QString &strange : {text.toUpper(), QString(text % QLatin1Char(' ')),
                                       QString(QLatin1Char(' ') % text), text.chopped(1), QString()})
            QCOMPARE(static_cast<int>(parse(strange)), static_cast<int>(E::Unknown));
    }
    QCOMPARE(static_cast<int>(parse(u"جديد")), static_cast<int>(E::Unknown));
}

QStringList list(const char *words)
{
    return QString::fromLatin1(words).split(QLatin1Char(' '));
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A word once sent is never renamed.
    void statuses()
    {
        verifyBijective(
            wire::caseStatus,
            list("new in_progress awaiting_execution returned resubmitted escalated completed rejected"));
    }

    void acts()
    {
        verifyBijective(
            wire::actType,
            list("submit assign unassign start note complete return resubmit reject transfer escalate reopen "
                 "dismiss"));
    }

    void roles()
    {
        verifyBijective(
            wire::role,
            list("officer section_supervisor region_supervisor auditor administrator beneficiary system"));
    }

    void partyKinds() { verifyBijective(wire::partyKind, list("citizen resident visitor")); }
    void relations() { verifyBijective(wire::relation, list("self dependant sponsored visitor")); }
    void accountLinks() { verifyBijective(wire::accountLink, list("linked not_linked")); }
    void identifierKinds() { verifyBijective(wire::identifierKind, list("national_id iqama border_number")); }
    void markKinds() { verifyBijective(wire::markKind, list("urgent humanitarian")); }
    void proposalStates() { verifyBijective(wire::proposalState, list("open adopted dismissed")); }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"

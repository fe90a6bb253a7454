// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/precheck.h"
#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"

#include <QtTest/QTest>

using namespace tawasul;
using namespace Qt::StringLiterals;

namespace {

using Why = IdentifierCheck::Why;

// Made-up numbers.
const QString kIqama = u"2123456788"_s;
const QString kOtherIqama = u"2456789011"_s;
const QString kNational = u"1043855178"_s;
const QString kBorder = u"3123456786"_s;
const QString kDoubtfulBorder = u"3123456787"_s;

/// The sample's visits take the host's number too, as the data that ships says.
Reference reference()
{
    Reference made = sampleReference();
    for (Section &section : made.sections) {
        if (section.code == u"visit")
            section.acceptedIdentifiers = {IdentifierKind::BorderNumber, IdentifierKind::Iqama,
                                           IdentifierKind::NationalId};
    }
    return made;
}

IdentifierCheck checked(const char *section, const QString &description, const QString &subject = {})
{
    Case theCase = sampleCase();
    theCase.section = QString::fromLatin1(section);
    theCase.description = description;
    theCase.subject.party.identifier = subject;
    return precheck(theCase, reference()).identifier;
}

} // namespace

class PrecheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSectionSaysWhichNumbersCount_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("description");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<Why>("why");
        QTest::addColumn<QString>("decisive");
        const auto row = [](const char *name, const char *section, const QString &description,
                            Verdict verdict, Why why, const QString &decisive) {
            QTest::newRow(name) << QString::fromLatin1(section) << description << verdict << why << decisive;
        };
        const QString host = u"مستضيف برقم "_s;
        const QString visitor = u" وزائر برقم حدود "_s;
        row("a resident by the Iqama", "residency", u"إقامة "_s + kIqama, Verdict::Pass, Why::Named, kIqama);
        row("a resident by a border number", "residency", u"حدود "_s + kBorder, Verdict::CannotTell,
            Why::OtherKind, kBorder);
        row("a visitor", "visit", visitor + kBorder, Verdict::Pass, Why::Named, kBorder);
        row("a host who resides here", "visit", host + kIqama, Verdict::Pass, Why::Named, kIqama);
        row("a host who is a citizen", "visit", host + kNational, Verdict::Pass, Why::Named, kNational);
        row("the visitor speaks before the host", "visit", host + kNational + visitor + kBorder,
            Verdict::Pass, Why::Named, kBorder);
        row("the host before a doubtful border number", "visit", visitor + kDoubtfulBorder + host + kIqama,
            Verdict::Pass, Why::Named, kIqama);
        row("a doubtful border number alone", "visit", visitor + kDoubtfulBorder, Verdict::CannotTell,
            Why::Doubtful, kDoubtfulBorder);
        row("a wrong digit", "visit", host + u"2123456789"_s, Verdict::Fail, Why::WrongDigit,
            u"2123456789"_s);
        row("no number", "visit", u"تمديد زيارة والدتي جوال 0551234567"_s, Verdict::Fail, Why::NoNumber, {});
        row("a section of another version", "moon", u"رقم "_s + kNational, Verdict::Pass, Why::Named,
            kNational);
    }

    void theSectionSaysWhichNumbersCount()
    {
        QFETCH(QString, section);
        QFETCH(QString, description);
        QFETCH(QString, decisive);
        const IdentifierCheck check = checked(section.toLatin1().constData(), description);
        QTEST(check.verdict, "verdict");
        QTEST(check.why, "why");
        QCOMPARE(check.decisive ? check.found[*check.decisive].digits : QString(), decisive);
        QVERIFY(!check.isSubject);
    }

    void theSubjectsOwnNumberSpeaksFirst()
    {
        const QString both = u"المستضيف "_s + kIqama + u" والزائر "_s + kBorder;
        const IdentifierCheck visitor = checked("visit", both, kBorder);
        QVERIFY(visitor.isSubject);
        QCOMPARE(visitor.found[*visitor.decisive].digits, kBorder);
        const IdentifierCheck guest = checked("visit", both, kIqama);
        QVERIFY(guest.isSubject);
        QCOMPARE(guest.found[*guest.decisive].digits, kIqama);
        QVERIFY2(!checked("visit", both, kOtherIqama).isSubject, "stated, but it is somebody else's");
    }

    void pagesCountAsWhatTheyWereSeenToShow_data()
    {
        QTest::addColumn<QStringList>("declared"); ///< of the first of two files
        QTest::addColumn<PageLabels>("first");     ///< labels of the first file, of three pages
        QTest::addColumn<PageLabels>("second");    ///< and of the second
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<AttachmentsCheck::Why>("why");
        QTest::addColumn<QStringList>("missing");
        using Why = AttachmentsCheck::Why;
        const QString old = u"old_passport"_s;
        const QString fresh = u"new_passport"_s;
        const QString none(kNoDocument);
        const QStringList both{old, fresh};
        const auto row = [](const char *name, const QStringList &declared, const PageLabels &first,
                            const PageLabels &second, Verdict verdict, Why why, const QStringList &missing) {
            QTest::newRow(name) << declared << first << second << verdict << why << missing;
        };
        row("nobody said anything", {}, {}, {}, Verdict::CannotTell, Why::Unnamed, both);
        row("the sender named both", both, {}, {}, Verdict::Pass, Why::AllNamed, {});
        row("an officer saw both", {}, {{0, 0, old}, {2, 2, fresh}}, {}, Verdict::Pass, Why::AllSeen, {});
        row("one named and one seen", {old}, {}, {{1, 1, fresh}}, Verdict::Pass, Why::AllSeen, {});
        row("one seen, pages left", {}, {{0, 0, old}}, {}, Verdict::CannotTell, Why::Unnamed, {fresh});
        row("all of one file seen, the other not", {}, {{0, 2, old}}, {}, Verdict::CannotTell, Why::Unnamed,
            {fresh});
        row("every page seen, one document missing", {}, {{0, 2, old}}, {{0, 2, none}}, Verdict::Fail,
            Why::NotSeen, {fresh});
        row("one file named, the other seen to its end", {old}, {}, {{0, 2, none}}, Verdict::Fail,
            Why::SomeMissing, {fresh});
        row("seen and not required", {}, {{0, 2, u"iqama"_s}}, {{0, 2, none}}, Verdict::Fail, Why::NotSeen,
            both);
    }
    void pagesCountAsWhatTheyWereSeenToShow()
    {
        QFETCH(QStringList, declared);
        QFETCH(PageLabels, first);
        QFETCH(PageLabels, second);
        Reference made = reference();
        Case theCase = sampleCase();
        theCase.subService = made.subServices.front().code;
        made.subServices.front().requiredDocuments = {u"old_passport"_s, u"new_passport"_s};
        Attachment file;
        file.sha256 = QString(64, u'1');
        file.documents = declared;
        Attachment other;
        other.sha256 = QString(64, u'2');
        theCase.attachments = {file, other};
        DocumentReadings readings;
        readings[file.sha256].pages = 3;
        readings[file.sha256].labels = first;
        readings[other.sha256].pages = 3;
        readings[other.sha256].labels = second;
        readings[QString(64, u'9')].labels = {{0, 0, u"new_passport"_s}}; // of another case
        const AttachmentsCheck check = precheck(theCase, made, readings).attachments;
        QTEST(check.verdict, "verdict");
        QTEST(check.why, "why");
        QTEST(check.missing, "missing");
    }

    void aSlipOfTheHandIsNamed()
    {
        const QString slip = u"2123456778"_s; // one digit off
        const IdentifierCheck check = checked("residency", u"إقامة "_s + slip, kIqama);
        QCOMPARE(check.verdict, Verdict::Fail);
        QCOMPARE(check.nearlySubject, slip);
    }
};

QTEST_GUILESS_MAIN(PrecheckTest)
#include "tst_precheck.moc"

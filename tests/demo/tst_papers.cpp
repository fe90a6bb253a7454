// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/misfits.h"
#include "models/domain/identifiers.h"
#include "tests/demo/demofixture.h"

#include <QtTest/QTest>

#include <set>

using namespace tawasul;
using namespace Qt::StringLiterals;

namespace {

QDate keyDay(const Case &theCase, const QString &kind)
{
    for (const KeyDate &date : theCase.keyDates) {
        if (date.kind == kind)
            return date.day;
    }
    return {};
}

// The facts of a case as far as a paper may state them, by the place of the row; none for what only the paper
// knows. They are taken from the case as the officer has it, and from the cast where a request left them out.
QStringList factsFor(const QString &place, const QString &document, const DemoCase &made)
{
    const Party &concerned = made.cast.concerned.party;
    const Party &sender = made.cast.beneficiary.party;
    const bool isPermit = document == u"iqama"_s; // may be the father's, when the child has none
    const auto numbers = [&](IdentifierKind kind) {
        QStringList list;
        for (const Party *party : {&concerned, &sender}) {
            if (party->identifierKind == kind)
                list.append(party->identifier);
        }
        return list;
    };
    if (place == u"{name}"_s)
        return isPermit ? QStringList{concerned.name, sender.name} : QStringList{concerned.name};
    if (place == u"{latin_name}"_s && made.plan.papersFor() != u"residency.translated_name"_s)
        return isPermit ? QStringList{concerned.latinName, sender.latinName}
                        : QStringList{concerned.latinName};
    if (place == u"{birth_date}"_s) {
        QStringList days{concerned.birthDate.toString(Qt::ISODate)};
        if (isPermit)
            days.append(sender.birthDate.toString(Qt::ISODate));
        return days;
    }
    if (place == u"{iqama}"_s)
        return numbers(IdentifierKind::Iqama);
    if (place == u"{national_id}"_s)
        return numbers(IdentifierKind::NationalId);
    if (place == u"{border}"_s)
        return numbers(IdentifierKind::BorderNumber);
    if (place == u"{number}"_s)
        return {concerned.identifier, sender.identifier};
    if (place == u"{passport}"_s)
        return {concerned.passportNumber};
    if (place == u"{applicant}"_s)
        return {sender.name};
    if (place == u"{expiry_date}"_s) {
        static const std::map<QString, QString> kKinds{{u"iqama"_s, u"iqama_expiry_date"_s},
                                                       {u"visit_visa"_s, u"visa_expiry_date"_s},
                                                       {u"visitor_id"_s, u"visa_expiry_date"_s}};
        const auto kind = kKinds.find(document);
        const QDate day = kind == kKinds.end() ? QDate() : keyDay(made.now, kind->second);
        return day.isValid() ? QStringList{day.toString(Qt::ISODate)} : QStringList();
    }
    const bool isReport = document == u"absence_report_copy"_s || document == u"work_interruption_report"_s;
    const QDate reported = keyDay(made.now, u"absence_report_date"_s);
    if (place == u"{date}"_s && isReport && reported.isValid())
        return {reported.toString(Qt::ISODate)};
    return {};
}

// "place: printed" for every row of the case's papers that contradicts it.
QStringList contradictions(const DemoCase &made, const PrintedSheets &printed, int &compared)
{
    QStringList found;
    for (const Attachment &file : made.now.attachments) {
        for (const Sheet &sheet : printed.at(file.sha256).sheets) {
            const QString &code = sheet.document->code;
            const bool isMisfit = file.sha256 == made.received && code == made.plan.misfitDocument;
            if (sheet.kind != Sheet::Kind::Document || isMisfit)
                continue;
            for (const DocumentText::Row &row : sheet.document->rows) {
                const QStringList facts = factsFor(row.value, code, made);
                const QString value = filled(row.value, sheet.places);
                compared += facts.isEmpty() ? 0 : 1;
                if ((!facts.isEmpty() && !facts.contains(value)) || value.isEmpty() || value.contains(u'{'))
                    found.append(QString(code % u' ' % row.value % u": "_s % value % u" / "_s
                                         % facts.join(u'|') % u" in "_s % made.plan.filedAs));
            }
            if (sheet.issued > riyadhDate(*file.addedAt) || sheet.written > riyadhDate(*file.addedAt))
                found.append(QString(code % u" of a later day"_s));
        }
    }
    return found;
}

std::optional<Sheet> misfitSheet(const DemoCase &made, const PrintedSheets &printed)
{
    for (const Sheet &sheet : printed.at(made.received).sheets) {
        if (sheet.kind == Sheet::Kind::Document && sheet.document->code == made.plan.misfitDocument)
            return sheet;
    }
    return {};
}

} // namespace

class PapersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        DemoOptions options;
        options.day = ordinaryDay();
        m_demo = makeDemo(options);
        QCOMPARE(m_demo.cases.size(), 400U);
    }

    void everyDocumentThatIsToFitFits_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("files");
        QTest::newRow("as usual") << quint64{1} << ordinaryDay() << 200;
        QTest::newRow("everybody comes again") << quint64{2} << ordinaryDay() << 0;
        QTest::newRow("nobody does") << quint64{3} << ordinaryDay().addDays(2) << 5000;
        QTest::newRow("in Ramadan") << quint64{4} << QDate(2026, 3, 3) << 100;
    }

    void everyDocumentThatIsToFitFits()
    {
        QFETCH(quint64, seed);
        QFETCH(QDate, day);
        QFETCH(int, files);
        DemoOptions options;
        options.seed = seed;
        options.day = day;
        options.files = files;
        options.cases = 1000;
        const MadeDemo demo = makeDemo(options);
        QCOMPARE(demo.cases.size(), 1000U);
        int compared = 0;
        QStringList found;
        for (const DemoCase &made : demo.cases)
            found += contradictions(made, *demo.printed, compared);
        QVERIFY2(found.isEmpty(),
                 qPrintable(QString(QString::number(found.size()) % u'\n' % found.mid(0, 20).join(u'\n'))));
        QVERIFY2(compared > 5000, qPrintable(QString::number(compared)));
    }

    void numbersOfTheDescriptionStandOnThePapers()
    {
        int seen = 0;
        for (const DemoCase &made : m_demo.cases) {
            QStringList rows;
            for (const Attachment &file : made.now.attachments) {
                for (const Sheet &sheet : m_demo.printed->at(file.sha256).sheets)
                    rows += rowsOf(sheet);
            }
            const bool fits = made.plan.misfit == Misfit::None && made.plan.text->missing.isEmpty();
            if (!fits || rows.isEmpty())
                continue;
            for (const FoundIdentifier &number : findIdentifiers(made.now.description)) {
                // A father's number stands on his own permit only, and not every service asks for that.
                const bool isPrinted = rows.join(u'\n').contains(number.digits);
                const QStringList documents = documentsAtSubmission(made.plan, m_demo.generator->reference());
                const bool isAsked = documents.contains(u"iqama"_s) || documents.contains(u"national_id"_s)
                    || documents.contains(u"visit_visa"_s) || documents.contains(u"visitor_id"_s)
                    || documents.contains(u"exit_visa"_s);
                QVERIFY2(isPrinted || !isAsked, qPrintable(rows.join(u'\n')));
                seen += isPrinted ? 1 : 0;
            }
        }
        QVERIFY2(seen > 200, qPrintable(QString::number(seen)));
    }

    void aDocumentedShareDoesNotFit()
    {
        int misfits = 0;
        std::set<Misfit> kinds;
        bool isShown = false;
        const PersonId first = m_demo.generator->staff().officers.front().person.id;
        for (const DemoCase &made : m_demo.cases) {
            QCOMPARE(made.received.isEmpty(), made.plan.misfit == Misfit::None);
            if (made.received.isEmpty())
                continue;
            ++misfits;
            kinds.insert(made.plan.misfit);
            isShown |= made.now.assignee && made.now.assignee->id == first && isOpen(made.now.status);
            const auto sheet = misfitSheet(made, *m_demo.printed);
            QVERIFY(sheet);
            if (made.plan.misfit == Misfit::Expired)
                QVERIFY(sheet->expires < riyadhDate(made.now.submittedAt));
            else
                QVERIFY(sheet->places.at(u"name"_s) != made.now.subject.party.name);
        }
        QCOMPARE(misfits, 400 * kMisfitPercent / 100);
        QCOMPARE(kinds.size(), 2U);
        QVERIFY(isShown);
    }

    void nobodyApprovesOfWhatDoesNotFit()
    {
        int noticed = 0;
        for (const DemoCase &made : m_demo.cases) {
            if (made.plan.misfit == Misfit::None)
                continue;
            bool isMended = false;
            for (const HistoryEntry &entry : made.now.history) {
                QVERIFY(entry.type != ActType::Complete || isMended);
                isMended |= entry.type == ActType::Resubmit;
                noticed += entry.type == ActType::Return ? 1 : 0;
            }
            QCOMPARE(isMended, made.now.attachments.size() > made.submitted.attachments.size());
        }
        QVERIFY(noticed > 0);
    }

    // The first officer's open cases are what a demonstration opens: nobody in them came before.
    void theFirstOfficersOpenCasesShareTheirPeopleWithNobody()
    {
        const PersonId first = m_demo.generator->staff().officers.front().person.id;
        std::map<QString, int> passports;
        for (const DemoCase &made : m_demo.cases)
            ++passports[made.cast.concerned.party.passportNumber];
        for (const DemoCase &made : m_demo.cases) {
            if (made.now.assignee && made.now.assignee->id == first && isOpen(made.now.status))
                QCOMPARE(passports[made.cast.concerned.party.passportNumber], 1);
        }
    }

    void manyCasesDoNotNeedManyFiles()
    {
        DemoOptions options;
        options.day = ordinaryDay();
        options.officers = 20;
        options.cases = 3000;
        const int some = makeDemo(options).generator->files();
        options.cases = 12'000;
        const int many = makeDemo(options).generator->files();
        QVERIFY2(many < 1500, qPrintable(QString::number(many)));
        QVERIFY2(many < some * 2, qPrintable(QString::number(some)));
    }

private:
    MadeDemo m_demo;
};

QTEST_GUILESS_MAIN(PapersTest)
#include "tst_papers.moc"

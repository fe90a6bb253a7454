// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/caseplan.h"
#include "models/domain/identifiers.h"
#include "models/domain/workflow.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "tests/demo/demofixture.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <map>
#include <set>

using namespace tawasul;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const std::vector<DemoCase> &cases)
{
    QByteArray bytes;
    for (const DemoCase &made : cases)
        bytes += wire::toBytes(wire::toJson(made.now)) + '\n';
    return bytes;
}

std::set<QString> documentsOf(const Case &theCase)
{
    std::set<QString> documents;
    for (const Attachment &file : theCase.attachments)
        documents.insert(file.documents.begin(), file.documents.end());
    return documents;
}

// Every text of a case that a person may see, with where it stands.
std::vector<std::pair<QString, QString>> textsOf(const Case &theCase)
{
    std::vector<std::pair<QString, QString>> texts{{u"description"_s, theCase.description},
                                                   {u"beneficiary"_s, theCase.beneficiary.name},
                                                   {u"subject"_s, theCase.subject.party.name}};
    for (const Mark &mark : theCase.marks)
        texts.push_back({u"mark"_s, mark.reason});
    for (const Attachment &file : theCase.attachments)
        texts.push_back({u"file"_s, file.name});
    for (const HistoryEntry &entry : theCase.history) {
        const bool isSilent =
            entry.type == ActType::Submit || entry.type == ActType::Assign || entry.type == ActType::Start;
        if (!isSilent)
            texts.push_back({u"history"_s, entry.text});
        if (entry.reply)
            texts.push_back({entry.reply->templateCode, entry.reply->text});
    }
    return texts;
}

} // namespace

class CasesTest : public QObject
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

    void theSameSeedAndDayGiveTheSameCases()
    {
        DemoOptions options;
        options.cases = 120;
        options.day = ordinaryDay();
        const QByteArray first = bytesOf(makeDemo(options).cases);
        QVERIFY(!first.isEmpty());
        QVERIFY(bytesOf(makeDemo(options).cases) == first);
        DemoOptions other = options;
        other.seed = 2;
        QVERIFY(bytesOf(makeDemo(other).cases) != first);
        other = options;
        other.day = options.day.addDays(1);
        QVERIFY(bytesOf(makeDemo(other).cases) != first);
    }

    void everyCaseSurvivesTheWire()
    {
        for (const DemoCase &made : m_demo.cases) {
            const auto back = wire::caseFromJson(wire::toJson(made.now));
            QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
            QVERIFY(*back == made.now);
        }
    }

    void everyHistoryIsWhatTheDomainMakesOfItsActs()
    {
        const Reference &reference = m_demo.generator->reference();
        for (const DemoCase &made : m_demo.cases) {
            Case replayed = made.submitted;
            QCOMPARE(replayed.status, CaseStatus::New);
            QCOMPARE(replayed.version, 1);
            QCOMPARE(replayed.history.size(), 1U);
            for (std::size_t i = 0; i < made.acts.size(); ++i) {
                auto after = apply(replayed, made.acts[i], reference, made.now.history.at(i + 1).at);
                QVERIFY2(after, after ? "" : qPrintable(after.error().detail));
                replayed = std::move(after).value();
            }
            QVERIFY(replayed.history == made.now.history);
            QCOMPARE(replayed.status, made.now.status);
            QCOMPARE(replayed.version, made.now.version);
            QVERIFY(replayed.assignee == made.now.assignee);
            QVERIFY(replayed.serviceDeadline == made.now.serviceDeadline);
            QVERIFY(replayed.statutoryDeadline == made.now.statutoryDeadline);
            QCOMPARE(replayed.section, made.now.section);
            QCOMPARE(replayed.updatedAt, made.now.updatedAt);
        }
    }

    void everyStepIsALineOfTheWorkflow()
    {
        for (const DemoCase &made : m_demo.cases) {
            const std::vector<HistoryEntry> &history = made.now.history;
            QCOMPARE(history.front().type, ActType::Submit);
            QCOMPARE(history.front().role, Role::Beneficiary);
            for (std::size_t i = 1; i < history.size(); ++i) {
                QVERIFY(transitionFor(history[i].from, history[i].type, history[i].role));
                QCOMPARE(history[i].from, history[i - 1].to);
                QVERIFY(history[i].at > history[i - 1].at);
            }
            QCOMPARE(history.back().to, made.now.status);
            QCOMPARE(static_cast<std::size_t>(made.now.version), history.size());
        }
    }

    void deadlinesAreTheDomainsOwn()
    {
        const Reference &reference = m_demo.generator->reference();
        for (const DemoCase &made : m_demo.cases) {
            const Case &now = made.now;
            const Deadline promised = serviceDeadline(
                now.submittedAt, promisedWorkingDays(reference, made.plan.filedAs), reference.calendar);
            int paused = 0;
            std::optional<Instant> returned;
            for (const HistoryEntry &entry : now.history) {
                if (entry.type == ActType::Return)
                    returned = entry.at;
                if (entry.type == ActType::Resubmit)
                    paused +=
                        reference.calendar.workingDaysBetween(riyadhDate(*returned), riyadhDate(entry.at));
            }
            const QDate moved =
                paused > 0 ? reference.calendar.addWorkingDays(promised.day, paused) : promised.day;
            QCOMPARE(now.serviceDeadline.day, moved);
            QCOMPARE(now.serviceDeadline.at, reference.calendar.closing(moved));
            QVERIFY(
                now.statutoryDeadline
                == statutoryDeadlineOf(reference, now.subService, now.keyDates, riyadhDate(now.submittedAt)));
            QCOMPARE(now.calendarVersion, reference.calendar.version());
        }
    }

    void nobodyWorksOutsideOfficeHoursOrAfterTheMorning()
    {
        const WorkCalendar &calendar = m_demo.generator->reference().calendar;
        const Instant morning = m_demo.generator->time().now();
        bool somebodyWroteOnAFriday = false;
        for (const DemoCase &made : m_demo.cases) {
            somebodyWroteOnAFriday |= riyadhDate(made.now.submittedAt).dayOfWeek() == Qt::Friday;
            for (const HistoryEntry &entry : made.now.history) {
                QVERIFY(entry.at < morning);
                QVERIFY(entry.recordedAt <= entry.at);
                if (entry.role == Role::Beneficiary || entry.role == Role::System)
                    continue;
                QVERIFY2(calendar.isOpen(entry.at), qPrintable(toIso(entry.at)));
                QVERIFY2(calendar.isOpen(entry.recordedAt), qPrintable(toIso(entry.recordedAt)));
                QVERIFY(!entry.execution || calendar.isOpen(entry.execution->at));
            }
        }
        QVERIFY(somebodyWroteOnAFriday);
    }

    void numbersAreValidAndBelongToOnePersonEach()
    {
        std::map<QString, QString> owner;
        std::set<QString> caseNumbers;
        for (const DemoCase &made : m_demo.cases) {
            QVERIFY(caseNumbers.insert(made.now.number).second);
            for (const Party &party : {made.now.beneficiary, made.now.subject.party}) {
                if (party.identifier.isEmpty())
                    continue;
                QCOMPARE(identifierKind(party.identifier), party.identifierKind);
                QCOMPARE(identifierValidity(party.identifierKind, party.identifier),
                         IdentifierValidity::Valid);
                const auto known = owner.insert({party.identifier, party.name}).first;
                QCOMPARE(known->second, party.name);
            }
            const bool isSelf = made.now.subject.relation == Relation::Self;
            QVERIFY(made.now.beneficiary.identifier != made.now.subject.party.identifier || isSelf);
        }
    }

    void peopleFitTheirNumbers()
    {
        std::set<PartyKind> kinds;
        for (const DemoCase &made : m_demo.cases) {
            for (const Party &party : {made.now.beneficiary, made.now.subject.party}) {
                kinds.insert(party.kind);
                QCOMPARE(party.nationality == u"SAU"_s, party.kind == PartyKind::Citizen);
                QVERIFY(party.identifierKind != IdentifierKind::NationalId
                        || party.kind == PartyKind::Citizen);
                QVERIFY(party.identifierKind != IdentifierKind::Iqama || party.kind == PartyKind::Resident);
                QVERIFY(!party.latinName.isEmpty());
                QVERIFY(party.birthDate.isNull() || party.birthDate < riyadhDate(made.now.submittedAt));
            }
        }
        QCOMPARE(kinds.size(), 3U);
    }

    void wellFormedRequestsBringWhatIsAsked()
    {
        const Reference &reference = m_demo.generator->reference();
        for (const DemoCase &made : m_demo.cases) {
            if (made.plan.flaw != Flaw::None)
                continue;
            const bool unreadable =
                std::any_of(made.now.history.begin(), made.now.history.end(), [](const HistoryEntry &entry) {
                    return entry.reason == u"UNREADABLE_ATTACHMENT"_s;
                });
            const auto documents = documentsOf(made.submitted);
            for (const QString &document : reference.subService(made.plan.filedAs)->requiredDocuments)
                QVERIFY2(documents.contains(document) || unreadable, qPrintable(made.plan.filedAs));
        }
    }

    void flawsComeInTheirShares()
    {
        std::map<Flaw, int> counts;
        for (const DemoCase &made : m_demo.cases)
            ++counts[made.plan.flaw];
        for (const auto &[flaw, share] : m_demo.generator->texts().shares)
            QVERIFY(qAbs(counts[flaw] - share * 4) <= 1);
    }

    void everyFlawIsReallyThere()
    {
        const Reference &reference = m_demo.generator->reference();
        for (const DemoCase &made : m_demo.cases) {
            const Case &came = made.submitted;
            const auto numbers = findIdentifiers(came.description);
            switch (made.plan.flaw) {
            case Flaw::MissingIdentifier:
                QVERIFY2(numbers.empty(), qPrintable(came.description));
                QVERIFY(came.subject.party.identifier.isEmpty());
                break;
            case Flaw::WrongSection:
                QVERIFY(reference.subService(made.plan.text->belongsTo)->section != came.section);
                break;
            case Flaw::GeneralEnquiry:
                QVERIFY(numbers.empty());
                QVERIFY(came.attachments.empty());
                break;
            case Flaw::NotLinked:
                QCOMPARE(came.subject.link, AccountLink::NotLinked);
                QVERIFY(came.subject.party.identifier != came.beneficiary.identifier);
                break;
            case Flaw::MissingAttachment: {
                const auto documents = documentsOf(came);
                QVERIFY(!made.plan.text->missing.isEmpty());
                for (const QString &missing : made.plan.text->missing) {
                    QVERIFY(reference.subService(came.subService)->requiredDocuments.contains(missing));
                    QVERIFY(!documents.contains(missing));
                }
                break;
            }
            case Flaw::None:
                break;
            }
        }
    }

    void numbersInDescriptionsAreThoseOfTheCase()
    {
        int named = 0;
        for (const DemoCase &made : m_demo.cases) {
            for (const FoundIdentifier &found : findIdentifiers(made.submitted.description)) {
                ++named;
                QVERIFY2(found.digits == made.submitted.subject.party.identifier
                             || found.digits == made.submitted.beneficiary.identifier,
                         qPrintable(made.submitted.description));
                QCOMPARE(found.validity, IdentifierValidity::Valid);
            }
        }
        QVERIFY(named > 300);
    }

    void textsAreWholeAndPlain()
    {
        const int longest = m_demo.generator->reference().parameters.descriptionMaxChars;
        static const QRegularExpression controls(
            u"[\\x{061C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]"_s);
        for (const DemoCase &made : m_demo.cases) {
            QVERIFY(made.now.description.size() <= longest);
            for (const auto &[where, text] : textsOf(made.now)) {
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(where));
                QVERIFY2(!text.contains(u'{') && !text.contains(u'}'), qPrintable(text));
                QVERIFY2(!text.contains(controls), qPrintable(text));
                QVERIFY2(!text.contains(u": ."_s) && !text.contains(u"«»"_s), qPrintable(text));
            }
        }
    }

    void daysInRepliesAreReadInOrder()
    {
        static const QRegularExpression kHyphens(u"[0-9٠-٩]-[0-9٠-٩]"_s);
        static const QRegularExpression kStrokes(u"تاريخ [^\\n]*\\d{2}/\\d{2}/\\d{4}"_s);
        int days = 0;
        for (const DemoCase &made : m_demo.cases) {
            for (const HistoryEntry &entry : made.now.history) {
                if (!entry.reply)
                    continue;
                QVERIFY2(!entry.reply->text.contains(kHyphens), qPrintable(entry.reply->text));
                days += entry.reply->text.contains(kStrokes) ? 1 : 0;
                QCOMPARE(entry.reply->text.contains(u"تاريخ التنفيذ"_s), entry.execution.has_value());
            }
        }
        QVERIFY2(days > 50, qPrintable(QString::number(days)));
    }

    void someNamesAreLong()
    {
        const auto isLong = [](const DemoCase &made) { return made.now.subject.party.latinName.size() > 34; };
        QVERIFY(std::any_of(m_demo.cases.begin(), m_demo.cases.end(), isLong));
    }

    void attachmentsAreKnownAndSentOnce()
    {
        const int most = m_demo.generator->reference().parameters.attachmentMaxCount;
        for (const DemoCase &made : m_demo.cases) {
            std::set<QString> seen;
            QVERIFY(static_cast<int>(made.now.attachments.size()) <= most);
            for (const Attachment &file : made.now.attachments) {
                QVERIFY(m_demo.printed->contains(file.sha256));
                QVERIFY(seen.insert(file.sha256).second);
                QVERIFY(*file.addedAt >= made.now.submittedAt);
            }
        }
    }

private:
    MadeDemo m_demo;
};

QTEST_GUILESS_MAIN(CasesTest)
#include "tst_cases.moc"

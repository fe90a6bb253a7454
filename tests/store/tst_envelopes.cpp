// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The machine's envelopes: what lies there is what the journal has on its way, and one file decides who has
// an act.
#include "models/protocol/jsonreader.h"
#include "models/store/envelopefolder.h"
#include "models/store/envelopemeans.h"
#include "tests/envelope/sampleenvelope.h"
#include "tests/support/childprocess.h"
#include "tests/support/deskprofile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

#include <atomic>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>

using namespace tawasul;
using Stage = EnvelopeFolder::Stage;

namespace {

QByteArray asDraft(const Act &, const QByteArray &)
{
    return "taken back";
}

const SigningKey &centreSecret()
{
    static const SigningKey kKey = keyFromLetter('c');
    return kKey;
}

unsigned modeOf(const QString &path)
{
    struct stat found
    {};
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? found.st_mode & 07777U : 0;
}

ActId act(int n)
{
    return ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-%1").arg(n, 12, 16, QLatin1Char('0')));
}

/// While it lives, files of this process do not grow beyond so many bytes.
class SmallFiles
{
public:
    explicit SmallFiles(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(SmallFiles)

private:
    rlimit m_before{};
};

/// While it lives, this process opens no more files.
class NoMoreFiles
{
public:
    NoMoreFiles()
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit none{0, m_before.rlim_max};
        setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoMoreFiles() { setrlimit(RLIMIT_NOFILE, &m_before); }
    Q_DISABLE_COPY_MOVE(NoMoreFiles)

private:
    rlimit m_before{};
};

} // namespace

class EnvelopesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_machine = makeScratchDirectory();
        m_root = m_machine->filePath(QStringLiteral("envelopes"));
        m_folder.emplace(EnvelopeFolder::of(m_root, QStringLiteral("centre-1")));
        m_profile = std::make_unique<DeskProfile>();
        m_profile->useEnvelopes(m_root);
    }
    void cleanup() { m_profile.reset(); }

    // --- the folder

    void anEnvelopeGoesThroughItsStages()
    {
        QVERIFY(m_folder->put(act(1), "one"));
        QCOMPARE(m_folder->entries(), (std::vector{EnvelopeFolder::Entry{act(1), Stage::Ready}}));
        QCOMPARE(*m_folder->read({act(1), Stage::Ready}), QByteArray("one"));
        QCOMPARE(*m_folder->take(act(1)), true);
        QCOMPARE(*m_folder->take(act(1)), true); // again, after a try that decided nothing
        QCOMPARE(*m_folder->takeBack(act(1)), false);
        QVERIFY(m_folder->setAside(act(1)));
        QCOMPARE(m_folder->entries(), (std::vector{EnvelopeFolder::Entry{act(1), Stage::Aside}}));
        QCOMPARE(*m_folder->take(act(1)), false);
        QVERIFY(m_folder->put(act(1), "anew"));
        QCOMPARE(m_folder->entries(), (std::vector{EnvelopeFolder::Entry{act(1), Stage::Ready}}));
        QCOMPARE(*m_folder->takeBack(act(1)), true);
        QCOMPARE(*m_folder->take(act(1)), false);
        QVERIFY(m_folder->put(act(1), "one"));
        QCOMPARE(*m_folder->take(act(1)), true);
        QVERIFY(m_folder->markArrived(act(1)));
        QVERIFY(m_folder->entries().empty());
        QCOMPARE(m_folder->all(), (std::vector{EnvelopeFolder::Entry{act(1), Stage::Arrived}}));
        QCOMPARE(*m_folder->takeBack(act(1)), false);
        QCOMPARE(*m_folder->take(act(1)), false);
        QVERIFY(m_folder->markArrived(act(2))); // its author heard of it first
        QVERIFY(m_folder->remove(act(1)));
        QVERIFY(m_folder->all().empty());
    }

    void ofTwoWhoWantItOneGetsIt()
    {
        for (int n = 0; n < 100; ++n) {
            QVERIFY(m_folder->put(act(n), "x"));
            std::atomic<int> ready = 0;
            bool carried = false;
            const auto together = [&ready] {
                for (++ready; ready < 2;)
                    std::this_thread::yield();
            };
            std::thread carrier([&] {
                together();
                carried = *m_folder->take(act(n));
            });
            together();
            const bool tookBack = *m_folder->takeBack(act(n));
            carrier.join();
            QVERIFY(carried != tookBack);
            QCOMPARE(m_folder->entries().size(), std::size_t(carried ? 1 : 0));
            QVERIFY(m_folder->remove(act(n)));
        }
    }

    void aFolderGivenToAGroupIsSharedByItsAccounts()
    {
        if (::geteuid() != 0)
            QSKIP("two accounts of the operating system are needed");
        // As an administrator makes it; the group of the child is nobody's, 65534.
        const QByteArray root = QFile::encodeName(m_root);
        QVERIFY(QDir().mkpath(m_root));
        QCOMPARE(::chown(root.constData(), 0, 65534), 0);
        QCOMPARE(::chmod(root.constData(), 02770), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_machine->path()).constData(), 0711), 0);
        QVERIFY(m_folder->put(act(1), "one"));
        QVERIFY(m_folder->put(act(2), "two"));
        const auto byAnother = [this] {
            const bool carried = m_folder->read({act(1), Stage::Ready}).value_or(QByteArray()) == "one"
                && m_folder->take(act(1)).value_or(false) && m_folder->remove(act(1));
            return carried && m_folder->put(act(3), "three") ? 0 : 1;
        };
        QCOMPARE(runInChild(byAnother, ChildUser::Nobody).exitCode, 0);
        QCOMPARE(m_folder->entries(),
                 (std::vector{EnvelopeFolder::Entry{act(2), Stage::Ready}, {act(3), Stage::Ready}}));
        QCOMPARE(m_folder->take(act(3)).value_or(false), true);
        QCOMPARE(modeOf(m_root), 02770U);
    }

    void aFolderThatIsOpenByAccidentIsClosed()
    {
        QVERIFY(QDir().mkpath(m_root));
        QCOMPARE(::chmod(QFile::encodeName(m_root).constData(), 0775), 0);
        QVERIFY(m_folder->put(act(1), "one"));
        QCOMPARE(modeOf(m_root), 0700U);
        // Others may never look in, not even where a group shares it.
        QCOMPARE(::chmod(QFile::encodeName(m_root).constData(), 02775), 0);
        QVERIFY(m_folder->put(act(2), "two"));
        QCOMPARE(modeOf(m_root), 0700U);
    }

    void onlyActsHaveEnvelopes()
    {
        const ActId outside(QStringLiteral("../../etc/passwd"));
        QCOMPARE(m_folder->put(outside, "x").error().code, QStringLiteral("envelope.name"));
        QVERIFY(!m_folder->take(outside) && !m_folder->takeBack(outside) && !m_folder->remove(outside)
                && !m_folder->setAside(outside) && !m_folder->read({outside, Stage::Ready}));
        QVERIFY(m_folder->put(act(1), "x"));
        const QDir place(m_root % u'/' % QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot).front());
        for (const char *name : {"notes.txt", ".envelope", "x.envelope"}) {
            QFile file(place.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QCOMPARE(m_folder->entries().size(), std::size_t(1));
        constexpr QFile::Permissions kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        for (const QString &path : {m_root, place.path(), place.filePath(act(1).text() % u".envelope")})
            QCOMPARE(QFile::permissions(path) & kOthers, QFile::Permissions());
    }

    void onAFullDiskThereIsNoneOrAWholeOne()
    {
        QVERIFY(m_folder->put(act(1), "whole"));
        {
            const SmallFiles small(100);
            QVERIFY(!m_folder->put(act(1), QByteArray(1000, 'x')));
            QVERIFY(!m_folder->put(act(2), QByteArray(1000, 'x')));
        }
        QCOMPARE(m_folder->entries(), (std::vector{EnvelopeFolder::Entry{act(1), Stage::Ready}}));
        QCOMPARE(*m_folder->read({act(1), Stage::Ready}), QByteArray("whole"));
        QCOMPARE(filesHere().size(), 1);
        QVERIFY(m_folder->put(act(2), QByteArray(1000, 'x')));
    }

    void whatCannotReachTheDiskIsNotTaken()
    {
        QVERIFY(m_folder->put(act(1), "x"));
        QCOMPARE(*m_folder->take(act(1)), true);
        {
            const NoMoreFiles none;
            QVERIFY(!m_folder->keep());
        }
        QVERIFY(m_folder->keep());
    }

    void nothingLargerThanAnEnvelopeIsRead()
    {
        QVERIFY(m_folder->put(act(1), QByteArray(8 * 1024 * 1024, 'x')));
        const auto bytes = m_folder->read({act(1), Stage::Ready});
        QVERIFY(bytes && bytes->size() > kLargestEnvelope && bytes->size() < 2 * kLargestEnvelope);
    }

    // Killed between writing and naming: what is left is nothing, and in nobody's way.
    void halfAnEnvelopeIsNone()
    {
        QVERIFY(m_folder->put(act(1), "x"));
        QFile part(folderPath() % u'/' % act(2).text() % u".part");
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write("half");
        part.close();
        QCOMPARE(m_folder->entries().size(), std::size_t(1));
        QVERIFY(m_folder->put(act(2), "whole"));
        QCOMPARE(*m_folder->read({act(2), Stage::Ready}), QByteArray("whole"));
        QCOMPARE(filesHere().size(), 2);
    }

    // --- a profile's envelopes

    void whatIsRecordedHasAnEnvelope()
    {
        begin();
        const ActId first = record(ActType::Escalate);
        const ActId second = record(ActType::Note);
        const auto labels = envelopes();
        QCOMPARE(labels.size(), std::size_t(2));
        QCOMPARE(labels.at(first).after, ActId());
        QCOMPARE(labels.at(second).after, first);
        QCOMPARE(labels.at(first).lane, labels.at(second).lane);
        QVERIFY(labels.at(first).sequence < labels.at(second).sequence);
        const auto content = openEnvelope(labels.at(second), centreSecret());
        QVERIFY(content.has_value());
        const std::vector<OutboxItem> items = m_profile->unsettled();
        QCOMPARE(content->body, items.at(1).body);
        QVERIFY(content->base == *items.at(1).base);
        QCOMPARE(content->author, sampleOfficer().id);
        QCOMPARE(content->authorKey, keyFromLetter('a').publicKey());
    }

    void whatHasEndedHasNone()
    {
        begin();
        const ActId first = record(ActType::Escalate);
        const ActId second = record(ActType::Note);
        const QByteArray before = *m_folder->read({second, Stage::Ready});
        settle(first);
        QCOMPARE(keys(envelopes()), std::vector{second});
        QCOMPARE(*m_folder->read({second, Stage::Ready}), before); // it follows what is there
        settle(second);
        QVERIFY(envelopes().empty());
    }

    // A person chooses about a parked act: nobody may carry it, or what stands behind it, meanwhile.
    void whatIsParkedIsItsAuthorsAlone()
    {
        begin();
        const ActId first = record(ActType::Escalate);
        const ActId second = record(ActType::Note);
        m_profile->onJournal(numberedCase(1).id, [&first](Journal &journal) {
            QVERIFY(*journal.beginSending(first));
            QVERIFY(journal.park(first, ParkReason::Refused, Error{}, std::nullopt));
        });
        QVERIFY(envelopes().empty());
        QVERIFY(m_profile->wait(m_profile->desk().takeTheirs(first))->has_value());
        const auto labels = envelopes();
        QCOMPARE(keys(labels), std::vector{second});
        QCOMPARE(labels.at(second).after, ActId()); // it waits for nothing that will never come
    }

    void withoutAKnownKeyNoneIsMade()
    {
        open();
        pull();
        const ActId first = record(ActType::Note);
        QVERIFY(envelopes().empty());
        presentKey();
        m_profile->store().keepEnvelopes();
        m_profile->scheduler().runAll();
        QCOMPARE(keys(envelopes()), std::vector{first});
    }

    void ofManyRecordingComesBetween()
    {
        constexpr int kMany = 60;
        CasePage page;
        for (int n = 1; n <= kMany; ++n)
            page.add(numberedCase(n));
        page.endAt(QStringLiteral("c1"));
        open();
        m_profile->pull(page, sampleNow());
        for (int n = 1; n <= kMany; ++n)
            QVERIFY(m_profile->wait(m_profile->desk().record(intentionOf(ActType::Note, numberedCase(n))))
                        ->has_value());
        presentKey();
        QVERIFY(m_folder->entries().empty());
        m_profile->store().keepEnvelopesByAndBy();
        // What somebody asks for when it has begun.
        std::size_t made = 0;
        m_profile->store().withJournal([this, &made](Journal &) {
            m_profile->store().withJournal([this, &made](Journal &) { made = m_folder->entries().size(); });
        });
        m_profile->scheduler().runAll();
        QVERIFY(made > 0);
        QVERIFY(made < kMany / 2);
        QCOMPARE(m_folder->entries().size(), std::size_t(kMany)); // all of them in the end
    }

    void anotherEpochMakesThemAnew()
    {
        begin();
        const ActId first = record(ActType::Note);
        m_profile->onJournal(numberedCase(1).id,
                             [](Journal &journal) { QVERIFY(journal.meetEpoch(QStringLiteral("second"))); });
        QCOMPARE(envelopes().at(first).epoch, QString()); // the centre may have forgotten the key, too
        m_profile->onJournal(numberedCase(1).id, [](Journal &journal) {
            QVERIFY(journal.authorKeyIsKnown(QStringLiteral("second")));
        });
        QCOMPARE(envelopes().at(first).epoch, QStringLiteral("second"));
    }

    void aDiskThatRefusesEnvelopesRefusesNoAct()
    {
        begin();
        QFile inTheWay(m_root);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const ActId note = record(ActType::Note);
        const ActId decision = record(ActType::Complete);
        QVERIFY(!note.isEmpty() && !decision.isEmpty());
        QVERIFY(m_profile->failures().empty()); // and nobody is alarmed
        QVERIFY(recall(decision));              // nobody can have it
        QVERIFY(inTheWay.remove());
        m_profile->close();
        open();
        QCOMPARE(keys(envelopes()), std::vector{note});
    }

    void takingBackTakesTheEnvelopeFirst()
    {
        begin();
        const ActId decision = record(ActType::Complete);
        QCOMPARE(envelopes().size(), std::size_t(1));
        QVERIFY(envelopes().at(decision).notBefore > sampleNow());
        QVERIFY(recall(decision));
        QVERIFY(envelopes().empty());
        QVERIFY(m_profile->unsettled().empty());
    }

    void whatSomebodyCarriesIsNotTakenBack()
    {
        begin();
        const ActId decision = record(ActType::Complete);
        QVERIFY(*m_folder->take(decision));
        QVERIFY(!recall(decision));
        QCOMPARE(m_profile->unsettled().front().state, OutboxState::Waiting);
        m_profile->close();
        open();
        QVERIFY(!recall(decision));          // nor after a restart
        QVERIFY(m_folder->remove(decision)); // it arrived
        m_profile->close();
        open();
        QVERIFY(!recall(decision));
        QCOMPARE(m_profile->unsettled().size(), std::size_t(1)); // its own desk sends it, for the receipt
    }

    void whatHasArrivedIsNotCarriedAgain()
    {
        begin();
        const ActId decision = record(ActType::Complete);
        m_profile->close();
        QVERIFY(*m_folder->take(decision));
        QVERIFY(m_folder->markArrived(decision));
        open();
        QVERIFY(m_folder->entries().empty());
        QVERIFY(!recall(decision));
        QVERIFY(m_folder->entries().empty());
        QCOMPARE(m_profile->unsettled().size(), std::size_t(1)); // its own desk sends it, for the receipt
        settle(decision);
        QVERIFY(m_folder->all().empty());
    }

    // A centre that was put back may have forgotten what arrived.
    void whatArrivedInAnotherEpochIsMadeAnew()
    {
        begin();
        const ActId note = record(ActType::Note);
        QVERIFY(*m_folder->take(note));
        QVERIFY(m_folder->markArrived(note));
        m_profile->onJournal(numberedCase(1).id, [](Journal &journal) {
            QVERIFY(journal.meetEpoch(QStringLiteral("second")));
            QVERIFY(journal.authorKeyIsKnown(QStringLiteral("second")));
        });
        QCOMPARE(m_folder->all(), (std::vector{EnvelopeFolder::Entry{note, Stage::Ready}}));
        QCOMPARE(envelopes().at(note).epoch, QStringLiteral("second"));
    }

    // «Held back on this device» is true only while nobody else has it.
    void whatSomebodyCarriesIsNotHeldBack()
    {
        begin();
        const ActId decision = record(ActType::Complete);
        QCOMPARE(hold(decision), QString());
        QVERIFY(envelopes().empty());
        QVERIFY(m_profile->wait(m_profile->desk().release(decision))->has_value());
        QCOMPARE(keys(envelopes()), std::vector{decision});

        QVERIFY(*m_folder->take(decision));
        QCOMPARE(hold(decision), QStringLiteral("outbox.carried"));
        QVERIFY(!m_profile->unsettled().front().heldSince);
        QVERIFY(m_folder->markArrived(decision));
        m_profile->close();
        open(); // its author is back, and the centre is away
        QCOMPARE(hold(decision), QStringLiteral("outbox.carried"));
        QVERIFY(!m_profile->unsettled().front().heldSince);
        // Once this desk tried it itself, the list says that it may be there.
        m_profile->onJournal(numberedCase(1).id, [&decision](Journal &journal) {
            QVERIFY(*journal.beginSending(decision));
            QVERIFY(journal.backToWaiting(decision, {Error::Kind::Offline, {}, {}}, sampleNow()));
        });
        QCOMPARE(hold(decision), QString());
        QVERIFY(m_profile->unsettled().front().heldSince);
    }

    void whatWasSetAsideIsMadeAnewByItsAuthor()
    {
        begin();
        const ActId note = record(ActType::Note);
        m_profile->close();
        QVERIFY(m_folder->setAside(note));
        open();
        QCOMPARE(m_folder->entries(), (std::vector{EnvelopeFolder::Entry{note, Stage::Ready}}));
    }

    // A power cut may bring a file back.
    void anEnvelopeOfAnActThatEndedGoesAtTheNextOpening()
    {
        begin();
        const ActId note = record(ActType::Note);
        const QByteArray bytes = *m_folder->read({note, Stage::Ready});
        settle(note);
        m_profile->close();
        QVERIFY(m_folder->put(note, bytes));
        QVERIFY(m_folder->put(act(99), "somebody else's"));
        open();
        QCOMPARE(m_folder->entries(), (std::vector{EnvelopeFolder::Entry{act(99), Stage::Ready}}));
    }

    void aDamagedOneIsMadeAnew()
    {
        begin();
        const ActId note = record(ActType::Note);
        m_profile->close();
        QVERIFY(m_folder->put(note, "{\"format\":"));
        open();
        QVERIFY(openEnvelope(envelopes().at(note), centreSecret()).has_value());
    }

private:
    void open() { QVERIFY(m_profile->open()); }
    void pull() { m_profile->pull({numberedCase(1), numberedCase(2)}); }
    void presentKey()
    {
        m_profile->onJournal({}, [](Journal &journal) {
            QVERIFY(journal.beginAuthorKey(keyFromLetter('a').seed()));
            QVERIFY(journal.beginAuthorKey(keyFromLetter('b').seed())); // the first one stays
            QVERIFY(journal.authorKeyIsKnown(QStringLiteral("")));
            QVERIFY(journal.believe({publishedKey(centreSecret())}));
        });
    }
    void begin()
    {
        open();
        pull();
        presentKey();
    }
    ActId record(ActType type)
    {
        const Case shown = m_profile->stored(numberedCase(1).id)->shown;
        const auto recorded = m_profile->wait(m_profile->desk().record(intentionOf(type, shown)));
        return recorded && *recorded ? **recorded : ActId();
    }
    bool recall(const ActId &id)
    {
        const auto recalled = m_profile->wait(m_profile->desk().recall(id, asDraft));
        return recalled && *recalled && **recalled;
    }
    /// The code of what was answered; empty when it is held.
    QString hold(const ActId &id)
    {
        const auto held = m_profile->wait(m_profile->desk().hold(id));
        return !held ? QStringLiteral("cancelled") : *held ? QString() : held->error().code;
    }
    void settle(const ActId &id)
    {
        m_profile->onJournal(numberedCase(1).id, [&id](Journal &journal) {
            QVERIFY(*journal.beginSending(id));
            QVERIFY(journal.settle(id, "{}"));
        });
    }
    std::map<ActId, wire::SealedEnvelope> envelopes()
    {
        std::map<ActId, wire::SealedEnvelope> all;
        for (const EnvelopeFolder::Entry &entry : m_folder->entries()) {
            auto envelope = m_folder->read(entry)
                                .and_then([](const QByteArray &bytes) {
                                    return wire::parseObject(bytes, QStringLiteral("envelope"));
                                })
                                .and_then(wire::sealedEnvelopeFromJson);
            if (envelope)
                all.emplace(entry.act, *envelope);
        }
        return all;
    }
    static std::vector<ActId> keys(const std::map<ActId, wire::SealedEnvelope> &all)
    {
        std::vector<ActId> ids;
        for (const auto &[id, envelope] : all)
            ids.push_back(id);
        return ids;
    }
    QString folderPath() const
    {
        return m_root % u'/' % QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
    }
    QStringList filesHere() const { return QDir(folderPath()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_machine;
    QString m_root;
    std::optional<EnvelopeFolder> m_folder;
    std::unique_ptr<DeskProfile> m_profile;
};

QTEST_GUILESS_MAIN(EnvelopesTest)
#include "tst_envelopes.moc"

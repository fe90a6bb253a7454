// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/firstimages.h"

#include "app/central/service/registerconnection.h"
#include "models/sql/transaction.h"
#include "models/store/store.h"
#include "tests/chaos/cast.h"

#include <QtCore/QDir>

namespace tawasul {

namespace {

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().code), qPrintable(result.error().detail));
    return std::move(result).value();
}

MemoryDisk::Image madeCentre(const QString &folder)
{
    World world(1, false);
    MemoryDisk disk(world, QStringLiteral("chaos-first"));
    const MachineClock clock(world);
    SeededRandom random(1);
    must(createCentre(folder, true, clock, random, disk.vfs()));
    {
        const auto connection =
            must(RegisterConnection::open(folder, CentreAccess::Write, clock, random, disk.vfs()));
        Transaction transaction = must(Transaction::begin(connection->database()));
        must(connection->shelf().publish(referenceOfTheRun(1), clock.now()));
        must(connection->feed().referenceChanged(clock.now()));
        std::vector<Actor> people = officersOfTheRun();
        people.push_back(supervisorOfTheRun());
        for (const Actor &person : people)
            must(connection->accounts().add({person.id.text(), person, QStringLiteral("!"), true},
                                            clock.now()));
        for (int n = 0; n < kCases; ++n)
            must(connection->cases().take(caseOfTheRun(n)));
        must(transaction.commit());
    }
    return disk.image();
}

MemoryDisk::Image madeProfile(const QString &folder)
{
    World world(1, false);
    MemoryDisk disk(world, QStringLiteral("chaos-first"));
    const MachineClock clock(world);
    World::Thread &thread = world.makeThread();
    Outcome opened = Error{Error::Kind::Cancelled, QStringLiteral("chaos.unopened"), {}};
    {
        Store store({folder, disk.vfs()}, {thread, thread, thread, thread}, clock);
        store.open([&opened](const Outcome &outcome) { opened = outcome; });
        thread.drain();
    }
    thread.drain();
    must(opened);
    MemoryDisk::Image files;
    for (const auto &[path, bytes] : disk.image())
        files.emplace(path.mid(path.lastIndexOf('/') + 1), bytes);
    return files;
}

} // namespace

FirstImages::FirstImages(const QString &folder)
    : centreFolder(folder % u"/centre")
    , centre(madeCentre(centreFolder))
    , profile(madeProfile(folder % u"/first"))
{
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/envelopecommand.h"

#include "app/central/register/centrelock.h"
#include "app/central/service/registerconnection.h"
#include "models/protocol/jsonreader.h"

#include <QtCore/QFile>

#include <algorithm>
#include <array>
#include <cstdio>

namespace tawasul {

namespace {

constexpr qint64 kLargestFile = 256LL * 1024 * 1024;

Result<QJsonArray> envelopesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, QStringLiteral("envelopes.file"), file.errorString()};
    if (file.size() > kLargestFile)
        return Error{Error::Kind::Invalid, QStringLiteral("envelopes.file"), QStringLiteral("too large")};
    const auto object = wire::parseObject(file.readAll(), QStringLiteral("envelopes"));
    return object ? wire::envelopesFromJson(*object) : object.error();
}

} // namespace

Outcome importEnvelopes(const QString &dataFolder, const QString &file)
{
    const auto envelopes = envelopesIn(file);
    if (!envelopes)
        return envelopes.error();
    const auto lock = CentreLock::toServe(dataFolder); // nobody begins an epoch or a key meanwhile
    if (!lock)
        return lock.error();
    const SystemClock clock;
    SystemRandom random;
    const auto connection = RegisterConnection::open(dataFolder, CentreAccess::Write, clock, random);
    if (!connection)
        return connection.error();
    const std::vector<wire::EnvelopeResult> results = (*connection)->envelopes().take(*envelopes);
    (*connection)->notePosition(); // somebody is about to hear of it
    using Word = wire::EnvelopeOutcome;
    constexpr std::array kWords{std::pair(Word::Applied, "applied"), std::pair(Word::Kept, "kept"),
                                std::pair(Word::Later, "later"), std::pair(Word::Unreadable, "unreadable")};
    for (const auto &[word, name] : kWords) {
        const auto count = std::count_if(results.begin(), results.end(),
                                         [word = word](const auto &each) { return each.outcome == word; });
        std::printf("%s %td\n", name, count);
    }
    std::fflush(stdout);
    const bool all = std::all_of(results.begin(), results.end(),
                                 [](const auto &each) { return each.outcome == Word::Applied; });
    return all ? Outcome(Done{})
               : Error{Error::Kind::Invalid, QStringLiteral("envelopes.rest"),
                       QStringLiteral("some did not take effect; their authors' desks bring them")};
}

} // namespace tawasul

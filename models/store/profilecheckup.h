// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/result.h"

#include <QtCore/QStringList>

#include <optional>

namespace tawasul {

/// One of the two files as it was found.
struct FileCheckup
{
    bool isThere = false;
    qint64 bytes = 0;             ///< of the file
    qint64 logBytes = 0;          ///< of its -wal
    std::optional<Error> failure; ///< why it, or a part of it, could not be read
    int schemaVersion = 0;        ///< that the file is at; 0 when nothing was ever written
    int knownVersion = 0;         ///< the newest that this program knows
    int problems = 0;             ///< that SQLite found in it; it stops counting at 100
    QString firstProblem;         ///< SQLite's words: pages, tables and indexes, never what is in them

    /// Whether its tables are those that this program knows.
    [[nodiscard]] bool hasKnownTables() const
    {
        return isThere && schemaVersion > 0 && schemaVersion <= knownVersion;
    }
};

/// What of the officer's work is still here, and why.
struct OutboxCheckup
{
    qint64 waiting = 0;
    qint64 sending = 0; ///< begun by a desk that runs now, or that was cut off: the next start sends again
    qint64 parked = 0;
    qint64 unreadable = 0; ///< unsent, and what was recorded does not make sense any more
    qint64 lost = 0;       ///< recorded without a place or a state in the outbox: they would never be sent
    QString oldest;        ///< act id
    std::optional<Instant> oldestAt;
    std::optional<Instant> nextTryAt;
    int mostTries = 0;
    QString lastError; ///< code of the failure that was met last
    std::optional<Instant> lastErrorAt;
    QStringList parkedActs; ///< act ids, in the order of recording
    qint64 orders = 0;      ///< of a supervisor, not answered; nobody but their account carries them
    qint64 ordersAside = 0; ///< of these, those that rest with a person
};

/// The centre's receipts that lie here, each checked against the keys that lie here.
struct ReceiptsCheckup
{
    qint64 proven = 0;
    qint64 withoutSignature = 0; ///< of before the centre had a key
    qint64 doubtful = 0;
    QStringList doubtfulActs = {}; ///< act ids, the first of them
    qint64 keys = 0;
    qint64 keysNotIntroduced = 0; ///< nothing that they signed is believed

    [[nodiscard]] qint64 all() const { return proven + withoutSignature + doubtful; }
};

struct DraftsCheckup
{
    qint64 count = 0;
    std::optional<Instant> oldestAt;
    std::optional<Instant> newestAt;
};

struct AttachmentsCheckup
{
    qint64 files = 0; ///< whole ones
    qint64 bytes = 0;
    qint64 parts = 0; ///< downloads that were cut; they go on by themselves
    qint64 partBytes = 0;
    qint64 named = 0;     ///< that cases here and unsent acts name
    qint64 missing = 0;   ///< of these, not downloaded (yet)
    qint64 unneeded = 0;  ///< named by nothing here; the next start removes them
    qint64 foreign = 0;   ///< files that the desk did not make
    qint64 wrongSize = 0; ///< whole files of another size than their case says
    qint64 unreadable = 0;
    bool isDeep = false;
    qint64 wrongHash = 0; ///< when deep: of another content than their name says
};

struct FolderCheckup
{
    bool isThere = false;
    bool isReadable = false;
    bool isWritable = false;
    qint64 openToOthers = 0;  ///< files and folders that other accounts of the machine may use
    qint64 ownedByOthers = 0; ///< that belong to another account than the one that asks
    qint64 freeBytes = -1;    ///< for this account, on its disk; -1: unknown
};

/// Who else was at the profile while it was looked at.
enum class Occupancy {
    Free,    ///< nobody, and desks were kept out meanwhile
    InUse,   ///< a desk has it open: read beside it
    Unknown, ///< the lock could not be asked
};

/// The state of a profile in numbers, times, act ids and codes: nothing personal (invariant I12).
struct ProfileCheckup
{
    Instant at{};
    FolderCheckup folder;
    Occupancy occupancy = Occupancy::Free;
    FileCheckup journal;
    OutboxCheckup outbox;
    ReceiptsCheckup receipts;
    DraftsCheckup drafts;
    FileCheckup cache;
    qint64 cases = 0;
    bool isFilling = true;        ///< the first fetch, or a rebuild, is not at its end
    qint64 damagedCacheBytes = 0; ///< of an earlier cache that was set aside
    AttachmentsCheckup attachments;
    std::optional<Instant> completeAt;  ///< centre's time when everything up to the cursor had been fetched
    std::optional<Instant> confirmedAt; ///< this machine's time at the last sign-in that the centre confirmed
    std::optional<Instant> lastServerTime; ///< the newest time of the centre that the files remember
    qint64 recordedAhead = 0;              ///< acts recorded later than now: the clock was set back
    QString sqliteVersion;
};

enum class CheckupDepth {
    Usual,
    Deep, ///< also every index of the cache and the content of every attachment: reads everything there is
};

/// Reads the state of a profile and changes nothing: no file is made, written, migrated or removed, and a log
/// that a killed desk left is read where it lies. A desk that is started meanwhile hears profile.in_use.
/// Blocks; any thread.
[[nodiscard]] ProfileCheckup checkUp(const QString &folder, const Clock &clock, CheckupDepth depth);

} // namespace tawasul

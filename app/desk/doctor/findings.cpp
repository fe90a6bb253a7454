// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/doctor/findings.h"

#include "models/sync/deskversion.h"

namespace tawasul {

namespace {

Finding well(const char *check, const QString &what)
{
    return {QString::fromLatin1(check), Health::Well, what, {}};
}

Finding attention(const char *check, const QString &what, const char *advice)
{
    return {QString::fromLatin1(check), Health::Attention, what, QString::fromLatin1(advice)};
}

Finding broken(const char *check, const QString &what, const char *advice)
{
    return {QString::fromLatin1(check), Health::Broken, what, QString::fromLatin1(advice)};
}

/// "1 act", "3 acts".
QString counted(qint64 count, const char *one)
{
    const QString noun = QString::fromLatin1(one);
    return count == 1 ? QString(u"1 " % noun) : QString(QString::number(count) % u' ' % noun % u's');
}

QString sized(qint64 bytes)
{
    constexpr qint64 kMebi = 1024 * 1024;
    if (bytes >= 1024 * kMebi)
        return QString::number(bytes / kMebi / 1024) % u" GiB";
    return bytes >= kMebi ? QString(QString::number(bytes / kMebi) % u" MiB")
                          : QString(QString::number(bytes / 1024) % u" KiB");
}

QString dated(const std::optional<Instant> &instant)
{
    return instant ? toIso(*instant) : QStringLiteral("an unknown time");
}

QString spanOf(std::chrono::milliseconds span)
{
    using namespace std::chrono;
    if (span >= hours(48))
        return counted(duration_cast<hours>(span).count() / 24, "day");
    if (span >= hours(1))
        return counted(duration_cast<hours>(span).count(), "hour");
    return counted(duration_cast<minutes>(span).count(), "minute");
}

bool isProfile(const ProfileCheckup &checkup)
{
    return checkup.journal.isThere || checkup.cache.isThere;
}

Finding folderFinding(const ProfileCheckup &checkup)
{
    const FolderCheckup &folder = checkup.folder;
    if (!folder.isThere)
        return broken("folder", QStringLiteral("there is no such folder"), "name the folder of one profile");
    if (!folder.isReadable)
        return broken("folder", QStringLiteral("the folder may not be read by this account"),
                      "run the check as the account that uses the desk");
    if (!isProfile(checkup))
        return broken("folder", QStringLiteral("it is no profile: neither a journal nor a cache is in it"),
                      "name the folder of one profile, such as DATA/profiles/NAME");
    if (!folder.isWritable)
        return broken("folder", QStringLiteral("the folder cannot be written: the desk does not open it"),
                      "give the account that uses the desk the right to write there");
    if (folder.ownedByOthers > 0)
        return attention(
            "folder", counted(folder.ownedByOthers, "file") % u" in it of another account than the folder's",
            "give the files to the account that uses the desk");
    if (folder.openToOthers > 0)
        return attention("folder",
                         QString::number(folder.openToOthers)
                             % u" of its files and folders open to other accounts",
                         "take the rights away: mode 0700 for folders, 0600 for files");
    return well("folder", QStringLiteral("writable, and private to its account"));
}

Finding accessFinding(Occupancy occupancy)
{
    switch (occupancy) {
    case Occupancy::InUse:
        return well("access",
                    QStringLiteral("a desk has the profile open: read beside it, numbers may have moved on"));
    case Occupancy::Unknown:
        return attention("access", QStringLiteral("cannot tell whether a desk has the profile open"),
                         "run the check as the account that uses the desk");
    case Occupancy::Free:
        break;
    }
    return well("access", QStringLiteral("no desk has the profile open"));
}

struct FileAdvice
{
    const char *check;
    const char *missing;
    const char *damaged;
};

QString stateOf(const FileCheckup &file)
{
    const QString size = sized(file.bytes + file.logBytes);
    if (file.schemaVersion == 0)
        return QStringLiteral("begun and still empty");
    if (file.schemaVersion < file.knownVersion)
        return u"whole; the next start brings it from version " % QString::number(file.schemaVersion)
            % u" to " % QString::number(file.knownVersion);
    return u"whole; version " % QString::number(file.schemaVersion) % u", " % size;
}

/// The verdict on a file; `harm` is what a damage means for this one.
Finding fileFinding(const FileCheckup &file, Occupancy occupancy, Health harm, const FileAdvice &words)
{
    const QString check = QString::fromLatin1(words.check);
    if (!file.isThere)
        return {check, harm, QStringLiteral("the file is missing"), QString::fromLatin1(words.missing)};
    if (file.failure && file.failure->kind == Error::Kind::Busy && occupancy == Occupancy::InUse)
        return {check, Health::Attention, QStringLiteral("cannot be read beside the desk at this moment"),
                QStringLiteral("check again, or after closing the desk")};
    if (file.failure && file.failure->kind == Error::Kind::Storage)
        return {check, Health::Broken, u"cannot be read: " % file.failure->code,
                QStringLiteral("look at the disk and at who may read the file")};
    if (file.schemaVersion > file.knownVersion && !file.failure && file.problems == 0)
        return {check, Health::Attention,
                u"written by a newer desk: version " % QString::number(file.schemaVersion)
                    % u", this one knows " % QString::number(file.knownVersion),
                QStringLiteral("use the newer desk")};
    if (file.problems > 0)
        return {check, harm,
                u"damaged: " % counted(file.problems, "problem") % u", first " % file.firstProblem,
                QString::fromLatin1(words.damaged)};
    if (file.failure)
        return {check, harm, u"damaged: " % file.failure->code, QString::fromLatin1(words.damaged)};
    return {check, Health::Well, stateOf(file), {}};
}

Finding journalFinding(const ProfileCheckup &checkup)
{
    const bool isEmpty =
        checkup.journal.isThere && checkup.journal.schemaVersion == 0 && !checkup.journal.failure;
    if (isEmpty && checkup.cases > 0)
        return broken("journal", QStringLiteral("empty, though the cache beside it holds cases"),
                      "get the file back from a copy before the desk is started");
    return fileFinding(
        checkup.journal, checkup.occupancy, Health::Broken,
        {"journal", "name the folder of one profile; if it is one, get the file back from a copy",
         "copy the whole folder away before anything else, and call support: unsent acts are in it"});
}

Finding cacheFinding(const ProfileCheckup &checkup)
{
    const FileCheckup &file = checkup.cache;
    if (file.isThere && file.schemaVersion > file.knownVersion && file.problems == 0 && !file.failure)
        return well("cache", QStringLiteral("written by a newer desk: this one would fetch it anew"));
    Finding finding =
        fileFinding(file, checkup.occupancy, Health::Attention,
                    {"cache", "start the desk while the centre can be reached: it fetches all again",
                     "start the desk while the centre can be reached: it fetches all again"});
    if (finding.health == Health::Well && file.hasKnownTables())
        finding.what = finding.what % u", " % counted(checkup.cases, "case");
    return finding;
}

QString sentenceOf(const OutboxCheckup &outbox)
{
    const QString orders = outbox.orders > 0
        ? QString(counted(outbox.orders, "order") % u" of a supervisor not answered")
        : QString();
    if (outbox.waiting + outbox.sending + outbox.parked == 0)
        return orders;
    QString text = counted(outbox.waiting, "act") % u" waiting, " % QString::number(outbox.sending)
        % u" sending, " % QString::number(outbox.parked) % u" parked; the oldest " % outbox.oldest % u" of "
        % dated(outbox.oldestAt);
    if (outbox.nextTryAt)
        text += u"; next try " % toIso(*outbox.nextTryAt);
    if (!outbox.lastError.isEmpty())
        text += u"; last error " % outbox.lastError;
    if (!orders.isEmpty())
        text += u"; " % orders;
    return text;
}

Finding outboxFinding(const ProfileCheckup &checkup)
{
    const OutboxCheckup &outbox = checkup.outbox;
    constexpr const char *kSupport = "copy the whole folder away before anything else, and call support";
    if (checkup.journal.failure)
        return broken("outbox", QStringLiteral("could not be read to its end"), kSupport);
    if (outbox.lost > 0)
        return broken("outbox", counted(outbox.lost, "recorded act") % u" without a place in the outbox",
                      kSupport);
    if (outbox.unreadable > 0)
        return broken("outbox", counted(outbox.unreadable, "unsent act") % u" cannot be read back", kSupport);
    if (outbox.ordersAside > 0)
        return attention("outbox",
                         counted(outbox.ordersAside, "order") % u" of a supervisor set aside; "
                             % sentenceOf(outbox),
                         "open the desk: the supervisor chooses what becomes of it");
    if (outbox.orders > 0 && outbox.parked == 0)
        return attention("outbox", sentenceOf(outbox),
                         "sign in with this account while the centre can be reached: nobody else carries the"
                         " orders of a supervisor");
    if (outbox.waiting + outbox.sending + outbox.parked == 0)
        return well("outbox", QStringLiteral("nothing waits to be sent"));
    if (outbox.parked > 0)
        return attention("outbox", sentenceOf(outbox),
                         "open the desk: the officer chooses what becomes of parked acts");
    if (outbox.oldestAt && checkup.at - *outbox.oldestAt > kPatience)
        return attention("outbox", sentenceOf(outbox), "open the desk while the centre can be reached");
    return well("outbox", sentenceOf(outbox));
}

Finding receiptsFinding(const ReceiptsCheckup &receipts)
{
    if (receipts.all() == 0)
        return well("receipts", QStringLiteral("none yet"));
    QString text = QString::number(receipts.proven) % u" of " % counted(receipts.all(), "receipt")
        % u" verified with " % counted(receipts.keys - receipts.keysNotIntroduced, "key") % u" of the centre";
    if (receipts.withoutSignature > 0)
        text += u"; " % QString::number(receipts.withoutSignature) % u" of before the centre had one";
    if (receipts.keysNotIntroduced > 0)
        text += u"; " % counted(receipts.keysNotIntroduced, "key") % u" that no earlier one introduced";
    constexpr const char *kCompare =
        "copy the whole folder away, and have the centre say whether it has these acts";
    if (receipts.doubtful > 0)
        return attention("receipts",
                         text % u"; " % QString::number(receipts.doubtful) % u" not verified, first "
                             % receipts.doubtfulActs.value(0),
                         kCompare);
    if (receipts.keysNotIntroduced > 0)
        return attention("receipts", text, kCompare);
    return well("receipts", text);
}

Finding draftsFinding(const DraftsCheckup &drafts)
{
    if (drafts.count == 0)
        return well("drafts", QStringLiteral("none"));
    return well("drafts", counted(drafts.count, "draft") % u", the newest of " % dated(drafts.newestAt));
}

Finding attachmentsFinding(const AttachmentsCheckup &found)
{
    QString text = counted(found.files, "file") % u", " % sized(found.bytes) % u"; "
        % QString::number(found.missing) % u" of " % QString::number(found.named) % u" not downloaded";
    if (found.parts > 0)
        text += u"; " % counted(found.parts, "cut download");
    if (found.unneeded > 0)
        text += u"; " % QString::number(found.unneeded) % u" not needed any more";
    if (found.isDeep)
        text += u"; contents verified";
    if (const qint64 damaged = found.wrongSize + found.wrongHash; damaged > 0)
        return attention("attachments", text % u"; " % QString::number(damaged) % u" damaged",
                         "close the desk and move the folder attachments away: they are fetched again");
    if (found.unreadable > 0)
        return attention("attachments", text % u"; " % QString::number(found.unreadable) % u" cannot be read",
                         "look at the disk and at who may read the files");
    if (found.foreign > 0)
        return attention("attachments",
                         text % u"; " % QString::number(found.foreign) % u" not made by the desk",
                         "see who puts files into the profile");
    return well("attachments", text);
}

Finding diskFinding(qint64 freeBytes)
{
    if (freeBytes < 0)
        return attention("disk", QStringLiteral("free space unknown"), "look at the disk");
    const QString text = sized(freeBytes) % u" free";
    if (freeBytes < kNoBytes)
        return broken("disk", text % u": recording may fail", "make room on the disk at once");
    if (freeBytes < kScarceBytes)
        return attention("disk", text, "make room on the disk");
    return well("disk", text);
}

Finding contactFinding(const ProfileCheckup &checkup)
{
    constexpr const char *kReach = "open the desk while the centre can be reached, and sign in";
    if (!checkup.completeAt)
        return attention("contact", QStringLiteral("the cases were never fetched to the end"), kReach);
    const QString text = u"up to date with the centre at " % toIso(*checkup.completeAt);
    if (checkup.at - *checkup.completeAt > kPatience)
        return attention("contact", text % u", " % spanOf(checkup.at - *checkup.completeAt) % u" ago",
                         kReach);
    if (checkup.isFilling)
        return attention("contact", text % u"; fetching all again is not at its end", kReach);
    return well("contact", text);
}

Finding clockFinding(const ProfileCheckup &checkup)
{
    constexpr const char *kSet = "set the machine's clock";
    if (checkup.lastServerTime && checkup.at + kClockTolerance < *checkup.lastServerTime)
        return attention("clock",
                         spanOf(*checkup.lastServerTime - checkup.at) % u" behind the centre's last time, "
                             % toIso(*checkup.lastServerTime),
                         kSet);
    if (checkup.recordedAhead > 0)
        return attention("clock",
                         counted(checkup.recordedAhead, "act") % u" recorded later than now: it was set back",
                         kSet);
    if (!checkup.lastServerTime)
        return well("clock", QStringLiteral("nothing to compare it with: no time of the centre is known"));
    return well("clock", u"not behind the centre's last time, " % toIso(*checkup.lastServerTime));
}

Finding versionsFinding(const ProfileCheckup &checkup)
{
    return well("versions",
                u"desk " % deskVersion() % u", SQLite " % checkup.sqliteVersion % u"; journal "
                    % QString::number(checkup.journal.schemaVersion) % u" of "
                    % QString::number(checkup.journal.knownVersion) % u", cache "
                    % QString::number(checkup.cache.schemaVersion) % u" of "
                    % QString::number(checkup.cache.knownVersion));
}

} // namespace

bool isReadable(const ProfileCheckup &checkup)
{
    const FileCheckup &journal = checkup.journal;
    return checkup.folder.isReadable && journal.isThere && (!journal.failure || journal.schemaVersion > 0);
}

std::vector<Finding> findingsOf(const ProfileCheckup &checkup)
{
    std::vector<Finding> findings{folderFinding(checkup)};
    // Of a folder that is something else its rights are nobody's business here.
    if (!checkup.folder.isReadable || !isProfile(checkup))
        return findings;
    findings.push_back(accessFinding(checkup.occupancy));
    findings.push_back(journalFinding(checkup));
    // Of tables that could not be read there is nothing to say, least of all that they are empty.
    if (checkup.journal.hasKnownTables()) {
        findings.push_back(outboxFinding(checkup));
        findings.push_back(receiptsFinding(checkup.receipts));
        findings.push_back(draftsFinding(checkup.drafts));
    }
    findings.push_back(cacheFinding(checkup));
    findings.push_back(attachmentsFinding(checkup.attachments));
    findings.push_back(diskFinding(checkup.folder.freeBytes));
    if (checkup.cache.hasKnownTables())
        findings.push_back(contactFinding(checkup));
    if (checkup.journal.hasKnownTables() || checkup.cache.hasKnownTables())
        findings.push_back(clockFinding(checkup));
    findings.push_back(versionsFinding(checkup));
    return findings;
}

} // namespace tawasul

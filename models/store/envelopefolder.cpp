// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/envelopefolder.h"

#include "models/domain/uuid.h"
#include "models/sql/databasefile.h"
#include "models/sql/sqlerror.h"
#include "models/store/envelopemeans.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tawasul {

namespace {

using Stage = EnvelopeFolder::Stage;

struct Ending
{
    Stage stage;
    QStringView text;
};

constexpr std::array<Ending, 4> kEndings{{{Stage::Ready, u".envelope"},
                                          {Stage::Taken, u".taken"},
                                          {Stage::Aside, u".aside"},
                                          {Stage::Arrived, u".arrived"}}};
constexpr QStringView kPart = u".part"; // being written; nobody takes it for anything
constexpr qsizetype kFolderName = 16;
constexpr qint64 kLabel = 16 * 1024;
constexpr qint64 kLargestFile =
    qint64(kLargestEnvelope) * 4 / 3 + kLabel; // base64, and what stands around it

QStringView endingOf(Stage stage)
{
    return kEndings.at(static_cast<std::size_t>(stage)).text;
}

Error notAnAct()
{
    return {Error::Kind::Invalid, QStringLiteral("envelope.name"), QStringLiteral("not an act's id")};
}

// Given to a group on purpose: a folder that a generous umask left open has no setgid.
bool isSharedByGroup(const QString &folder)
{
    struct stat found
    {};
    return ::stat(QFile::encodeName(folder).constData(), &found) == 0 && (found.st_mode & S_ISGID) != 0
        && (found.st_mode & S_IRWXG) == S_IRWXG && (found.st_mode & (S_IRWXO | S_ISVTX)) == 0;
}

Outcome writeFile(const QString &path, const QByteArray &bytes, bool isShared)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return fileError(errno, QStringLiteral("opening an envelope"));
    Outcome outcome = Done{};
    if (isShared && ::fchmod(descriptor, 0660) != 0) // the umask has no say
        outcome = fileError(errno, QStringLiteral("sharing an envelope"));
    qsizetype written = 0;
    while (outcome && written < bytes.size()) {
        const ssize_t count = ::write(descriptor, bytes.constData() + written,
                                      static_cast<std::size_t>(bytes.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            outcome = fileError(count < 0 ? errno : ENOSPC, QStringLiteral("writing an envelope"));
        written += count;
    }
    if (outcome && ::fsync(descriptor) != 0)
        outcome = fileError(errno, QStringLiteral("writing an envelope"));
    if (::close(descriptor) != 0 && outcome)
        outcome = fileError(errno, QStringLiteral("closing an envelope"));
    return outcome;
}

/// Whether there was one to be renamed or removed.
Result<bool> whetherThere(int result, const char *what)
{
    if (result == 0)
        return true;
    if (errno == ENOENT)
        return false;
    return fileError(errno, QString::fromLatin1(what));
}

Result<bool> removeFile(const QString &path)
{
    return whetherThere(::unlink(QFile::encodeName(path).constData()), "removing an envelope");
}

Result<bool> rename(const QString &from, const QString &to)
{
    return whetherThere(std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()),
                        "moving an envelope");
}

} // namespace

EnvelopeFolder::EnvelopeFolder(QString folder)
    : m_folder(std::move(folder))
{
}

EnvelopeFolder EnvelopeFolder::of(const QString &root, const QString &centre)
{
    const QByteArray hash = QCryptographicHash::hash(centre.toUtf8(), QCryptographicHash::Sha256);
    return EnvelopeFolder(QDir(root).filePath(QString::fromLatin1(hash.first(kFolderName).toHex())));
}

QString EnvelopeFolder::pathOf(const ActId &act, QStringView ending) const
{
    return m_folder % u'/' % act.text() % ending;
}

QString EnvelopeFolder::root() const
{
    return QFileInfo(m_folder).absolutePath();
}

Outcome EnvelopeFolder::makeFolder() const
{
    const bool isShared = isSharedByGroup(root());
    // Each time, and the one above: whoever made them may have left them open to others.
    for (const QString &folder : {root(), m_folder}) {
        if (isShared && isSharedByGroup(folder))
            continue; // perhaps another account's, who alone may change it
        const bool isNew = !QFileInfo::exists(folder);
        errno = 0;
        if (!QDir().mkpath(folder)
            || ::chmod(QFile::encodeName(folder).constData(), isShared ? 02770 : 0700) != 0) {
            if (isShared && isSharedByGroup(folder))
                continue; // another account made it in this moment
            return fileError(errno != 0 ? errno : EACCES, QStringLiteral("the folder of envelopes"));
        }
        const Outcome synced = isNew ? syncFolder(QFileInfo(folder).absolutePath()) : Outcome(Done{});
        if (!synced)
            return synced;
    }
    return Done{};
}

std::vector<EnvelopeFolder::Entry> EnvelopeFolder::entries() const
{
    std::vector<Entry> onTheirWay = all();
    std::erase_if(onTheirWay, [](const Entry &entry) { return entry.stage == Stage::Arrived; });
    return onTheirWay;
}

std::vector<EnvelopeFolder::Entry> EnvelopeFolder::all() const
{
    std::vector<Entry> all;
    const QStringList names = QDir(m_folder).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        for (const Ending &ending : kEndings) {
            if (name.endsWith(ending.text) && isUuidV7(name.chopped(ending.text.size())))
                all.push_back({ActId(name.chopped(ending.text.size())), ending.stage});
        }
    }
    return all;
}

Result<QByteArray> EnvelopeFolder::read(const Entry &entry) const
{
    if (!isUuidV7(entry.act.text()))
        return notAnAct();
    QFile file(pathOf(entry.act, endingOf(entry.stage)));
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file.exists() ? EIO : ENOENT, QStringLiteral("reading an envelope"));
    return file.read(kLargestFile); // nobody knows what else lies there
}

Outcome EnvelopeFolder::put(const ActId &act, const QByteArray &bytes) const
{
    if (!isUuidV7(act.text()))
        return notAnAct();
    if (Outcome made = makeFolder(); !made)
        return made;
    const QString part = pathOf(act, kPart);
    if (Outcome written = writeFile(part, bytes, isSharedByGroup(m_folder)); !written) {
        std::ignore = removeFile(part);
        return written;
    }
    const QString path = pathOf(act, endingOf(Stage::Ready));
    if (const auto renamed = rename(part, path); !renamed)
        return renamed.error();
    for (const Stage other : {Stage::Taken, Stage::Aside, Stage::Arrived}) {
        if (const auto removed = removeFile(pathOf(act, endingOf(other))); !removed)
            return removed.error();
    }
    return syncFolder(m_folder);
}

Result<bool> EnvelopeFolder::takeBack(const ActId &act) const
{
    if (!isUuidV7(act.text()))
        return notAnAct();
    auto removed = removeFile(pathOf(act, endingOf(Stage::Ready)));
    if (!removed || !*removed)
        return removed;
    const Outcome synced = syncFolder(m_folder);
    return synced ? removed : Result<bool>(synced.error());
}

Result<bool> EnvelopeFolder::take(const ActId &act) const
{
    if (!isUuidV7(act.text()))
        return notAnAct();
    const QString taken = pathOf(act, endingOf(Stage::Taken));
    auto renamed = rename(pathOf(act, endingOf(Stage::Ready)), taken);
    return !renamed || *renamed ? renamed : Result<bool>(QFile::exists(taken));
}

Outcome EnvelopeFolder::setAside(const ActId &act) const
{
    if (!isUuidV7(act.text()))
        return notAnAct();
    for (const Stage stage : {Stage::Taken, Stage::Ready}) {
        const auto moved = rename(pathOf(act, endingOf(stage)), pathOf(act, endingOf(Stage::Aside)));
        if (!moved)
            return moved.error();
        if (*moved)
            break;
    }
    return Done{};
}

Outcome EnvelopeFolder::markArrived(const ActId &act) const
{
    if (!isUuidV7(act.text()))
        return notAnAct();
    const auto moved = rename(pathOf(act, endingOf(Stage::Taken)), pathOf(act, endingOf(Stage::Arrived)));
    return moved ? Outcome(Done{}) : moved.error();
}

Outcome EnvelopeFolder::keep() const
{
    return syncFolder(m_folder);
}

Outcome EnvelopeFolder::remove(const ActId &act) const
{
    if (!isUuidV7(act.text()))
        return notAnAct();
    bool wasThere = false;
    for (const QStringView ending : {endingOf(Stage::Ready), endingOf(Stage::Taken), endingOf(Stage::Aside),
                                     endingOf(Stage::Arrived), kPart}) {
        const auto removed = removeFile(pathOf(act, ending));
        if (!removed)
            return removed.error();
        wasThere = wasThere || *removed;
    }
    return wasThere ? syncFolder(m_folder) : Outcome(Done{});
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/emptyroot.h"

#include "app/preview/fontplaces.h"

#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <string>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace tawasul {

namespace {

// There is one on every machine, and nothing in it is needed any more; what is bound has been taken before.
constexpr char kRoot[] = "/proc";
constexpr char kRootOptions[] = "mode=0755,size=64k,nr_inodes=128";
constexpr mode_t kFolder = 0755;
constexpr mode_t kFile = 0444;
constexpr std::uint64_t kInert = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC;

/// A folder or file of this machine with all that is mounted below it, read-only, mounted nowhere yet.
class Piece
{
public:
    explicit Piece(std::string place)
        : m_place(std::move(place))
        , m_tree(::open_tree(AT_FDCWD, m_place.c_str(), OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE))
        , m_isThere(m_tree >= 0 || (errno != ENOENT && errno != ENOTDIR && errno != EACCES))
    {
    }
    Piece(Piece &&other) noexcept
        : m_place(std::move(other.m_place))
        , m_tree(std::exchange(other.m_tree, -1))
        , m_isThere(other.m_isThere)
    {
    }
    Piece(const Piece &) = delete;
    Piece &operator=(const Piece &) = delete;
    Piece &operator=(Piece &&) = delete;
    ~Piece()
    {
        if (m_tree >= 0)
            ::close(m_tree);
    }

    /// What is not there need not be shown.
    [[nodiscard]] bool isThere() const { return m_isThere; }

    [[nodiscard]] bool makeInert()
    {
        mount_attr inert = {};
        inert.attr_set = kInert;
        return m_tree >= 0
            && ::mount_setattr(m_tree, "", AT_EMPTY_PATH | AT_RECURSIVE, &inert, sizeof(inert)) == 0;
    }

    /// Under the same name below that root.
    [[nodiscard]] bool putInto(const std::string &root) const
    {
        const std::string here = root + m_place;
        // A part of what was put there before.
        if (::access(here.c_str(), F_OK) == 0)
            return true;
        return makePlace(root)
            && ::move_mount(m_tree, "", AT_FDCWD, here.c_str(), MOVE_MOUNT_F_EMPTY_PATH) == 0;
    }

private:
    [[nodiscard]] bool makePlace(const std::string &root) const
    {
        for (std::size_t end = m_place.find('/', 1); end != std::string::npos;
             end = m_place.find('/', end + 1)) {
            if (::mkdir((root + m_place.substr(0, end)).c_str(), kFolder) != 0 && errno != EEXIST)
                return false;
        }
        struct stat facts = {};
        if (::fstatat(m_tree, "", &facts, AT_EMPTY_PATH) != 0)
            return false;
        const std::string here = root + m_place;
        return S_ISDIR(facts.st_mode) ? ::mkdir(here.c_str(), kFolder) == 0 || errno == EEXIST
                                      : ::mknod(here.c_str(), S_IFREG | kFile, 0) == 0;
    }

    std::string m_place;
    int m_tree;
    bool m_isThere;
};

/// False when one that is there cannot be taken along.
bool takeFonts(std::vector<Piece> &pieces)
{
    for (std::string &place : fontPlaces()) {
        Piece piece(std::move(place));
        if (!piece.isThere())
            continue;
        if (!piece.makeInert())
            return false;
        pieces.push_back(std::move(piece));
    }
    return true;
}

bool furnish(const std::vector<Piece> &pieces)
{
    for (const Piece &piece : pieces) {
        if (!piece.putInto(kRoot))
            return false;
    }
    mount_attr inert = {};
    inert.attr_set = kInert;
    return ::mount_setattr(AT_FDCWD, kRoot, 0, &inert, sizeof(inert)) == 0;
}

/// The root before lies on top of the new one for a moment, and is then let go with all that is below it.
bool moveIn()
{
    return ::chdir(kRoot) == 0 && ::syscall(SYS_pivot_root, ".", ".") == 0 && ::umount2(".", MNT_DETACH) == 0
        && ::chdir("/") == 0;
}

} // namespace

bool enterEmptyRoot(FileReading reading)
{
    std::vector<Piece> pieces;
    if (reading == FileReading::Fonts && !takeFonts(pieces))
        return false;
    if (::mount("none", kRoot, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, kRootOptions) != 0)
        return false;
    if (furnish(pieces) && moveIn())
        return true;
    ::umount2(kRoot, MNT_DETACH);
    return false;
}

} // namespace tawasul

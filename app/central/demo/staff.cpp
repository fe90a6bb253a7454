// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/staff.h"

#include "app/central/demo/dice.h"
#include "models/domain/uuid.h"
#include "models/protocol/words.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace tawasul {

namespace {

using namespace Qt::StringLiterals;

// Where somebody works.
struct Post
{
    QString section;
    QString region;
};

std::map<QString, int> sectionVolumes(const DemoTexts &texts, const Reference &reference)
{
    std::map<QString, int> volumes;
    for (const SubService &row : reference.subServices) {
        const auto found = texts.volumes.find(row.code);
        volumes[row.section] += found == texts.volumes.end() ? 0 : found->second;
    }
    return volumes;
}

// Seats by highest averages over the square roots of the volumes: the busiest section gets a second officer
// before the quietest gets its first, but not six before the next gets one.
std::vector<QString> sectionsToStaff(const std::map<QString, int> &volumes, int seats)
{
    std::map<QString, int> taken;
    std::vector<QString> sections;
    while (std::ssize(sections) < seats) {
        const QString *best = nullptr;
        double bestAverage = -1;
        for (const auto &[section, volume] : volumes) {
            const double average = std::sqrt(static_cast<double>(volume)) / (taken[section] + 1);
            if (average > bestAverage) {
                best = &section;
                bestAverage = average;
            }
        }
        ++taken[*best];
        sections.push_back(*best);
    }
    return sections;
}

// The first two officers of a section work in the first region, so that one can stand in for the other, the
// next two in the next, and so on: one region has all trades, the others have somebody for the commonest
// matters.
std::vector<Post> postsFor(const DemoTexts &texts, const Reference &reference, int officers)
{
    constexpr std::size_t kTeam = 2;
    std::map<QString, std::size_t> seen;
    std::vector<Post> posts;
    for (const QString &section : sectionsToStaff(sectionVolumes(texts, reference), officers)) {
        const std::size_t region = seen[section]++ / kTeam % reference.regions.size();
        posts.push_back({section, reference.regions[region].code});
    }
    return posts;
}

// Names for each role in the order of the list; when they run out, new ones are put together.
class NameList
{
public:
    NameList(const DemoTexts &texts, quint64 seed)
        : m_texts(texts)
        , m_dice(seed, "staff-names")
    {
    }

    QString next(Role role)
    {
        int &used = m_used[role];
        int seen = 0;
        for (const StaffText &person : m_texts.staff) {
            if (wire::role(person.role) == role && seen++ == used) {
                ++used;
                return person.name;
            }
        }
        const NameStock &stock = m_texts.saudi;
        const QString rank = m_dice.pick(m_texts.ranks);
        const QString name{m_dice.pick(stock.men).ar % u' ' % m_dice.pick(stock.men).ar % u' '
                           % m_dice.pick(stock.families).ar};
        return rank.isEmpty() ? name : QString(rank % u' ' % name);
    }

private:
    const DemoTexts &m_texts;
    Dice m_dice;
    std::map<Role, int> m_used;
};

// Twenty letters and digits that nobody mistakes for each other when typing them from a screen.
QString passwordFor(quint64 seed, const QString &username)
{
    static const QString kAlphabet = u"abcdefghjkmnpqrstuvwxyz23456789"_s;
    constexpr int kGroups = 4;
    constexpr int kGroupLength = 4;
    Dice dice(seed, QByteArrayView(QByteArray("password/" + username.toUtf8())));
    QStringList groups;
    for (int group = 0; group < kGroups; ++group) {
        QString letters;
        for (int i = 0; i < kGroupLength; ++i)
            letters.append(dice.pick(kAlphabet));
        groups.append(letters);
    }
    return groups.join(u'-');
}

} // namespace

const Actor *Staff::supervisorOf(const QString &section, const QString &region) const
{
    for (const StaffMember &member : supervisors) {
        if (member.person.section == section && member.person.region == region)
            return &member.person;
    }
    for (const StaffMember &member : regionSupervisors) {
        if (member.person.region == region)
            return &member.person;
    }
    return nullptr;
}

std::vector<StaffMember> Staff::all() const
{
    std::vector<StaffMember> members = officers;
    for (const auto *more : {&supervisors, &regionSupervisors, &auditors})
        members.insert(members.end(), more->begin(), more->end());
    return members;
}

Staff hireStaff(const DemoTexts &texts, const Reference &reference, int officers, quint64 seed, Instant hired)
{
    Staff staff;
    NameList names(texts, seed);
    Dice ids(seed, "staff-ids");
    const auto hire = [&](std::vector<StaffMember> &into, const QString &word, Role role, const Post &post) {
        const QString username{word % QString::number(into.size() + 1)};
        into.push_back({username,
                        passwordFor(seed, username),
                        {PersonId(uuidV7(hired, ids)), names.next(role), role, post.section, post.region}});
    };
    for (const Post &post : postsFor(texts, reference, officers)) {
        hire(staff.officers, u"officer"_s, Role::Officer, post);
        const bool sectionIsNew =
            std::none_of(staff.supervisors.begin(), staff.supervisors.end(),
                         [&post](const StaffMember &s) { return s.person.section == post.section; });
        if (sectionIsNew)
            hire(staff.supervisors, u"supervisor"_s, Role::SectionSupervisor, post);
        const bool regionIsNew =
            std::none_of(staff.regionSupervisors.begin(), staff.regionSupervisors.end(),
                         [&post](const StaffMember &s) { return s.person.region == post.region; });
        if (regionIsNew)
            hire(staff.regionSupervisors, u"region"_s, Role::RegionSupervisor, {{}, post.region});
    }
    hire(staff.auditors, u"auditor"_s, Role::Auditor, {});
    staff.centre = {PersonId(uuidV7(hired, ids)), u"النظام المركزي"_s, Role::System, {}, {}};
    return staff;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/scopes.h"

#include <QtCore/QCryptographicHash>

namespace tawasul {

namespace {

QString userScope(const QString &person)
{
    return QStringLiteral("user:") % person;
}

constexpr QLatin1String kProposals{"proposals:"};
constexpr QLatin1String kSection{"section:"};
constexpr QLatin1String kRegion{"region:"};

QString unassignedScope(const QString &section, const QString &region)
{
    return QStringLiteral("unassigned:") % section % QLatin1Char('/') % region;
}

QString sectionScope(const QString &section, const QString &region)
{
    return kSection % section % QLatin1Char('/') % region;
}

} // namespace

QString everybodysScope()
{
    return QStringLiteral("all");
}

CaseScopes scopesOfCase(const QString &assignee, const QString &section, const QString &region)
{
    return {assignee.isEmpty() ? unassignedScope(section, region) : userScope(assignee),
            sectionScope(section, region), kRegion % region};
}

CaseScopes scopesOfCase(const Case &theCase)
{
    return scopesOfCase(theCase.assignee ? theCase.assignee->id.text() : QString(), theCase.section,
                        theCase.region);
}

bool isHeaderScope(const QString &scope)
{
    return scope.startsWith(kSection) || scope.startsWith(kRegion);
}

std::vector<QString> scopesOf(const Actor &actor)
{
    std::vector<QString> scopes{everybodysScope()};
    if (actor.role == Role::Officer) {
        scopes.push_back(userScope(actor.id.text()));
        scopes.push_back(unassignedScope(actor.section, actor.region));
    } else if (actor.role == Role::SectionSupervisor) {
        scopes.push_back(sectionScope(actor.section, actor.region));
    } else if (actor.role == Role::RegionSupervisor) {
        scopes.push_back(kRegion % actor.region);
    }
    scopes.push_back(proposalsScope(actor.id));
    return scopes;
}

QString proposalsScope(const PersonId &author)
{
    return kProposals % author.text();
}

PersonId authorOfScope(const QString &scope)
{
    return scope.startsWith(kProposals) ? PersonId(scope.sliced(kProposals.size())) : PersonId();
}

QByteArray scopesFingerprint(const std::vector<QString> &scopes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &scope : scopes) {
        // Everybody has one, and from the day that there were any, all of it is newer than cursors of before:
        // they may go on.
        if (scope.startsWith(kProposals))
            continue;
        hash.addData(scope.toUtf8());
        hash.addData("\n");
    }
    return hash.result().first(8).toHex();
}

} // namespace tawasul

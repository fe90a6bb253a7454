// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/id.h"

#include <QtCore/QString>

namespace tawasul {

/// What a person may do; rank is display data and never a permission.
enum class Role {
    Officer, ///< موظف معالجة الطلبات: works the cases assigned to them and takes those of their section
    SectionSupervisor, ///< مشرف القسم
    RegionSupervisor, ///< مشرف المنطقة
    Auditor, ///< مدقق: reads, never acts
    Administrator, ///< مدير النظام: accounts and reference data, no case content
    Beneficiary, ///< the account holder, through the portal
    System, ///< the centre itself
    Unknown, ///< a role newer than this program: may do nothing
};

/// A person as history and lists name them.
struct PersonName
{
    PersonId id;
    QString name;

    friend bool operator==(const PersonName &, const PersonName &) = default;
};

/// Somebody who acts, with what decides whether they may.
struct Actor
{
    PersonId id;
    QString name;
    Role role = Role::Unknown;
    QString section; ///< code; empty: all sections of the region
    QString region; ///< code such as SA-01; empty: everywhere

    friend bool operator==(const Actor &, const Actor &) = default;
};

} // namespace tawasul

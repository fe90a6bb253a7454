// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

#include <QtCore/QStringList>

namespace tawasul {

/// What a database consists of, one line for each table, index, view and trigger, in order of kind and name,
/// with its SQL in single spaces and the file's version in front.
[[nodiscard]] Result<QStringList> schemaOf(Database &database);

/// The lines that only one of two databases has, marked "-" and "+"; empty for "old upgraded equals fresh".
[[nodiscard]] Result<QStringList> schemaDifferences(Database &left, Database &right);

} // namespace tawasul

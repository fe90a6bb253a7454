// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

namespace tawasul {

/// A connection of the test's own to a file of the product: to look inside, or to harm it.
[[nodiscard]] inline Database openDirectly(const QString &path)
{
    OpenOptions options;
    options.path = path;
    options.connectionPurpose = QStringLiteral("test");
    Result<Database> database = openDatabase(options);
    if (!database)
        qFatal("%s", qPrintable(database.error().detail));
    return std::move(*database);
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"
#include "models/sql/transaction.h"

namespace tawasul {

/// One transaction in the register and in the file beside it (openKeys()), as far as two files can have one:
/// a crash between the two leaves the file beside ahead, never the register, and whoever opens the register
/// for writing gives it what it lacks.
class BothFiles
{
public:
    /// The register first: its one writer keeps others away from both.
    [[nodiscard]] static Result<BothFiles> begin(Database &database, Database &beside);
    /// After an error nothing is in the register, though it may be beside it.
    [[nodiscard]] Outcome commit();

private:
    BothFiles(Transaction inRegister, Transaction inFile);

    Transaction m_inRegister;
    Transaction m_inFile;
};

} // namespace tawasul

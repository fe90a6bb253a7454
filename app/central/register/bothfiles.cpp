// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/bothfiles.h"

namespace tawasul {

BothFiles::BothFiles(Transaction inRegister, Transaction inFile)
    : m_inRegister(std::move(inRegister))
    , m_inFile(std::move(inFile))
{
}

Result<BothFiles> BothFiles::begin(Database &database, Database &beside)
{
    Result<Transaction> inRegister = Transaction::begin(database);
    if (!inRegister)
        return inRegister.error();
    Result<Transaction> inFile = Transaction::begin(beside);
    if (!inFile)
        return inFile.error();
    return BothFiles(std::move(*inRegister), std::move(*inFile));
}

Outcome BothFiles::commit()
{
    const Outcome committed = m_inFile.commit();
    return committed ? m_inRegister.commit() : committed;
}

} // namespace tawasul

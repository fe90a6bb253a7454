// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/act.h"

namespace tawasul {

bool commutes(ActType type)
{
    return type == ActType::Note || type == ActType::Dismiss;
}

bool decides(ActType type)
{
    return type == ActType::Complete || type == ActType::Return || type == ActType::Reject;
}

} // namespace tawasul

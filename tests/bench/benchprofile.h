// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/deskprofile.h"

namespace tawasul {

/// Fills the profile as a sync leaves it behind, and closes it. The cases are numbered from 0.
void fillProfile(DeskProfile &profile, int cases);

} // namespace tawasul

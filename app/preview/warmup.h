// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tawasul {

/// Loads what documents may need while nobody waits and nothing hostile is near: image plugins, Poppler, the
/// font configuration, a first font. Nothing new is loaded afterwards.
void warmUp();

} // namespace tawasul

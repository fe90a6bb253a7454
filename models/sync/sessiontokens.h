// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <chrono>

namespace tawasul {

/// The tokens that a sign-in gave. In memory only.
struct SessionTokens
{
    QString access;
    QString refresh;
    std::chrono::seconds expiresIn{};
};

} // namespace tawasul

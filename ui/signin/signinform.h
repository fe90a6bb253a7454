// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace tawasul {

/// What an officer enters to sign in.
struct SignInForm
{
    QString username;
    QString password;

    friend bool operator==(const SignInForm &, const SignInForm &) = default;
};

/// The fields of the form that can be wrong.
enum class SignInField {
    Username,
    Password,
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell.h"
#include "ui/theme/metrics.h"

#include <QtCore/QSettings>
#include <QtCore/QString>

namespace tawasul {

/// What one person likes on one machine: language, scheme, sizes, how the window is divided. No case data.
class Settings
{
public:
    /// Keeps its file in the folder.
    explicit Settings(const QString &folder);

    [[nodiscard]] QString language() const; ///< "ar" or "en"
    void setLanguage(const QString &language);
    [[nodiscard]] QString scheme() const; ///< "light", "dark" or "contrast"
    void setScheme(const QString &scheme);
    [[nodiscard]] int textPercent() const; ///< 90 … 150
    void setTextPercent(int percent);
    /// The user name of the last sign-in on this machine; never a password.
    [[nodiscard]] QString lastUsername() const;
    void setLastUsername(const QString &username);

    [[nodiscard]] Density density() const;
    void setDensity(Density density);
    [[nodiscard]] ShellLayout shellLayout() const;
    void setShellLayout(const ShellLayout &layout);

private:
    QSettings m_file;
};

} // namespace tawasul

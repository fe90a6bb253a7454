// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/settings.h"

#include <QtCore/QDir>

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kLeastTextPercent = 90;
constexpr int kMostTextPercent = 150;

// A file written by hand or by another version may hold anything.
QString oneOf(const QString &value, const QStringList &allowed)
{
    return allowed.contains(value) ? value : allowed.first();
}

} // namespace

Settings::Settings(const QString &folder)
    : m_file(QDir(folder).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
{
}

QString Settings::language() const
{
    return oneOf(m_file.value(QStringLiteral("language")).toString(),
                 {QStringLiteral("ar"), QStringLiteral("en")});
}

void Settings::setLanguage(const QString &language)
{
    m_file.setValue(QStringLiteral("language"), language);
}

QString Settings::scheme() const
{
    return oneOf(m_file.value(QStringLiteral("scheme")).toString(),
                 {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast")});
}

void Settings::setScheme(const QString &scheme)
{
    m_file.setValue(QStringLiteral("scheme"), scheme);
}

int Settings::textPercent() const
{
    return std::clamp(m_file.value(QStringLiteral("text_percent"), 100).toInt(), kLeastTextPercent,
                      kMostTextPercent);
}

void Settings::setTextPercent(int percent)
{
    m_file.setValue(QStringLiteral("text_percent"), percent);
}

QString Settings::lastUsername() const
{
    return m_file.value(QStringLiteral("last_username")).toString();
}

void Settings::setLastUsername(const QString &username)
{
    m_file.setValue(QStringLiteral("last_username"), username);
}

Density Settings::density() const
{
    const QString word = m_file.value(QStringLiteral("density")).toString();
    if (word == QLatin1String("comfortable"))
        return Density::Comfortable;
    return word == QLatin1String("compact") ? Density::Compact : Density::Regular;
}

void Settings::setDensity(Density density)
{
    m_file.setValue(QStringLiteral("density"),
                    density == Density::Comfortable   ? QStringLiteral("comfortable")
                        : density == Density::Compact ? QStringLiteral("compact")
                                                      : QStringLiteral("regular"));
}

ShellLayout Settings::shellLayout() const
{
    ShellLayout layout;
    layout.listWidthRightToLeft =
        m_file.value(QStringLiteral("list_width/right_to_left"), layout.listWidthRightToLeft).toInt();
    layout.listWidthLeftToRight =
        m_file.value(QStringLiteral("list_width/left_to_right"), layout.listWidthLeftToRight).toInt();
    return layout;
}

void Settings::setShellLayout(const ShellLayout &layout)
{
    m_file.setValue(QStringLiteral("list_width/right_to_left"), layout.listWidthRightToLeft);
    m_file.setValue(QStringLiteral("list_width/left_to_right"), layout.listWidthLeftToRight);
}

} // namespace tawasul

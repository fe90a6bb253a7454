// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/typography.h"

#include <QtCore/QDir>
#include <QtCore/QStringList>
#include <QtGui/QFontDatabase>

#include <algorithm>

namespace tawasul {

const TextStep &textStep(TextRole role)
{
    static constexpr std::array<TextStep, kTextRoles.size()> steps{{
        {"page-title", 20, QFont::DemiBold},
        {"section", 16, QFont::DemiBold},
        {"body", 14, QFont::Normal},
        {"value", 14, QFont::Medium},
        {"table-main", 14, QFont::DemiBold},
        {"secondary", 13, QFont::Normal},
        {"caption", 12, QFont::DemiBold},
        {"figure", 26, QFont::DemiBold},
    }};
    return steps[static_cast<std::size_t>(role)];
}

void loadFonts()
{
    const QDir fonts(QStringLiteral(":/tawasul/fonts"));
    const QStringList files = fonts.entryList(QDir::Files);
    for (const QString &file : files)
        QFontDatabase::addApplicationFont(fonts.filePath(file));
}

QFont fontOf(TextRole role, int percent)
{
    const TextStep &step = textStep(role);
    QFont font;
    font.setFamilies({QStringLiteral("IBM Plex Sans Arabic"), QStringLiteral("Noto Sans Arabic UI"),
                      QStringLiteral("Noto Sans")});
    font.setPixelSize(std::max(kSmallestText, (step.pixels * percent + 50) / 100));
    font.setWeight(step.weight);
    // Even strokes at display scales of 1.25 and 1.5.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace tawasul

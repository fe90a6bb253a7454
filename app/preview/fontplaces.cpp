// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/fontplaces.h"

#include <array>
#include <cstdlib>

namespace tawasul {

namespace {

constexpr std::array kPlaces{"/usr/share/fonts",      "/usr/local/share/fonts", "/etc/fonts",
                             "/usr/share/fontconfig", "/var/cache/fontconfig",  "/usr/share/poppler"};
// How tests and unusual installations say where the configuration is.
constexpr std::array kNamed{"FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "FONTCONFIG_FILE"};

} // namespace

std::vector<std::string> fontPlaces()
{
    std::vector<std::string> places(kPlaces.begin(), kPlaces.end());
    for (const char *name : kNamed) {
        const char *place = std::getenv(name);
        if (place != nullptr && *place == '/')
            places.emplace_back(place);
    }
    return places;
}

} // namespace tawasul

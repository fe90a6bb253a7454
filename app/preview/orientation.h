// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

namespace tesseract {
class TessBaseAPI;
}

namespace tawasul {

/// A picture in grey: a byte a pixel, rows without padding.
struct GreyPicture
{
    std::vector<unsigned char> pixels;
    int width = 0;
    int height = 0;
};

/// Tells how a page of writing lies, by Tesseract's orientation and script detection. One thread.
class Orientation
{
public:
    Orientation();
    ~Orientation();
    Orientation(const Orientation &) = delete;
    Orientation &operator=(const Orientation &) = delete;

    /// Reads what it knows of scripts, the only files that it ever reads; false when they are not here.
    [[nodiscard]] bool load();
    /// By how many quarters to the right the picture has to be turned to stand upright, 0 to 3; nothing when
    /// it is not sure of it.
    [[nodiscard]] std::optional<int> quartersToUpright(const GreyPicture &picture, int dotsPerInch);

private:
    [[nodiscard]] std::optional<int> look(const GreyPicture &picture, int dotsPerInch);

    std::unique_ptr<tesseract::TessBaseAPI> m_tesseract;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace tawasul {

/// One image and where it stands: the unit square, through the matrix.
struct PaintedImage
{
    std::string name; ///< among the resources of the page
    QPDFMatrix matrix;
};

/// The image that a page consists of, when there is nothing on it besides: no other mark, no clip that cuts
/// into the page, no state that changes how the image is painted. Text in the invisible mode is no mark.
[[nodiscard]] std::optional<PaintedImage> onlyImageOf(QPDFObjectHandle page,
                                                      const QPDFObjectHandle::Rectangle &box);

} // namespace tawasul

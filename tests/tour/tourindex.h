// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tour/tour.h"

#include <QtCore/QByteArray>

namespace tawasul {

/// The page that shows the pictures by screen, right to left, without any address outside its folder.
[[nodiscard]] QByteArray tourPage(const std::vector<TourPicture> &pictures);
/// The same for programs: a list of file, screen, state, language, scheme, width, height and text size.
[[nodiscard]] QByteArray tourList(const std::vector<TourPicture> &pictures);

} // namespace tawasul

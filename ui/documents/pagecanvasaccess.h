// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tawasul {

class PageCanvas;

/// Gives assistive technology the text of the page that is read, in its order of reading, with the caret and
/// what is selected. Once for all canvases; GUI thread.
void givePageCanvasAccess();

/// Says that another place or other text is selected now.
void tellAccess(PageCanvas &canvas);

} // namespace tawasul

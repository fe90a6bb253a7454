// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/tooltip.h"

namespace tawasul {

QString plainTooltip(const QString &text)
{
    // Qt takes nothing for markup that has neither "<" nor "&"; and only what is markup has its long lines
    // broken.
    if (!text.contains(u'<') && !text.contains(u'&') && !text.contains(u'\n'))
        return text;
    QString escaped = text.toHtmlEscaped();
    escaped.replace(u'\n', QStringLiteral("<br>"));
    // Without a tag Qt would show what has no "<" with its "&amp;".
    return QString(u"<qt>" % escaped % u"</qt>");
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/copytext.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

#include "ui/shared/rawtext.h"

namespace tawasul {

void copyText(const QString &text)
{
    auto *content = new QMimeData;
    content->setText(rawText(text));
    // What Klipper and others agree on for things that must not stay in a history.
    content->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    QGuiApplication::clipboard()->setMimeData(content);
}

} // namespace tawasul

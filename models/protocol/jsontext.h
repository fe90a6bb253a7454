// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringView>

namespace tawasul::wire {

/// Appends a text in quotes, as toBytes() writes it: for long lists of short texts, for which objects would
/// have to be made only to be written.
void appendText(QByteArray &json, QStringView text);

void appendNumber(QByteArray &json, qint64 number);

/// Writes a member before all others of a compact object that has some, or after them: names keep their
/// order, as QJsonObject does.
void insertFirst(QByteArray &object, QLatin1String name, QByteArrayView value);
void insertLast(QByteArray &object, QLatin1String name, QByteArrayView value);

} // namespace tawasul::wire

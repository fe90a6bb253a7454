// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/sqlvalue.h"

namespace tawasul {

namespace {

/// SQLite strips one byte-order mark from the start of UTF-16 text, the only form in which Qt's driver binds
/// it. A text that begins with the mark as a character gets a second one for SQLite to take.
QString guardByteOrderMark(const QString &text)
{
    if (text.startsWith(QChar::ByteOrderMark))
        return QChar(QChar::ByteOrderMark) % text;
    return text;
}

} // namespace

bool isStorableText(QStringView text)
{
    const bool hasLostCharacter = std::any_of(text.begin(), text.end(), [](QChar character) {
        const char16_t unit = character.unicode();
        return unit == 0 || unit >= 0xfffe;
    });
    return !hasLostCharacter && text.isValidUtf16();
}

SqlValue::SqlValue(std::nullopt_t)
    : m_variant(QMetaType::fromType<QString>())
{}

SqlValue::SqlValue(const QString &text)
    : m_variant(text.isNull() ? QStringLiteral("") : guardByteOrderMark(text))
    , m_isStorable(isStorableText(text))
{}

SqlValue::SqlValue(const QByteArray &blob)
    : m_variant(blob.isNull() ? QByteArray("") : blob)
{}

} // namespace tawasul

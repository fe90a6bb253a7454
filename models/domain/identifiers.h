// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <vector>

namespace tawasul {

/// The kinds of number by which a person is known to the directorate.
enum class IdentifierKind {
    NationalId, ///< رقم الهوية الوطنية: 10 digits, begins with 1
    Iqama, ///< رقم هوية مقيم: 10 digits, begins with 2
    BorderNumber, ///< رقم الحدود: 10 digits, begins with 3, 4 or 5 (first digit known with medium confidence
                  ///< only)
    Unknown,
};

/// How far a number can be trusted by its own digits.
enum class IdentifierValidity {
    Valid, ///< length, first digit and check digit agree
    Doubtful, ///< only a warning: the check digit of a border number is not documented
    Invalid, ///< the check digit is wrong, so at least one digit is
};

/// A ten-digit number found in a text, where it stands, and what it can be.
struct FoundIdentifier
{
    IdentifierKind kind = IdentifierKind::Unknown;
    IdentifierValidity validity = IdentifierValidity::Invalid;
    QString digits; ///< ASCII digits
    qsizetype position = 0; ///< of the first character in the original text
    qsizetype length = 0; ///< in the original text, separators included

    friend bool operator==(const FoundIdentifier &, const FoundIdentifier &) = default;
};

/// The check used by national and resident numbers: the Luhn sum of all digits is a multiple of ten.
/// False unless the text is exactly ten ASCII digits.
[[nodiscard]] bool hasValidCheckDigit(QStringView tenDigits);

/// What ten ASCII digits can be, by the first digit; Unknown for any other text.
[[nodiscard]] IdentifierKind identifierKind(QStringView tenDigits);

/// What the digits themselves tell about a number of that kind.
[[nodiscard]] IdentifierValidity identifierValidity(IdentifierKind kind, QStringView tenDigits);

/// All ten-digit numbers in a text written by a person, in order: any digit shape (0–9, ٠–٩, ۰–۹), single
/// spaces or hyphens between the digits allowed. Numbers of another length (mobiles, amounts, years) are not
/// reported, and of mobile numbers written with ten digits (05…) neither.
[[nodiscard]] std::vector<FoundIdentifier> findIdentifiers(QStringView text);

/// The number with all but the last four digits hidden, for lists (invariant I12).
[[nodiscard]] QString masked(QStringView identifier);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/identifiers.h"

#include <algorithm>
#include <optional>

namespace tawasul {

namespace {

constexpr qsizetype kLength = 10;

// European, Arabic-Indic and extended Arabic-Indic digits; every other script is text to us.
std::optional<int> digitValue(QChar character)
{
    const char16_t unit = character.unicode();
    if (unit >= u'0' && unit <= u'9')
        return unit - u'0';
    if (unit >= u'\u0660' && unit <= u'\u0669')
        return unit - u'\u0660';
    if (unit >= u'\u06F0' && unit <= u'\u06F9')
        return unit - u'\u06F0';
    return std::nullopt;
}

bool isTenAsciiDigits(QStringView text)
{
    return text.size() == kLength
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isSeparator(QChar character)
{
    return character == u' ' || character == u'-' || character == u'\u00A0';
}

struct DigitRun
{
    QString digits;
    qsizetype end = 0; ///< one past the last digit, in the text
};

// Digits from `start` on, single separators bridged only when `bridge`.
DigitRun readRun(QStringView text, qsizetype start, bool bridge)
{
    DigitRun run;
    qsizetype at = start;
    while (at < text.size()) {
        if (const auto value = digitValue(text.at(at))) {
            run.digits.append(QChar(u'0' + *value));
            run.end = ++at;
        } else if (bridge && isSeparator(text.at(at)) && at + 1 < text.size()
                   && digitValue(text.at(at + 1))) {
            ++at;
        } else {
            break;
        }
    }
    return run;
}

} // namespace

bool hasValidCheckDigit(QStringView tenDigits)
{
    if (!isTenAsciiDigits(tenDigits))
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < kLength; ++i) {
        int value = tenDigits.at(i).unicode() - u'0';
        if (i % 2 == 0) {
            value *= 2;
            if (value > 9)
                value -= 9;
        }
        sum += value;
    }
    return sum % 10 == 0;
}

IdentifierKind identifierKind(QStringView tenDigits)
{
    if (!isTenAsciiDigits(tenDigits))
        return IdentifierKind::Unknown;
    switch (tenDigits.front().unicode()) {
    case u'1':
        return IdentifierKind::NationalId;
    case u'2':
        return IdentifierKind::Iqama;
    case u'3':
    case u'4':
    case u'5':
        return IdentifierKind::BorderNumber;
    default:
        return IdentifierKind::Unknown;
    }
}

IdentifierValidity identifierValidity(IdentifierKind kind, QStringView tenDigits)
{
    if (kind == IdentifierKind::Unknown || identifierKind(tenDigits) != kind)
        return IdentifierValidity::Invalid;
    if (hasValidCheckDigit(tenDigits))
        return IdentifierValidity::Valid;
    return kind == IdentifierKind::BorderNumber ? IdentifierValidity::Doubtful : IdentifierValidity::Invalid;
}

std::vector<FoundIdentifier> findIdentifiers(QStringView text)
{
    std::vector<FoundIdentifier> found;
    qsizetype at = 0;
    while (at < text.size()) {
        if (!digitValue(text.at(at))) {
            ++at;
            continue;
        }
        // A number written in one piece wins; only when it is too short are separators bridged, so that
        // "2123456788 2024" stays two numbers.
        DigitRun run = readRun(text, at, false);
        if (run.digits.size() < kLength) {
            const DigitRun bridged = readRun(text, at, true);
            if (bridged.digits.size() == kLength)
                run = bridged;
        }
        // A mobile number has ten digits too; it is never an identifier (05…).
        const IdentifierKind kind = identifierKind(run.digits);
        if (run.digits.size() == kLength && kind != IdentifierKind::Unknown)
            found.push_back({ kind, identifierValidity(kind, run.digits), run.digits, at, run.end - at });
        at = run.end;
    }
    return found;
}

QString masked(QStringView identifier)
{
    constexpr qsizetype kShown = 4;
    if (identifier.size() <= kShown)
        return identifier.toString();
    return QString(identifier.size() - kShown, QChar(u'\u2022')) + identifier.last(kShown);
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/identifiermint.h"

#include "app/central/demo/dice.h"
#include "models/domain/identifiers.h"

namespace tawasul {

namespace {

constexpr quint64 kSpan = 1'000'000; // numbers of six digits
constexpr quint64 kStep = 387'421;   // shares no factor with the span, so that every number comes once

QString sixDigits(quint64 number)
{
    return QStringLiteral("%1").arg(number % kSpan, 6, 10, QLatin1Char('0'));
}

QString lettersOf(const QString &nationality)
{
    struct Form
    {
        QLatin1String nationality;
        QLatin1String letters;
    };
    static constexpr std::array kForms{
        Form{QLatin1String("PAK"), QLatin1String("XY")}, Form{QLatin1String("BGD"), QLatin1String("EX")},
        Form{QLatin1String("IND"), QLatin1String("X")},  Form{QLatin1String("EGY"), QLatin1String("A")},
        Form{QLatin1String("PHL"), QLatin1String("P")},  Form{QLatin1String("SYR"), QLatin1String("N")},
        Form{QLatin1String("IDN"), QLatin1String("C")},  Form{QLatin1String("SAU"), QLatin1String("Z")},
    };
    for (const Form &form : kForms) {
        if (nationality == form.nationality)
            return form.letters;
    }
    return QStringLiteral("B");
}

} // namespace

IdentifierMint::IdentifierMint(quint64 seed)
{
    Dice dice(seed, "identifiers");
    for (quint64 &given : m_given)
        given = static_cast<quint64>(dice.below(static_cast<int>(kSpan)));
}

QString IdentifierMint::digits(Kind kind)
{
    return sixDigits(++m_given[kind] * kStep);
}

QString IdentifierMint::tenDigits(Kind kind, QStringView prefix)
{
    const QString nine = prefix % digits(kind);
    for (char16_t check = u'0'; check <= u'9'; ++check) {
        const QString ten = nine % QChar(check);
        if (hasValidCheckDigit(ten))
            return ten;
    }
    Q_UNREACHABLE(); // one of ten digits makes the sum a multiple of ten
}

QString IdentifierMint::passport(const QString &nationality)
{
    const QString letters = lettersOf(nationality);
    const bool saudi = nationality == QLatin1String("SAU");
    return QString(letters % (saudi ? QLatin1String("99") : QLatin1String("9")) % digits(Passport));
}

QString IdentifierMint::mobile()
{
    return QString(QLatin1String("+966500") % digits(Mobile));
}

QString IdentifierMint::operationNumber()
{
    return QString(QLatin1String("8800") % digits(Operation));
}

} // namespace tawasul

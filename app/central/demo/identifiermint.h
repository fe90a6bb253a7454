// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <array>

namespace tawasul {

/// Numbers that nobody has: each is given once, and all of a kind begin alike so that a person sees that they
/// are made up: national ids 199…, Iqamas 299…, border numbers 399…, visas 699…; the check digits are right.
/// One thread.
class IdentifierMint
{
public:
    explicit IdentifierMint(quint64 seed);

    [[nodiscard]] QString nationalId() { return tenDigits(NationalId, u"199"); }
    [[nodiscard]] QString iqama() { return tenDigits(Iqama, u"299"); }
    [[nodiscard]] QString borderNumber() { return tenDigits(BorderNumber, u"399"); }
    [[nodiscard]] QString visaNumber() { return tenDigits(Visa, u"699"); }

    /// In the form of the country where one is known, else a letter and seven digits.
    [[nodiscard]] QString passport(const QString &nationality);

    /// E.164; one exchange only.
    [[nodiscard]] QString mobile();

    /// What the other passport system answers with.
    [[nodiscard]] QString operationNumber();

private:
    enum Kind { NationalId, Iqama, BorderNumber, Visa, Passport, Mobile, Operation, Kinds };

    [[nodiscard]] QString digits(Kind kind);
    [[nodiscard]] QString tenDigits(Kind kind, QStringView prefix);

    std::array<quint64, Kinds> m_given{};
};

} // namespace tawasul

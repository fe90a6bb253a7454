// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/countryname.h"

#include "models/arabic/bidi.h"

#include <unicode/locdspnm.h>

#include <memory>

namespace tawasul {

namespace {

std::unique_ptr<const icu::LocaleDisplayNames> namesIn(const char *locale)
{
    // Short: a fact has one line, and the long forms are longer than what people say.
    UDisplayContext contexts[] = {UDISPCTX_LENGTH_SHORT};
    return std::unique_ptr<const icu::LocaleDisplayNames>(
        icu::LocaleDisplayNames::createInstance(icu::Locale(locale), contexts, std::size(contexts)));
}

} // namespace

QString countryName(const QString &code, Language language)
{
    static const auto arabic = namesIn("ar_SA");
    static const auto english = namesIn("en_GB");
    // A locale knows its country by two letters, whichever way it was told.
    const icu::Locale country("und", code.toLatin1().constData());
    const char *twoLetters = country.getCountry();
    if (qstrlen(twoLetters) != 2)
        return code;
    icu::UnicodeString name;
    (language == Language::Arabic ? arabic : english)->regionDisplayName(twoLetters, name);
    const QString found = withoutControls(QStringView(name.getBuffer(), name.length()));
    return found.isEmpty() || found == QLatin1StringView(twoLetters) ? code : found;
}

} // namespace tawasul

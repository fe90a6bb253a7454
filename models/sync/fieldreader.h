// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QLatin1String>
#include <QtCore/QVarLengthArray>

#include <simdjson.h>

#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace tawasul {

/// What the readers of one document share: the first thing that was wrong, and texts that had to be written
/// anew because they did not come in the one form that is kept.
struct Reading
{
    std::optional<Error> error;    ///< Invalid, wire.malformed
    std::deque<std::string> texts; ///< views into them stay good while the list grows
};

/// Reads the fields of one JSON object as strictly as wire::JsonReader and by the same rules, but over
/// simdjson and without making a QString: what it hands out are views into the document. Unknown fields are
/// ignored; of a name that comes twice the last one counts, as in QJsonDocument.
class FieldReader
{
public:
    using Object = simdjson::dom::object;
    using Element = simdjson::dom::element;

    FieldReader(Object object, const char *what, Reading &reading);

    [[nodiscard]] std::string_view text(QLatin1String name);
    [[nodiscard]] std::string_view filledText(QLatin1String name);
    [[nodiscard]] std::string_view optionalText(QLatin1String name);
    void optionalTexts(QLatin1String name);
    /// Calls `each` with every text of the list.
    template<class Each>
    void texts(QLatin1String name, Each each)
    {
        const auto list = array(name);
        if (!list)
            return;
        for (const Element element : *list) {
            std::string_view value;
            if (element.get(value) != simdjson::SUCCESS)
                fail(name, "not a list of texts");
            else
                each(value);
        }
    }

    [[nodiscard]] qint64 integer(QLatin1String name, qint64 least, qint64 greatest);
    [[nodiscard]] qint64 optionalInteger(QLatin1String name, qint64 least, qint64 greatest, qint64 otherwise);
    [[nodiscard]] bool boolean(QLatin1String name);

    /// As toIso() writes it, whichever form it came in.
    [[nodiscard]] std::string_view instant(QLatin1String name);
    /// Empty when it is not there.
    std::string_view optionalInstant(QLatin1String name);
    /// YYYY-MM-DD.
    [[nodiscard]] std::string_view day(QLatin1String name);
    void optionalDay(QLatin1String name);

    [[nodiscard]] std::optional<Object> object(QLatin1String name);
    [[nodiscard]] std::optional<Object> optionalObject(QLatin1String name);

    /// Calls `each` with every object of the list.
    template<class Each>
    void objects(QLatin1String name, Each each)
    {
        const auto list = array(name);
        if (!list)
            return;
        for (const Element element : *list) {
            Object member;
            if (element.get(member) != simdjson::SUCCESS)
                fail(name, "not a list of objects");
            else
                each(member);
        }
    }

    /// The same for a list that may be missing or null.
    template<class Each>
    void optionalObjects(QLatin1String name, Each each)
    {
        if (!isAbsent(name))
            objects(name, std::move(each));
    }

    void fail(QLatin1String name, const char *why);

private:
    struct Member
    {
        std::string_view name;
        Element value;
    };

    [[nodiscard]] const Element *find(QLatin1String name) const;
    [[nodiscard]] const Element *required(QLatin1String name);
    [[nodiscard]] bool isAbsent(QLatin1String name) const; ///< missing, or null
    [[nodiscard]] std::optional<simdjson::dom::array> array(QLatin1String name);

    const char *m_what;
    Reading &m_reading;
    QVarLengthArray<Member, 32> m_members;
};

} // namespace tawasul

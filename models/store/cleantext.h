// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/statement.h"

#include <deque>
#include <string>

namespace tawasul {

/// Binds text from outside: a NUL, which SQLite would not keep, becomes U+FFFD, and the page is not refused
/// for the sake of one name. Must live until the statement ran.
class CleanText
{
public:
    void bind(Statement &statement, int position, std::string_view text)
    {
        if (text.find('\0') != std::string_view::npos) {
            std::string &copy = m_copies.emplace_back();
            for (const char byte : text)
                byte == '\0' ? copy.append("\xef\xbf\xbd") : copy.append(1, byte);
            text = copy;
        }
        statement.bindText(position, text);
    }

private:
    std::deque<std::string> m_copies;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/httphead.h"

#include <algorithm>

namespace tawasul {

bool isSendable(const HttpResponse &response)
{
    const auto clean = [](const QByteArray &text) {
        return std::none_of(text.begin(), text.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte < 0x20 && byte != '\t') || byte == 0x7f;
        });
    };
    return response.status >= 200 && response.status <= 599
        && std::all_of(response.headers.begin(), response.headers.end(),
                       [&clean](const HttpHeaders::Field &field) {
                           return !field.first.isEmpty() && clean(field.first) && clean(field.second);
                       });
}

} // namespace tawasul

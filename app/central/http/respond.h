// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/httpmessage.h"

#include <functional>
#include <memory>

namespace tawasul {

/// The one answer that a request is owed. It may be given once, from any thread, at any time; a second answer
/// is ignored and logged. When the last copy goes away without an answer, the client gets a problem of status
/// 500.
class Respond
{
public:
    /// `deliver` is called exactly once, on the thread that answers or that drops the last copy.
    explicit Respond(std::function<void(HttpResponse)> deliver);

    void operator()(HttpResponse response) const;

private:
    class Owed;
    std::shared_ptr<Owed> m_owed;
};

} // namespace tawasul

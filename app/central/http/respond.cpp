// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/respond.h"

#include "app/central/http/httplog.h"
#include "app/central/http/problem.h"

#include <atomic>

namespace tawasul {

class Respond::Owed
{
public:
    explicit Owed(std::function<void(HttpResponse)> deliver)
        : m_deliver(std::move(deliver))
    {}
    Q_DISABLE_COPY_MOVE(Owed)

    ~Owed()
    {
        if (!m_answered.load())
            m_deliver(problem(500, "server.unanswered"));
    }

    void answer(HttpResponse response)
    {
        if (m_answered.exchange(true)) {
            qCWarning(centralHttp) << "a request was answered twice; the second answer is ignored";
            return;
        }
        m_deliver(std::move(response));
    }

private:
    std::function<void(HttpResponse)> m_deliver;
    std::atomic<bool> m_answered = false;
};

Respond::Respond(std::function<void(HttpResponse)> deliver)
    : m_owed(std::make_shared<Owed>(std::move(deliver)))
{}

void Respond::operator()(HttpResponse response) const
{
    m_owed->answer(std::move(response));
}

} // namespace tawasul

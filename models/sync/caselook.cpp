// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/caselook.h"

#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/sync/answers.h"

#include <QtCore/QStringBuilder>
#include <QtCore/QUrl>

namespace tawasul {

namespace {

// Somebody looks at an empty page meanwhile.
constexpr std::chrono::seconds kLongest{30};

Result<Case> caseIn(const TransportReply &reply, const CaseId &id)
{
    if (const auto problem = problemOf(reply))
        return *problem;
    auto theCase = wire::parseObject(reply.body, QStringLiteral("case")).and_then(wire::caseFromJson);
    if (theCase && theCase->id != id)
        return Error{Error::Kind::Corrupt, QStringLiteral("wire.malformed"), QStringLiteral("another case")};
    return theCase;
}

} // namespace

CaseLook::CaseLook(Session &session, News news)
    : m_session(session)
    , m_news(std::move(news))
{
}

void CaseLook::open(const CaseId &id)
{
    ++m_round;
    if (m_underWay)
        m_session.stop(*std::exchange(m_underWay, std::nullopt));
    if (!m_session.isOpen())
        return m_news.failed(id, {Error::Kind::Offline, QStringLiteral("centre.unreachable"), {}});
    TransportCall call;
    call.path = u"/cases/" % QString::fromLatin1(QUrl::toPercentEncoding(id.text()));
    m_underWay = m_session.send(
        std::move(call),
        [this, id, round = m_round](const TransportReply &reply) {
            if (round == m_round)
                answered(id, reply);
        },
        kLongest);
}

void CaseLook::answered(const CaseId &id, const TransportReply &reply)
{
    m_underWay.reset();
    const auto theCase = caseIn(reply, id);
    if (theCase)
        m_news.came(*theCase);
    else
        m_news.failed(id, theCase.error());
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/keyring.h"

#include "models/crypto/signature.h"
#include "models/sync/synclog.h"

#include <algorithm>

namespace tawasul {

KeyRing::KeyRing(SyncRoom &room, News news)
    : m_room(room)
    , m_news(std::move(news))
{
}

void KeyRing::remember()
{
    if (std::exchange(m_isAsking, true))
        return;
    using Keys = Result<std::vector<CentreKey>>;
    m_room.askJournal<Keys>([](Journal &journal) { return journal.centreKeys(); },
                            [this](const Keys &keys) {
                                m_isAsking = false;
                                if (!keys) {
                                    qCWarning(lcSync) << "journal:" << keys.error().code;
                                    return m_news.journalProblem(keys.error());
                                }
                                m_news.journalProblem(std::nullopt);
                                m_known = *keys;
                                m_remembers = true;
                                learn(std::exchange(m_waiting, {}));
                            });
}

const CentreKey *KeyRing::find(const QString &id, const std::vector<CentreKey> &among) const
{
    const auto found =
        std::find_if(among.begin(), among.end(), [&](const CentreKey &key) { return key.id == id; });
    return found == among.end() ? nullptr : &*found;
}

void KeyRing::learn(const std::vector<CentreKey> &keys)
{
    if (!m_remembers) {
        m_waiting = keys;
        return remember(); // no second time while it is being asked
    }
    const bool isFirstMeeting = m_known.empty();
    std::vector<CentreKey> fresh;
    std::optional<Error> problem;
    for (const CentreKey &key : keys) { // the newest last, so that whoever introduces comes first
        if (find(key.id, m_known))
            continue;
        const CentreKey *introducer = find(key.introducedBy, m_known);
        if (!introducer)
            introducer = find(key.introducedBy, fresh);
        const bool isIntroduced =
            introducer && isSignedBy(introducer->publicKey, introductionText(key), key.introduction);
        if (isIntroduced || isFirstMeeting)
            fresh.push_back(key);
        else
            problem = Error{Error::Kind::Corrupt, QStringLiteral("centre.key_unproven"), key.id};
    }
    if (problem)
        qCWarning(lcSync) << problem->code << problem->detail;
    m_news.problem(problem);
    if (fresh.empty())
        return;
    m_room.askJournal<Outcome>([fresh](Journal &journal) { return journal.believe(fresh); },
                               [this, fresh](const Outcome &written) { believed(fresh, written); });
}

void KeyRing::believed(const std::vector<CentreKey> &keys, const Outcome &written)
{
    if (!written) {
        qCWarning(lcSync) << "journal:" << written.error().code;
        return m_news.journalProblem(written.error()); // they come again with the reference data
    }
    m_news.journalProblem(std::nullopt);
    for (const CentreKey &key : keys) {
        if (!find(key.id, m_known))
            m_known.push_back(key);
    }
}

KeyRing::Proof KeyRing::proofOf(const wire::Receipt &receipt) const
{
    if (!m_remembers)
        return Proof::UnknownKey; // nothing settles on the word of a journal that did not answer
    if (receipt.keyId.isEmpty())
        return m_known.empty() ? Proof::Unsigned : Proof::Forged;
    const CentreKey *key = find(receipt.keyId, m_known);
    if (!key)
        return Proof::UnknownKey;
    const QByteArray signature = QByteArray::fromBase64(receipt.signature.toLatin1());
    return isSignedBy(key->publicKey, receipt.signedText(), signature) ? Proof::Proven : Proof::Forged;
}

} // namespace tawasul

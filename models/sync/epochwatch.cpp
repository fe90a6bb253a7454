// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/epochwatch.h"

#include "models/sync/synclog.h"

namespace tawasul {

EpochWatch::EpochWatch(SyncRoom &room, News news)
    : m_room(room)
    , m_news(std::move(news))
{
}

void EpochWatch::seen(const QString &epoch)
{
    if (epoch.isEmpty() || epoch == m_met || !m_asking.isEmpty())
        return; // one that comes while another is being told is seen again in the next answer
    m_asking = epoch;
    using Cases = Result<std::vector<CaseId>>;
    m_room.askJournal<Cases>(
        [epoch, &store = m_room.store()](Journal &journal) {
            Cases cases = journal.meetEpoch(epoch);
            if (cases && !cases->empty())
                store.outboxTouched(journal, *cases);
            if (cases)
                store.ordersTouched(); // a new epoch leaves them to a person
            return cases;
        },
        [this, epoch](const Cases &cases) { met(epoch, cases); });
}

void EpochWatch::met(const QString &epoch, const Result<std::vector<CaseId>> &cases)
{
    m_asking.clear();
    if (!cases) {
        qCWarning(lcSync) << "journal:" << cases.error().code;
        return m_news.journalProblem(cases.error());
    }
    m_met = epoch;
    m_news.journalProblem(std::nullopt);
    m_news.met();
    if (cases->empty())
        return;
    qCWarning(lcSync) << "the centre was restored from a backup: sending again what it acknowledged for"
                      << cases->size() << "cases";
    m_news.changed();
}

bool EpochWatch::isMet(const QString &epoch) const
{
    return epoch.isEmpty() || epoch == m_met;
}

} // namespace tawasul

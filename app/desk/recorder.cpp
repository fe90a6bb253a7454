// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/recorder.h"

#include "models/desk/whenanswered.h"

namespace tawasul {

Recorder::Recorder(Desk &desk)
    : m_desk(desk)
{
}

void Recorder::record(const Intention &intention, const Case &seen)
{
    m_underWay.insert(seen.id);
    whenAnswered(m_desk.record(intention), this,
                 [this, seen, type = intention.type](const Result<ActId> &answer) {
                     m_underWay.remove(seen.id);
                     if (answer)
                         Q_EMIT recorded(*answer, seen, type);
                     else
                         Q_EMIT refused(seen, answer.error());
                 });
}

} // namespace tawasul

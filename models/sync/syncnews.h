// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/sync/syncstatus.h"

#include <QtCore/QObject>
#include <QtCore/QString>

namespace tawasul {

/// News of the engine for the screens; lives on the GUI thread, spoken to through its executor.
class SyncNews : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void statusChanged(const tawasul::SyncStatus &status);
    void serverTimeKnown(tawasul::Instant serverTime);
    /// A wanted attachment did not come. Offline and Full: it is tried again. NotFound, Corrupt: it is not.
    void attachmentFailed(const QString &sha256, const tawasul::Error &error);
    /// What SyncEngine::openCase() asked for last, as the centre has it now, or why it cannot be shown.
    void caseCame(const tawasul::Case &theCase);
    void caseFailed(const tawasul::CaseId &id, const tawasul::Error &error);
};

} // namespace tawasul

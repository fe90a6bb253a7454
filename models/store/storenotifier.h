// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/reference.h"
#include "models/store/outboxitem.h"
#include "models/store/worklist.h"

#include <QtCore/QObject>

namespace tawasul {

/// The one that speaks to screens, and only after a commit. Lives on the GUI thread; the store posts to it
/// there, several commits at once when they come faster than screens take them.
class StoreNotifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void worklistChanged(const tawasul::WorklistPtr &worklist);
    /// The case's truth, its pending acts or its draft changed.
    void caseChanged(const tawasul::CaseId &id);
    void caseRemoved(const tawasul::CaseId &id);
    /// Unsettled acts, oldest first.
    void outboxChanged(const std::vector<tawasul::OutboxItem> &items);
    /// What became of the account's own proposals, or which of it was looked at.
    void proposalsChanged();
    /// Of a supervisor's desk; at most twice a second, so that a board which is counted anew each time costs
    /// a steady share.
    void headersChanged();
    /// Whom a supervisor sees to.
    void staffChanged();
    /// What became of a supervisor's orders.
    void ordersChanged();
    void referenceChanged(const tawasul::ReferencePtr &reference);
    void attachmentArrived(const QString &sha256);
    /// The disk refused something that nobody waits for.
    void storageFailed(const tawasul::Error &error);
};

} // namespace tawasul

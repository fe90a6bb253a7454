// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/displaylocale.h"
#include "models/itemmodels/outboxrowwords.h"
#include "models/sync/syncstatus.h"
#include "ui/shared/chippaint.h"

namespace tawasul {

/// The words of acts that the centre has not acknowledged: shown with isolates, spoken without them.
class OutboxWords final : public OutboxRowWords
{
public:
    explicit OutboxWords(DisplayLocale locale);

    /// Why nothing is sent, when it is the link.
    void setStatus(const SyncStatus &status) { m_status = status; }
    /// Whether acts are being sent at all.
    [[nodiscard]] bool isLinkUp() const;
    [[nodiscard]] const DisplayLocale &locale() const { return m_locale; }

    [[nodiscard]] QString header(OutboxColumn column) const override;
    [[nodiscard]] QString sentence(const OutboxItem &item, const OutboxStanding &standing,
                                   Instant now) const override;
    [[nodiscard]] QString cell(const OutboxItem &item, const OutboxStanding &standing, OutboxColumn column,
                               Instant now) const override;

    /// The same as cell(), for the screen.
    [[nodiscard]] QString shown(const OutboxItem &item, const OutboxStanding &standing, OutboxColumn column,
                                Instant now) const;
    /// Why it has not been acknowledged, in plain words.
    [[nodiscard]] QString why(const OutboxItem &item, OutboxHold hold) const;
    /// «3 إجراءات لم تُرسل بعد. يمكن متابعة العمل.»
    [[nodiscard]] QString heading(int waiting, int parked) const;

    /// «الطلبات الجاهزة للعمل دون اتصال: 118 من 124»; empty until they were counted.
    [[nodiscard]] QString readiness() const;
    /// «3 إجراءات لحسابات أخرى على هذا الجهاز تُرسل من هنا تلقائيًا.»; empty when there are none.
    [[nodiscard]] QString others() const;
    /// «سُجّل على هذا الجهاز 12: …، غير المحسوب 0»
    [[nodiscard]] QString ledger(const OutboxLedger &ledger) const;

    /// In the place of a ledger that could not be read.
    [[nodiscard]] static QString ledgerUnread(const Error &error);
    /// What a person chose about an act could not be written down here: the act is as it was.
    [[nodiscard]] static QString notSaved(const Error &error);
    [[nodiscard]] static ChipLook stateLook(OutboxHold hold);
    /// The number that the portal gave the case; its id while that is unknown.
    [[nodiscard]] static QString caseNumber(const OutboxItem &item);

private:
    [[nodiscard]] QString nextTry(const OutboxItem &item, OutboxHold hold, Instant now) const;
    [[nodiscard]] QString whyLink() const;

    DisplayLocale m_locale;
    SyncStatus m_status;
};

} // namespace tawasul

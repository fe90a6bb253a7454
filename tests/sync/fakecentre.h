// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/crypto/signature.h"
#include "models/domain/act.h"
#include "models/domain/centrekey.h"
#include "models/domain/clock.h"
#include "models/domain/executor.h"
#include "models/protocol/envelopecodec.h"
#include "models/sync/sessiontokens.h"
#include "models/sync/transport.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <map>

namespace tawasul {

/// A centre without a network: the same promises as the real one for one officer,
/// sampleOfficer(), judged by the same domain::apply, and every fault that a network or a centre can have.
class FakeCentre final : public Transport
{
public:
    FakeCentre(Executor &network, const Clock &clock);

    CallId send(TransportCall call, Answer answer) override;
    void stop(CallId id) override;

    // --- what it holds ---

    void put(const Case &theCase);
    void remove(const CaseId &id);
    /// Somebody else's act, now; false when the centre would not have it.
    bool act(const Act &act);
    void putAttachment(const QString &sha256, const QByteArray &bytes) { m_files.insert(sha256, bytes); }
    void publishReference(const QString &version, const QString &oldestDesk);
    /// From now on it signs with that key, which the one before introduced; `isKnown`: and tells so.
    void changeKey(quint8 seed, bool isIntroduced = true, bool isKnown = true);
    [[nodiscard]] const Case &caseOf(const CaseId &id) const { return m_cases.at(id); }
    [[nodiscard]] std::vector<Case> cases() const;
    /// What restoreFromBackup() puts back: cases, acts and feed as they are now.
    void backUp();
    /// Begins a new epoch with what the backup holds, or with what there is when none was made: every cursor
    /// handed out so far is worth nothing from now on.
    void restoreFromBackup();

    [[nodiscard]] QByteArray epoch() const { return "epoch-" + QByteArray::number(m_epoch); }

    [[nodiscard]] SessionTokens signIn();
    [[nodiscard]] bool isAuthenticated(const TransportCall &call) const;
    void expireAccess() { m_accessEnds = m_clock.monotonic(); }
    void endSession();

    // --- what it remembers ---

    std::vector<TransportCall> calls;      ///< in the order they were sent
    std::vector<ActId> effects;            ///< in the order they took place
    std::vector<QByteArray> keysPresented; ///< bodies of PUT /session/signing_key
    std::vector<QByteArray> outboxReports; ///< bodies of PUT /session/outbox
    std::vector<ActId> carried;            ///< acts whose envelopes came, in the order they came
    [[nodiscard]] int count(const char *method, const QString &pathStart) const;
    [[nodiscard]] int mostActsAtOnce() const { return m_mostActsAtOnce; }

    // --- what goes wrong ---

    bool forgivesLostRefresh = false; ///< the refresh token exchanged last is good once more
    bool isDown = false;              ///< no call arrives
    bool isMute = false;              ///< calls arrive and nothing comes back, until the transport gives up
    bool drips = false;               ///< what comes back never ends, and the transport does not give up
    int pageSize = 1000;
    qint64 cutAfter = -1; ///< of an attachment, this many bytes arrive
    std::chrono::milliseconds latency{10};
    /// What it says of an envelope; applied unless told.
    std::function<wire::EnvelopeOutcome(const wire::SealedEnvelope &)> saysOfEnvelope;
    /// Answers in its place, and nothing takes effect.
    std::function<std::optional<TransportReply>(const TransportCall &)> instead;
    /// The call takes effect, and its answer is lost.
    std::function<bool(const TransportCall &)> losesAnswerTo;
    /// What arrives instead of that answer.
    std::function<void(const TransportCall &, TransportReply &)> spoils;

    [[nodiscard]] static TransportReply answer(int status, const QByteArray &body);
    [[nodiscard]] static TransportReply problem(int status, const char *code);

private:
    struct Open
    {
        TransportCall call;
        Answer answer;
        bool isAct = false;
    };
    struct Line
    {
        int position = 0;
        CaseId id;
        bool isRemoved = false;
        bool isReference = false;
        bool isProposals = false;
    };

    void arrive(CallId id);
    void deliver(CallId id, TransportReply reply);
    [[nodiscard]] TransportReply judged(const TransportCall &call);
    [[nodiscard]] TransportReply refresh(const QByteArray &body);
    [[nodiscard]] TransportReply changes(const TransportCall &call) const;
    [[nodiscard]] TransportReply putAct(const TransportCall &call);
    [[nodiscard]] TransportReply postEnvelopes(const TransportCall &call);
    [[nodiscard]] TransportReply reference(const TransportCall &call) const;
    [[nodiscard]] TransportReply attachment(const TransportCall &call) const;
    [[nodiscard]] TransportReply grant();
    [[nodiscard]] QByteArray encoded(const Line &line) const;
    void store(const Case &theCase);

    Executor &m_network;
    const Clock &m_clock;
    std::map<CallId, Open> m_open;
    CallId m_last = 0;
    int m_actsAtOnce = 0;
    int m_mostActsAtOnce = 0;

    std::map<CaseId, Case> m_cases;
    std::vector<Line> m_feed; ///< newest line of each case, by position
    int m_position = 0;
    int m_epoch = 1;
    struct Stored
    {
        QByteArray body;
        QByteArray answer;
        bool isProposal = false;
    };
    QHash<QString, Stored> m_acts;
    struct Backup
    {
        std::map<CaseId, Case> cases;
        std::vector<Line> feed;
        int position = 0;
        QHash<QString, Stored> acts;
        std::vector<ActId> effects;
    };
    std::optional<Backup> m_backup;
    QHash<QString, QByteArray> m_files;
    QByteArray m_referenceBody;
    QString m_referenceVersion;
    SigningKey m_key;              ///< signs
    std::vector<CentreKey> m_keys; ///< as it tells of them
    QString m_access;
    QString m_refresh;
    QString m_refreshBefore;
    std::chrono::milliseconds m_accessEnds{};
    int m_tokens = 0;
};

} // namespace tawasul

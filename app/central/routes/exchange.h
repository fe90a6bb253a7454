// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/respond.h"
#include "app/central/service/centreservice.h"

#include <functional>

namespace tawasul {

/// The centre's time in every answer, outside the stored bytes: desks judge their own clocks by it (invariant
/// I11).
inline constexpr char kServerTimeHeader[] = "Tawasul-Time";

/// The register's epoch in every answer, outside the stored bytes: when it changes, desks know that the
/// register was restored from a backup and may have forgotten what it acknowledged.
inline constexpr char kEpochHeader[] = "Tawasul-Epoch";

/// Wraps a respond so that each answer carries the centre's time and epoch.
[[nodiscard]] Respond withCentreHeaders(CentreService &service, Respond respond);

/// What an authenticated route does once it is known who asks; runs on a worker.
using PersonalWork = std::function<HttpResponse(RegisterConnection &, const Actor &, const HttpRequest &)>;

/// Finds out who asks, keeps to the rate limit, does the work on one of these workers and answers.
void answerPersonally(CentreService &service, Workers<RegisterConnection> &workers, HttpRequest request,
                      Respond respond, PersonalWork work);

/// The same, where a reader finds out who asks, and does the work as well when `isForReaders` says so of the
/// request; else the writer does.
void answerByReaderOrWriter(CentreService &service, HttpRequest request, Respond respond,
                            std::function<bool(const HttpRequest &)> isForReaders, PersonalWork work);

/// What an audited route answers, and what is remembered of whoever asked; nothing for one's own work.
struct AuditedAnswer
{
    HttpResponse response;
    std::function<Outcome(RegisterConnection &)> note; ///< by the writer, before anybody sees the answer
};
using AuditedWork = std::function<AuditedAnswer(RegisterConnection &, const Actor &, const HttpRequest &)>;

/// The same by a reader, for what not everybody may look at unseen: what cannot be remembered is not
/// answered.
void answerAudited(CentreService &service, HttpRequest request, Respond respond, AuditedWork work);

/// `"VERSION"`, strong and single, or no such header; anything else is a mistake of the caller (Invalid,
/// `code`).
[[nodiscard]] Result<std::optional<qint64>> ifMatchOf(const HttpRequest &request, const char *code);

/// A desk names the epoch in which what comes before its request was acknowledged. In another one that may be
/// forgotten, and version numbers may mean something else: Conflict, centre.epoch_changed. Nothing for a
/// request that names none.
[[nodiscard]] Outcome isOfThisEpoch(RegisterConnection &connection, const HttpRequest &request);

/// The answer to an error; one that is the centre's own fault is logged, since the wire hides its detail.
[[nodiscard]] HttpResponse refusal(const Error &error);

/// "Busy, try again in a moment."
[[nodiscard]] HttpResponse busyAnswer();

/// Whether the request says that it carries JSON; Invalid, wire.media_type.
[[nodiscard]] Outcome saysJson(const HttpRequest &request);

/// The JSON body of a request as an object, or the problem with it.
[[nodiscard]] Result<QJsonObject> jsonBody(const HttpRequest &request, const QString &what);

} // namespace tawasul

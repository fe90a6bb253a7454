// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/boardframe.h"
#include "models/domain/caseheader.h"
#include "models/domain/result.h"
#include "models/protocol/leavecodec.h"

#include <functional>
#include <optional>
#include <vector>

namespace tawasul {

class Database;
class Statement;

/// Open cases of one officer that end on one day, or wait for their beneficiaries.
struct HeaderTally
{
    PersonId officer; ///< empty: nobody
    bool isWaiting = false;
    QDate ends;
    int count = 0;
    int pastDeadline = 0; ///< of these
};

/// Cases by the day they were submitted on.
struct ArrivalTally
{
    QDate day;
    int all = 0;
    int open = 0;
};

struct ClosingTally
{
    QDate day;
    int count = 0;
};

/// Which headers are wanted: all conditions together.
struct HeaderFilter
{
    enum class State { Any, Open, Closed };

    State state = State::Any;
    std::optional<PersonId> officer;               ///< an empty id: nobody's
    std::optional<std::vector<PersonId>> officers; ///< of any of these
    std::optional<Standing> standing;              ///< at `now`
    Instant now{};
    bool withoutWaiting = false;
    std::optional<DaySpan> ends;
    std::optional<DaySpan> submitted;
    std::optional<DaySpan> closed;
    std::optional<Instant> submittedFrom;
    std::optional<Instant> resubmittedFrom;
    QString section{};    ///< empty: any
    QString subService{}; ///< empty: any
};

/// The staff as the centre told of it last.
struct StoredStaff
{
    std::vector<wire::StaffLine> lines;
    std::optional<Instant> fetchedAt; ///< nothing: never
};

/// Questions to the headers that a supervisor's desk keeps. One thread, that of its reader.
class HeaderQuestions
{
public:
    explicit HeaderQuestions(Database &database);

    /// Runs all questions of `ask` on one state of the file, whatever is committed beside them.
    [[nodiscard]] Outcome together(const std::function<Outcome()> &ask);

    /// Of the open ones; by officer, turn and day.
    [[nodiscard]] Result<std::vector<HeaderTally>> tallies(Instant now);
    /// The same of one officer.
    [[nodiscard]] Result<std::vector<HeaderTally>> tallies(Instant now, const PersonId &officer);
    [[nodiscard]] Result<std::vector<ArrivalTally>> arrivals();
    [[nodiscard]] Result<std::vector<ClosingTally>> closings(QDate from);
    [[nodiscard]] Result<int> count(const HeaderFilter &filter);

    /// The most urgent first. `most`: no more than so many.
    [[nodiscard]] Result<std::vector<CaseHeader>> list(const HeaderFilter &filter,
                                                       std::optional<int> most = std::nullopt);
    /// In the order of the ids; nothing for those that are not here.
    [[nodiscard]] Result<std::vector<std::optional<CaseHeader>>> byIds(const std::vector<CaseId> &ids);
    /// As some case names them; empty when none does.
    [[nodiscard]] Result<QString> nameOf(const PersonId &officer);

    [[nodiscard]] Result<StoredStaff> staff();
    [[nodiscard]] Result<std::optional<Instant>> completeAt();
    /// Whether headers may be missing that the centre has: they are being fetched, or never were.
    [[nodiscard]] Result<bool> isPartial();
    /// How SQLite answers that filter's list: for tests.
    [[nodiscard]] Result<QStringList> planOf(const HeaderFilter &filter, std::optional<int> most);

    /// Another one after every commit to the cache; only those that the same reader told can be compared.
    [[nodiscard]] Result<qint64> stamp();

private:
    Database *m_database;
};

} // namespace tawasul

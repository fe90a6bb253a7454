// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/leave.h"
#include "models/domain/load.h"

#include <optional>
#include <vector>

namespace tawasul {

/// One officer's row of the board.
struct OfficerLoad
{
    PersonName officer; ///< an empty id: nobody's, the cases that wait to be taken
    Load load;
    std::vector<int> byDay; ///< cases by the day they end, as many as Board::days; what waits does not count,
                            ///< so that they are load.total() - load.waiting together
    bool active = true;     ///< false: the account was taken away
    bool isAway = false;    ///< on leave now
    QDate awayUntil;        ///< null: until further notice, or not away
    std::optional<PersonName> substitute;

    friend bool operator==(const OfficerLoad &, const OfficerLoad &) = default;
};

/// What came and what went on one day in Riyadh.
struct DayFlow
{
    QDate day;
    int received = 0;
    int closed = 0;

    friend bool operator==(const DayFlow &, const DayFlow &) = default;
};

/// Open cases by the working days since they were submitted; what waits for its beneficiary counts.
struct AgeBand
{
    int from = 0;
    std::optional<int> to; ///< nothing: and longer
    int count = 0;

    friend bool operator==(const AgeBand &, const AgeBand &) = default;
};

/// The load of a section or region, counted in one reading, so that all totals agree.
struct Board
{
    Instant countedAt{};
    std::optional<Instant> completeAt; ///< how old the desk's knowledge is; nothing: never complete
    std::optional<Instant>
        staffAt; ///< when the staff was told last; nothing: only those who have cases are known
    Load all;    ///< of all rows together
    std::vector<OfficerLoad> officers; ///< by name in Arabic order, nobody's last, which is always there
    std::vector<QDate> days; ///< columns of byDay: null for "before today", today and the working days after
                             ///< it, null for "later". What ends on a day of rest stands with the column
                             ///< before it: by then it is to be done
    std::vector<DayFlow> flow; ///< oldest first, the last one is today
    std::vector<AgeBand> ages; ///< shortest first
    bool isPartial = false;    ///< headers are being fetched: all numbers may be too small

    friend bool operator==(const Board &, const Board &) = default;
};

/// What somebody points at on a board, or on the page of the morning: the cases behind one number.
struct BoardQuestion
{
    enum class Matter {
        Open,
        Received, ///< on `day`
        Closed,   ///< on `day`
        EndsTodayOfficerAway,
        ArrivedSince,  ///< `since`, whatever became of them
        ReturnedSince, ///< answered by their beneficiary since `since`, whatever became of them
    };

    Matter matter = Matter::Open;
    std::optional<PersonId> officer; ///< an empty id: nobody's; nothing: anybody's
    std::optional<Standing> standing;
    std::optional<int> column; ///< of Board::days
    std::optional<int> age;    ///< of Board::ages
    QDate day;
    std::optional<Instant> since;
    std::optional<int> most{}; ///< no more than so many, the most urgent; how many there are says the board

    friend bool operator==(const BoardQuestion &, const BoardQuestion &) = default;
};

/// How much the machine of an officer had not sent when it said so last.
struct UnsentMachine
{
    PersonName officer;
    QString device;
    int unsent = 0;
    std::optional<Instant> oldestRecordedAt;
    Instant reportedAt{};

    friend bool operator==(const UnsentMachine &, const UnsentMachine &) = default;
};

/// What a supervisor begins the day with.
struct DayOpening
{
    Instant countedAt{};
    Instant since{}; ///< the office's last closing hour
    int overdue = 0;
    int endsTodayOfficerAway = 0;
    int unassigned = 0;                  ///< nobody's, all standings
    int arrived = 0;                     ///< since then
    int returned = 0;                    ///< answered by their beneficiaries since then
    std::vector<UnsentMachine> machines; ///< with something unsent, the oldest first
    std::vector<OfficerLoad> away;       ///< who is on leave today
    std::optional<Instant> completeAt{}; ///< as of Board
    std::optional<Instant> staffAt{};
    bool isPartial = false; ///< headers are being fetched: all numbers may be too small

    friend bool operator==(const DayOpening &, const DayOpening &) = default;
};

} // namespace tawasul

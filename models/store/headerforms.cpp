// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/headerforms.h"

namespace tawasul {

qint64 storedDay(Instant instant)
{
    return std::chrono::floor<std::chrono::days>(instant.time_since_epoch() + kRiyadhOffset).count();
}

qint64 storedDay(QDate day)
{
    return QDate(1970, 1, 1).daysTo(day);
}

std::optional<Instant> storedInstant(std::string_view text)
{
    return instantFromIso(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

int markBits(const std::vector<Mark::Kind> &marks)
{
    int bits = 0;
    for (const Mark::Kind kind : marks)
        bits |= 1 << static_cast<int>(kind);
    return bits;
}

std::vector<Mark::Kind> marksOf(int bits)
{
    std::vector<Mark::Kind> marks;
    for (const Mark::Kind kind : {Mark::Kind::Urgent, Mark::Kind::Humanitarian, Mark::Kind::Unknown}) {
        if ((bits & 1 << static_cast<int>(kind)) != 0)
            marks.push_back(kind);
    }
    return marks;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/rowmarks.h"

#include <QtCore/QCoreApplication>

#include "ui/shared/casewords.h"

namespace tawasul {

namespace {

struct RowMarks
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::RowMarks)
};

} // namespace

RowMark priorityMark(Mark::Kind kind)
{
    const ChipLook look = markLook({kind, {}});
    switch (kind) {
    case Mark::Kind::Urgent:
        return {look, RowMarks::tr("To be processed before other requests.")};
    case Mark::Kind::Humanitarian:
        return {look, RowMarks::tr("A humanitarian matter, to be processed before other requests.")};
    case Mark::Kind::Unknown:
        break;
    }
    return {look,
            RowMarks::tr("Marked by the central system; the reason is among the facts of the request.")};
}

RowMark unassignedMark()
{
    return {{RowMarks::tr("Unassigned"), Icon::UserQuestion, Tone::Neutral},
            RowMarks::tr("Assigned to nobody yet; whoever acts on the request takes it.")};
}

RowMark parkedMark()
{
    // A conflict or a refusal: the row knows that there is one, the request tells which.
    return {{RowMarks::tr("Act needing a choice"), Icon::GitMerge, Tone::Danger},
            RowMarks::tr("The central system did not take over an act recorded on this device; a choice is "
                         "needed.")};
}

RowMark waitingMark()
{
    return {{RowMarks::tr("Waiting to be sent"), Icon::CloudUp, Tone::Info},
            RowMarks::tr("An act is recorded on this device and has not reached the central system yet.")};
}

RowMark proposalMark()
{
    return {
        {RowMarks::tr("Proposal"), Icon::UserShare, Tone::Lavender},
        RowMarks::tr("Somebody who had the request before proposes an act on it; it waits to be adopted or "
                     "dismissed.")};
}

RowMark draftMark()
{
    return {{RowMarks::tr("Draft"), Icon::Pencil, Tone::Neutral},
            RowMarks::tr("An act was begun and not confirmed; what was written is kept on this device.")};
}

std::vector<RowMark> allRowMarks()
{
    return {priorityMark(Mark::Kind::Urgent),
            priorityMark(Mark::Kind::Humanitarian),
            unassignedMark(),
            parkedMark(),
            waitingMark(),
            proposalMark(),
            draftMark()};
}

} // namespace tawasul

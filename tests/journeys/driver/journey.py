# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, end to end, in its order."""

import looksteps
import outagesteps
import worksteps
from walk import Walk


def work_through(desk, centre, account, story):
    """Missed as soon as one step is not as it should be."""
    walk = Walk(desk, centre, account, story)
    worksteps.sign_in(walk)
    case = worksteps.read_case(walk)
    worksteps.complete(walk, case)
    worksteps.return_it(walk)
    worksteps.note(walk)
    outagesteps.lose_the_centre(walk)
    decided = outagesteps.decide_offline(walk)
    drafted = outagesteps.lose_the_desk(walk)
    outagesteps.find_the_centre(walk, decided, drafted)
    looksteps.switch_language(walk)
    looksteps.switch_theme(walk)
    looksteps.sign_out(walk)

# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the steps of a walk share: the desk, the centre, and a second device that tells whether it came true."""

import datetime
from dataclasses import dataclass

from centre import Centre, SecondDevice, is_to_do, services_with_proof
from desk import Desk
from story import Story
from waiting import Missed, expect, until


@dataclass
class Act:
    """Something done at the desk that the centre must come to hold, once."""

    case: dict
    type: str


class Walk:
    """One officer's work from signing in to signing out."""

    def __init__(self, desk: Desk, centre: Centre, account: dict, story: Story):
        self.desk = desk
        self.centre = centre
        self.account = account
        self.story = story
        self.witness = SecondDevice(centre.address, account)
        self.reference = self.witness.reference()
        self.begun = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")
        self.acts = []
        self._known = self.witness.cases()

    def step(self, name, title):
        return self.story.step(name, title)

    # --- the centre's side

    def to_do(self):
        """What the centre would have this officer see in the worklist."""
        return [case for case in self.witness.cases().values() if is_to_do(case)]

    def now(self, case):
        """The case as the centre holds it."""
        return self.witness.case(case["id"])

    def needs_proof(self, case):
        return case["sub_service"] in services_with_proof(self.reference)

    def reason(self, code):
        return next(reason for reason in self.reference["reasons"] if reason["code"] == code)

    def own(self, case):
        """The entries of its history that this walk made, oldest first."""
        officer = self.witness.officer["id"]
        return [
            entry
            for entry in self.now(case)["history"]
            if entry["actor"]["id"] == officer and entry["recorded_at"] >= self.begun
        ]

    def did(self, case, act_type):
        self.acts.append(Act(case, act_type))

    def arrived(self, case, act_type):
        """The entry of that act at the centre, as soon as it is there."""

        def entry():
            return next((each for each in self.own(case) if each["type"] == act_type), None)

        return until(entry, f"«{act_type}» of {case['number']} at the centre")

    # --- the screen's side

    def case_of(self, number):
        """What the centre says of a number on screen."""
        if number not in self._known:
            self._known = self.witness.cases()
        expect(number in self._known, f"{number} is on screen, and the centre does not know it")
        return self._known[number]

    def pick(self, fits):
        """Row and case of the first in sight that fits, from the top."""
        while True:
            for row, number in self.desk.rows_in_sight():
                case = self.case_of(number)
                if fits(case):
                    return row, case
            if not self.desk.scroll_list():
                raise Missed("no request in the list fits this step")

    def is_workable(self, case):
        """In hand, and nothing of this walk on it yet."""
        return case["status"] == "in_progress" and all(act.case["id"] != case["id"] for act in self.acts)

    def open(self, fits):
        """Opens the first case in sight that fits, unless the one on screen does."""
        number = self.desk.case_number
        if number and fits(self.case_of(number)):
            return self.case_of(number)
        row, case = self.pick(fits)
        self.desk.open_row(row)
        self.desk.wait_for_case(case["number"])
        return case

    def row_after(self, case):
        """The number of the row below that case's."""
        rows = self.desk.rows_in_sight()
        at = [number for _, number in rows].index(case["number"])
        expect(at + 1 < len(rows), f"there is a row below {case['number']}")
        return rows[at + 1][1]

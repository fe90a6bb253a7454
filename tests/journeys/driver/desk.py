# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk as an officer handles it: its process, and where its parts are found on screen by their names."""

import re

from eyes import Eyes, plain
from processes import Program
from waiting import Missed, expect, until

NUMBER = re.compile(r"(?<!\d)\d{8,14}(?!\d)")


class Desk:
    """tawasul-desk on the driver's screen."""

    def __init__(self, programs, data, logs, screen, hands, words):
        self._program = programs / "tawasul-desk"
        self._data = data
        self._logs = logs
        self._environment = screen.environment
        self._starts = 0
        self._process = None
        self.eyes = Eyes()
        self.hands = hands
        self.words = words
        self.window = None

    # --- the process

    def start(self, centre, username, password=""):
        """With a password the sign-in card is filled in; it is in no list of processes."""
        self._starts += 1
        words = [self._program, "--training", "--centre", centre, "--data", self._data, "--username", username]
        environment = {**self._environment, "TAWASUL_TRAINING_PASSWORD": password}
        self._process = Program(words, self._logs / f"desk-{self._starts}.log", environment)
        self.window = self.eyes.window_of(self._process.pid)

    def wait_for_end(self):
        """Its exit code, once its window was closed."""
        return self._process.wait(15)

    def kill(self):
        """kill -9 for the desk and its previewer."""
        if self._process:
            self._process.kill()

    def check_runs(self):
        code = self._process.exit_code
        expect(code is None, f"the desk ended by itself with {code}: {self._process.last_words()}")

    def describe(self):
        """What assistive technology sees of it, as lines."""
        return self.window.tree() if self.window else ()

    # --- saying what is there

    def word(self, context, source, *arguments):
        return self.words.of(context, source, *arguments)

    def see(self, name=None, role=None, **more):
        """What has that name, as soon as it is on screen."""
        try:
            return self.window.wait_for(name, role, **more)
        except Missed:
            self.check_runs()
            raise

    def button(self, context, source, *arguments):
        return self.see(self.word(context, source, *arguments), "push button", matching=lambda one: one.is_enabled)

    def click(self, context, source, *arguments):
        self.click_on(self.button(context, source, *arguments))

    def click_on(self, seen):
        """Closes the passing message first where it lies beside or over it, as a person would have to."""
        close = self.window.find(self.word("Toast", "Close the message"), "push button")
        if close and abs(close.place[1] - seen.place[1]) < close.place[3] + seen.place[3]:
            self.hands.click(close)
            until(lambda: not close.is_showing, "the message closed")
        self.hands.click(seen)

    # --- the list

    @property
    def worklist(self):
        return self.see(role="table")

    def row_texts(self):
        """What each row in sight says as a whole, from the top."""
        table = self.worklist
        _, top, _, height = table.place
        for row in range(table.rows):
            cell = table.cell(row, 0)
            _, y, _, tall = cell.place
            if y + tall > top + height:
                return
            if y >= top:
                yield row, cell.name

    def rows_in_sight(self):
        """Row and case number, from the top, once all of them have been read from the disk."""

        def read():
            found = [(row, NUMBER.search(text)) for row, text in self.row_texts()]
            return found if found and all(number for _, number in found) else None

        return [(row, number.group()) for row, number in until(read, "rows that can be read")]

    def chosen_number(self):
        """Of the row that is marked; nothing when none in sight is."""
        for row, number in self.rows_in_sight():
            if self.worklist.cell(row, 0).is_selected:
                return number
        return ""

    def open_row(self, row):
        self.click_on(self.worklist.cell(row, 0))

    def scroll_list(self):
        """Some rows further down; whether there were any."""
        table = self.worklist
        last = table.cell(table.rows - 1, 0)
        _, top, _, height = table.place
        before = last.place
        if before[1] + before[3] <= top + height:
            return False
        self.hands.wheel_down(table, 8)
        until(lambda: last.place != before, "the list scrolled")
        return True

    # --- the case

    @property
    def case(self):
        return self.see(self.word("CasePane", "Request"), "filler")

    @property
    def case_number(self):
        """Of the case on screen; nothing while none is shown."""
        label = self.window.find(re.compile(rf"^{NUMBER.pattern}$"), "label")
        return label.name if label else ""

    def wait_for_case(self, number):
        until(lambda: self.case_number == number, f"request {number} on screen")

    # --- deciding

    def sheet(self, act):
        return self.see(act, "frame")

    def choose(self, label, choice):
        """Opens a field of choices by its label and takes one by its name."""
        box = self.see(role="combo box", matching=lambda one: label in (one.name, one.label))
        if box.name == choice:
            return
        self.hands.click(box)

        def item():
            for shown in box.children():
                for entry in shown.children() if shown.is_showing else ():
                    if entry.name == choice:
                        return entry
            return None

        self.hands.click(until(item, f"the choice «{choice}»"))
        until(lambda: box.name == choice, f"«{choice}» chosen")

    def type_into(self, field, text):
        """Clicks into a field and types; the field must then hold it."""
        self.hands.click(field)
        self.hands.press("ctrl+a")
        self.hands.write(text)
        until(lambda: field.text == plain(text), f"«{text}» typed into «{field.name}»")

    def type_password(self, password):
        """Into the card; it cannot be read back, only counted."""
        # The card moves when the note on the connection comes: what was clicked may not be what was seen.
        field = self.see(self.word("SignInCard", "Password"), "password text")
        for tries_left in (2, 1, 0):
            self.hands.click(field)
            self.hands.press("ctrl+a")
            self.hands.write(password)
            try:
                until(lambda: field.length == len(password), "the password typed", 6)
                return
            except Missed:
                if not tries_left:
                    raise

    # --- the line at the bottom

    def status(self, context, source):
        """The sentence of the status line that fits, once it is there."""
        return self.window.find(self.words.pattern(context, source), "label")

    def waits(self, count):
        """Whether the status line says that so many acts wait."""
        return self.window.find(self.words.counted("StatusLine", "%n item(s) waiting to be sent", count), "label")

    # --- menus

    def choose_in_menu(self, opener, *names):
        """Opens a menu and follows the names down to the last one."""
        self.eyes.forget_menus()
        self.hands.click(opener)
        for name in names:
            self.hands.click(self.eyes.menu_item(name))

# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on screen, as assistive technology sees it: the names, roles, states and places of AT-SPI."""

import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from waiting import LIMIT, Missed, until  # noqa: E402

STATE = Atspi.StateType


# Marks of direction are for the eye.
_CONTROLS = re.compile("[\u200e\u200f\u061c\u2066-\u2069\u202a-\u202e]")
# Their children are cells and items: many, and asked for by name only where they are wanted.
_CROWDS = {"table", "list", "tree", "tree table"}
# Nothing is below these. Not asking them for it halves the questions, and each is a round trip to the program.
_LEAVES = {"label", "push button", "check box", "radio button", "scroll bar", "combo box", "separator"}

# What comes up from these lies over the window and not inside of them.
_OPENERS = {"combo box", "popup menu"}


def plain(text):
    return _CONTROLS.sub("", text or "").strip()


class Seen:
    """One accessible object. All but its role is asked anew: nothing here remembers what was."""

    def __init__(self, node):
        self._node = node
        self._role = ""

    def _ask(self, question, otherwise):
        try:
            return question(self._node)
        except GLib.Error:  # gone meanwhile, or the program is
            return otherwise

    @property
    def name(self):
        return plain(self._ask(Atspi.Accessible.get_name, ""))

    @property
    def description(self):
        return plain(self._ask(Atspi.Accessible.get_description, ""))

    @property
    def role(self):
        self._role = self._role or self._ask(Atspi.Accessible.get_role_name, "")
        return self._role

    @property
    def text(self):
        """What is written in a field."""
        length = self.length
        return plain(self._ask(lambda node: Atspi.Text.get_text(node, 0, length), ""))

    @property
    def length(self):
        """How many characters are in a field, also where they are not to be read."""
        return self._ask(Atspi.Text.get_character_count, 0)

    @property
    def label(self):
        """The name of what labels it: a field of choices is named after its choice."""
        for relation in self._ask(Atspi.Accessible.get_relation_set, None) or ():
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY and relation.get_n_targets():
                return Seen(relation.get_target(0)).name
        return ""

    def has(self, state):
        states = self._ask(Atspi.Accessible.get_state_set, None)
        return bool(states and states.contains(state))

    @property
    def is_showing(self):
        return self.has(STATE.SHOWING)

    @property
    def is_enabled(self):
        return self.has(STATE.ENABLED) and self.has(STATE.SENSITIVE)

    @property
    def is_selected(self):
        return self.has(STATE.SELECTED)

    @property
    def is_focused(self):
        return self.has(STATE.FOCUSED)

    @property
    def place(self):
        """x, y, width, height on the screen, in pixels."""
        box = self._ask(lambda node: Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN), None)
        return (box.x, box.y, box.width, box.height) if box else (0, 0, 0, 0)

    @property
    def parent(self):
        node = self._ask(Atspi.Accessible.get_parent, None)
        return Seen(node) if node else None

    @property
    def place_in_sight(self):
        """What of its place is not scrolled out of what it lies in; no width or height when nothing is."""
        left, top, width, height = self.place
        right, bottom = left + width, top + height
        around = self.parent
        while around and around.role not in _OPENERS:
            x, y, width, height = around.place
            if width > 0 and height > 0:
                left, top = max(left, x), max(top, y)
                right, bottom = min(right, x + width), min(bottom, y + height)
            around = around.parent
        return left, top, max(0, right - left), max(0, bottom - top)

    @property
    def rows(self):
        return self._ask(Atspi.Table.get_n_rows, 0)

    @property
    def columns(self):
        return self._ask(Atspi.Table.get_n_columns, 0)

    def cell(self, row, column):
        return Seen(self._ask(lambda node: Atspi.Table.get_accessible_at(node, row, column), None))

    def children(self):
        for index in range(self._ask(Atspi.Accessible.get_child_count, 0)):
            child = self._ask(lambda node, at=index: Atspi.Accessible.get_child_at_index(node, at), None)
            if child:
                yield Seen(child)

    def everything(self, role=None):
        """This and all below it that is shown and of that role, in the order of the tree."""
        wanted = role is None or self.role == role
        if self.role in _LEAVES and not wanted or not self.is_showing:
            return
        if wanted:
            yield self
        if self.role not in _CROWDS and self.role not in _LEAVES:
            for child in self.children():
                yield from child.everything(role)

    def find_all(self, name=None, role=None, matching=None):
        """All below with that name (a text, or a compiled pattern) and role."""
        for seen in self.everything(role):
            if name is not None and not _is_named(seen.name, name):
                continue
            if matching and not matching(seen):
                continue
            yield seen

    def find(self, name=None, role=None, matching=None):
        return next(self.find_all(name, role, matching), None)

    def wait_for(self, name=None, role=None, matching=None, limit=LIMIT):
        """The first such one, as soon as it is there."""
        wanted = name.pattern if isinstance(name, re.Pattern) else name
        return until(lambda: self.find(name, role, matching), f"on screen: {role or ''} «{wanted or '…'}»", limit)

    def tree(self, depth=0):
        """All of it as indented lines, for whoever looks for a name."""
        if not self.is_showing:
            return
        words = f"{self.role} «{self.name}»"
        if self.description:
            words += f" / {self.description}"
        if self.text and self.text != self.name:
            words += f" = {self.text!r}"
        yield f"{'  ' * depth}{words} {self.place}" + ("" if self.is_enabled else " off")
        if self.role not in _CROWDS:
            for child in self.children():
                yield from child.tree(depth + 1)


def _is_named(name, wanted):
    return bool(wanted.search(name)) if isinstance(wanted, re.Pattern) else name == wanted


class Eyes:
    """The accessibility bus of this process's session. DBUS_SESSION_BUS_ADDRESS must be set before."""

    def __init__(self):
        if Atspi.init() not in (0, 1):
            raise Missed("the accessibility bus does not answer")
        Atspi.set_timeout(3000, 3000)
        self._desktop = Atspi.get_desktop(0)
        Atspi.Accessible.set_cache_mask(self._desktop, Atspi.Cache.NONE)
        self._menus = []
        # Qt keeps menus out of the tree and tells of them when they come up.
        self._listener = Atspi.EventListener.new(self._hear)
        if not self._listener.register("object:state-changed:showing"):
            raise Missed("the accessibility bus tells no news")

    def _hear(self, event, *_):
        seen = Seen(event.source)
        if event.detail1 and seen.role == "popup menu":
            self._menus.append(seen)

    @staticmethod
    def _take_news():
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    def forget_menus(self):
        self._take_news()
        self._menus.clear()

    def menu_item(self, name, limit=LIMIT):
        """The entry of that name in the menus that came up, the newest first."""

        def item():
            self._take_news()
            for menu in reversed(self._menus):
                for entry in menu.children():
                    if entry.name == name and entry.is_showing:
                        return entry
            return None

        return until(item, f"in a menu: «{name}»", limit)

    def _program(self, pid):
        self._take_news()
        for index in range(self._desktop.get_child_count()):
            node = self._desktop.get_child_at_index(index)
            try:
                if node and node.get_process_id() == pid:
                    Atspi.Accessible.set_cache_mask(node, Atspi.Cache.NONE)
                    return node
            except GLib.Error:
                continue
        return None

    def window_of(self, pid, limit=LIMIT):
        """The first window of that process."""

        def window():
            program = self._program(pid)
            for child in Seen(program).children() if program else ():
                if child.is_showing:
                    return child
            return None

        return until(window, f"a window of process {pid} on the accessibility bus", limit)

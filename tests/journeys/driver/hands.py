# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real mouse and key events, by xdotool, at the places that the eyes found."""

import subprocess

from waiting import Missed, expect


class Hands:
    """A mouse and a keyboard of one screen."""

    def __init__(self, environment):
        self._environment = environment

    def _do(self, *words):
        done = subprocess.run(
            ["xdotool", *[str(word) for word in words]],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )
        if done.returncode != 0:
            raise Missed(f"xdotool {words[0]}: {done.stderr.strip()}")
        return done.stdout

    def click(self, seen, times=1):
        """The left button in the middle of what is in sight of it."""
        x, y, width, height = seen.place_in_sight
        expect(width > 2 and height > 2, f"«{seen.name}» is out of sight")
        self._do("mousemove", x + width // 2, y + height // 2, "click", "--repeat", times, "--delay", 60, 1)

    def wheel_down(self, seen, notches):
        x, y, width, height = seen.place
        self._do("mousemove", x + width // 2, y + height // 2, "click", "--repeat", notches, "--delay", 30, 5)

    def press(self, *keys):
        """Keys one after the other, named as xdotool does: Return, ctrl+l, Down."""
        self._do("key", "--delay", 20, *keys)

    def write(self, text):
        """Letter by letter, whatever the keyboard's layout."""
        self._do("type", "--delay", 8, text)

    def start_writing(self, text, pause_ms):
        """Types on while others look; answers the process that does so."""
        words = ["xdotool", "type", "--delay", str(pause_ms), text]
        return subprocess.Popen(words, env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

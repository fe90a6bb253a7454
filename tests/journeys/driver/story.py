# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run tells: one line and one picture a step."""

import time
import traceback
from contextlib import contextmanager

from PIL import ImageGrab, ImageStat

from waiting import Missed


class Step:
    """What one step noticed, in its own words."""

    def __init__(self, title, keep_picture):
        self.title = title
        self.picture = keep_picture  # now and not at the end, which shows nothing any more
        self._seen = []
        self._found = []

    def saw(self, text):
        self._seen.append(text)

    def found(self, text):
        self._found.append(text)

    def line(self):
        told = [("screen", self._seen), ("centre", self._found)]
        return " | ".join([self.title] + [f"{where}: {'; '.join(texts)}" for where, texts in told if texts])


class Story:
    """Prints the steps as they happen and keeps a picture of the screen after each, NN-step.png."""

    def __init__(self, pictures, display, describe):
        """describe() tells what assistive technology sees, as lines; it is kept beside the picture of a miss."""
        self.pictures = pictures
        self._display = display
        self._describe = describe
        self.steps = 0
        self.failed = 0
        pictures.mkdir(parents=True, exist_ok=True)
        for old in [*pictures.glob("[0-9][0-9]-*.png"), *pictures.glob("[0-9][0-9]-*.txt")]:
            old.unlink()

    @contextmanager
    def step(self, name, title):
        """One step. After a miss it is told and the miss goes on: what follows would stand on nothing."""
        self.steps += 1
        self._is_pictured = False
        step = Step(title, lambda: self._keep_picture(name))
        begun = time.monotonic()
        try:
            yield step
        except Exception as error:
            self.failed += 1
            self._tell("MISS", f"{step.line()} | {error!s}", begun)
            seen = self.pictures / f"{self.steps:02}-{name}.txt"
            seen.write_text("\n".join(self._describe()), encoding="utf-8")
            if isinstance(error, Missed):
                raise
            traceback.print_exc()
            raise Missed(str(error)) from error
        else:
            self._tell("ok", step.line(), begun)
        finally:
            if not self._is_pictured:
                self._keep_picture(name)

    def _tell(self, how, line, begun):
        print(f"{self.steps:02} {how:4} {time.monotonic() - begun:4.1f} s  {line}", flush=True)

    def _keep_picture(self, name):
        self._is_pictured = True
        self.look().save(self.pictures / f"{self.steps:02}-{name}.png")

    def look(self, place=None):
        """The pixels of the screen, or of x, y, width, height of it."""
        picture = ImageGrab.grab(xdisplay=self._display)
        if place:
            x, y, width, height = place
            picture = picture.crop((x, y, x + width, y + height))
        return picture

    def brightness(self, place):
        """0 black to 255 white, on average."""
        return ImageStat.Stat(self.look(place).convert("L")).mean[0]

    def shades(self, place):
        """How many colours are to be seen there: a blank page has one."""
        return len(self.look(place).getcolors(1 << 24))

    def end(self):
        """The last line; whether all is well."""
        print(f"run: steps={self.steps} failed={self.failed} pictures={self.pictures}", flush=True)
        return self.failed == 0

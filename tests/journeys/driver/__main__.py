# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the centre and the desk: for a person on their desktop, or as a walk on a desktop of its own.

The walk does the main job from outside the programs, as a person would: it reads the screen through AT-SPI, sends
real mouse and key events, and asks the centre after each step whether it came true.
"""

import argparse
import contextlib
import fcntl
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from centre import Centre, TrainingData
from processes import Program
from waiting import Missed

CANNOT = 77  # what CTest takes for skipped


def main():
    words = argparse.ArgumentParser(prog="driver", description=__doc__.splitlines()[0])
    words.add_argument("how", choices=("desktop", "walk"))
    words.add_argument("--programs", type=Path, required=True, help="folder of the built programs")
    words.add_argument("--data", type=Path, help="folder that is kept between runs; none: one for this run only")
    words.add_argument("--pictures", type=Path, help="folder for the pictures of a walk")
    words.add_argument("--fresh", action="store_true", help="begin with new data")
    words.add_argument("--cases", type=int, default=400)
    words.add_argument("--officers", type=int, default=6)
    words.add_argument("--files", type=int, default=200)
    words.add_argument("--seed", type=int, default=1)
    asked = words.parse_args()
    # Whoever ends this program also ends what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGHUP, lambda *_: sys.exit(129))
    try:
        with tempfile.TemporaryDirectory(prefix="tawasul-run-") as scratch:
            return run(asked, Path(scratch))
    except KeyboardInterrupt:
        return 130


def run(asked, scratch):
    missing = what_is_missing() if asked.how == "walk" else ""
    if missing:
        print(f"run: skipped: {missing}", flush=True)
        return CANNOT
    base = asked.data.resolve() if asked.data else scratch / "data"
    logs = base / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    try:
        with alone_in(base):
            return run_in(asked, base, logs, scratch)
    except Missed as missed:
        print(f"run: {missed}", file=sys.stderr, flush=True)
        return 1


@contextlib.contextmanager
def alone_in(base):
    """Two runs on the same data would be one centre too many."""
    with open(base / "lock", "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Missed(f"another run is at work in {base}") from None
        yield


def run_in(asked, base, logs, scratch):
    data = TrainingData(base / "centre")
    why = "new data were asked for" if asked.fresh else data.why_not_usable()
    if why:
        print(f"run: {why}: generating {asked.cases} requests", flush=True)
        make(asked, base, data)
    centre = Centre(asked.programs, data.folder, logs)
    try:
        centre.start()
        if asked.how == "desktop":
            return on_the_desktop(asked, base, centre, data)
        if data.is_used_up(centre.address):
            print("run: most requests have been worked on by runs before: generating new data", flush=True)
            centre.stop()
            make(asked, base, data)
            centre.start()
        return walk(asked, base, scratch, centre, data)
    finally:
        centre.stop()


def make(asked, base, data):
    """New data, and no desk that still knows the old ones."""
    shutil.rmtree(base / "desk", ignore_errors=True)
    data.make(asked.programs, cases=asked.cases, officers=asked.officers, files=asked.files, seed=asked.seed)


def what_is_missing():
    """What a walk needs and this machine lacks; nothing when all is there."""
    try:
        import screen
        from PIL import ImageGrab  # noqa: F401

        import eyes  # noqa: F401
    except (ImportError, ValueError) as error:
        return f"{error} (Debian: python3-gi, gir1.2-atspi-2.0, python3-pil)"
    lacking = [program for program in screen.PROGRAMS if not shutil.which(program)]
    return f"{', '.join(lacking)} not installed" if lacking else ""


def on_the_desktop(asked, base, centre, data):
    """Opens the desk for the person who sits there, until they close it."""
    print(f"\nCentre: {centre.address} (training data only)\n\n{'user name':<14}{'password':<24}role, section, region")
    for account in data.accounts:
        scope = ", ".join(filter(None, (account["role"], account["section"], account["region"])))
        print(f"{account['username']:<14}{account['password']:<24}{scope}")
    print("\nTo end: close the window, or press Ctrl+C here.", flush=True)
    first = data.accounts[0]
    words = [asked.programs / "tawasul-desk", "--training", "--centre", centre.address, "--data", base / "desk"]
    words += ["--username", first["username"], "--password", first["password"]]
    desk = Program(words, base / "logs/desk.log")
    try:
        code = desk.wait()
    finally:
        # Asked to, it still writes down what is being typed.
        desk.ask_to_end()
    if code != 0:
        raise Missed(f"the desk ended with {code}: {desk.last_words()}")
    return 0


def walk(asked, base, scratch, centre, data):
    """The main job by real events on a desktop of its own."""
    from screen import Screen

    # Short, since D-Bus puts its sockets there.
    with Screen(scratch / "screen") as screen:
        os.environ.update(screen.environment)
        from desk import Desk
        from hands import Hands
        from journey import work_through
        from story import Story
        from words import Words

        desk = Desk(asked.programs, scratch / "desk", base / "logs", screen, Hands(screen.environment), Words())
        pictures = (asked.pictures or base / "pictures").resolve()
        story = Story(pictures, screen.environment["DISPLAY"], desk.describe)
        try:
            work_through(desk, centre, data.accounts[0], story)
        except Missed:
            pass  # told with its step
        finally:
            desk.kill()
        return 0 if story.end() else 1


if __name__ == "__main__":
    sys.exit(main())

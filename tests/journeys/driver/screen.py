# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of the driver's own: X server, window manager and D-Bus session, seen by nobody else."""

import os
import subprocess

from processes import Program
from waiting import Missed, until

SIZE = "1600x1000x24"
PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", "xdotool", "setxkbmap")


class Screen:
    """The programs of the desktop and the environment in which others find it. Ends them on leaving."""

    def __init__(self, folder):
        self._folder = folder
        self._programs = []
        self.environment = dict(os.environ)

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        # Asked to, the X server takes its lock and its socket along.
        for program in reversed(self._programs):
            program.ask_to_end()

    def _start(self):
        runtime = self._folder / "runtime"
        home = self._folder / "home"
        for folder in (runtime, home):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
        for name in ("WAYLAND_DISPLAY", "XAUTHORITY", "AT_SPI_BUS_ADDRESS", "LANGUAGE", "QT_QPA_PLATFORM"):
            self.environment.pop(name, None)
        self.environment.update(
            XDG_RUNTIME_DIR=str(runtime),
            HOME=str(home),
            XDG_CONFIG_HOME=str(home / ".config"),
            XDG_DATA_HOME=str(home / ".local/share"),
            XDG_CACHE_HOME=str(home / ".cache"),
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            LC_ALL="C.UTF-8",
            NO_AT_BRIDGE="1",
        )
        # -r: a key that a busy machine lets go of too late must not repeat itself.
        self.environment["DISPLAY"] = ":" + self._told(
            "Xvfb", "-displayfd", screen=("-screen", "0", SIZE, "-nolisten", "tcp", "-noreset", "-r")
        )
        address = self._told("dbus-daemon", "--print-address", screen=("--session", "--nofork"))
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self._begin("openbox", "--sm-disable")
        subprocess.run(
            ["setxkbmap", "-layout", "us,ara"], env=self.environment, check=True, stderr=subprocess.DEVNULL
        )

    def _begin(self, *words, **more):
        log = self._folder / f"{words[0]}.log"
        try:
            program = Program(words, log, self.environment, **more)
        except FileNotFoundError:
            raise Missed(f"{words[0]} is not installed") from None
        self._programs.append(program)
        return program

    def _told(self, name, option, screen):
        """Starts a program that writes where it can be found into the file descriptor which option names."""
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        with os.fdopen(reading, "rb") as said:
            words = (name, f"{option}={writing}") if option.startswith("--") else (name, option, str(writing))
            program = self._begin(*words, *screen, pass_fds=(writing,))
            os.close(writing)
            told = bytearray()

            def line():
                told.extend(said.read() or b"")
                if program.exit_code is not None:
                    raise Missed(f"{name} ended: {program.last_words()}")
                return told.endswith(b"\n")

            until(line, f"{name} says where it is")
        return told.decode().strip()

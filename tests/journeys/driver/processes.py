# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs started by the driver: each in a process group of its own, so that none of them outlives it."""

import ctypes
import os
import signal
import subprocess

from waiting import Missed


_libc = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


def _end_with_the_driver():
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


class Program:
    """A running program whose output goes into a file."""

    def __init__(self, words, log, environment=None, pass_fds=()):
        self.name = os.path.basename(words[0])
        self.log = log
        self._is_over = False
        with open(log, "wb") as output:
            self._process = subprocess.Popen(
                [str(word) for word in words],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=environment,
                pass_fds=pass_fds,
                start_new_session=True,
                preexec_fn=_end_with_the_driver,
            )

    @property
    def pid(self):
        return self._process.pid

    @property
    def exit_code(self):
        """None while it runs."""
        return self._process.poll()

    def wait(self, limit=None):
        """Its exit code; Missed when it has not ended within limit seconds."""
        try:
            return self._process.wait(limit)
        except subprocess.TimeoutExpired:
            raise Missed(f"{self.name} did not end within {limit:g} s") from None

    def ask_to_end(self, limit=10):
        """SIGTERM, and its exit code; whoever does not listen is killed, which is a miss."""
        if self.exit_code is None:
            self._process.terminate()
        try:
            return self.wait(limit)
        finally:
            self.kill()

    def kill(self):
        """SIGKILL for it and what it started. Once: its number may be somebody else's later."""
        if self._is_over:
            return
        self._is_over = True
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self._process.wait()

    def last_words(self, lines=8):
        """The end of its output, for whoever asks why it failed."""
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return "".join(log.readlines()[-lines:])

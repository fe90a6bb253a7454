# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for things to become true: always with a limit, never longer than needed."""

import time

PAUSE = 0.1  # seconds between two looks
LIMIT = 20  # seconds for what a person would see at once: a busy machine must not look like a fault


class Missed(Exception):
    """What was waited for did not come, or what was seen is not what was asked for."""


def until(look, what, limit=LIMIT):
    """The first true answer of look() within limit seconds; Missed, naming what, when there is none."""
    end = time.monotonic() + limit
    while True:
        answer = look()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Missed(f"{what}: not within {limit:g} s")
        time.sleep(PAUSE)


def expect(truth, what):
    """Missed, naming what, unless it is true now."""
    if not truth:
        raise Missed(what)
    return truth

# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells which files and functions have grown past what is read at one sitting. It warns; it never fails."""

import re
import sys
from pathlib import Path

from tree import ROOT, Finding, files, read

HEADER_LINES, SOURCE_LINES, FUNCTION_LINES = 150, 500, 60


def check(root):
    for path in files(root, ".h", ".cpp"):
        text = read(root, path)
        limit = HEADER_LINES if path.endswith(".h") else SOURCE_LINES
        lines = text.count("\n")
        if lines > limit:
            yield Finding(path, 1, "size", f"{lines} lines; {limit} are enough for one thought")
        for start, length in functions(text):
            if length > FUNCTION_LINES:
                yield Finding(path, start, "size", f"a function of {length} lines; {FUNCTION_LINES} are enough")


def functions(text):
    """First line and length of each body. clang-format puts the braces of functions alone on their lines and those
    of all else, except of types, which end in `};`, on the line of their head."""
    open_at = {}
    for number, line in enumerate(text.splitlines(), 1):
        if re.fullmatch(r" *\{", line):
            open_at[len(line)] = number
        elif re.fullmatch(r" *\}", line) and len(line) in open_at:
            start = open_at.pop(len(line))
            yield start, number - start - 1
        elif re.fullmatch(r" *\};", line):
            open_at.pop(len(line) - 1, None)


if __name__ == "__main__":
    for finding in sorted(check(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)):
        print(f"warning: {finding}")

# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing in the tree knows the machine it was written on, nor where packages come from."""

import json
import re

from tree import Finding, files, read, run

# Written with brackets so that this file does not find itself.
MACHINE = re.compile(r"(?<![\w.}])/(?:hom[e]/\w|roo[t]/|User[s]/\w|wor[k]/|tm[p]/wt\b)|\b[C]:\\\\?User[s]")
HOSTS = re.compile(
    r"registry\.npm[j]s|registry\.yarn[p]kg|(?:deb|security|ftp\.\w+)\.debia[n]\.org|pyp[i]\.org|pythonhoste[d]\.org"
    r"|proxy\.golan[g]|crates\.i[o]|artifact-?registr[y]"
)
# Tests show such addresses to people; nothing else of ours knows one.
PRIVATE = re.compile(r"(?<![\w.])(?:10\.\d+|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.\d+\.\d+(?![\w.])")
BINARY = (".png", ".pdf", ".sqlite", ".ico", ".ttf", ".otf", ".woff", ".woff2", ".jpg", ".zst", ".gz")


def check(root):
    for path in files(root):
        if path.endswith(BINARY):
            continue
        try:
            text = read(root, path)
        except UnicodeDecodeError:
            yield Finding(path, 1, "encoding", "is not UTF-8")
            continue
        if path.endswith("package-lock.json"):
            yield from check_lock(path, text)
        for number, line in enumerate(text.splitlines(), 1):
            if MACHINE.search(line):
                yield Finding(path, number, "machine", "a path of one machine")
            if HOSTS.search(line):
                yield Finding(path, number, "host", "an address of a package host")
            if PRIVATE.search(line) and not path.startswith("tests/"):
                yield Finding(path, number, "host", "an address of a private network")


def check_lock(path, text):
    for name, package in json.loads(text).get("packages", {}).items():
        if "resolved" in package:
            yield Finding(path, 1, "lock", f"{name} names its address: lock with --omit-lockfile-registry-resolved")
        if name and not package.get("link") and "integrity" not in package:
            yield Finding(path, 1, "lock", f"{name} has no integrity")


if __name__ == "__main__":
    run(check, "portable")

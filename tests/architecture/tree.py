# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: the files of the tree, C++ with its words set apart, and how a finding is told."""

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {".git", "build", "node_modules", "__pycache__", ".cache"}


@dataclass(frozen=True, order=True)
class Finding:
    path: str
    line: int
    rule: str
    text: str

    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}] {self.text}"


def files(root, *suffixes, under=""):
    """Paths relative to root, with slashes, sorted; odd documents kept as test data are not looked into."""
    found = []
    for folder, folders, names in os.walk(root / under):
        folders[:] = sorted(name for name in folders if name not in NOT_OURS)
        for name in set(names) - NOT_OURS:
            path = (Path(folder) / name).relative_to(root).as_posix()
            if not path.startswith("tests/data/") and (not suffixes or name.endswith(suffixes)):
                found.append(path)
    return sorted(found)


def read(root, path):
    return (root / path).read_text(encoding="utf-8")


def run(check, title):
    """Runs check(root) on the tree named on the command line, or on this one, and tells what it found."""
    root = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT
    findings = sorted(set(check(root)))
    for finding in findings:
        print(finding)
    print(f"{title}: {len(findings)} findings")
    sys.exit(1 if findings else 0)


_WORDS = re.compile(
    r"""(?P<raw>R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")
      | (?P<string>"(?:\\.|[^"\\\n])*")
      | (?P<char>(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+')
      | (?P<comment>//[^\n]*|/\*.*?\*/)""",
    re.VERBOSE | re.DOTALL,
)


class Source:
    """One C++ file: its code without comments and literals, its literals, its includes and its exemptions."""

    def __init__(self, text):
        self.strings = []
        self._allowed = {}
        self.code = _WORDS.sub(self._set_apart, text)
        self.lines = text.count("\n")
        uncommented = _WORDS.sub(lambda m: _blank(m.group()) if m.group("comment") else m.group(), text)
        self.includes = [
            (_line(uncommented, m.start()), m.group(1), m.group(2))
            for m in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', uncommented, re.MULTILINE)
        ]

    def _set_apart(self, match):
        line = _line(match.string, match.start())
        if match.group("comment"):
            allowed = re.search(r"\ballow\(([a-z-]+)\):\s*\S", match.group())
            if allowed:
                self._allowed.setdefault(line, set()).add(allowed.group(1))
        elif not match.group("char"):
            self.strings.append((line, match.group()))
        return _blank(match.group())

    def allows(self, rule, line):
        """Whether that line, or the one above it, says `// allow(rule): why`."""
        return any(rule in self._allowed.get(at, ()) for at in (line, line - 1))

    def find(self, pattern):
        """Line and match of every place in the code."""
        return [(_line(self.code, m.start()), m) for m in re.finditer(pattern, self.code)]

    def calls(self, name):
        """Line and arguments, as written, of every call of name."""
        for line, match in self.find(rf"\b{name}\s*\("):
            yield line, _arguments(self.code, match.end())


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def _line(text, offset):
    return text.count("\n", 0, offset) + 1


def _arguments(code, start):
    depth, argument, arguments = 0, "", []
    for letter in code[start:]:
        if letter in ")]}" and depth == 0:
            break
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and depth == 0:
            arguments.append(argument.strip())
            argument = ""
        else:
            argument += letter
    return [*arguments, argument.strip()]

# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations are complete: nothing unfinished, all plural forms, the same placeholders, and no text in the
sources that the files do not hold."""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path

from tree import ROOT, Finding, read

ARABIC, ENGLISH = "translations/tawasul_ar.ts", "translations/tawasul_en.ts"
FORMS = {ARABIC: 6, ENGLISH: 2}
# Arabic says none, one and two in the noun itself; from the fourth form on the number must be there.
FORMS_WITHOUT_NUMBER = {ARABIC: 3, ENGLISH: 1}
LANGUAGES = {ARABIC: "ar", ENGLISH: "en"}


def check(root):
    for path in FORMS:
        if (root / path).exists():
            tree = xml.fromstring(read(root, path))
            yield from check_head(path, tree)
            for context in tree.iter("context"):
                for message in context.iter("message"):
                    yield from check_message(path, context.findtext("name", ""), message)


def check_head(path, tree):
    language = tree.get("language", "")
    if language != LANGUAGES[path]:
        yield Finding(path, 1, "language", f"is '{language}', must be '{LANGUAGES[path]}': lupdate guesses wrongly")
    if tree.get("sourcelanguage") != "en":
        yield Finding(path, 1, "language", "the source language must be 'en'")


def check_message(path, context, message):
    source = message.findtext("source", "")
    where = f"{context}: \"{source}\""
    translation = message.find("translation")
    plural = message.get("numerus") == "yes"
    # English is the language of the sources; its file is there for the plurals only.
    if path == ENGLISH and not plural:
        return
    state = "missing" if translation is None else translation.get("type")
    if state:
        yield Finding(path, 1, "unfinished", f"{where} is {state}")
        return
    forms = [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
    if plural and len(forms) != FORMS[path]:
        yield Finding(path, 1, "plural", f"{where} has {len(forms)} forms, must have {FORMS[path]}")
        return
    for number, form in enumerate(forms):
        if not form.strip():
            yield Finding(path, 1, "empty", f"{where} is empty in form {number + 1}")
            continue
        may_lack = {"%n"} if plural and number < FORMS_WITHOUT_NUMBER[path] else set()
        wrong = (placeholders(source) ^ placeholders(form)) - may_lack
        if wrong:
            yield Finding(path, 1, "placeholder", f"{where} differs in {' '.join(sorted(wrong))}")


def placeholders(text):
    return set(re.findall(r"%L?(?:[0-9]{1,2}|n)", text))


def check_sources(root, lupdate):
    """Reads the sources into a copy: what comes out unfinished or vanished was forgotten in the file."""
    rooms = [name for name in ("app", "models", "ui") if (root / name).exists()]
    if not (root / ARABIC).exists() or not rooms:
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "fresh.ts"
        shutil.copy(root / ARABIC, copy)
        # -I . lets lupdate find the headers, without which it loses the namespace of a context.
        command = [lupdate, "-silent", "-I", ".", "-locations", "none", *rooms, "-ts", str(copy)]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            yield Finding(ARABIC, 1, "lupdate", done.stderr.strip())
            return
        for context in xml.fromstring(copy.read_text(encoding="utf-8")).iter("context"):
            for message in context.iter("message"):
                state = message.find("translation").get("type")
                if state:
                    text = message.findtext("source", "")
                    yield Finding(ARABIC, 1, "outdated", f"{context.findtext('name')}: \"{text}\" is {state}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", nargs="?", type=Path, default=ROOT)
    parser.add_argument("--lupdate", help="Qt's lupdate; without it the sources are not compared")
    options = parser.parse_args()
    root = options.root.resolve()
    found = sorted({*check(root), *(check_sources(root, options.lupdate) if options.lupdate else ())})
    print(*found, f"translations: {len(found)} findings", sep="\n")
    sys.exit(1 if found else 0)

# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words on screen, as the shipped translation has them: by context and English source."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from eyes import plain
from waiting import Missed

TRANSLATIONS = Path(__file__).resolve().parents[3] / "translations"


class Words:
    """Arabic words. A word that is not in the translation is a miss: the screen would show English."""

    def __init__(self, file=TRANSLATIONS / "tawasul_ar.ts"):
        self._words = {}
        for context in ElementTree.parse(file).getroot().iter("context"):
            name = context.findtext("name").removeprefix("tawasul::")
            for message in context.iter("message"):
                translation = message.find("translation")
                forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
                self._words.setdefault((name, message.findtext("source")), forms)

    def _forms(self, context, source):
        try:
            return self._words[context, source]
        except KeyError:
            raise Missed(f"no translation of “{source}” in {context}") from None

    def of(self, context, source, *arguments):
        """The word, with %1 and on replaced where arguments are given."""
        return _filled(plain(self._forms(context, source)[0]), arguments)

    def pattern(self, context, source):
        """A pattern for the word with anything in place of %1 and on."""
        parts = re.split(r"%[1-9]", self.of(context, source))
        return re.compile("^" + "(.+)".join(re.escape(part) for part in parts) + "$")

    def counted(self, context, source, count):
        """The form of the word that goes with that many."""
        forms = self._forms(context, source)
        return plain(forms[_arabic_form(count)]).replace("%n", str(count))


def _filled(text, arguments):
    for place, argument in enumerate(arguments, 1):
        text = text.replace(f"%{place}", str(argument))
    return text


def _arabic_form(count):
    """Zero, one, two, few, many, other: Qt's order for Arabic."""
    if count <= 2:
        return count
    rest = count % 100
    return 3 if 3 <= rest <= 10 else 4 if rest >= 11 else 5

# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rough folding of Arabic for comparison, and the scorer that measures how well the terms separate."""

import re
import unicodedata

BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ARABIC_LETTER = re.compile("[\u0621-\u064a]")
PLACEHOLDER = re.compile(r"\{([a-z_]*)\}")

_DROPPED = re.compile("[\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_LETTERS = str.maketrans("آأإٱىئیؤةۀک", "اااايييوههك")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
# Particles written together with the word that follows them.
_ATTACHED = r"(?:[وف]?(?:ال|لل|[بكل](?:ال)?)?)?"


def fold(text):
    """The steps of foldForSearch() but the joining of compound names, then words parted by single spaces."""
    text = unicodedata.normalize("NFKC", text)
    text = _DROPPED.sub("", text).translate(_LETTERS).translate(_DIGITS).casefold()
    return " ".join(re.findall(r"\w+", text))


def _without_article(folded):
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded


class Terms:
    """Weighted terms of one subject; a term counts once, however often it occurs."""

    def __init__(self, rows):
        self._inside = [(fold(row["text"]), row["weight"]) for row in rows]
        self._whole = []
        for text, weight in self._inside:
            bare = _without_article(text)
            self._whole.append((bare, re.compile(r"(?<!\w)" + _ATTACHED + re.escape(bare) + r"(?!\w)"), weight))

    def score(self, folded):
        """Terms matched as words, with attached particles allowed before the first."""
        return sum(weight for bare, pattern, weight in self._whole if bare in folded and pattern.search(folded))

    def loose_score(self, folded):
        """Terms matched anywhere, also inside words: the plainest matching a program could do."""
        return sum(weight for text, weight in self._inside if text in folded)


def without_placeholders(text):
    return PLACEHOLDER.sub(" ", text)


def best(subjects, text, loose=False):
    """The code with the highest score, or None when nothing matches or two are equal."""
    folded = fold(without_placeholders(text))
    scores = sorted(((terms.loose_score(folded) if loose else terms.score(folded), code)
                     for code, terms in subjects.items()), reverse=True)
    if scores[0][0] == 0 or (len(scores) > 1 and scores[0][0] == scores[1][0]):
        return None
    return scores[0][1]

# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A document's shape written as a document: types at the leaves, exact keys, one sample row for a list."""

import datetime
import re


class Bilingual:
    """A text in both languages of the program."""


class Date:
    """An ISO date, written with ASCII digits."""


class OneOf:
    def __init__(self, *values):
        self.values = values


class Matching:
    def __init__(self, pattern):
        self.pattern = re.compile(pattern)


class Optional:
    """The key may be missing or its value null."""

    def __init__(self, spec):
        self.spec = spec


def is_date(value):
    try:
        return isinstance(value, str) and datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _keys(value, spec, path):
    required = {key for key, inner in spec.items() if not isinstance(inner, Optional)}
    for key in sorted(required - value.keys()):
        yield f"{path}: {key} is missing"
    for key in sorted(value.keys() - spec.keys()):
        yield f"{path}: {key} is not part of the shape"
    for key in spec.keys() & value.keys():
        yield from problems(value[key], spec[key], f"{path}.{key}")


def problems(value, spec, path="$"):
    """Where `value` departs from `spec`, one sentence each."""
    if isinstance(spec, Optional):
        if value is not None:
            yield from problems(value, spec.spec, path)
    elif isinstance(spec, dict):
        if isinstance(value, dict):
            yield from _keys(value, spec, path)
        else:
            yield f"{path}: not an object"
    elif isinstance(spec, list):
        if isinstance(value, list):
            for number, row in enumerate(value):
                yield from problems(row, spec[0], f"{path}[{number}]")
        else:
            yield f"{path}: not a list"
    elif spec is Bilingual:
        yield from problems(value, {"ar": Matching(r"\S"), "en": Matching(r"\S")}, path)
    elif not _leaf_fits(value, spec):
        yield f"{path}: {value!r} does not fit"


def _leaf_fits(value, spec):
    if spec is Date:
        return is_date(value)
    if isinstance(spec, OneOf):
        return value in spec.values
    if isinstance(spec, Matching):
        return isinstance(value, str) and bool(spec.pattern.search(value))
    if spec is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, spec)

#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the centre's reference data and the texts of the demo generator; prints every problem, fails on any."""

import json
import pathlib
import sys

import reference_rules
import text_rules

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXTS = ("descriptions", "names", "notes", "volumes", "documents")


def load(path):
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


def load_all():
    reference = load("resources/reference/reference.json")
    return reference, {name: load(f"app/central/demo/texts/{name}.json") for name in TEXTS}


def problems(reference, texts):
    """All problems. A document whose shape is broken is judged by its shape alone, the rest would only stumble."""
    found = list(reference_rules.shape(reference)) + list(text_rules.shape(reference, texts))
    if found:
        return found
    for rule in reference_rules.RULES:
        found += rule(reference)
    for rule in text_rules.RULES:
        found += rule(reference, texts)
    return found


def main():
    reference, texts = load_all()
    found = problems(reference, texts)
    for problem in found:
        print(problem)
    if not found:
        for name, share in text_rules.measures(reference, texts).items():
            print(f"{name}: {share:.1%}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks the data on purpose, one fault at a time: every fault must be named by some rule."""

import copy
import sys

from check_reference import load_all, problems


def template(ref, code):
    return next(row for row in ref["reply_templates"] if row["code"] == code)


def first_description(texts, code):
    return texts["descriptions"]["sub_services"][code][0]


# What is broken, and a piece of the sentence that must appear.
FAULTS = (
    ("a key is gone", lambda ref, _: ref["sections"][0].pop("name"), "name is missing"),
    ("a key too many", lambda ref, _: ref.update(extra=1), "not part of the shape"),
    ("a weight of six", lambda ref, _: ref["enquiry_terms"][0].update(weight=6), "does not fit"),
    ("an English name is empty", lambda ref, _: ref["documents"][0]["name"].update(en=" "), "does not fit"),
    ("a day that does not exist", lambda ref, _: ref["calendar"]["holidays"][0].update(first="2025-02-30"), "does not fit"),
    ("a visit without its host", lambda ref, _: ref["sections"][5]["accepted_identifiers"].pop(), "the host's number"),
    ("another number first", lambda ref, _: ref["sections"][6]["accepted_identifiers"].reverse(), "visit_ext: accepts"),
    ("a code twice", lambda ref, _: ref["documents"].append(ref["documents"][0]), "twice"),
    ("a term twice once folded", lambda ref, _: ref["enquiry_terms"].append({"text": "إستفسار", "weight": 1}), "twice once folded"),
    ("a sub-service is gone", lambda ref, _: ref["sub_services"].pop(), "sub_services: 51 of 52"),
    ("an unknown document", lambda ref, _: ref["sub_services"][0]["required_documents"].append("poem"), "no document poem"),
    ("an unknown template", lambda ref, _: ref["reasons"][0]["templates"].append("return.nothing"), "no template return.nothing"),
    ("a reason without a reply", lambda ref, _: ref["reasons"][2]["templates"].clear(), "its templates serve []"),
    ("a reply to a transfer", lambda ref, _: template(ref, "reject.duplicate").update(outcomes=["transfer"]), "does not fit"),
    ("nothing to say on reopening", lambda ref, _: ref.update(reasons=[row for row in ref["reasons"] if "reopen" not in row["outcomes"]]), "reasons: none for reopen"),
    ("two reasons for one precheck", lambda ref, _: ref["reasons"][3].update(precheck="section"), "exactly one"),
    ("an unknown variable", lambda ref, _: template(ref, "complete.settled")["body"].update(ar="{beneficiary_name} {case_number} {age} نص"), "unknown variable age"),
    ("a brace left open", lambda ref, _: template(ref, "complete.settled")["body"].update(en="{beneficiary_name} {case_number} {"), "braces not balanced"),
    ("the proof in a reply that is not done", lambda ref, _: template(ref, "complete.executed").update(says_done=False), "without saying done"),
    ("done is said too early", lambda ref, _: template(ref, "complete.under_execution")["body"].update(ar="{beneficiary_name} {case_number} {sub_service} {due_date} تمت المعالجة"), "must not say that anything is done"),
    ("a return without a way back", lambda ref, _: template(ref, "return.unpaid_fees")["body"].update(en="{beneficiary_name} {case_number}"), "how to send"),
    ("another limit than the parameter's", lambda ref, _: ref["parameters"].update(attachment_max_bytes=5 << 20), "the parameter says 5"),
    ("a reply that orders", lambda ref, _: template(ref, "reject.duplicate")["body"].update(ar="{beneficiary_name} {case_number} {sub_service} {details} الخطوة التالية: عليك الانتظار"), "speaks to one gender"),
    ("a direction control", lambda ref, _: ref["sections"][0]["name"].update(ar="الجواز\u200f"), "direction control"),
    ("a date with hyphens", lambda ref, _: template(ref, "reject.duplicate")["body"].update(ar="{beneficiary_name} {case_number} الخطوة التالية بعد 2026-11-22"), "a date with hyphens"),
    ("no Arabic in the Arabic", lambda ref, _: ref["regions"][0]["name"].update(ar="Riyadh"), "no Arabic"),
    ("a holiday one day off", lambda ref, _: ref["calendar"]["holidays"][2].update(first="2025-06-04"), "not an official holiday"),
    ("National Day 2028 not moved", lambda ref, _: [row.update(first="2028-09-23", last="2028-09-23") for row in ref["calendar"]["holidays"] if row["first"] == "2028-09-24"], "submitted 2028-09-20"),
    ("holidays out of order", lambda ref, _: ref["calendar"]["holidays"].reverse(), "begins before"),
    ("Ramadan hours are gone", lambda ref, _: ref["calendar"]["office_hours"].pop(), "office_hours"),
    ("a rule for nothing", lambda ref, _: ref["statutory_rules"][0]["sub_services"].append("reports.rain"), "no sub-service reports.rain"),
    ("a rule that ends before it begins", lambda ref, _: ref["statutory_rules"][0].update(effective_to="2020-01-01"), "ends before it begins"),
    ("terms that say nothing", lambda ref, _: [term.update(text="x" * n) for n, term in enumerate(ref["sections"][6]["terms"], 2)], "terms: section"),
    ("a number that could be real", lambda _, texts: first_description(texts, "visit.family").update(ar="رقم الحدود {border} جوال ٠٥٥١٢٣", digits="arab"), "digits that could be"),
    ("the wrong number for the section", lambda _, texts: first_description(texts, "passport.renewal").update(ar="تجديد {iqama}"), "not the number its section asks for"),
    ("a number where it must be missing", lambda _, texts: texts["descriptions"]["broken"]["missing_identifier"][0].update(ar="تجديد {iqama} {mobile}"), "holds a number"),
    ("too few descriptions", lambda _, texts: texts["descriptions"]["sub_services"]["exit.final_issue"].pop(), "ordinary descriptions of 12"),
    ("a missing document nobody asked for", lambda _, texts: texts["descriptions"]["broken"]["missing_attachment"][0].update(missing=["visitor_id"]), "does not ask for"),
    ("a date without its meaning", lambda _, texts: first_description(texts, "visit.family").update(date="future"), "a date without its meaning"),
    ("a rank nobody holds", lambda _, texts: texts["names"]["officers"]["people"][0].update(rank="admiral"), "no rank admiral"),
    ("a reason without a rationale", lambda _, texts: texts["notes"]["rationales"]["reject"].pop("DUPLICATE"), "notes: reason"),
    ("an officer who gives orders", lambda _, texts: texts["notes"]["internal_notes"][0].update(ar="يمكنك المتابعة"), "speaks to one gender"),
    ("a sample page that cannot be filled", lambda _, texts: texts["documents"]["documents"]["iqama"]["rows"][0].update(value="{blood}"), "unknown placeholder blood"),
    ("shares above a hundred", lambda _, texts: texts["volumes"].update(well_formed=80), "not 100"),
)


def main():
    reference, texts = load_all()
    missed = []
    for what, break_it, expected in FAULTS:
        broken_reference, broken_texts = copy.deepcopy(reference), copy.deepcopy(texts)
        break_it(broken_reference, broken_texts)
        if not any(expected in problem for problem in problems(broken_reference, broken_texts)):
            missed.append(what)
    for what in missed:
        print(f"not noticed: {what}")
    print(f"{len(FAULTS) - len(missed)} of {len(FAULTS)} faults noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

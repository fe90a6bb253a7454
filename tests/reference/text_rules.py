# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the texts of the demo generator must obey. Every rule takes the reference data and the texts, by file name."""

import re

from arabic import ARABIC_LETTER, BIDI_CONTROLS, PLACEHOLDER, Terms, best, fold
from reference_rules import GENDERED, bilinguals, words
from shape import Bilingual, Matching, OneOf, Optional, problems

PLACEHOLDERS = {"iqama", "border", "national_id", "passport", "name", "latin_name", "visa", "date", "mobile"}
IDENTIFIER = {"national_id": "national_id", "iqama": "iqama", "border_number": "border"}
SAMPLE_PLACEHOLDERS = PLACEHOLDERS | {"old_passport", "head_name", "head_number", "husband_name", "wife_name", "applicant",
                                      "number", "nationality", "birth_date", "issue_date", "expiry_date",
                                      "document_number", "service", "to_profession"}
# What {profession} is drawn from for people of that kind.
KINDS_OF_PROFESSION = {"domestic_profession", "dependant_profession"}
# Papers of another person, or expired: what officers write of them, under the reason that the reference data has for it.
MISFITS = {("return", "OTHER_PERSON"), ("return", "EXPIRED"), ("escalate", "OTHER_PERSON")}
FREQUENT = re.compile(r"(?:residency\.renewal|passport\.renewal|docupdate\.transfer_info|(?:visit_ext|exit|transfer)\.\w+)")
BROKEN = ("missing_identifier", "wrong_section", "general_enquiry", "not_linked", "missing_attachment")
ROLES = ("officer", "section_supervisor", "region_supervisor", "auditor", "administrator")

SECTION_WINS = 0.95
WRONG_SECTION_FOUND = 0.90
SUB_SERVICE_WINS = 0.85
ENQUIRY_SCORE = 5  # from here on a text counts as an enquiry
ENQUIRIES_FOUND = 0.90
FALSE_ENQUIRIES = 0.02

_MARKS = {"ar": Matching(r"\S"), "voice": OneOf("self", "family", "employer", "establishment", "stranger"),
          "lang": Optional(OneOf("en")), "writer": Optional(OneOf("non_arab")),
          "subject": Optional(OneOf("man", "woman")), "number_of": Optional(OneOf("applicant")),
          "date": Optional(str), "digits": Optional(OneOf("arab")),
          # What the text states of its subject, so that the papers say the same.
          "age": Optional(int), "profession": Optional(Matching(r"\S")), "to_profession": Optional(Matching(r"\S"))}
_OF_SUB_SERVICE = {**_MARKS, "sub_service": str}
_NAME = {"ar": Matching(r"\S"), "latin": Matching(r"^[A-Za-z' -]+$"), "weight": int}
_PEOPLE = {"men": [_NAME], "women": [_NAME], "families": [_NAME]}
_NATIONALITY = {**_PEOPLE, "name": Bilingual, "weight": int,
                "whole": [{"subject": OneOf("man", "woman"), "ar": str, "latin": Matching(r"^[A-Z -]+$")}]}
_NOTES = {"internal_notes": [{"ar": str, "sections": [str]}], "rationales": dict, "escalations": dict,
          "history_notes": [str], "resubmissions": dict, "urgent_reasons": [str], "humanitarian_reasons": [str],
          "details": dict, "offices": dict}


def entries(texts):
    """All descriptions, with the sub-service or the kind of fault they stand under."""
    descriptions = texts["descriptions"]
    for table in (descriptions["sub_services"], descriptions["broken"]):
        for key, rows in table.items():
            for row in rows:
                yield key, row


def strings(value, path):
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from strings(inner, f"{path}[{number}]")


def shape(_, texts):
    ordinary = [{**_MARKS, "kind": OneOf("ordinary", "urgent", "humanitarian")}]
    broken = {name: [_OF_SUB_SERVICE] for name in BROKEN}
    broken["wrong_section"] = [{**_MARKS, "filed_as": str, "belongs_to": str}]
    broken["missing_attachment"] = [{**_OF_SUB_SERVICE, "missing": [str]}]
    descriptions = texts["descriptions"]
    yield from problems(descriptions, {"sub_services": {key: ordinary for key in descriptions["sub_services"]},
                                       "broken": broken}, "descriptions")
    names = texts["names"]
    yield from problems(names, {
        "saudi": _PEOPLE, "foreign": {code: _NATIONALITY for code in names["foreign"]},
        "officers": {"ranks": [{"code": str, "name": Bilingual, "kind": OneOf("enlisted", "officer", "civil")}],
                     "people": [{"ar": str, "latin": str, "subject": OneOf("man", "woman"), "rank": str,
                                 "role": OneOf(*ROLES)}]}}, "names")
    yield from problems(texts["notes"], _NOTES, "notes")
    documents = texts["documents"]
    sheet = {"title": Matching(r"\S"), "issuer": Matching(r"\S"),
             "rows": [{"label": Matching(r"\S"), "value": Matching(r"\S")}]}
    yield from problems(documents, {"watermark": Bilingual, "values": {key: [str] for key in documents["values"]},
                                    "documents": {key: sheet for key in documents["documents"]}}, "documents")


def nothing_could_be_real(_, texts):
    """No run of digits long enough to be somebody's number, and no direction control."""
    for path, text in strings(texts, ""):
        if re.search(r"\d{5}", text):
            yield f"{path}: digits that could be a number of somebody"
        if BIDI_CONTROLS.search(text):
            yield f"{path}: a direction control"
        if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
            yield f"{path}: braces not balanced"


def catalogue_is_covered(ref, texts):
    codes = {row["code"] for row in ref["sub_services"]}
    described = texts["descriptions"]["sub_services"]
    for name, found in (("descriptions", described), ("volumes", texts["volumes"]["sub_services"])):
        yield from (f"{name}: {code}" for code in sorted(codes ^ found.keys()))
    for code, rows in described.items():
        needed = 12 if FREQUENT.fullmatch(code) else 6
        count = sum(row["kind"] == "ordinary" for row in rows)
        if count < needed:
            yield f"{code}: {count} ordinary descriptions of {needed}"
    for name, rows in texts["descriptions"]["broken"].items():
        if len(rows) < 15:
            yield f"{name}: {len(rows)} descriptions of 15"
    yield from (f"documents: {code}" for code in
                sorted({row["code"] for row in ref["documents"]} ^ texts["documents"]["documents"].keys()))


def volumes_add_up(_, texts):
    volumes = texts["volumes"]
    shares = volumes["broken"]
    if set(shares) != set(BROKEN) or volumes["well_formed"] + sum(shares.values()) != 100:
        yield "volumes: the shares of well-formed and broken requests are not 100 in all"
    yield from (f"volumes: {code} is not a positive whole number" for code, value in volumes["sub_services"].items()
                if not isinstance(value, int) or value < 1)


def descriptions_are_marked_right(ref, texts):
    limit = ref["parameters"]["description_max_chars"]
    dates = {row["code"] for row in ref["date_kinds"]} | {"future", "past"}
    seen = set()
    for key, row in entries(texts):
        text, used = row["ar"], set(PLACEHOLDER.findall(row["ar"]))
        where = f"{key} «{text[:40]}…»"
        yield from (f"{where}: unknown placeholder {name}" for name in sorted(used - PLACEHOLDERS))
        if text in seen:
            yield f"{where}: twice"
        seen.add(text)
        if len(text) > limit - 200:
            yield f"{where}: too long"
        if ("date" in used) != ("date" in row) or row.get("date", "past") not in dates:
            yield f"{where}: a date without its meaning"
        if bool(re.search("[٠-٩]", text)) and row.get("digits") != "arab":
            yield f"{where}: Arabic digits not marked"
        if bool(ARABIC_LETTER.search(text)) == (row.get("lang") == "en"):
            yield f"{where}: the language is marked wrong"


def right_number_is_given(ref, texts):
    """A well-formed request holds the number of its section; the one without a number holds none."""
    accepted = {row["code"]: {IDENTIFIER[name] for name in row["accepted_identifiers"]} for row in ref["sections"]}
    numbers = set(IDENTIFIER.values())
    for key, row in entries(texts):
        used = set(PLACEHOLDER.findall(row["ar"])) & numbers
        code = row.get("belongs_to") or row.get("sub_service") or key
        if key in ("missing_identifier", "general_enquiry"):
            if used:
                yield f"{key} «{row['ar'][:40]}…»: holds a number"
        elif not used or not used <= accepted[code.split(".")[0]]:
            yield f"{key} «{row['ar'][:40]}…»: not the number its section asks for"


def broken_ones_fit_the_catalogue(ref, texts):
    services = {row["code"]: row for row in ref["sub_services"]}
    for key, rows in texts["descriptions"]["broken"].items():
        for row in rows:
            codes = [row[name] for name in ("sub_service", "filed_as", "belongs_to") if name in row]
            unknown = [code for code in codes if code not in services]
            yield from (f"{key}: no sub-service {code}" for code in unknown)
            if unknown:
                continue
            if "filed_as" in row and services[codes[0]]["section"] == services[codes[1]]["section"]:
                yield f"{key}: {codes[0]} and {codes[1]} are one section"
            for document in row.get("missing", []):
                if document not in services[codes[0]]["required_documents"]:
                    yield f"{key}: {codes[0]} does not ask for {document}"


def names_are_whole(_, texts):
    names = texts["names"]
    groups = {"saudi": names["saudi"], **names["foreign"]}
    for code, group in groups.items():
        if code != "saudi" and not re.fullmatch(r"[A-Z]{3}", code):
            yield f"names: {code} is no alpha-3 code"
        for table in ("men", "women", "families"):
            written = [row["ar"] for row in group[table]]
            if len(written) < 3 or len(written) != len(set(written)):
                yield f"names: {code}.{table}: too few, or one twice"
        for row in [*group["men"], *group["women"], *group["families"], *group.get("whole", [])]:
            if re.search("[A-Za-z]", row["ar"]) or not ARABIC_LETTER.search(row["ar"]):
                yield f"names: {row['ar']} is not Arabic"
    long_ones = sum(len(row["latin"]) > 35 for group in names["foreign"].values() for row in group["whole"])
    if len(names["foreign"]) < 14 or long_ones < 10:
        yield f"names: {len(names['foreign'])} nationalities, {long_ones} long names"
    ranks = {row["code"] for row in names["officers"]["ranks"]}
    yield from (f"names: no rank {row['rank']}" for row in names["officers"]["people"] if row["rank"] not in ranks)
    missing = set(ROLES) - {row["role"] for row in names["officers"]["people"]}
    yield from (f"names: nobody is {role}" for role in sorted(missing))


def notes_fit_the_reference(ref, texts):
    notes = texts["notes"]
    expected = {(outcome, row["code"]) for row in ref["reasons"] for outcome in row["outcomes"]
                if outcome != "reopen"} | MISFITS  # the demonstration reopens nothing
    found = {(outcome, code) for outcome, rows in notes["rationales"].items() for code in rows}
    found |= {("escalate", code) for code in notes["escalations"]}
    yield from (f"notes: reason {pair}" for pair in sorted(expected ^ found))
    returns = {code for outcome, code in expected if outcome == "return"}
    yield from (f"notes: resubmission {code}" for code in sorted(returns ^ notes["resubmissions"].keys()))
    detailed = {row["code"] for row in ref["reply_templates"] if "{details}" in row["body"]["ar"]}
    yield from (f"notes: details {code}" for code in sorted(detailed ^ notes["details"].keys()))
    yield from (f"notes: offices {code}" for code in
                sorted({row["code"] for row in ref["regions"]} ^ notes["offices"].keys()))
    sections = {row["code"] for row in ref["sections"]}
    yield from (f"notes: section {code}" for row in notes["internal_notes"] for code in row["sections"]
                if code not in sections)


def officers_write_neutrally(_, texts):
    written = {name: rows for name, rows in texts["notes"].items() if name != "resubmissions"}
    for path, text in strings(written, "notes"):
        yield from (f"{path}: speaks to one gender or a crowd: «{word}»" for word in sorted(GENDERED & set(words(text))))


def sample_pages_can_be_filled(_, texts):
    documents = texts["documents"]
    known = SAMPLE_PLACEHOLDERS | documents["values"].keys()
    for code, sheet in documents["documents"].items():
        if len(sheet["rows"]) < 4:
            yield f"documents: {code} has {len(sheet['rows'])} rows"
        for row in sheet["rows"]:
            yield from (f"documents: {code}: unknown placeholder {name}"
                        for name in sorted(set(PLACEHOLDER.findall(row["value"])) - known))
            if not ARABIC_LETTER.search(row["label"]):
                yield f"documents: {code}: the label {row['label']} is not Arabic"
    used = {name for sheet in documents["documents"].values() for row in sheet["rows"]
            for name in PLACEHOLDER.findall(row["value"])}
    if "profession" in used:
        used |= KINDS_OF_PROFESSION
    yield from (f"documents: no page uses the values of {name}" for name in sorted(documents["values"].keys() - used))
    yield from (f"{path}: no Arabic" for path, text in bilinguals(documents) if not ARABIC_LETTER.search(text["ar"]))


def measures(ref, texts):
    """How well the terms tell the sections, sub-services and enquiries apart; name → share."""
    sections = {row["code"]: Terms(row["terms"]) for row in ref["sections"]}
    within = {code: {row["code"]: Terms(row["terms"]) for row in ref["sub_services"] if row["section"] == code}
              for code in sections}
    enquiry = Terms(ref["enquiry_terms"])
    filed = [(code, row["ar"]) for code, rows in texts["descriptions"]["sub_services"].items() for row in rows]
    wrong = [(row["belongs_to"], row["ar"]) for row in texts["descriptions"]["broken"]["wrong_section"]]
    asked = [row["ar"] for row in texts["descriptions"]["broken"]["general_enquiry"]]

    def share(pairs, loose=False):
        return sum(best(sections, text, loose) == code.split(".")[0] for code, text in pairs) / len(pairs)

    def enquiries(rows):
        return sum(enquiry.score(fold(text)) >= ENQUIRY_SCORE for text in rows) / len(rows)

    return {
        "section, whole words": share(filed), "section, plain substrings": share(filed, loose=True),
        "wrong section, whole words": share(wrong), "wrong section, plain substrings": share(wrong, loose=True),
        "enquiries found": enquiries(asked), "false enquiries": enquiries([text for _, text in filed]),
        "sub-service inside its section": sum(best(within[code.split(".")[0]], text) == code
                                              for code, text in filed) / len(filed),
    }


def terms_separate(ref, texts):
    found = measures(ref, texts)
    for name, floor in (("section, whole words", SECTION_WINS), ("section, plain substrings", SECTION_WINS),
                        ("wrong section, whole words", WRONG_SECTION_FOUND),
                        ("wrong section, plain substrings", WRONG_SECTION_FOUND),
                        ("sub-service inside its section", SUB_SERVICE_WINS), ("enquiries found", ENQUIRIES_FOUND)):
        if found[name] < floor:
            yield f"terms: {name} {found[name]:.1%}, at least {floor:.0%} wanted"
    if found["false enquiries"] > FALSE_ENQUIRIES:
        yield f"terms: {found['false enquiries']:.1%} of ordinary requests look like enquiries"


RULES = (shape, nothing_could_be_real, catalogue_is_covered, volumes_add_up, descriptions_are_marked_right,
         right_number_is_given, broken_ones_fit_the_catalogue, names_are_whole, notes_fit_the_reference,
         officers_write_neutrally, sample_pages_can_be_filled, terms_separate)

# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reference data of the centre must obey. Every rule takes the document and yields problems."""

import datetime
import re

from arabic import ARABIC_LETTER, BIDI_CONTROLS, PLACEHOLDER, fold
from shape import Bilingual, Date, Matching, OneOf, Optional, is_date, problems

OUTCOMES = ("complete", "return", "reject", "transfer", "escalate", "reopen")
# What the beneficiary is told. On a transfer or an escalation the portal goes on saying «تحت المعالجة».
ANSWERED = ("complete", "return", "reject")
STATUSES = ("new", "in_progress", "awaiting_execution", "returned", "resubmitted", "escalated", "completed", "rejected")
SECTIONS = ("passport", "residency", "dependents", "docupdate", "exit", "visit", "visit_ext", "transfer", "profession",
            "reports")
SUB_SERVICES = 52
PRECHECKS = ("identifier", "section", "attachments")
VARIABLES = {"beneficiary_name", "case_number", "section", "sub_service", "missing_documents", "identifier",
             "operation_number", "executed_at", "target_section", "due_date", "office", "details"}
PROOF = {"operation_number", "executed_at"}
# Reasons that go with a return and with a rejection.
RETURN_AND_REJECT = {"WRONG_SECTION", "GENERAL_ENQUIRY", "NOT_LINKED", "MISSING_IDENTIFIER", "UNCLEAR_DESCRIPTION",
                     "MISSING_ATTACHMENT", "UNREADABLE_ATTACHMENT", "AVAILABLE_ONLINE", "DEADLINE_PASSED", "TOO_EARLY",
                     "IN_PERSON_REQUIRED", "OTHER_AUTHORITY", "UNPAID_FEES", "VIOLATIONS", "DUPLICATE"}

# Words that speak to one reader as a man, a woman or a crowd; folded.
GENDERED = {fold(word) for word in """قم قومي قوموا اضغط اضغطي انقر اختر اختاري أدخل أدخلي راجعي تأكد تأكدي انتظر
    عليك عليكم عليكِ أنت أنتم أنتما لديك لديكم لك لكم بك بكم منك منكم إليك إليكم يمكنك يمكنكم طلبك طلبكم حسابك حسابكم
    نفيدك نفيدكم نأملكم عزيزي عزيزتي السادة السيد السيدة سيدي أخي أختي الأخ الأخت ستصلك يصلك تستطيع تستطيعين""".split()}
GENDERED_IN_REPLIES = GENDERED | {fold(word) for word in "أرفق أرسل راجع سدد ادفع أعد".split()}
SAYS_DONE = {fold(word) for word in "نُفّذ بتنفيذ تم تمت اكتمل باكتمال أُلغي بإلغاء مُدّدت بتمديد حُدّث بتحديث".split()}

_CODE = Matching(r"^[a-z][a-z0-9_]*$")
_DOTTED = Matching(r"^[a-z_]+\.[a-z0-9_]+$")
_TERM = {"text": Matching(r"\S"), "weight": OneOf(1, 2, 3, 4, 5)}
_TIME = Matching(r"^([01]\d|2[0-3]):[0-5]\d$")
SHAPE = {
    "version": Matching(r"^\d{4}\.\d{1,2}\.\d+$"),
    "oldest_desk": Matching(r"^\d+\.\d+\.\d+$"),
    "regions": [{"code": Matching(r"^SA-\d\d$"), "name": Bilingual}],
    "sections": [{"code": OneOf(*SECTIONS), "name": Bilingual, "terms": [_TERM],
                  "accepted_identifiers": [OneOf("national_id", "iqama", "border_number")]}],
    "sub_services": [{"code": _DOTTED, "section": OneOf(*SECTIONS), "name": Bilingual, "working_days": int,
                      "needs_execution_proof": bool, "required_documents": [_CODE], "terms": [_TERM]}],
    "documents": [{"code": _CODE, "name": Bilingual}],
    "reasons": [{"code": Matching(r"^[A-Z][A-Z_]*$"), "outcomes": [OneOf(*OUTCOMES)], "name": Bilingual,
                 "templates": [_DOTTED], "precheck": Optional(OneOf(*PRECHECKS))}],
    "reply_templates": [{"code": _DOTTED, "outcomes": [OneOf(*ANSWERED)], "says_done": bool,
                         "sections": [OneOf(*SECTIONS)], "body": Bilingual}],
    "calendar": {
        "version": Matching(r"^\d{4}\.\d+$"),
        "weekend": [OneOf("friday", "saturday")],
        "holidays": [{"first": Date, "last": Date, "name": Bilingual, "provisional": bool}],
        "office_hours": [{"first": Date, "last": Optional(Date), "opens": _TIME, "closes": _TIME, "name": Bilingual}],
    },
    "statutory_rules": [{"code": _CODE, "name": Bilingual, "sub_services": [_DOTTED], "date_kind": _CODE, "days": int,
                         "kind": OneOf("latest", "earliest"), "effective_from": Date, "effective_to": Optional(Date),
                         "note": Bilingual}],
    "date_kinds": [{"code": _CODE, "name": Bilingual}],
    "enquiry_terms": [_TERM],
    "portal_statuses": [{"status": OneOf(*STATUSES), "name": Bilingual}],
    "parameters": {key: int for key in (
        "service_working_days", "closed_days_in_cache", "recall_seconds", "poll_seconds", "near_due_working_days",
        "section_lead", "enquiry_score",
        "attachment_max_bytes", "attachment_max_count", "description_max_chars")}
    | {"clock_pauses_while_returned": bool, "prefetch_kbit_in_office_hours": Optional(int)},
}


def words(text):
    """The folded words of a text, also without a joined «and» or «so»."""
    for word in fold(text).split():
        yield word
        if len(word) > 2 and word[0] in "وف":
            yield word[1:]


def bilinguals(value, path="$"):
    """Every text in two languages, with where it stands."""
    if isinstance(value, dict):
        if "ar" in value:
            yield path, value
        for key, inner in value.items():
            yield from bilinguals(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for row in value:
            name = row.get("code", row.get("first", row.get("status", ""))) if isinstance(row, dict) else ""
            yield from bilinguals(row, f"{path}[{name}]")


def shape(ref):
    yield from problems(ref, SHAPE)


def catalogue_is_whole(ref):
    if [row["code"] for row in ref["sections"]] != list(SECTIONS):
        yield "sections: not the ten of the service, in order"
    if [row["code"] for row in ref["regions"]] != [f"SA-{n:02}" for n in (*range(1, 13), 14)]:
        yield "regions: not the thirteen of ISO 3166-2:SA"
    if len(ref["sub_services"]) != SUB_SERVICES:
        yield f"sub_services: {len(ref['sub_services'])} of {SUB_SERVICES}"
    if [row["status"] for row in ref["portal_statuses"]] != list(STATUSES):
        yield "portal_statuses: every status once, in order"
    for row in ref["sub_services"]:
        if row["code"].split(".")[0] != row["section"]:
            yield f"{row['code']}: does not begin with its section"
        if row["working_days"] < 1:
            yield f"{row['code']}: working_days below one"


def sections_accept_their_numbers(ref):
    """A citizen's section the national number, a resident's the Iqama, a visitor's the border number; of a visit also
    the host's."""
    for row in ref["sections"]:
        wanted = {"passport": "national_id", "visit": "border_number", "visit_ext": "border_number"}
        accepted = row["accepted_identifiers"]
        if accepted[:1] != [wanted.get(row["code"], "iqama")] or len(accepted) != len(set(accepted)):
            yield f"{row['code']}: accepts {accepted}"
        if row["code"].startswith("visit") and set(accepted) != {"border_number", "iqama", "national_id"}:
            yield f"{row['code']}: does not take the host's number"


def codes_are_unique(ref):
    for table in ("regions", "sections", "sub_services", "documents", "reasons", "reply_templates", "statutory_rules",
                  "date_kinds"):
        codes = [row["code"] for row in ref[table]]
        yield from (f"{table}: {code} twice" for code in sorted({code for code in codes if codes.count(code) > 1}))
    for row in [*ref["sections"], *ref["sub_services"], {"code": "enquiry_terms", "terms": ref["enquiry_terms"]}]:
        folded = [fold(term["text"]) for term in row["terms"]]
        if not folded:
            yield f"{row['code']}: no terms"
        yield from (f"{row['code']}: the term «{text}» twice once folded"
                    for text in sorted({text for text in folded if folded.count(text) > 1}))


def references_exist(ref):
    known = {table: {row["code"] for row in ref[table]}
             for table in ("sub_services", "documents", "reply_templates", "date_kinds")}
    for row in ref["sub_services"]:
        if not row["required_documents"]:
            yield f"{row['code']}: asks for no document"
        yield from (f"{row['code']}: no document {code}" for code in row["required_documents"]
                    if code not in known["documents"])
    for row in ref["reasons"]:
        yield from (f"{row['code']}: no template {code}" for code in row["templates"]
                    if code not in known["reply_templates"])
    for row in ref["statutory_rules"]:
        yield from (f"{row['code']}: no sub-service {code}" for code in row["sub_services"]
                    if code not in known["sub_services"])
        if row["date_kind"] not in known["date_kinds"]:
            yield f"{row['code']}: no date kind {row['date_kind']}"
        if row["effective_to"] and row["effective_to"] < row["effective_from"]:
            yield f"{row['code']}: ends before it begins"
    used = {row["date_kind"] for row in ref["statutory_rules"]}
    yield from (f"date_kinds: {code} serves no rule" for code in sorted(known["date_kinds"] - used))


def reasons_lead_to_replies(ref):
    templates = {row["code"]: row for row in ref["reply_templates"]}
    missing = RETURN_AND_REJECT - {row["code"] for row in ref["reasons"]
                                   if {"return", "reject"} & set(row["outcomes"])}
    yield from (f"reasons: {code} is missing" for code in sorted(missing))
    for outcome in OUTCOMES:
        if not any(outcome in row["outcomes"] for row in ref["reasons"]):
            yield f"reasons: none for {outcome}"
    for row in ref["reasons"]:
        served = {outcome for code in row["templates"] if code in templates for outcome in templates[code]["outcomes"]}
        if served != set(row["outcomes"]) & set(ANSWERED):
            yield f"{row['code']}: outcomes {sorted(row['outcomes'])}, its templates serve {sorted(served)}"
    for precheck in PRECHECKS:
        if sum(row["precheck"] == precheck for row in ref["reasons"]) != 1:
            yield f"reasons: the precheck {precheck} must lead to exactly one"
    used = {code for row in ref["reasons"] for code in row["templates"]}
    yield from (f"{code}: no reason leads to it" for code in sorted(templates.keys() - used))


def variables_are_known(ref):
    for row in ref["reply_templates"]:
        found = {language: set(PLACEHOLDER.findall(text)) for language, text in row["body"].items()}
        for text in row["body"].values():
            if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
                yield f"{row['code']}: braces not balanced"
        if found["ar"] != found["en"]:
            yield f"{row['code']}: the languages use different variables"
        yield from (f"{row['code']}: unknown variable {name}" for name in sorted(found["ar"] - VARIABLES))
        if found["ar"] & PROOF and not (row["says_done"] and row["outcomes"] == ["complete"]):
            yield f"{row['code']}: names the proof of an execution without saying done"
        if not {"beneficiary_name", "case_number"} <= found["ar"]:
            yield f"{row['code']}: does not say to whom and about which request"


def replies_keep_their_promises(ref):
    megabytes = str(ref["parameters"]["attachment_max_bytes"] // (1024 * 1024))
    for row in ref["reply_templates"]:
        code, text = row["code"], row["body"]["ar"]
        if row["outcomes"] != [code.split(".")[0]]:
            yield f"{code}: serves {row['outcomes']}"
        if row["says_done"] and row["outcomes"] != ["complete"]:
            yield f"{code}: says done without completing"
        if not row["says_done"] and SAYS_DONE & set(words(text)):
            yield f"{code}: must not say that anything is done"
        if code.startswith("return.") and not all("PDF" in body for body in row["body"].values()):
            yield f"{code}: does not say how to send what is missing"
        if code.startswith("reject.") and not re.search("الخطوة التالية|ما يلزم إحضاره", text):
            yield f"{code}: does not say what can be done next"
        if code == "reject.in_person_required" and "{office}" not in text:
            yield f"{code}: does not say where"
        for number in re.findall(r"(\d+) (?:ميجابايت|MB)", text + row["body"]["en"]):
            if number != megabytes:
                yield f"{code}: {number} MB, the parameter says {megabytes}"
    if not any(row["outcomes"] == ["complete"] and not row["says_done"] for row in ref["reply_templates"]):
        yield "reply_templates: nothing to send while execution is pending"


def language_is_clean(ref):
    for path, text in bilinguals(ref):
        arabic, english = text["ar"], text["en"]
        if not ARABIC_LETTER.search(arabic):
            yield f"{path}: no Arabic in «{arabic}»"
        if ARABIC_LETTER.search(english):
            yield f"{path}: Arabic in the English text"
        for one in (arabic, english):
            if BIDI_CONTROLS.search(one):
                yield f"{path}: a direction control"
            if re.search(r"\d{4}-\d{1,2}-\d{1,2}", one):
                yield f"{path}: a date with hyphens, which turns around after Arabic letters"
            if one != one.strip() or "  " in one:
                yield f"{path}: stray spaces"
        gendered = GENDERED_IN_REPLIES & set(words(arabic))
        yield from (f"{path}: speaks to one gender or a crowd: «{word}»" for word in sorted(gendered))


# --- the calendar -----------------------------------------------------------------------------------------------------

# By the Umm al-Qura table of ICU: 1 Ramadan, 29 Ramadan, 1 Shawwal, 9 Dhu al-Hijja.
HIJRI = {1446: ("2025-03-01", "2025-03-29", "2025-03-30", "2025-06-05"),
         1447: ("2026-02-18", "2026-03-18", "2026-03-20", "2026-05-26"),
         1448: ("2027-02-08", "2027-03-08", "2027-03-09", "2027-05-15"),
         1449: ("2028-01-28", "2028-02-25", "2028-02-26", "2028-05-04"),
         1450: ("2029-01-16", "2029-02-13", "2029-02-14", "2029-04-23")}
# Submitted, due after seven working days
DUE = (("2026-11-22", "2026-12-01"), ("2026-11-26", "2026-12-07"), ("2026-11-27", "2026-12-07"),
       ("2026-09-17", "2026-09-29"), ("2027-09-16", "2027-09-28"), ("2028-09-20", "2028-10-02"),
       ("2026-02-19", "2026-03-03"), ("2027-03-04", "2027-03-18"))
WEEKDAYS = {"friday": 4, "saturday": 5}


def day(text, plus=0):
    return datetime.date.fromisoformat(text) + datetime.timedelta(days=plus)


def observed(date):
    """A fixed day that falls on the weekend moves: Friday to Thursday, Saturday to Sunday."""
    return date + datetime.timedelta(days={4: -1, 5: 1}.get(date.weekday(), 0))


def due(calendar, submitted, count):
    closed = {WEEKDAYS[name] for name in calendar["weekend"]}
    date = day(submitted)
    while count:
        date += datetime.timedelta(days=1)
        holiday = any(day(row["first"]) <= date <= day(row["last"]) for row in calendar["holidays"])
        count -= date.weekday() not in closed and not holiday
    return date.isoformat()


def expected_holidays():
    for year in range(2025, 2030):
        for month, number in ((2, 22), (9, 23)):
            date = observed(datetime.date(year, month, number)).isoformat()
            yield date, date, False
    for _, last_of_29, _, arafah in HIJRI.values():
        yield day(last_of_29, 1).isoformat(), day(last_of_29, 4).isoformat(), True
        yield arafah, day(arafah, 3).isoformat(), True


def calendar_holds(ref):
    calendar = ref["calendar"]
    rows = [(row["first"], row["last"], row["provisional"]) for row in calendar["holidays"]]
    if not all(is_date(date) for row in rows for date in row[:2]):
        return
    if sorted(calendar["weekend"]) != ["friday", "saturday"]:
        yield "calendar: the weekend is Friday and Saturday"
    yield from (f"calendar: {later[0]} begins before {earlier[1]} is over"
                for earlier, later in zip(rows, rows[1:]) if later[0] <= earlier[1])
    yield from (f"calendar: {row[0]} ends before it begins" for row in rows if row[1] < row[0])
    for row in sorted(set(expected_holidays()) ^ set(rows)):
        yield f"calendar: {row} is {'not an official holiday' if row in rows else 'missing'}"
    count = ref["parameters"]["service_working_days"]
    for submitted, expected in DUE:
        found = due(calendar, submitted, count)
        if found != expected:
            yield f"calendar: submitted {submitted}, due {found}, expected {expected}"


def office_hours_hold(ref):
    rows = ref["calendar"]["office_hours"]
    if [row["first"] for row in rows] != sorted(row["first"] for row in rows):
        yield "office_hours: not sorted"
    yield from (f"office_hours: {row['first']} closes before it opens" for row in rows if row["closes"] <= row["opens"])
    found = {(row["first"], row["last"], row["opens"], row["closes"]) for row in rows}
    expected = {("2025-01-01", None, "07:30", "14:30")}
    for year in range(1447, 1451):
        first, _, shawwal, _ = HIJRI[year]
        expected.add((first, day(shawwal, -1).isoformat(), "10:00", "15:00"))
    yield from (f"office_hours: {row}" for row in sorted(map(str, expected ^ found)))


RULES = (shape, catalogue_is_whole, sections_accept_their_numbers, codes_are_unique, references_exist, reasons_lead_to_replies, variables_are_known,
         replies_keep_their_promises, language_is_clean, calendar_holds, office_hours_hold)

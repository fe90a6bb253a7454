# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in, the list, a case, deciding it: with the centre at hand."""

import re

from centre import earlier_deadline
from desk import Desk
from eyes import plain
from waiting import expect, until
from walk import Walk

OPERATION = "AB-774120"
DETAILS = "تحديد الإجراء المطلوب ورقم الهوية المراد تحديثها"
NOTE = "جرى التحقق من السجل، والرقم الأساسي صحيح."


def sign_in(walk: Walk):
    desk = walk.desk
    with walk.step("sign-in-card", "the desk opens at the sign-in card") as step:
        account = walk.account
        desk.start(walk.centre.address, account["username"], account["password"])
        user = desk.see(desk.word("SignInCard", "User name"), "text")
        secret = desk.see(desk.word("SignInCard", "Password"), "password text")
        expect(user.text == account["username"], f"the card names {account['username']}")
        expect(secret.length == len(account["password"]), "the password is filled in")
        expect(not secret.text, "the password is not to be read")
        band = desk.see(desk.word("TrainingBand", "Training environment – data is not real"), "label")
        step.saw(f"«{user.name}» {user.text}, «{secret.name}» filled, «{band.name}»")
        expect(walk.centre.is_ready(), "the centre is ready")
        step.found(f"ready at {walk.centre.address}")
    with walk.step("worklist", "signing in by mouse fills the list") as step:
        desk.click("SignInCard", "Sign in")
        to_do = walk.to_do()
        table = desk.worklist
        until(lambda: table.rows == len(to_do), f"{len(to_do)} rows in the list", 30)
        top = desk.rows_in_sight()[0][1]
        link = until(lambda: desk.status("SyncWords", "Connected since %1"), "the status line says connected")
        step.saw(f"{table.rows} rows, {top} on top, «{link.name}»")
        earliest = min(earlier_deadline(case) for case in to_do)
        expect(earlier_deadline(walk.case_of(top)) == earliest, f"{top} on top has the earliest deadline")
        step.found(f"{len(to_do)} requests to do for {walk.witness.officer['name']}, the earliest until {earliest}")


def read_case(walk: Walk):
    """Opens cases from the top until one has a document with more than one page."""
    desk = walk.desk
    seen = set()

    def fits(case):
        has_pdf = any(file["media_type"] == "application/pdf" for file in case["attachments"])
        return walk.is_workable(case) and walk.needs_proof(case) and has_pdf and case["number"] not in seen

    with walk.step("case", "a click on a row opens the request beside its document") as step:
        while True:
            row, case = walk.pick(fits)
            seen.add(case["number"])
            desk.open_row(row)
            desk.wait_for_case(case["number"])
            pages = _page_label(desk).name
            if re.findall(r"\d+", pages)[-1] != "1":
                break
        description = desk.see(desk.word("DescriptionView", "Description of the request"), "text")
        expect(_bare(description.text) == _bare(case["description"]), "the description on screen is the centre's")
        titles = [desk.word("CheckWords", t) for t in ("Basic number", "Section of the request", "Required documents")]
        answers = {desk.word("CheckWords", answer) for answer in ("Met", "Not met", "Cannot tell")}
        told = [label.name for label in desk.case.find_all(role="label")]
        checks = [f"{title} {told[told.index(title) + 1]}" for title in titles]
        expect(all(told[told.index(title) + 1] in answers for title in titles), f"three checks answered: {checks}")
        _wait_for_picture(walk)
        step.saw(f"{case['number']}, {len(description.text)} letters of description, {', '.join(checks)}, «{pages}»")
        now = walk.now(case)
        expect(now["status"] == "in_progress", "the centre has it in progress")
        step.found(f"{now['status']}, version {now['version']}, {len(now['attachments'])} file(s)")
    with walk.step("next-page", "turning the page and zooming") as step:
        page, zoom = _page_label(desk), desk.case.wait_for(re.compile(r"^\d+%$"), "label")
        page_before, zoom_before = page.name, zoom.name
        desk.click("DocumentBar", "Next page (%1)", "PgDn")
        until(lambda: page.name != page_before, "another page label")
        desk.click("DocumentBar", "Zoom in (%1)", "Ctrl++")
        until(lambda: zoom.name != zoom_before, "another zoom")
        _wait_for_picture(walk)
        step.saw(f"«{page_before}» → «{page.name}», {zoom_before} → {zoom.name}")
    return case


def _page_label(desk):
    return desk.see(desk.words.pattern("DocumentBar", "Page %1 of %2"), "label")


def _bare(text):
    """Marked numbers are padded on screen."""
    return re.sub(r"\s+", " ", plain(text))


def _wait_for_picture(walk):
    canvas = walk.desk.see(walk.desk.words.pattern("DocumentPane", "Page %1 of %2 – %3"), "document frame")
    until(lambda: walk.story.shades(canvas.place) > 40, "a page that is not blank")


def complete(walk: Walk, case):
    desk = walk.desk
    reason = walk.reason("EXECUTED")
    with walk.step("complete-sheet", "completing: result, reply template, operation number") as step:
        desk.click("CaseWords", "Complete")
        sheet = desk.sheet(desk.word("CaseWords", "Complete"))
        desk.choose(desk.word("SheetWords", "Result"), reason["name"]["ar"])
        templates = desk.word("DecisionFields", "Reply template")
        if sheet.find(templates, "label"):
            desk.choose(templates, desk.word("SheetWords", "General template"))
        desk.type_into(desk.see(desk.word("ProofFields", "Operation number"), "text"), OPERATION)
        reply = sheet.wait_for(desk.word("ReplyCard", "Reply to the applicant"), "text")
        until(lambda: OPERATION in reply.text, "the reply carries the operation number")
        expect("{" not in reply.text, "nothing is missing in the reply")
        step.saw(f"«{reason['name']['ar']}», reply of {len(reply.text)} letters with {OPERATION} and no gap")
        text = reply.text
        expect(not walk.own(case), "nothing reached the centre before confirming")
        step.found("nothing yet")
    with walk.step("completed", "confirming: recorded, and the next request opens by itself") as step:
        following = walk.row_after(case)
        rows = desk.worklist.rows
        walk.did(case, "complete")
        desk.click("SheetWords", "Confirm completion")
        desk.wait_for_case(following)
        until(lambda: desk.worklist.rows == rows - 1, "one row less")
        step.saw(f"{case['number']} left the list ({rows} → {rows - 1}), {following} opened by itself")
        entry = walk.arrived(case, "complete")
        now = walk.now(case)
        expect(now["status"] == "completed", f"completed, and not {now['status']}")
        expect(entry["reason"] == reason["code"], f"with the reason {reason['code']}")
        expect(entry["execution"]["operation_number"] == OPERATION, f"with the operation number {OPERATION}")
        expect(_bare(entry["reply"]["text"]) == _bare(text), "with the reply that was on screen")
        step.found(_told(entry, now))


def return_it(walk: Walk):
    desk = walk.desk
    reason = walk.reason("UNCLEAR_DESCRIPTION")
    with walk.step("returned", "returning one for completion; a gap in the reply holds it back until filled") as step:
        case = walk.open(walk.is_workable)
        following = walk.row_after(case)
        desk.click("CaseWords", "Return for completion")
        sheet = desk.sheet(desk.word("CaseWords", "Return for completion"))
        desk.choose(desk.word("SheetWords", "Reason for the return"), reason["name"]["ar"])
        desk.click("SheetWords", "Confirm return")
        held = desk.see(desk.words.pattern("DecisionFields", "Still missing in the reply: %1."), limit=5)
        refused = held.name
        expect(not walk.own(case), "the unfinished reply stayed here")
        # The gap is selected: what is typed takes its place.
        reply = sheet.wait_for(desk.word("ReplyCard", "Reply to the applicant"), "text")
        until(lambda: reply.is_focused, "the reply has the keyboard")
        desk.hands.write(DETAILS)
        until(lambda: DETAILS in reply.text and "{" not in reply.text, "the gap is filled")
        walk.did(case, "return")
        desk.hands.press("ctrl+Return")
        desk.wait_for_case(following)
        step.saw(f"«{refused}», then {case['number']} left and {following} opened")
        entry = walk.arrived(case, "return")
        now = walk.now(case)
        expect(now["status"] == "returned", f"returned, and not {now['status']}")
        expect(entry["reason"] == reason["code"] and DETAILS in entry["reply"]["text"], "with reason and details")
        step.found(_told(entry, now))


def note(walk: Walk):
    with walk.step("note", "an internal note, typed in Arabic") as step:
        case = walk.open(walk.is_workable)
        write_note(walk.desk, NOTE)
        walk.did(case, "note")
        step.saw(f"{case['number']}: «{NOTE}» in its history")
        entry = walk.arrived(case, "note")
        expect(entry["text"] == NOTE, "the note as typed")
        expect(walk.now(case)["status"] == "in_progress", "still in progress")
        step.found(_told(entry, walk.now(case)))


def write_note(desk: Desk, text):
    """Into the open case; done when its history shows it."""
    desk.click("ActionRow", "Note")
    desk.sheet(desk.word("CaseWords", "Internal note"))
    desk.type_into(desk.see(desk.word("SheetWords", "Note, not shown to the applicant"), "text"), text)
    desk.click("SheetWords", "Save the note")
    desk.see(text, "label")


def _told(entry, now):
    words = [f"{entry['type']} by {entry['actor']['name']}", f"{entry['from']} → {entry['to']}"]
    words += [entry["reason"]] if entry.get("reason") else []
    return ", ".join(words + [f"version {now['version']}"])

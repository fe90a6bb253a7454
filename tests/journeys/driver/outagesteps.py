# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The centre goes away, the desk is killed, both come back: nothing is lost and nothing is done twice."""

import re
import time

from eyes import plain
from waiting import expect, until
from walk import Walk
from worksteps import write_note

OFFLINE_NOTE = "سُجّلت هذه الملاحظة أثناء انقطاع الاتصال."
PROMISE = 2.0  # seconds: what was typed longer ago than this survives whatever happens
ENOUGH = 15  # letters, to be sure that they are not there by luck
LONG_REPLY = (
    "إيضاح إضافي لمقدم الطلب: تبيّن بعد مراجعة السجل أن البيانات صحيحة ومحدّثة، "
    "ويمكن الاستفادة من الخدمة عبر منصة أبشر بعد مضي يوم عمل واحد من تاريخ هذا الرد."
)


def lose_the_centre(walk: Walk):
    desk = walk.desk
    with walk.step("offline", "the centre is stopped; the status line says so") as step:
        code = walk.centre.stop()
        expect(code == 0, f"the centre ended with 0, and not {code}")
        desk.hands.press("F5")
        offline = until(lambda: desk.status("SyncWords", "No connection since %1 – %2"), "the status line says no connection", 30)
        expect(re.search(r"\d\d:\d\d", offline.name), "it says since when the data stand still")
        step.saw(f"«{offline.name}»")
        expect(not walk.centre.is_ready(), "nobody answers there")
        step.found("stopped")


def decide_offline(walk: Walk):
    """A note and a decision on one case: their order matters."""
    desk = walk.desk
    with walk.step("waiting", "a note and a decision without the centre: recorded, and they wait") as step:
        case = walk.open(lambda one: walk.is_workable(one) and walk.needs_proof(one))
        following = walk.row_after(case)
        write_note(desk, OFFLINE_NOTE)
        walk.did(case, "note")
        until(lambda: desk.waits(1), "one act waits")
        desk.click("CaseWords", "Complete")
        desk.sheet(desk.word("CaseWords", "Complete"))
        desk.hands.click(desk.see(desk.word("DecisionFields", "Approved, awaiting execution"), "radio button"))
        desk.choose(desk.word("SheetWords", "Result"), walk.reason("APPROVED_AWAITING_EXECUTION")["name"]["ar"])
        walk.did(case, "complete")
        desk.click("SheetWords", "Confirm completion")
        desk.wait_for_case(following)
        waiting = until(lambda: desk.waits(2), "two acts wait")
        row = next(text for _, text in desk.row_texts() if case["number"] in text)
        expect(desk.word("RowMarks", "Waiting to be sent") in row, "its row says that it waits")
        step.saw(f"{case['number']} approved, {following} opened, «{waiting.name}»")
    return case


def lose_the_desk(walk: Walk):
    desk = walk.desk
    with walk.step("killed", "kill -9 while a reply is being typed") as step:
        case = walk.open(lambda one: walk.is_workable(one) and walk.needs_proof(one))
        desk.click("CaseWords", "Complete")
        sheet = desk.sheet(desk.word("CaseWords", "Complete"))
        reply = sheet.wait_for(desk.word("ReplyCard", "Reply to the applicant"), "text")
        desk.hands.click(reply)
        desk.hands.press("ctrl+End", "Return")
        on_screen = _type_until_killed(walk, reply, step)
        step.saw(f"{case['number']}: {len(on_screen)} letters typed longer than {PROMISE:g} s ago, and more behind them")
    with walk.step("offline-sign-in", "the desk is started again and signs in without the centre") as step:
        desk.start(walk.centre.address, walk.account["username"])
        desk.see(re.compile(re.escape(desk.word("DeskApp", OFFLINE_SENTENCE))), "label")
        desk.type_password(walk.account["password"])
        desk.hands.press("Return")
        until(lambda: desk.window.find(desk.word("WorklistPage", "Worklist"), "table"), "the list from this machine")
        expect(desk.rows_in_sight(), "its rows")
        waiting = until(lambda: desk.waits(2), "both acts still wait")
        step.saw(f"{desk.worklist.rows} rows, «{waiting.name}»")
        expect(not walk.centre.is_running, "the centre is still stopped")
        step.found("still stopped")
    with walk.step("draft", "the draft is there, is finished and recorded") as step:
        row = next(row for row, number in desk.rows_in_sight() if number == case["number"])
        desk.open_row(row)
        desk.wait_for_case(case["number"])
        desk.click("AlertWords", "Continue the draft")
        sheet = desk.sheet(desk.word("CaseWords", "Complete"))
        reply = sheet.wait_for(desk.word("ReplyCard", "Reply to the applicant"), "text")
        kept = reply.text
        expect(on_screen in kept, f"«{on_screen}» in the draft, which ends «{kept[-60:]}»")
        desk.type_into(desk.see(desk.word("ProofFields", "Operation number"), "text"), "CD-901337")
        walk.did(case, "complete")
        desk.hands.press("ctrl+Return")
        waiting = until(lambda: desk.waits(3), "three acts wait")
        step.saw(f"all of it and {len(kept) - kept.index(on_screen) - len(on_screen)} letters more, «{waiting.name}»")
    return case


OFFLINE_SENTENCE = (
    "There is no connection to the central system. Accounts that have been used on this device can sign in and work."
)


def _type_until_killed(walk, reply, step):
    """Kills the desk in the middle of typing. What its field held PROMISE seconds before must be found again."""
    typing = walk.desk.hands.start_writing(LONG_REPLY, pause_ms=60)
    held = []

    def typed_long_ago():
        expect(typing.poll() is None, "still typing")
        held.append((time.monotonic(), plain(reply.text.rsplit("\n", 1)[-1])))  # it was begun on a line of its own
        old = [text for at, text in held if at <= held[-1][0] - PROMISE]
        return old[-1] if old and len(old[-1]) > ENOUGH and LONG_REPLY.startswith(old[-1]) else ""

    try:
        typed = until(typed_long_ago, f"more than {ENOUGH} letters typed {PROMISE:g} s ago")
        step.picture()
        walk.desk.kill()
    finally:
        typing.kill()
        typing.wait()
    return typed


def find_the_centre(walk: Walk, decided, drafted):
    desk = walk.desk
    with walk.step("back", "the centre is back: all is acknowledged by itself, in order") as step:
        walk.centre.start()
        online = until(lambda: desk.status("SyncWords", "Connected since %1"), "the status line says connected", 45)
        nothing = until(lambda: desk.waits(0), "nothing waits", 30)
        step.saw(f"«{online.name}», «{nothing.name}»")
        first, second = walk.arrived(decided, "note"), walk.arrived(decided, "complete")
        # Requests go side by side; the acts on one of them keep their order.
        expect(first["at"] < second["at"], f"the note at {first['at']} came before the decision at {second['at']}")
        written = [first, second, walk.arrived(drafted, "complete")]
        expect(walk.now(decided)["status"] == "awaiting_execution", "the approved one awaits execution")
        expect(walk.now(drafted)["status"] == "completed", "the drafted one is completed")
        step.found(", ".join(f"{entry['type']} {entry['at'][11:23]}" for entry in written))

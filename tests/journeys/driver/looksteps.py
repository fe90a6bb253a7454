# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Language and theme, signing out, and the last look: each act once at the centre, and no other."""

from waiting import expect, until
from walk import Walk

DARK = 90  # brighter than this on average is no dark screen


def _officer_button(walk):
    return walk.desk.see(role="push button", matching=lambda one: walk.witness.officer["name"] in one.name)


def switch_language(walk: Walk):
    desk = walk.desk
    with walk.step("english", "the language is switched to English") as step:
        rows, number = desk.worklist.rows, desk.case_number
        desk.choose_in_menu(_officer_button(walk), "English")
        table = desk.see("Worklist", "table")
        until(lambda: table.rows == rows, f"{rows} rows in English as well")
        until(lambda: desk.case_number == number, f"{number} is still open")
        until(lambda: desk.chosen_number() == number, f"{number} is still marked in the list")
        complete = desk.see("Complete", "push button")
        left = _officer_button(walk).place[0] > table.place[0]
        expect(left, "the officer's name has gone to the other side")
        step.saw(f"«{table.name}» with {rows} rows, «{complete.name}», {number} still open and marked, laid out from left to right")
    with walk.step("arabic", "and back to Arabic") as step:
        desk.choose_in_menu(_officer_button(walk), "العربية")
        table = desk.see(desk.word("WorklistPage", "Worklist"), "table")
        until(lambda: table.rows == rows, f"{rows} rows in Arabic")
        step.saw(f"«{table.name}» with {rows} rows, laid out from right to left")


def switch_theme(walk: Walk):
    desk = walk.desk
    light = walk.story.brightness(desk.window.place)
    menu = desk.word("UserMenu", "Theme")
    with walk.step("dark", "the dark theme") as step:
        desk.choose_in_menu(_officer_button(walk), menu, desk.word("UserMenu", "Dark"))
        until(lambda: walk.story.brightness(desk.window.place) < DARK, "a dark screen")
        dark = walk.story.brightness(desk.window.place)
        step.saw(f"brightness {light:.0f} → {dark:.0f} of 255")
    with walk.step("light", "and light again") as step:
        desk.choose_in_menu(_officer_button(walk), menu, desk.word("UserMenu", "Light"))
        until(lambda: walk.story.brightness(desk.window.place) > DARK, "a light screen")
        step.saw(f"brightness {walk.story.brightness(desk.window.place):.0f}")


def sign_out(walk: Walk):
    desk = walk.desk
    with walk.step("signed-out", "signing out; the centre holds each act once and no other") as step:
        desk.choose_in_menu(_officer_button(walk), desk.word("UserMenu", "Sign out"))
        card = desk.see(desk.word("SignInCard", "User name"), "text")
        step.saw(f"the sign-in card, «{card.name}» {card.text}")
        for case in {act.case["id"]: act.case for act in walk.acts}.values():
            wanted = [act.type for act in walk.acts if act.case["id"] == case["id"]]
            held = [entry["type"] for entry in walk.own(case)]
            expect(held == wanted, f"{case['number']}: {wanted} were done here, and the centre holds {held}")
        step.found(f"{len(walk.acts)} acts on {len({act.case['id'] for act in walk.acts})} requests, each once")
    with walk.step("closed", "the window is closed") as step:
        step.picture()
        desk.hands.press("alt+F4")
        code = desk.wait_for_end()
        expect(code == 0, f"the desk ended with 0, and not {code}")
        step.saw("the desk ended with 0")
        expect(walk.centre.stop() == 0, "the centre ended with 0")
        step.found("ended with 0 when asked to")

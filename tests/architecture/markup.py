# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No text is ever taken for markup: what Qt believes to be HTML opens the files that it names, in the desk's own process."""

import re

from tree import Finding, Source, files, read, run

PRODUCT = ("app/", "ui/", "models/")
PLAIN = "plainTooltip"
# Where a call takes its text: place among the arguments, from the end when below nothing.
TOOLTIPS = {"setToolTip": -1, "setTabToolTip": 1, "showText": 1}
# The homes of what the rest must not touch: each makes its text plain.
HOMES = {
    "models/arabic/tooltip.cpp": ("toHtmlEscaped",),
    "ui/shared/plainlabel.h": ("QLabel",),
    "ui/shared/plainlabel.cpp": ("QLabel",),
    "ui/shared/statuschip.h": ("QLabel",),
    "ui/shared/statuschip.cpp": ("QLabel",),
}
BANNED = re.compile(
    r"\b(setHtml|insertHtml|setMarkdown|insertMarkdown|toHtmlEscaped|convertFromPlainText|setDefaultStyleSheet"
    r"|loadResource|RichText|AutoText|MarkdownText|setAcceptRichText|QTextBrowser|fromHtml|fromMarkdown|QStaticText"
    r"|QMessageBox|QErrorMessage|QProgressDialog|QInputDialog|QWizard|QSplashScreen|QSystemTrayIcon"
    r"|setWhatsThis|WhatsThisRole|setStatusTip|StatusTipRole|setToolTipsVisible|QLabel)\b"
)


def check(root):
    for path in files(root, ".h", ".cpp"):
        if not path.startswith(PRODUCT):
            continue
        source = Source(read(root, path))
        for line, text in problems(path, source):
            rule = "markup" if text.startswith("'") else "tooltip"
            if not source.allows(rule, line):
                yield Finding(path, line, rule, text)


def problems(path, source):
    for line, match in source.find(BANNED):
        if match.group(1) not in HOMES.get(path, ()) and not (match.group(1) == "QLabel" and is_name(source, match)):
            yield line, f"'{match.group(1)}' may take a text for markup: labels are PlainLabel, tooltips plainTooltip()"
    for call, place in TOOLTIPS.items():
        for line, arguments in source.calls(call):
            if not is_plain(arguments[place] if len(arguments) > max(place, 0) else ""):
                yield line, f"{call}: the text is not from {PLAIN}()"
    yield from roles(source)


def is_name(source, match):
    """Only its name: an include, or a declaration without a body."""
    return re.search(r"(?:#\s*include\s*<QtWidgets/|\bclass\s+)$", source.code[: match.start()])


def is_plain(argument):
    """One call of the function and nothing else, or no text at all."""
    if argument in ("", "{}", "QString()"):
        return True
    if not argument.startswith(PLAIN + "("):
        return False
    depth = 0
    for place, letter in enumerate(argument):
        depth += (letter == "(") - (letter == ")")
        if letter == ")" and depth == 0:
            return place == len(argument) - 1
    return False


def roles(source):
    """Every use of the role: given to an item, answered by a model, or only told as changed."""
    for line, match in source.find(r"\bToolTipRole\b"):
        start = max(source.code.rfind(mark, 0, match.start()) for mark in ";{}") + 1
        opening = source.code[: match.start()].rfind("dataChanged(")
        if opening > 0 and ";" not in source.code[opening : match.start()]:
            continue
        given = re.search(r"\bset(?:Item)?Data\s*\(", source.code[start : match.start()])
        end = source.code.find("\n}", match.start())
        rest = source.code[start : end if end >= 0 else None]
        if given:
            rest = rest.split(";")[0]
        if not re.search(rf"\b{PLAIN}\s*\(", rest):
            yield line, f"a text for Qt::ToolTipRole is not from {PLAIN}()"


if __name__ == "__main__":
    run(check, "markup")

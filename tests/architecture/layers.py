# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooms of the house, what each may see, and what must not be written in them.

The table is the law; the picture in the design is drawn from it. The link graph alone does not hold it: a target
that links one Qt module can include headers of another.
"""

import re
from dataclasses import dataclass

from tree import Finding, Source, files, read, run


@dataclass(frozen=True)
class Room:
    sees: tuple = ()  # rooms of ours whose headers it may include, besides its own
    qt: tuple = ("QtCore",)
    libraries: tuple = ()
    headers: tuple = ()  # single headers of values, from rooms that it may not see otherwise


VALUES = ("models/domain", "models/arabic")

# By path prefix; the longest one that fits a file is its room.
ROOMS = {
    "models/arabic": Room(libraries=("icu",)),
    "models/domain": Room(sees=("models/arabic",)),
    "models/protocol": Room(sees=("models/domain",), libraries=("sodium",)),
    "models/crypto": Room(sees=("models/domain",), libraries=("sodium",)),
    "models/envelope": Room(sees=("models/protocol", "models/crypto", *VALUES)),
    "models/sql": Room(sees=VALUES, qt=("QtCore", "QtSql"), libraries=("sqlite", "sodium")),
    "models/store": Room(
        sees=("models/sql", "models/envelope", "models/protocol", "models/crypto", *VALUES),
        qt=("QtCore", "QtSql"),
        libraries=("sqlite", "sodium"),
    ),
    "models/sync": Room(
        sees=("models/store", "models/envelope", "models/protocol", "models/crypto", *VALUES),
        qt=("QtCore", "QtNetwork"),
        libraries=("simdjson",),
    ),
    "models/desk": Room(sees=("models/store", *VALUES)),
    "models/itemmodels": Room(sees=("models/desk", "models/store", *VALUES)),
    "models/preview": Room(sees=("models/preview/frame", *VALUES), qt=("QtCore", "QtGui")),
    # The one header that the worker shares with its host: a row of its own, because it may see nothing of ours.
    "models/preview/frame": Room(),
    "ui": Room(
        sees=("models/itemmodels", "models/desk", "models/preview", *VALUES),
        qt=("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets", "QtPrintSupport"),
        libraries=("barcode",),
        headers=("models/store/worklist.h", "models/store/outboxitem.h", "models/sync/syncstatus.h"),
    ),
    "app/desk": Room(
        sees=(
            *("ui", "models/itemmodels", "models/desk", "models/preview", "models/sync"),
            *("models/store", "models/sql", "models/protocol", "models/crypto", *VALUES),
        ),
        qt=("QtCore", "QtGui", "QtWidgets"),
        libraries=("cli",),
    ),
    "app/preview": Room(
        sees=("models/preview/frame",), qt=("QtCore", "QtGui"), libraries=("poppler", "qpdf", "pictures", "seccomp", "tesseract", "cli")
    ),
    "app/central": Room(
        sees=("app/central/register", "models/envelope", "models/protocol", "models/sql", "models/crypto", *VALUES),
        libraries=("boost", "sodium", "zstd", "zlib", "cli"),
    ),
    "app/central/register": Room(
        sees=("models/protocol", "models/sql", "models/crypto", *VALUES),
        qt=("QtCore", "QtSql"),
        libraries=("sqlite", "sodium"),
    ),
    "app/central/demo": Room(
        sees=("app/central", "app/central/register", "models/protocol", "models/sql", "models/crypto", *VALUES),
        qt=("QtCore", "QtGui"),
        libraries=("qpdf", "cli"),
    ),
    # The thin main: the only place of the centre that knows its demonstration data.
    "app/central/main": Room(
        sees=("app/central", "app/central/register", "app/central/demo", "models/protocol", "models/sql", *VALUES),
        libraries=("cli",),
    ),
    "resources/cmake": Room(),
}

LIBRARIES = {
    "icu": r"unicode/",
    "boost": r"boost/",
    "poppler": r"poppler",
    "qpdf": r"qpdf/",
    "pictures": r"(libheif|libexif|webp)/|turbojpeg\.h$",
    "tesseract": r"tesseract/|leptonica/|allheaders\.h$",
    "seccomp": r"seccomp\.h$",
    "sodium": r"sodium(\.h$|/)",
    "simdjson": r"simdjson",
    "sqlite": r"sqlite3",
    "zstd": r"zstd",
    "zlib": r"zlib\.h$",
    "cli": r"CLI/",
    "barcode": r"ZXing/",
    "rapidcheck": r"rapidcheck",
}

STANDARD = r"[a-z_]+$|(sys|linux|netinet|arpa|asm|net)/|cxxabi\.h$"
POSIX = "dirent dlfcn errno execinfo fcntl grp malloc poll pthread pwd sched signal spawn stdint stdlib string time unistd"

BAD_WORDS = "manager managers helper helpers util utils handler handlers controller controllers info data"
BAD_FOLDERS = {*BAD_WORDS.split(), "common", "misc"}
BAD_TYPE = r"\b(?:class|struct|union|enum(?:\s+class)?)\s+(?:\[\[\w+\]\]\s*)?(?!Q[A-Z])(\w+?(?:%s))\b" % "|".join(
    word.capitalize() for word in BAD_WORDS.split()
)

PRODUCT = ("app/", "ui/", "models/")
SCREEN = ("ui/", "app/desk/")
# Where start and end become left and right, once for all screens.
SIDES = "ui/theme/metrics.h"


@dataclass(frozen=True)
class Rule:
    name: str
    where: tuple  # path prefixes
    pattern: str
    why: str
    but_not: str = r"(?!)"  # paths that the rule leaves alone
    in_strings: bool = False


RULES = (
    Rule(
        "nested-loop",
        PRODUCT,
        r"\bQEventLoop\b|\bprocessEvents\s*\("
        r"|\bwaitFor(?:BytesWritten|Connected|Disconnected|Done|Encrypted|Finished|NewConnection|ReadyRead|Started)\s*\(",
        "no event loop inside an event loop and no waiting: a signal or a future brings the answer",
    ),
    Rule(
        "dialog-exec",
        (*SCREEN, "models/"),
        r"(?:\.|->)\s*exec\s*\(",
        "dialogs are opened with open() and answer by a signal; the application is run by QApplication::exec()",
        but_not=r"models/(sql|store)/",  # there it runs a statement
    ),
    Rule(
        "dialog-exec",
        SCREEN,
        r"\bQMessageBox::(?:about|critical|information|question|warning)\s*\("
        r"|\bQ(?:File|Input|Color|Font)Dialog::get\w+\s*\(",
        "static dialogs run an event loop of their own: open() one and take its signal",
    ),
    Rule(
        "localised-number",
        PRODUCT,
        r"%L[0-9n]",
        "%L shapes numbers by the machine's locale; shapes of digits are chosen in models/arabic",
        in_strings=True,
    ),
    Rule(
        "fixed-side",
        SCREEN,
        r"\bAlign(?:Left|Right)\b",
        f"left and right do not turn with the layout: say start and end, as {SIDES} does",
        but_not=re.escape(SIDES),
    ),
    Rule(
        "fixed-side",
        (*SCREEN, "resources/style/"),
        r"\b(?:margin|padding)-(?:left|right)\b|text-align\s*:\s*(?:left|right)\b",
        "left and right in a style sheet do not turn with the layout",
        in_strings=True,
    ),
    Rule(
        "wall-clock",
        ("models/", "ui/"),
        r"\bsystem_clock::now\b|\bcurrent(?:DateTime|DateTimeUtc|MSecsSinceEpoch|SecsSinceEpoch|Date|Time)\s*\(",
        "time comes through Clock, so that a test can hold it",
        but_not=r".*clock\.(h|cpp)$",
    ),
    Rule(
        "own-thread",
        ("models/",),
        r"\bQ(?:Basic)?Timer\b|\bQThreadPool\b|\bQtConcurrent\b|\bQThread::create\b|\bnew QThread\b"
        r"|\bpublic QThread\b|\bstd::j?thread\b",
        "nothing below app/ starts a thread or a timer: take an Executor",
    ),
    Rule(
        "throw",
        ("models/", "ui/", "app/desk/"),
        r"\bthrow\b",
        "no exceptions of ours: return an Error",
    ),
    Rule(
        "coroutine",
        ("models/", "ui/", "app/desk/"),
        r"\bco_(?:await|return|yield)\b",
        "no coroutines in the desk: this compiler breaks captures in them",
    ),
    Rule(
        "singleton",
        PRODUCT,
        r"\bstatic\b[^;{}()]*\b[iI]nstance\s*\(|\bQ_(?:GLOBAL|APPLICATION)_STATIC\b",
        "no singletons: app/ builds the graph and passes references",
    ),
    Rule(
        "sleep",
        (*PRODUCT, "tests/"),
        r"\bqSleep\s*\(|\bQThread::(?:m|u)?sleep\s*\(|\bsleep_(?:for|until)\s*\(",
        "never sleep: wait for what is meant (QTRY_*, QSignalSpy), or move the test's clock",
    ),
)


def check(root):
    for path in files(root):
        top = path.split("/")[0]
        if top in ("app", "models", "ui", "tests"):
            yield from check_name(path)
        if path.endswith((".h", ".cpp")):
            source = Source(read(root, path))
            yield from check_includes(path, source)
            yield from check_types(path, source)
            yield from check_margins(path, source)
            yield from check_rules(path, source)
        elif path.startswith("resources/style/") and path.endswith(".qss"):
            yield from check_style(path, read(root, path))


def room_of(path):
    """The key of the row that holds for a path; None when no row does."""
    fits = [key for key in ROOMS if re.match(re.escape(key) + r"(/|$|[a-z0-9]*\.(h|cpp)$)", path)]
    return max(fits, key=len, default=None)


def check_name(path):
    *folders, name = path.split("/")
    for folder in folders:
        if folder in BAD_FOLDERS:
            yield Finding(path, 1, "name", f"'{folder}' says nothing: a room is missing a name")
    if name.endswith((".h", ".cpp")):
        stem = name.rsplit(".", 1)[0]
        bad = re.search(r"(%s)$" % "|".join(BAD_WORDS.split()), stem)
        if bad:
            yield Finding(path, 1, "name", f"'{bad.group()}' is a forbidden ending: say what it is")
        if not re.fullmatch(r"(tst_)?[a-z0-9]+", stem):
            yield Finding(path, 1, "name", "file names are lower-case without separators")
    elif name.endswith((".hpp", ".hh", ".cc", ".cxx", ".ui", ".qrc")):
        yield Finding(path, 1, "name", "sources end in .h and .cpp; layouts and resources live in code and CMake")


def check_types(path, source):
    if path.startswith(PRODUCT):
        for line, match in source.find(BAD_TYPE):
            yield Finding(path, line, "name", f"'{match.group(1)}' has a forbidden ending: say what it is")


def check_includes(path, source):
    in_tests = path.startswith("tests/")
    key = room_of(path)
    if key is None and not in_tests:
        yield Finding(path, 1, "room", "is in no room that tests/architecture/layers.py knows")
        return
    room = None if in_tests else ROOMS[key]
    for line, bracket, name in source.includes:
        if bracket == '"':
            problem = own_include(key, room, name)
        elif name.startswith("Q"):
            problem = qt_include(room, name)
        else:
            problem = library_include(room, name)
        if problem:
            yield Finding(path, line, "include", f"{name}: {problem}")


def own_include(key, room, name):
    if re.fullmatch(r"(moc_)?\w+\.(moc|cpp)", name):
        return None  # what moc makes
    if name.split("/")[0] not in ("app", "models", "ui", "tests", "resources") or ".." in name:
        return "includes of ours are written from the root"
    if room is None:
        return None
    target = room_of(name)
    if target == key or target in room.sees or name in room.headers:
        return None
    return f"{key} must not see {target or name}"


def qt_include(room, name):
    if "/" not in name:
        return "Qt includes name their module, as in <QtCore/QString>"
    module = name.split("/")[0]
    if room is None or module in room.qt:
        return None
    return f"{module} is not for this room"


def library_include(room, name):
    for library, pattern in LIBRARIES.items():
        if re.match(pattern, name):
            return None if room is None or library in room.libraries else f"{library} is not for this room"
    if re.match(STANDARD, name) or name.removesuffix(".h") in POSIX.split():
        return None
    return "a library that tests/architecture/layers.py does not know"


def check_margins(path, source):
    if not path.startswith(SCREEN) or path == SIDES:
        return
    for call in ("setContentsMargins", "setViewportMargins", "QMargins", "setTextMargins"):
        for line, arguments in source.calls(call):
            differing = len(arguments) == 4 and arguments[0] != arguments[2]
            if differing and not source.allows("fixed-side", line):
                yield Finding(path, line, "fixed-side", f"{call}: left and right differ; {SIDES} turns them")


def check_rules(path, source):
    for rule in RULES:
        if not path.startswith(rule.where) or re.match(rule.but_not, path):
            continue
        if rule.in_strings:
            lines = [line for line, text in source.strings if re.search(rule.pattern, text)]
        else:
            lines = [line for line, _ in source.find(rule.pattern)]
        for line in lines:
            if not source.allows(rule.name, line):
                yield Finding(path, line, rule.name, rule.why)


def check_style(path, text):
    for rule in RULES:
        if rule.in_strings and path.startswith(rule.where):
            for number, line in enumerate(text.splitlines(), 1):
                if re.search(rule.pattern, line):
                    yield Finding(path, number, rule.name, rule.why)


if __name__ == "__main__":
    run(check, "layers")

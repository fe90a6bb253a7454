# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of code says in its first lines whose it is and under which licence; headers are read once."""

from tree import Finding, files, read, run

CODE = (".h", ".cpp", ".py", ".sh", ".cmake", "CMakeLists.txt")
SCRIPTS = ("dev", ".ci/run")
LINES = (
    "SPDX-FileCopyright" "Text: The Tawasul Desk authors",
    "SPDX-License-" "Identifier: GPL-3.0-or-later",
)


def check(root):
    for path in files(root):
        if path.endswith(CODE) or path in SCRIPTS:
            text = read(root, path)
            head = "\n".join(text.splitlines()[:5])
            for line in LINES:
                if line not in head:
                    yield Finding(path, 1, "licence", f"the first lines lack '{line}'")
            if path.endswith(".h") and "#pragma once\n" not in text:
                yield Finding(path, 1, "once", "the header lacks #pragma once")


if __name__ == "__main__":
    run(check, "licences")

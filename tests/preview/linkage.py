# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing of the desk is linked with what parses documents; only tawasul-preview is (invariant I9).

linkage.py WORKER (--archive ARCHIVE … | PROGRAM) …: the archives are what the desk is made of, the host's side among
them; the programs are linked with it, and the desk itself is one of them.
"""

import re
import subprocess
import sys

PARSERS = re.compile(r"lib(poppler|qpdf|tiff|jpeg|openjp2|webp|jbig2dec|mupdf|heif|de265|exif|turbojpeg|tesseract|lept)")
# What of Qt reads a picture: the host makes QImages of pixels and of nothing else.
READERS = re.compile(
    r"QImageReader|QImageIOHandler|QMovie|QImage::(load|fromData)|QPixmap::load|QPicture::load|Poppler::|QPDF"
    r"|Q(Image|Pixmap|Icon)::Q(Image|Pixmap|Icon)\(QString const&|QIcon::addFile|QTextDocument::(setHtml|addResource)"
)


def libraries(program):
    """All that the loader would load, near and far."""
    shown = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^\s*(\S+)", shown, re.MULTILINE)


def wanted(archive):
    shown = subprocess.run(["nm", "-uC", archive], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^\s+U (.+)$", shown, re.MULTILINE)


def main(worker, *rest):
    archives = [rest[place + 1] for place, word in enumerate(rest) if word == "--archive"]
    programs = [word for place, word in enumerate(rest) if word != "--archive" and rest[place - 1] != "--archive"]
    problems = []
    if not any("poppler" in name for name in libraries(worker)):
        problems.append(f"{worker}: is linked without Poppler, so this test proves nothing")
    for program in programs:
        problems += [f"{program}: loads {name}" for name in libraries(program) if PARSERS.match(name)]
    symbols = {archive: wanted(archive) for archive in archives}
    if not any("QImage" in symbol for all_of_one in symbols.values() for symbol in all_of_one):
        problems.append("no archive uses a QImage, so this test proves nothing")
    for archive, all_of_one in symbols.items():
        problems += sorted({f"{archive}: uses {symbol}" for symbol in all_of_one if READERS.search(symbol)})
    print("\n".join(problems) or f"{len(programs)} programs and {len(archives)} archives are free of parsers")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

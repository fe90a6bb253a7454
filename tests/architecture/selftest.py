# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks are themselves checked: made-up trees that break each rule once, and one that breaks none."""

import shutil
import sys
import tempfile
import unittest
from pathlib import Path

import datafiles
import layers
import licences
import markup
import portable
import sizes
import translations

HEAD = "// " + licences.LINES[0] + "\n// " + licences.LINES[1] + "\n"


class Tree(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="tawasul-tree-"))
        self.addCleanup(shutil.rmtree, self.root)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def found(self, check, files):
        """What a check says of a tree of these files, as (path, rule) pairs."""
        for path, text in files.items():
            self.write(path, text)
        findings = list(check.check(self.root))
        for path in files:
            (self.root / path).unlink()
        return sorted({(finding.path, finding.rule) for finding in findings})

    def assert_caught(self, check, rule, path, text):
        with self.subTest(rule=rule, path=path, text=text):
            self.assertEqual(self.found(check, {path: text}), [(path, rule)])

    def assert_clean(self, check, path, text):
        with self.subTest(path=path, text=text):
            self.assertEqual(self.found(check, {path: text}), [])


class Layers(Tree):
    def test_every_arrow_that_runs_back_is_caught(self):
        for path, include in (
            ("models/arabic/a.h", '"models/domain/result.h"'),
            ("models/domain/a.h", '"models/protocol/case.h"'),
            ("models/protocol/a.h", '"models/sql/row.h"'),
            ("models/sql/a.h", '"models/store/casestore.h"'),
            ("models/store/a.h", '"models/sync/client.h"'),
            ("models/store/a.h", '"models/desk/desk.h"'),
            ("models/desk/a.h", '"models/protocol/codec.h"'),
            ("models/sync/a.h", '"models/desk/desk.h"'),
            ("models/desk/a.h", '"models/sync/client.h"'),
            ("models/itemmodels/a.h", '"ui/theme/theme.h"'),
            ("models/preview/a.h", '"models/store/casestore.h"'),
            ("models/preview/frame.h", '"models/preview/pagecache.h"'),
            ("models/preview/frame.h", '"models/domain/result.h"'),
            ("ui/shell/a.h", '"models/store/casestore.h"'),
            ("ui/shell/a.h", '"models/sync/client.h"'),
            ("ui/shell/a.h", '"app/desk/deskapp.h"'),
            ("app/desk/a.h", '"app/central/register/register.h"'),
            ("app/preview/a.h", '"models/domain/result.h"'),
            ("app/preview/a.h", '"models/preview/pagecache.h"'),
            ("app/central/routes/a.h", '"models/store/casestore.h"'),
            ("app/central/routes/a.h", '"app/central/demo/people.h"'),
            ("app/central/register/a.h", '"app/central/http/server.h"'),
        ):
            self.assert_caught(layers, "include", path, f"#include {include}\n")

    def test_only_the_value_headers_of_a_closed_room_are_open(self):
        for include in ('"models/store/worklist.h"', '"models/sync/syncstatus.h"'):
            self.assert_clean(layers, "ui/shell/a.h", f"#include {include}\n")
            self.assert_caught(layers, "include", "models/domain/a.h", f"#include {include}\n")

    def test_every_library_is_caught_outside_its_rooms(self):
        for path, include in (
            ("models/domain/a.h", "<QtSql/QSqlQuery>"),
            ("models/desk/a.h", "<QtSql/QSqlQuery>"),
            ("ui/shell/a.h", "<QtSql/QSqlQuery>"),
            ("app/central/routes/a.h", "<QtSql/QSqlQuery>"),
            ("app/central/routes/a.h", "<sqlite3.h>"),
            ("models/sync/a.h", "<sqlite3.h>"),
            ("models/domain/a.h", "<QtGui/QColor>"),
            ("models/itemmodels/a.h", "<QtWidgets/QWidget>"),
            ("app/preview/a.h", "<QtWidgets/QWidget>"),
            ("app/central/http/a.h", "<QtGui/QImage>"),
            ("app/central/demo/a.h", "<QtWidgets/QWidget>"),
            ("app/central/http/a.h", "<QtNetwork/QTcpServer>"),
            ("app/desk/a.h", "<QtNetwork/QNetworkAccessManager>"),
            ("ui/shell/a.h", "<QtNetwork/QNetworkReply>"),
            ("models/preview/a.h", "<poppler/qt6/poppler-qt6.h>"),
            ("ui/documents/a.h", "<poppler-qt6.h>"),
            ("models/preview/a.h", "<qpdf/QPDF.hh>"),
            ("models/sync/a.h", "<boost/beast.hpp>"),
            ("models/domain/a.h", "<unicode/ucol.h>"),
            ("models/store/a.h", "<simdjson.h>"),
            ("models/store/a.h", "<rapidcheck.h>"),
            ("models/store/a.h", "<curl/curl.h>"),
            ("models/store/a.h", "<QString>"),
            ("tests/store/a.h", "<QString>"),
        ):
            self.assert_caught(layers, "include", path, f"#include {include}\n")

    def test_includes_that_do_not_start_at_the_root_are_caught(self):
        for include in ('"case.h"', '"../domain/case.h"', '"domain/case.h"', '"models/../ui/shell/window.h"'):
            self.assert_caught(layers, "include", "models/domain/a.cpp", f"  #  include {include}\n")
            self.assert_caught(layers, "include", "tests/domain/a.cpp", f"#include {include}\n")

    def test_what_the_table_allows_passes(self):
        for path, includes in (
            ("models/domain/case.cpp", '"models/domain/case.h" "models/arabic/fold.h" <QtCore/QString> <optional>'),
            ("models/sync/client.cpp", '"models/protocol/codec.h" "models/store/outbox.h" <QtNetwork/QNetworkReply>'),
            ("models/store/outbox.cpp", '"models/sql/query.h" "models/protocol/codec.h" <QtSql/QSqlDatabase> <sqlite3.h>'),
            ("models/preview/host.cpp", '"models/preview/frame.h" "models/domain/result.h" <QtGui/QImage> <sys/mman.h>'),
            ("app/preview/main.cpp", '"models/preview/frameformat.h" <poppler-qt6.h> <linux/seccomp.h> <unistd.h>'),
            ("app/central/main.cpp", '"app/central/demo/people.h" "app/central/http/server.h" <CLI/CLI.hpp>'),
            ("app/central/demo/papers.cpp", '"app/central/register/register.h" <QtGui/QPainter>'),
            ("app/central/register/feed.cpp", '"models/sql/query.h" <QtSql/QSqlQuery>'),
            ("ui/shell/window.cpp", '"ui/theme/theme.h" "models/desk/desk.h" <QtWidgets/QMainWindow>'),
            ("app/desk/deskapp.cpp", '"ui/shell/window.h" "models/sync/engine.h" "models/sql/open.h"'),
            ("tests/sync/tst_lanes.cpp", '"app/central/http/server.h" <QtTest/QTest> <rapidcheck.h> "tst_lanes.moc"'),
        ):
            self.assert_clean(layers, path, "".join(f"#include {name}\n" for name in includes.split()))

    def test_a_file_without_a_room_is_caught(self):
        for path in ("models/clock.h", "models/telephony/call.h", "app/tool/main.cpp", "tools/gen.cpp"):
            self.assert_caught(layers, "room", path, "int one();\n")

    def test_names_that_say_nothing_are_caught(self):
        for path in (
            "ui/shell/windowmanager.h",
            "ui/shell/layouthelper.cpp",
            "models/domain/stringutils.h",
            "models/domain/caseinfo.h",
            "models/domain/case_row.h",
            "models/domain/Case.h",
            "tests/domain/tst_caseData.cpp",
            "ui/utils/text.h",
            "ui/common/text.h",
            "tests/helpers/text.h",
            "ui/shell/window.ui",
            "models/domain/case.hpp",
        ):
            self.assert_caught(layers, "name", path, "int one();\n")
        for text in ("class CaseManager;\n", "struct PageInfo {};\n", "enum class [[nodiscard]] ActHandler {};\n"):
            self.assert_caught(layers, "name", "models/domain/a.h", text)
        self.assert_clean(layers, "ui/shell/a.h", "class QMimeData;\nclass QFileInfo;\nclass Information;\n")

    BROKEN = (
        ("nested-loop", "ui/shell/a.cpp", "QEventLoop loop;"),
        ("nested-loop", "app/desk/a.cpp", "QCoreApplication::processEvents();"),
        ("nested-loop", "models/sync/a.cpp", "future.waitForFinished();"),
        ("nested-loop", "app/preview/a.cpp", "process.waitForReadyRead(100);"),
        ("dialog-exec", "ui/shell/a.cpp", "dialog.exec();"),
        ("dialog-exec", "ui/shell/a.cpp", "menu->exec (point);"),
        ("dialog-exec", "app/desk/main.cpp", "return application.exec();"),
        ("dialog-exec", "ui/shell/a.cpp", "QMessageBox::question(this, a, b);"),
        ("dialog-exec", "ui/shell/a.cpp", "QFileDialog::getOpenFileName(this);"),
        ("localised-number", "ui/shell/a.cpp", 'tr("%L1 cases");'),
        ("localised-number", "models/itemmodels/a.cpp", 'tr("%Ln case(s)", nullptr, n);'),
        ("fixed-side", "ui/shell/a.cpp", "label->setAlignment(Qt::AlignLeft);"),
        ("fixed-side", "app/desk/a.cpp", "auto side = Qt::AlignRight | Qt::AlignVCenter;"),
        ("fixed-side", "ui/shell/a.cpp", "layout->setContentsMargins(f(1, 2), 0, 8, 0);"),
        ("fixed-side", "ui/shell/a.cpp", "layout->setContentsMargins(\n    4, 0,\n    8, 0);"),
        ("fixed-side", "ui/shell/a.cpp", "return QMargins(4, 0, 8, 0);"),
        ("fixed-side", "ui/shell/a.cpp", 'setStyleSheet(u"padding-left: 4px"_s);'),
        ("wall-clock", "models/domain/a.cpp", "auto now = QDateTime::currentDateTimeUtc();"),
        ("wall-clock", "ui/shell/a.cpp", "auto now = std::chrono::system_clock::now();"),
        ("own-thread", "models/store/a.cpp", "QTimer::singleShot(0, this, f);"),
        ("own-thread", "models/store/a.cpp", "std::thread worker(run);"),
        ("own-thread", "models/store/a.h", "class Writer : public QThread"),
        ("throw", "models/domain/a.cpp", "throw Error();"),
        ("coroutine", "models/sync/a.cpp", "co_await reply;"),
        ("singleton", "models/desk/a.h", "static Desk &instance();"),
        ("singleton", "ui/theme/a.cpp", "Q_GLOBAL_STATIC(Theme, theme)"),
        ("sleep", "tests/sync/a.cpp", "QTest::qSleep(10);"),
        ("sleep", "app/central/http/a.cpp", "std::this_thread::sleep_for(1s);"),
    )

    def test_every_rule_catches_what_it_is_for(self):
        for rule, path, line in self.BROKEN:
            self.assert_caught(layers, rule, path, line + "\n")
        self.assertEqual({rule.name for rule in layers.RULES}, {rule for rule, _, _ in self.BROKEN})

    def test_style_sheets_are_read_too(self):
        self.assert_caught(layers, "fixed-side", "resources/style/desk.qss", "QLabel { margin-left: 4px; }\n")
        self.assert_clean(layers, "resources/style/desk.qss", "QLabel { margin: 4px; }\n")

    def test_comments_literals_and_what_is_meant_pass(self):
        for path, text in (
            ("ui/shell/a.cpp", "// never dialog.exec(), never QEventLoop\n/* Qt::AlignLeft\n QTimer */\n"),
            ("ui/shell/a.cpp", 'log("dialog.exec()");\nlog(R"(QEventLoop " throw)");\nauto c = \'"\'; // QEventLoop\n'),
            ("ui/shell/a.cpp", "constexpr int many = 1'000'000; layout->setContentsMargins(8, 1, 8, 2);\n"),
            ("ui/shell/a.cpp", "layout->setContentsMargins(margins);\nlabel->setAlignment(Qt::AlignLeading);\n"),
            ("ui/theme/metrics.h", "return rtl ? QMargins(end, 0, start, 0) : Qt::AlignLeft;\n"),
            ("app/central/http/a.cpp", "co_await self->waitForRequest();\n"),
            ("ui/shell/a.cpp", "dialog->open();\nexecute();\n"),
            ("app/desk/main.cpp", "return QApplication::exec();\n"),
            ("models/store/a.cpp", "query.exec();\n"),
            ("app/central/register/a.cpp", "query.exec();\n"),
            ("models/domain/systemclock.cpp", "return std::chrono::system_clock::now();\n"),
            ("tests/ui/a.cpp", "QVERIFY(future.waitForFinished());\n"),
            ("ui/shell/a.cpp", 'tr("%1 of %2, %n case(s), 50%");\n'),
        ):
            self.assert_clean(layers, path, text)

    def test_an_exemption_needs_its_rule_and_a_reason(self):
        line = "label->setAlignment(Qt::AlignLeft);"
        self.assert_clean(layers, "ui/a/a.cpp", f"{line} // allow(fixed-side): a Latin number keeps its side\n")
        self.assert_clean(layers, "ui/a/a.cpp", f"// allow(fixed-side): a Latin number keeps its side\n{line}\n")
        self.assert_caught(layers, "fixed-side", "ui/a/a.cpp", f"{line} // allow(fixed-side):\n")
        self.assert_caught(layers, "fixed-side", "ui/a/a.cpp", f"{line} // allow(throw): because\n")
        self.assert_caught(layers, "fixed-side", "ui/a/a.cpp", f"// allow(fixed-side): why\n\n{line}\n")

    def test_the_table_names_only_rooms_and_libraries_that_it_knows(self):
        for key, room in layers.ROOMS.items():
            self.assertLessEqual(set(room.sees), set(layers.ROOMS), key)
            self.assertLessEqual(set(room.libraries), set(layers.LIBRARIES), key)

    def test_no_two_rooms_see_each_other(self):
        # Also not around corners. A room of its own inside another one, as the frame format, counts as a room.
        reached = {key: set(room.sees) for key, room in layers.ROOMS.items()}
        for _ in reached:
            for key in reached:
                reached[key] |= {further for near in reached[key] for further in reached[near]}
        self.assertEqual([key for key in reached if key in reached[key]], [])


class Sizes(Tree):
    def test_long_files_and_functions_are_told(self):
        body = "{\n" + "    step();\n" * 61 + "}\n"
        self.assert_caught(sizes, "size", "models/a.h", "int one();\n" * 151)
        self.assert_caught(sizes, "size", "models/a.cpp", "int one();\n" * 501)
        self.assert_caught(sizes, "size", "models/a.cpp", "void f()\n" + body)
        self.assert_clean(sizes, "models/a.cpp", "struct A\n{\n" + "    int a;\n" * 70 + "};\n")
        self.assert_clean(sizes, "models/a.cpp", ("void f()\n{\n" + "    step();\n" * 20 + "}\n") * 9)


class Licences(Tree):
    def test_code_without_licence_or_guard_is_caught(self):
        self.assert_caught(licences, "licence", "models/a.cpp", "int one();\n")
        self.assert_caught(licences, "licence", "models/CMakeLists.txt", HEAD.replace("3.0", "2.0"))
        self.assert_caught(licences, "licence", "dev", "#!/bin/sh\n")
        self.assert_caught(licences, "once", "models/a.h", HEAD)
        self.assert_clean(licences, "models/a.h", HEAD + "#pragma once\n")
        self.assert_clean(licences, "resources/a.json", "{}\n")


class Portable(Tree):
    def test_machines_and_hosts_are_caught(self):
        for folder in ("/hom" + "e/layla/x", "/roo" + "t/.cache", "/wor" + "k/main", "/tm" + "p/wt/ui"):
            self.assert_caught(portable, "machine", "README.md", f"see {folder}\n")
            self.assert_caught(portable, "machine", "a.json", f'{{"path":"{folder}"}}\n')
        for host in ("registry.npm" + "js.org", "deb.debia" + "n.org", "192.16" + "8.1.7", "10." + "0.0.1"):
            self.assert_caught(portable, "host", "README.md", f"http://{host}/x\n")
        self.assert_clean(portable, "tests/arabic/a.cpp", 'row("address", "10.' '0.0.1");\n')
        self.assert_clean(portable, "README.md", "127.0.0.1, 2.10.0.1, ../work/x, ${dir}/home/x, build/root/\n")

    def test_what_is_not_utf8_is_caught(self):
        (self.root / "a.cpp").write_bytes(b"\xc7\xe1")
        self.assertEqual([finding.rule for finding in portable.check(self.root)], ["encoding"])

    def test_a_lock_with_addresses_or_without_hashes_is_caught(self):
        lock = '{"packages": {"": {}, "node_modules/a": {"version": "1.0.0", %s}}}\n'
        path = "resources/package-lock.json"
        self.assert_caught(portable, "lock", path, lock % '"integrity": "sha512-A", "resolved": "x"')
        self.assert_caught(portable, "lock", path, lock % '"license": "MIT"')
        self.assert_clean(portable, path, lock % '"integrity": "sha512-A"')


class DataFiles(Tree):
    def test_what_cannot_be_read_is_caught(self):
        for path, bad, good in (
            ("a.json", '{"a": 1,}', '{"a": 1}'),
            ("b.json", '{"a": 1, "a": 2}', "[]"),
            ("a.svg", "<svg><g></svg>", "<svg><g/></svg>"),
            ("a.ts", "<TS>", "<TS/>"),
            ("a.yaml", "a: [1", "a: [1]"),
        ):
            self.assert_caught(datafiles, "unreadable", path, bad)
            self.assert_clean(datafiles, path, good)


class Translations(Tree):
    PATH = translations.ARABIC

    def ts(self, messages, language="ar", source="en"):
        return (
            f'<TS version="2.1" language="{language}" sourcelanguage="{source}"><context>'
            f"<name>tawasul::Window</name>{messages}</context></TS>"
        )

    def message(self, source, translation):
        return f"<message><source>{source}</source>{translation}</message>"

    def plural(self, source, *forms):
        inner = "".join(f"<numerusform>{form}</numerusform>" for form in forms)
        return f'<message numerus="yes"><source>{source}</source><translation>{inner}</translation></message>'

    def test_what_is_incomplete_is_caught(self):
        six = ("لا طلبات", "طلب واحد", "طلبان", "%n طلبات", "%n طلبا", "%n طلب")
        for rule, messages in (
            ("unfinished", self.message("Open", '<translation type="unfinished"/>')),
            ("unfinished", self.message("Open", '<translation type="vanished">فتح</translation>')),
            ("unfinished", self.message("Open", '<translation type="obsolete">فتح</translation>')),
            ("unfinished", self.message("Open", "")),
            ("empty", self.message("Open", "<translation> </translation>")),
            ("placeholder", self.message("%1 of %2", "<translation>%1 من %1</translation>")),
            ("placeholder", self.message("Open", "<translation>فتح %1</translation>")),
            ("plural", self.plural("%n case(s)", "طلب", "%n طلبات")),
            ("empty", self.plural("%n case(s)", "", *six[1:])),
            ("placeholder", self.plural("%n case(s)", *six[:3], "طلبات", *six[4:])),
            ("placeholder", self.plural("%n case(s) of %1", *six)),
        ):
            self.assert_caught(translations, rule, self.PATH, self.ts(messages))
        self.assert_caught(translations, "language", self.PATH, self.ts("", language="ar_EG"))
        self.assert_caught(translations, "language", self.PATH, self.ts("", source="de"))
        self.assert_clean(
            translations,
            self.PATH,
            self.ts(
                self.message("%1 of %2", "<translation>%2 من %1</translation>") + self.plural("%n case(s)", *six)
            ),
        )

    def test_english_needs_its_plurals_only(self):
        unfinished = self.message("Open", '<translation type="unfinished"/>')
        self.assert_clean(
            translations,
            translations.ENGLISH,
            self.ts(unfinished + self.plural("%n case(s)", "%n case", "%n cases"), language="en"),
        )
        self.assert_caught(
            translations, "plural", translations.ENGLISH, self.ts(self.plural("%n case(s)", "%n cases"), language="en")
        )

    def test_texts_that_the_file_does_not_hold_are_caught(self):
        lupdate = Path("/usr/lib/qt6/bin/lupdate")
        self.assertTrue(lupdate.exists(), "qt6-l10n-tools brings lupdate")
        self.write("ui/window.h", "namespace tawasul { class Window : public QWidget { Q_OBJECT void f(); }; }\n")
        self.write("ui/window.cpp", '#include "ui/window.h"\nnamespace tawasul { void Window::f() { tr("Open"); } }\n')
        for messages, rules in (
            (self.message("Open", "<translation>فتح</translation>"), []),
            ("", ["outdated"]),
            (
                self.message("Open", "<translation>فتح</translation>")
                + self.message("Close", "<translation>إغلاق</translation>"),
                ["outdated"],
            ),
        ):
            self.write(self.PATH, self.ts(messages))
            found = list(translations.check_sources(self.root, lupdate))
            self.assertEqual([finding.rule for finding in found], rules, found)


class Markup(Tree):
    def test_whatever_qt_may_take_for_markup_is_caught(self):
        for rule, code in (
            ("tooltip", "widget->setToolTip(name);"),
            ("tooltip", "widget->setToolTip(plain ? plainTooltip(name) : name);"),
            ("tooltip", "widget->setToolTip(plainTooltip(name) + name);"),
            ("tooltip", "tabs->setTabToolTip(0, name);"),
            ("tooltip", "QToolTip::showText(event->globalPos(), name, this);"),
            ("tooltip", "item->setData(Qt::ToolTipRole, name);"),
            ("tooltip", "box->setItemData(count() - 1, name, Qt::ToolTipRole);"),
            ("tooltip", "QVariant M::data(int role)\n{\n    if (role == Qt::ToolTipRole)\n        return name;\n}"),
            ("tooltip", "QVariant M::data(int role)\n{\n    return role == ToolTipRole ? name : x;\n}\nx = plainTooltip(y);"),
            ("markup", "document.setHtml(text);"),
            ("markup", "cursor.insertHtml(text);"),
            ("markup", "text.toHtmlEscaped();"),
            ("markup", "label->setTextFormat(Qt::RichText);"),
            ("markup", "label->setTextFormat(Qt::AutoText);"),
            ("markup", "auto *view = new QTextBrowser(this);"),
            ("markup", "auto *box = new QMessageBox(this);"),
            ("markup", "button->setWhatsThis(text);"),
            ("markup", "menu->setToolTipsVisible(true);"),
            ("markup", "auto *label = new QLabel(text);"),
            ("markup", "class Name : public QLabel {};"),
        ):
            self.assert_caught(markup, rule, "ui/shell/a.cpp", code + "\n")

    def test_text_that_is_plain_for_certain_is_left_alone(self):
        for code in (
            "widget->setToolTip(plainTooltip(name));",
            "widget->setToolTip(plainTooltip(\n    a ? b\n    : c(d)));",
            "widget->setToolTip({});",
            "widget->setToolTip(QString());",
            "QToolTip::showText(at(x, y), plainTooltip(name), this);",
            "item->setData(Qt::ToolTipRole, plainTooltip(name));",
            "box->setItemData(count() - 1, plainTooltip(name), Qt::ToolTipRole);",
            "Q_EMIT dataChanged(a, b, {LabelRole, Qt::ToolTipRole});",
            "QVariant M::data(int role)\n{\n    return role == Qt::ToolTipRole ? plainTooltip(x) : x;\n}",
            "// a tooltip by setToolTip(name) would obey",
            "auto *label = new PlainLabel(TextRole::Body);",
            "menu->setToolTipsVisible(true); // allow(markup): none of them is a stranger's",
        ):
            self.assert_clean(markup, "ui/shell/a.cpp", code + "\n")
        self.assert_clean(markup, "tests/ui/tst_a.cpp", "document.setHtml(text);\n")
        self.assert_clean(markup, "ui/shared/plainlabel.h", "class PlainLabel : public QLabel {};\n")
        self.assert_clean(markup, "models/arabic/tooltip.cpp", "text.toHtmlEscaped();\n")


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()

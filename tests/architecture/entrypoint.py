# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./dev promises: words, exit codes, and that it never installs what it was not allowed to."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from tree import ROOT

DEV = str(ROOT / "dev")


class EntryPoint(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="tawasul-dev-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def stand_in(self, name, script):
        """A program of that name, found before the machine's own; it notes how it was called."""
        program = self.folder / name
        program.write_text(f'#!/bin/bash\necho "{name} $*" >> {self.folder}/calls\n{script}\n', encoding="utf-8")
        program.chmod(0o755)

    def calls(self):
        calls = self.folder / "calls"
        return calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []

    def dev(self, *words):
        return self.bash('exec "$DEV" "$@"', *words)

    def bash(self, script, *words):
        environment = dict(os.environ, DEV=DEV, PATH=f"{self.folder}:{os.environ['PATH']}")
        return subprocess.run(
            ["bash", "-c", script, "test", *words],
            env=environment,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=60,
        )

    def test_help_names_every_command_and_only_those(self):
        done = self.dev("help")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        told = set(re.findall(r"^([a-z]+) ", done.stdout, re.MULTILINE))
        defined = set(re.findall(r"^cmd_([a-z]+)\(\)", Path(DEV).read_text(encoding="utf-8"), re.MULTILINE))
        self.assertEqual(told, defined)

    def test_wrong_use_says_how_on_stderr_and_ends_with_2(self):
        for words in (
            (),
            ("nonsense",),
            ("build", "fast"),
            ("run", "--slow"),
            ("run", "--fresh", "--fresh"),
            ("build", "dev", "asan"),
            ("build", "dev", "programs", "asan"),
            ("test", "--fast"),
            ("test", "a", "b"),
            ("tour", "a", "b"),
            ("tour", "--all"),
            ("bench", "nonsense"),
            ("chaos",),
            ("chaos", "none"),
            ("chaos", "1", "2"),
            ("chaos", "1", "--seed"),
        ):
            with self.subTest(words=words):
                done = self.dev(*words)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn("usage: ./dev", done.stderr)

    def missing(self, package, beside=""):
        self.stand_in(
            "dpkg-query",
            f"""if [[ " $* " == *" {package} "* ]]; then
                for name; do [[ $name == -* || $name == {package} ]] || echo "installed $name"; done
                exit 1
            fi
            for name in {beside}; do echo "installed $name"; done""",
        )
        self.stand_in("apt-get", 'case "$*" in *--assume-no*) echo "Need to get 3 MB of archives."; exit 1 ;; esac')

    def install(self):
        return self.bash('. "$DEV"; ensure_packages build test')

    def test_all_installed_asks_nobody(self):
        self.stand_in("dpkg-query", 'for name; do [[ $name == -* ]] || echo "installed $name"; done')
        self.stand_in("apt-get", "")
        done = self.install()
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assertEqual([call.split()[0] for call in self.calls()], ["dpkg-query"])

    def test_root_is_told_what_and_how_much_before_it_is_installed(self):
        self.missing("libsodium-dev")
        self.stand_in("id", "echo 0")
        done = self.install()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("missing: libsodium-dev\n", done.stdout)
        self.assertIn("to download: 3 MB", done.stdout)
        asked = [call for call in self.calls() if call.startswith("apt-get")]
        self.assertEqual([call.split()[1] for call in asked], ["update", "install", "install"])
        self.assertIn("--assume-no", asked[1])
        self.assertIn("--no-remove libsodium-dev", asked[2])

    def test_without_root_the_line_to_paste_is_told_and_nothing_is_done(self):
        self.missing("libsodium-dev")
        self.stand_in("id", "echo 1000")
        self.stand_in("sudo", "exit 1")
        done = self.install()
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stderr, r"\napt-get update && apt-get install .*--no-install-recommends.* libsodium-dev\n")
        self.assertEqual([call for call in self.calls() if call.startswith("apt-get")], [])

    def test_another_boost_is_left_alone(self):
        self.missing("libboost1.81-dev", beside="libboost-dev libboost1.74-dev")
        self.stand_in("id", "echo 0")
        done = self.install()
        self.assertEqual(done.returncode, 3)
        self.assertIn("apt-get remove libboost-dev libboost1.74-dev", done.stderr)
        self.assertEqual([call for call in self.calls() if call.startswith("apt-get")], [])

    def test_a_failed_installation_is_not_passed_over(self):
        self.missing("libsodium-dev")
        self.stand_in("id", "echo 0")
        self.stand_in("apt-get", "exit 100")
        self.assertEqual(self.install().returncode, 3)

    def test_progress_is_thinned_and_everything_else_kept_with_its_step(self):
        lines = [f"[{step}/90 0.1s] step {step}" for step in range(1, 91)]
        lines[50:50] = ["FAILED: step 50", "a.cpp:1: error"]
        done = self.bash(f'. "$DEV"; with_progress "^\\[[0-9]+/" printf "%s\\n" {" ".join(repr(x) for x in lines)}')
        shown = done.stdout.splitlines()
        self.assertLess(len(shown), 12)
        at = shown.index("FAILED: step 50")
        self.assertEqual(shown[at - 1 : at + 2], lines[49:52])
        self.assertEqual(shown[-1], lines[-1])

    def test_a_failing_command_fails_behind_its_progress(self):
        self.assertEqual(self.bash('. "$DEV"; with_progress x false').returncode, 1)

    def test_npm_out_of_reach_is_said_and_not_fatal(self):
        self.stand_in("npm", "exit 1")
        done = self.bash(f'. "$DEV"; fetch_npm resources {self.folder}/fetched && echo fetched || echo fallback')
        self.assertEqual(done.stdout.splitlines()[-1], "fallback")
        self.stand_in("npm", "mkdir node_modules")
        script = f'. "$DEV"; fetch_npm resources {self.folder}/fetched && fetch_npm resources {self.folder}/fetched'
        self.assertEqual(self.bash(script).returncode, 0)
        self.assertEqual(len([call for call in self.calls() if "--ignore-scripts" in call]), 2)


if __name__ == "__main__":
    unittest.main()

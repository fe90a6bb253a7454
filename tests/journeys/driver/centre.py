# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The centre of a run: its generated data, its process, and a second device that asks it what it holds."""

import datetime
import json
import re
import shutil
import socket
import subprocess
import urllib.error
import urllib.request

from processes import Program
from waiting import Missed, until

# Whatever the machine says about proxies is not about this one.
_open = urllib.request.build_opener(urllib.request.ProxyHandler({})).open

# Requests in progress that need proof of their execution: a walk works on five, and not every one fits every step.
FEWEST = 8

RIYADH = datetime.timezone(datetime.timedelta(hours=3))


def today():
    """The day of the offices, which deadlines count."""
    return datetime.datetime.now(RIYADH).date().isoformat()


class TrainingData:
    """A folder with a generated register and the accounts that came with it."""

    NOTE = "accounts.json"

    def __init__(self, folder):
        self.folder = folder
        self._note = folder.parent / f"{folder.name}-{self.NOTE}"

    def why_not_usable(self):
        """A sentence, or nothing where the data can be used as they are."""
        if not self._note.exists():
            return "there are no training data yet"
        day = self._read()["day"]
        if day != today():
            return f"the training data are of {day}, and deadlines are about today"
        return ""

    def make(self, programs, **amounts):
        """Generates it anew. Decisions leave the desk at once, so that their effect can be seen."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._note.unlink(missing_ok=True)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        day = today()
        words = [programs / "tawasul-central", "demo", "--data", self.folder, "--day", day, "--json"]
        words += ["--recall-seconds", 0]
        for name, amount in amounts.items():
            words += [f"--{name}", amount]
        done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Missed(f"the generator failed: {done.stderr.strip()}")
        self._note.write_text(json.dumps({"day": day, **json.loads(done.stdout)}), encoding="utf-8")

    def is_used_up(self, address):
        """Whether earlier walks left the first officer too little to do."""
        witness = SecondDevice(address, self.accounts[0])
        proven = services_with_proof(witness.reference())
        begun = [case for case in witness.cases().values() if case["status"] == "in_progress"]
        return sum(case["sub_service"] in proven for case in begun) < FEWEST

    def _read(self):
        return json.loads(self._note.read_text(encoding="utf-8"))

    @property
    def accounts(self):
        return self._read()["accounts"]


class Centre:
    """tawasul-central over a folder. It listens where it did before, also in a run before, as long as that place is
    free: a desk knows its profile by the centre's address."""

    def __init__(self, programs, data, logs):
        self._program = programs / "tawasul-central"
        self._data = data
        self._logs = logs
        self._note = data.parent / f"{data.name}-address.txt"
        self._starts = 0
        self._process = None
        self.address = ""

    def _place(self):
        """HOST:PORT to listen at."""
        try:
            known = self._note.read_text(encoding="utf-8")
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(("127.0.0.1", int(known.rpartition(":")[2])))
            return known
        except (OSError, ValueError, OverflowError):
            return "127.0.0.1:0"

    def start(self):
        self._starts += 1
        log = self._logs / f"centre-{self._starts}.log"
        words = [self._program, "serve", "--data", self._data, "--listen", self._place()]
        self._process = Program(words, log)

        def told():
            if self._process.exit_code is not None:
                raise Missed(f"the centre ended: {self._process.last_words()}")
            return re.search(r"^listening on (\S+)$", self._process.last_words(1000), re.MULTILINE)

        self.address = until(told, "the centre says where it listens").group(1)
        self._note.write_text(self.address.removeprefix("http://"), encoding="utf-8")
        until(self.is_ready, "the centre is ready")

    @property
    def is_running(self):
        return self._process is not None and self._process.exit_code is None

    def is_ready(self):
        try:
            with _open(f"{self.address}/api/v1/health/ready", timeout=5) as answer:
                return json.load(answer)["status"] == "ready"
        except (OSError, ValueError):
            return False

    def stop(self):
        """SIGTERM; its exit code."""
        return self._process.ask_to_end() if self._process else 0


class SecondDevice:
    """The same officer elsewhere: what they would be shown, asked over the centre's own interface."""

    def __init__(self, address, account):
        self._api = f"{address}/api/v1"
        self._account = account
        self._token = ""
        self.officer = self._sign_in()["officer"]

    def _sign_in(self):
        form = {"username": self._account["username"], "password": self._account["password"], "device": "witness"}
        grant = self._call("POST", "/session", form)
        self._token = grant["access_token"]
        return grant

    def _call(self, method, path, body=None):
        request = urllib.request.Request(f"{self._api}{path}", method=method)
        request.add_header("Accept", "application/json")
        if self._token:
            request.add_header("Authorization", f"Bearer {self._token}")
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        with _open(request, timeout=20) as answer:
            return json.load(answer)

    def _get(self, path):
        try:
            return self._call("GET", path)
        except urllib.error.HTTPError as refused:
            if refused.code != 401:
                raise
        self._token = ""
        self._sign_in()
        return self._call("GET", path)

    def case(self, case_id):
        return self._get(f"/cases/{case_id}")

    def reference(self):
        return self._get("/reference")

    def cases(self):
        """Every case of the officer's scopes, by number."""
        cases, cursor, more = {}, "", True
        while more:
            page = self._get("/changes?limit=500" + (f"&cursor={cursor}" if cursor else ""))
            for change in page["changes"]:
                if change["kind"] == "case":
                    cases[change["case"]["number"]] = change["case"]
            cursor, more = page["next_cursor"], page["more"]
        return cases


def services_with_proof(reference):
    """Codes of the services whose completion needs an operation number."""
    return {service["code"] for service in reference["sub_services"] if service["needs_execution_proof"]}


def is_to_do(case):
    """Whether it waits for somebody at the desk, and so stands in the worklist."""
    return case["status"] not in ("completed", "rejected", "returned")


def earlier_deadline(case):
    return min(d["at"] for d in (case["service_deadline"], case["statutory_deadline"]) if d)

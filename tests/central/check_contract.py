#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tawasul Desk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the real centre against resources/api/openapi.yaml.

1. The routes that are served are the operations that are described, with the same need for a token.
2. Every operation is called on a real `tawasul-central serve` over generated data, in its good and its refused forms,
   and every answer has a described status and a body that its schema accepts.
"""

import argparse
import http.client
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.parse

import jsonschema
import yaml

BASE = "/api/v1"


class Contract:
    """The page, and which of its answers were seen."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as page:
            self.page = yaml.safe_load(page)
        self.seen = set()
        self.resolver = jsonschema.RefResolver("", self.page)

    def operations(self):
        for path, item in self.page["paths"].items():
            for method, operation in item.items():
                needs_token = operation.get("security", self.page["security"]) != []
                yield method.upper(), BASE + path, operation["operationId"], needs_token

    def answer_schema(self, operation_id, status, media_type):
        for path, item in self.page["paths"].items():
            for operation in item.values():
                if operation["operationId"] != operation_id:
                    continue
                answer = operation["responses"].get(str(status))
                if answer is None:
                    raise AssertionError(f"{operation_id}: status {status} is not described")
                if "$ref" in answer:
                    answer = self.resolver.resolve(answer["$ref"])[1]
                content = answer.get("content", {})
                if not content:
                    return None
                if media_type not in content:
                    raise AssertionError(f"{operation_id} {status}: media type {media_type} is not described")
                return content[media_type]["schema"]
        raise AssertionError(f"no operation {operation_id}")

    def check(self, operation_id, status, headers, body):
        media_type = headers.get("Content-Type", "").split(";")[0].strip()
        schema = self.answer_schema(operation_id, status, media_type)
        self.seen.add((operation_id, status))
        if schema is None:
            assert not body, f"{operation_id} {status}: a body where none is described"
            return None
        if media_type in ("application/octet-stream", "text/event-stream"):
            return body
        value = json.loads(body)
        validator = jsonschema.Draft202012Validator(
            schema, resolver=self.resolver, format_checker=jsonschema.FormatChecker()
        )
        errors = sorted(validator.iter_errors(value), key=lambda error: list(error.path))
        if errors:
            where = "/".join(str(step) for step in errors[0].path)
            raise AssertionError(f"{operation_id} {status}: {where}: {errors[0].message[:300]}")
        return value


class Centre:
    """A running tawasul-central over generated data, and a client that checks every answer."""

    def __init__(self, contract, programs, folder):
        self.contract = contract
        data = os.path.join(folder, "data")
        made = subprocess.run(
            [os.path.join(programs, "tawasul-central"), "demo", "--data", data, "--cases", "60", "--officers", "6",
             "--seed", "7", "--day", "2026-11-22", "--json"],
            check=True, capture_output=True, text=True, timeout=300)
        self.demo = json.loads(made.stdout)
        self.process = subprocess.Popen(
            [os.path.join(programs, "tawasul-central"), "serve", "--data", data, "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        assert line.startswith("listening on http://"), line
        self.address = urllib.parse.urlsplit(line.split()[-1]).netloc

    def close(self):
        self.process.terminate()
        code = self.process.wait(timeout=20)
        assert code == 0, f"serve ended with {code}"

    def call(self, operation_id, method, path, *, token=None, body=None, headers=None, raw=None):
        connection = http.client.HTTPConnection(self.address, timeout=30)
        sent = dict(headers or {})
        if token:
            sent["Authorization"] = "Bearer " + token
        payload = raw
        if body is not None:
            payload = json.dumps(body, ensure_ascii=False).encode()
        if payload is not None:
            sent.setdefault("Content-Type", "application/json")
        connection.request(method, BASE + path, body=payload, headers=sent)
        answer = connection.getresponse()
        content = answer.read()
        value = self.contract.check(operation_id, answer.status, answer.headers, content)
        assert answer.headers.get("Tawasul-Time") or answer.status in (400, 401, 404, 405, 413), (
            f"{operation_id} {answer.status}: no Tawasul-Time")
        assert ("Tawasul-Epoch" in answer.headers) == ("Tawasul-Time" in answer.headers), (
            f"{operation_id} {answer.status}: epoch and time do not come together")
        connection.close()
        return answer.status, answer.headers, value, content


    def listen(self, token):
        """The head and the first sign of life of an answer that would go on for ever."""
        connection = http.client.HTTPConnection(self.address, timeout=30)
        connection.request("GET", BASE + "/events", headers={"Authorization": "Bearer " + token})
        answer = connection.getresponse()
        first = answer.read(4)
        self.contract.check("getEvents", answer.status, answer.headers, first)
        connection.close()
        return answer.status, answer.headers, first


def uuid7():
    bits = (int(time.time() * 1000) << 80) | (7 << 76) | (secrets.randbits(12) << 64) | (2 << 62) | secrets.randbits(62)
    text = f"{bits:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def expect(found, wanted, what):
    assert found == wanted, f"{what}: expected {wanted}, found {found}"


def routes_match(contract, list_routes):
    listed = subprocess.run([list_routes], check=True, capture_output=True, text=True).stdout.split("\n")
    served = {tuple(line.split()) for line in listed if line}
    described = {(method, path, operation, "token" if needs else "open")
                 for method, path, operation, needs in contract.operations()}
    expect(served - described, set(), "served, but not described")
    expect(described - served, set(), "described, but not served")


def sign_in(centre, account):
    status, _, grant, _ = centre.call("signIn", "POST", "/session", body={
        "username": account["username"], "password": account["password"], "device": "contract"})
    expect(status, 201, "sign in")
    return grant


def try_session(centre, account):
    expect(centre.call("signIn", "POST", "/session", body={"username": "x"})[0], 422, "sign in without password")
    expect(centre.call("signIn", "POST", "/session", body={"username": "nobody", "password": "wrong"})[0], 401, "nobody")
    for _ in range(7):
        status = centre.call("signIn", "POST", "/session",
                             body={"username": account["username"] + "-x", "password": "wrong"})[0]
    expect(status, 429, "the eighth wrong try")
    grant = sign_in(centre, account)
    status, _, lost, _ = centre.call("refreshSession", "POST", "/session/refresh",
                                     body={"refresh_token": grant["refresh_token"]})
    expect(status, 201, "refresh")
    expect(centre.call("refreshSession", "POST", "/session/refresh", body={})[0], 422, "refresh without token")
    expect(centre.call("getChanges", "GET", "/changes", token=grant["access_token"])[0], 401, "the token before")
    # Until its successor has been used, the answer may have been lost.
    status, _, fresh, _ = centre.call("refreshSession", "POST", "/session/refresh",
                                      body={"refresh_token": grant["refresh_token"]})
    expect(status, 201, "refresh after a lost answer")
    expect(centre.call("getChanges", "GET", "/changes", token=lost["access_token"])[0], 401, "the lost token")
    expect(centre.call("getChanges", "GET", "/changes", token=fresh["access_token"])[0], 200, "the new token")
    # From then on the spent token coming back ends the whole chain.
    expect(centre.call("refreshSession", "POST", "/session/refresh",
                       body={"refresh_token": grant["refresh_token"]})[0], 401, "a spent token")
    expect(centre.call("getChanges", "GET", "/changes", token=fresh["access_token"])[0], 401, "its chain")
    grant = sign_in(centre, account)
    expect(centre.call("signOut", "DELETE", "/session", token=grant["access_token"])[0], 204, "sign out")
    expect(centre.call("signOut", "DELETE", "/session")[0], 401, "sign out without token")
    expect(centre.call("getChanges", "GET", "/changes", token=grant["access_token"])[0], 401, "after sign out")


def try_reference(centre, token):
    status, headers, reference, _ = centre.call("getReference", "GET", "/reference", token=token)
    expect(status, 200, "reference")
    expect(centre.call("getReference", "GET", "/reference", token=token,
                       headers={"If-None-Match": headers["ETag"]})[0], 304, "the same reference")
    expect(centre.call("getReference", "GET", "/reference")[0], 401, "reference without token")
    return reference


def all_cases(centre, token):
    cases, cursor, pages = {}, "", 0
    while True:
        query = "?limit=7" + (f"&cursor={urllib.parse.quote(cursor)}" if cursor else "")
        status, _, page, _ = centre.call("getChanges", "GET", "/changes" + query, token=token)
        expect(status, 200, "changes")
        for change in page["changes"]:
            if change["kind"] == "case":
                cases[change["case"]["id"]] = change["case"]
        cursor, pages = page["next_cursor"], pages + 1
        if not page["more"]:
            break
    assert pages > 1 and cases, "the demonstration officer has no work"
    expect(centre.call("getChanges", "GET", "/changes?limit=0", token=token)[0], 422, "limit 0")
    expect(centre.call("getChanges", "GET", "/changes?cursor=bm9uc2Vuc2U", token=token)[0], 410, "a foreign cursor")
    return cases, cursor


def try_events(centre, token):
    status, headers, first = centre.listen(token)
    expect((status, first), (200, b": \n\n"), "events")
    assert headers.get("Tawasul-Epoch"), "events: no epoch"
    expect(centre.call("getEvents", "GET", "/events")[0], 401, "events without token")


def try_acts(centre, token, other_token, cases, cursor, reference):
    case = next(c for c in cases.values() if c["status"] in ("new", "in_progress"))
    path = f"/cases/{case['id']}"
    expect(centre.call("getCase", "GET", path, token=token)[0], 200, "one case")
    expect(centre.call("getCase", "GET", path, token=other_token)[0], 404, "somebody else's case")
    expect(centre.call("getCase", "GET", path)[0], 401, "a case without token")

    note = {"type": "note", "text": "ملاحظة داخلية", "reference_version": reference["version"],
            "recorded_at": "2026-11-22T08:00:00.000Z"}
    note_path = f"{path}/acts/{uuid7()}"
    status, _, answer, first = centre.call("putAct", "PUT", note_path, token=token, body=note)
    expect(status, 201, "a note")
    expect(answer["receipt"]["version"], case["version"] + 1, "version after the note")
    status, _, _, again = centre.call("putAct", "PUT", note_path, token=token, body=note)
    expect(status, 200, "the same note again")
    expect(again, first, "the stored answer, byte for byte")
    expect(centre.call("putAct", "PUT", note_path, token=token, body={**note, "text": "other"})[0], 422, "id reused")

    decision = {"type": "reject", "reason": "GENERAL_ENQUIRY", "reference_version": reference["version"],
                "recorded_at": "2026-11-22T08:01:00.000Z"}
    template = next(t for t in reference["reply_templates"] if "reject" in t["outcomes"])
    decision["reply"] = {"template": template["code"], "text": "نص الرد"}
    fresh = f"{path}/acts/{uuid7()}"
    expect(centre.call("putAct", "PUT", fresh, token=token, body=decision)[0], 422, "no If-Match")
    status, _, stale, _ = centre.call("putAct", "PUT", fresh, token=token, body=decision,
                                      headers={"If-Match": f'"{case["version"]}"'})
    expect(status, 412, "a stale version")
    expect(stale["case"]["version"], case["version"] + 1, "the current case in the refusal")
    current = {"If-Match": f'"{case["version"] + 1}"'}
    expect(centre.call("putAct", "PUT", fresh, token=token, body={**decision, "reason": "NO_SUCH"},
                       headers=current)[0], 422, "an unknown reason")
    expect(centre.call("putAct", "PUT", fresh, token=other_token, body=decision, headers=current)[0], 404,
           "somebody else's case")
    expect(centre.call("putAct", "PUT", fresh, token=other_token, body={"type": "no act"})[0], 404,
           "somebody else's case, and no act")
    expect(centre.call("putAct", "PUT", fresh, token=token, body=decision, headers=current)[0], 201, "a decision")
    expect(centre.call("putAct", "PUT", f"{path}/acts/{uuid7()}", token=token, body=decision,
                       headers={"If-Match": f'"{case["version"] + 2}"'})[0], 409, "a second decision")
    expect(centre.call("putAct", "PUT", f"/cases/none/acts/{uuid7()}", token=token, body=note)[0], 404, "no such case")
    expect(centre.call("putAct", "PUT", fresh, body=note)[0], 401, "no token")
    expect(centre.call("putAct", "PUT", fresh, token=token, raw=b"{" + b" " * (1 << 20) + b"}")[0], 413, "too large")

    _, _, page, _ = centre.call("getChanges", "GET", "/changes?cursor=" + urllib.parse.quote(cursor), token=token)
    expect([c["case"]["status"] for c in page["changes"] if c["kind"] == "case"], ["rejected"], "the feed afterwards")


def try_envelopes(centre, token):
    key = {"public_key": "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lw=="}
    expect(centre.call("putSigningKey", "PUT", "/session/signing_key", token=token, body=key)[0], 422, "not 32 bytes")
    key = {"public_key": "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s="}
    for what in ("a key", "the same key"):
        expect(centre.call("putSigningKey", "PUT", "/session/signing_key", token=token, body=key)[0], 204, what)
    expect(centre.call("putSigningKey", "PUT", "/session/signing_key", body=key)[0], 401, "a key without token")

    foreign = {"format": 1, "centre": "another", "key_id": "0", "act_id": uuid7(), "lane": "0", "sequence": 1,
               "after": "", "epoch": "", "not_before": "2026-11-22T08:00:00.000Z",
               "recorded_at": "2026-11-22T08:00:00.000Z", "box": "eA=="}
    status, _, answer, _ = centre.call("postEnvelopes", "POST", "/envelopes", token=token,
                                       body={"envelopes": [foreign, {"format": 7}, "x"]})
    expect(status, 200, "envelopes")
    expect(answer["results"], [{"act_id": foreign["act_id"], "outcome": "unreadable"},
                               {"act_id": "", "outcome": "unreadable"}, {"act_id": "", "outcome": "unreadable"}],
           "what became of them")
    expect(centre.call("postEnvelopes", "POST", "/envelopes", token=token, body={})[0], 422, "no envelopes")
    expect(centre.call("postEnvelopes", "POST", "/envelopes", token=token,
                       body={"envelopes": [foreign] * 101})[0], 422, "too many")
    expect(centre.call("postEnvelopes", "POST", "/envelopes", body={"envelopes": []})[0], 401, "no token")
    expect(centre.call("postEnvelopes", "POST", "/envelopes", token=token,
                       raw=b"{" + b" " * (1 << 20) + b"}")[0], 413, "too large")


def try_proposals(centre, author_token, author_account, cases, reference):
    """A case leaves its officer, whose work on it arrives afterwards."""
    fresh = (centre.call("getCase", "GET", f"/cases/{known}", token=author_token)[2] for known in cases)
    case = next(c for c in fresh if c["assignee"] and c["status"] in ("new", "in_progress", "returned", "escalated")
                and c["section"] == author_account["section"])
    heir_account = next(a for a in centre.demo["accounts"] if a["role"] == "officer" and a != author_account
                        and (a["section"], a["region"]) == (case["section"], case["region"]))
    path = f"/cases/{case['id']}"
    boss = next(a for a in centre.demo["accounts"] if a["role"] == "region_supervisor" and a["region"] == case["region"])
    boss_token = sign_in(centre, boss)["access_token"]
    heir = sign_in(centre, heir_account)
    said = {"reference_version": reference["version"], "recorded_at": "2026-11-22T08:00:00.000Z"}
    assign = {**said, "type": "assign", "to_assignee": {"id": heir["officer"]["id"], "name": "x"}}
    status = centre.call("putAct", "PUT", f"{path}/acts/{uuid7()}", token=boss_token, body=assign,
                         headers={"If-Match": f'"{case["version"]}"'})[0]
    expect(status, 201, "the case goes to somebody else")

    def propose(text):
        act_id = uuid7()
        answers = [centre.call("putAct", "PUT", f"{path}/acts/{act_id}", token=author_token,
                               body={**said, "type": "note", "text": text}) for _ in range(2)]
        expect([answer[0] for answer in answers], [202, 202], "work of the former owner")
        expect(answers[1][3], answers[0][3], "the same proposal again, byte for byte")
        expect(answers[0][2]["receipt"]["outcome"], "proposal", "its receipt")
        return act_id

    adopted, dismissed = propose("ملاحظة أولى"), propose("ملاحظة ثانية")
    kept = centre.call("getCase", "GET", path, token=heir["access_token"])[2]["proposals"]
    expect([p["state"] for p in kept], ["open", "open"], "the new owner sees them")
    for body in ({"type": "note", "text": "ملاحظة أولى", "proposal_id": adopted},
                 {"type": "dismiss", "text": "سبق ذلك", "proposal_id": dismissed}):
        expect(centre.call("putAct", "PUT", f"{path}/acts/{uuid7()}", token=heir["access_token"],
                           body={**said, **body})[0], 201, body["type"])
    expect(centre.call("putAct", "PUT", f"{path}/acts/{uuid7()}", token=heir["access_token"],
                       body={**said, "type": "dismiss", "text": "x", "proposal_id": adopted})[0], 409, "twice")
    _, _, page, _ = centre.call("getChanges", "GET", "/changes?limit=1000", token=author_token)
    told = [c for c in page["changes"] if c["kind"] == "proposals"]
    expect([p["state"] for c in told for p in c["proposals"]], ["adopted", "dismissed"], "the author learns of it")


def try_supervision(centre, boss_account, officer_token, auditor_token):
    """A supervisor follows headers, finds and opens a case, gives it away and takes it back, and records a leave."""
    boss = sign_in(centre, boss_account)
    token = boss["access_token"]
    outbox = {"unsent": 2, "oldest_recorded_at": "2026-11-22T08:00:00.000Z", "profile": "a profile"}
    expect(centre.call("putOutbox", "PUT", "/session/outbox", token=officer_token, body=outbox)[0], 204, "a report")
    expect(centre.call("putOutbox", "PUT", "/session/outbox", token=officer_token, body={"unsent": -1})[0], 422, "less")
    expect(centre.call("putOutbox", "PUT", "/session/outbox", token=officer_token,
                       body={**outbox, "profile": "x" * 65})[0], 422, "no profile")
    expect(centre.call("putOutbox", "PUT", "/session/outbox", body=outbox)[0], 401, "a report without token")
    status, _, staff, _ = centre.call("getOfficers", "GET", "/officers", token=token)
    expect(status, 200, "officers")
    expect([m["unsent"] for o in staff["officers"] for m in o["machines"]], [2], "machines with unsent acts")
    expect(centre.call("getOfficers", "GET", "/officers", token=officer_token)[0], 403, "officers, by an officer")
    expect(centre.call("getOfficers", "GET", "/officers")[0], 401, "officers without token")

    _, _, page, _ = centre.call("getChanges", "GET", "/changes?limit=1000", token=token)
    headers = [c["header"] for c in page["changes"] if c["kind"] == "header"]
    expect([c for c in page["changes"] if c["kind"] == "case"], [], "no whole cases to supervisors")
    header = next(h for h in headers if h["assignee"] and h["status"] in ("new", "in_progress"))
    owner = header["assignee"]["id"]

    def search(sender=token, **criteria):
        return centre.call("searchCases", "POST", "/cases/search", token=sender, body=criteria)

    status, _, found, _ = search(number=header["number"])
    expect((status, found), (200, {"cases": [header], "more": False}), "a search")
    expect(search(limit=1, assignee=owner)[2]["more"], True, "more")
    expect(search(auditor_token, status="new")[0], 200, "an auditor searches")
    expect(search()[0], 422, "a search for nothing")
    expect(search(status="new", limit=0)[0], 422, "limit 0")
    expect(search(officer_token, status="new")[0], 403, "an officer searches")
    expect(search(None, status="new")[0], 401, "a search without token")
    expect(centre.call("searchCases", "POST", "/cases/search", token=token, raw=b"{" + b" " * 5000 + b"}")[0], 413,
           "too large")
    expect(centre.call("getCase", "GET", f"/cases/{header['id']}", token=token)[2]["number"], header["number"], "open")
    expect(centre.call("getCase", "GET", f"/cases/{header['id']}", token=auditor_token)[0], 200, "an auditor opens it")
    note = {"type": "note", "text": "x", "reference_version": "1", "recorded_at": "2026-11-22T08:00:00.000Z"}
    expect(centre.call("putAct", "PUT", f"/cases/{header['id']}/acts/{uuid7()}", token=auditor_token, body=note)[0], 403,
           "an auditor acts")
    try_assignments(centre, token, officer_token, header, owner)
    try_leaves(centre, token, officer_token, owner, staff["officers"])


def try_assignments(centre, token, officer_token, header, owner):
    def order(*, sender=token, epoch=None, **more):
        return centre.call("postAssignment", "POST", "/assignments", token=sender,
                           body={"recorded_at": "2026-11-22T08:00:00.000Z", "monotonic_ms": 1,
                                 "last_server_time": "2026-11-22T08:00:00.000Z", **more},
                           headers={"Tawasul-Epoch": epoch} if epoch else None)

    cases = [{"case_id": header["id"], "version": header["version"], "to": ""}, {"case_id": "none", "to": ""}]
    status, _, planned, _ = order(dry_run=True, cases=cases)
    expect((status, planned["done"], planned["refused"]), (200, 1, 1), "a dry run")
    expect(planned["results"][1], {"case_id": "none", "outcome": "refused", "reason": "assignment.out_of_reach"}, "a stranger")
    first = uuid7()
    status, _, answer, body = order(id=first, cases=cases)
    expect((status, answer["done"]), (201, 1), "an assignment")
    expect(answer["loads"], planned["loads"], "what the dry run said")
    status, _, _, again = order(id=first, cases=cases)
    expect((status, again), (200, body), "the stored answer, byte for byte")
    expect(order(id=first, cases=cases[:1])[0], 422, "id reused")
    expect(order(id=uuid7(), cases=cases)[2]["results"][0]["reason"], "assignment.stale", "a second supervisor")
    expect(order(id=uuid7(), undo=first)[2]["results"][0]["to"]["id"], owner, "taken back")
    expect(order(id=uuid7(), undo=uuid7())[0], 404, "nothing to take back")
    stranger = [{"case_id": header["id"], "to": "nobody-at-all"}]
    expect(order(dry_run=True, cases=stranger)[2]["results"][0]["to"], {"id": "nobody-at-all", "name": ""}, "a stranger")
    status, _, refused, _ = order(id=uuid7(), cases=cases, epoch="another")
    expect((status, refused["code"]), (409, "centre.epoch_changed"), "of another epoch")
    expect(order(id=uuid7(), rule={"from": "nobody-at-all"}, to=owner)[0], 409, "a rule that picks nothing")
    expect(order(dry_run=True, rule={"from": owner}, to="")[0], 200, "a rule that picks everything")
    expect(order(id=uuid7())[0], 422, "nothing to move")
    expect(order(sender=officer_token, id=uuid7(), cases=cases)[0], 403, "by an officer")
    expect(order(sender=None, id=uuid7(), cases=cases)[0], 401, "no token")
    expect(centre.call("postAssignment", "POST", "/assignments", token=token,
                       raw=b"{" + b" " * (1 << 20) + b"}")[0], 413, "too large")


def try_leaves(centre, token, officer_token, owner, officers):
    path = "/leaves/" + uuid7()
    today = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 3 * 3600))
    form = {"officer": owner, "kind": "unplanned", "first_day": today}

    def put(form, to=path, sender=token, **headers):
        return centre.call("putLeave", "PUT", to, token=sender, body=form, headers=headers)

    status, headers, _, first = put(form)
    expect((status, headers["ETag"]), (201, '"1"'), "a leave")
    expect(put(form)[3], first, "the same again")
    expect(put({**form, "last_day": today})[0], 412, "changed, but of which version?")
    status, headers, _, _ = put({**form, "last_day": today}, **{"If-Match": '"1"'})
    expect((status, headers["ETag"]), (200, '"2"'), "changed")
    expect(put(form, to="/leaves/" + uuid7())[0], 409, "a second one")
    expect(put(form, to="/leaves/" + uuid7(), **{"If-Match": '"1"'})[0], 404, "none to change")
    expect(put({**form, "kind": "planned"}, to="/leaves/" + uuid7())[0], 422, "planned without an end")
    expect(put(form, sender=officer_token)[0], 403, "by an officer")
    expect(put(form, sender=None)[0], 401, "no token")
    expect(centre.call("putLeave", "PUT", path, token=token, raw=b"{" + b" " * 5000 + b"}")[0], 413, "too large")
    expect(len(centre.call("getLeaves", "GET", "/leaves", token=token)[2]["leaves"]), 1, "leaves")
    expect(centre.call("getLeaves", "GET", "/leaves?from=today", token=token)[0], 422, "no day")
    expect(centre.call("getLeaves", "GET", "/leaves")[0], 401, "leaves without token")
    _, _, staff, _ = centre.call("getOfficers", "GET", "/officers", token=token)
    expect([o["id"] for o in staff["officers"] if o["leaves"]], [owner], "who is away")
    expect(len(staff["officers"]), len(officers), "all officers")
    for what in ("ended", "ended before"):
        status, headers, ended, _ = centre.call("endLeave", "DELETE", path, token=token)
        expect((status, headers["ETag"], bool(ended["ended_at"])), (200, '"3"', True), what)
    expect(centre.call("endLeave", "DELETE", "/leaves/" + uuid7(), token=token)[0], 404, "no such leave")
    expect(centre.call("endLeave", "DELETE", path, token=officer_token)[0], 403, "ended by an officer")
    expect(centre.call("endLeave", "DELETE", path)[0], 401, "ended without token")


def try_attachments(centre, token, other_token, cases):
    attachment = next(a for c in cases.values() for a in c["attachments"])
    path = "/attachments/" + attachment["sha256"]
    status, headers, whole, _ = centre.call("getAttachment", "GET", path, token=token)
    expect((status, len(whole)), (200, attachment["size"]), "an attachment")
    expect(headers["ETag"], f'"{attachment["sha256"]}"', "its tag")
    status, _, part, _ = centre.call("getAttachment", "GET", path, token=token, headers={"Range": "bytes=10-19"})
    expect((status, part), (206, whole[10:20]), "a range")
    expect(centre.call("getAttachment", "GET", path, token=token,
                       headers={"Range": f"bytes={len(whole)}-"})[0], 416, "a range beyond the end")
    expect(centre.call("getAttachment", "GET", "/attachments/" + "0" * 64, token=token)[0], 404, "no such file")
    expect(centre.call("getAttachment", "GET", path)[0], 401, "no token")


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--openapi", required=True)
    words.add_argument("--list-routes", required=True)
    words.add_argument("--programs", required=True)
    given = words.parse_args()
    contract = Contract(given.openapi)
    routes_match(contract, given.list_routes)
    with tempfile.TemporaryDirectory() as folder:
        centre = Centre(contract, given.programs, folder)
        try:
            expect(centre.call("getLive", "GET", "/health/live")[0], 200, "live")
            expect(centre.call("getReady", "GET", "/health/ready")[0], 200, "ready")
            officers = [a for a in centre.demo["accounts"] if a["role"] == "officer"]
            try_session(centre, officers[0])
            token = sign_in(centre, officers[0])["access_token"]
            other = sign_in(centre, officers[1])["access_token"]
            reference = try_reference(centre, token)
            cases, cursor = all_cases(centre, token)
            try_attachments(centre, token, other, cases)
            try_events(centre, token)
            try_acts(centre, token, other, cases, cursor, reference)
            try_envelopes(centre, token)
            try_proposals(centre, token, officers[0], cases, reference)
            boss = next(a for a in centre.demo["accounts"] if a["role"] == "region_supervisor"
                        and a["region"] == officers[0]["region"])
            auditor = next(a for a in centre.demo["accounts"] if a["role"] == "auditor")
            try_supervision(centre, boss, token, sign_in(centre, auditor)["access_token"])
        finally:
            centre.close()
    called = {operation for operation, _ in contract.seen}
    expect({operation for _, _, operation, _ in contract.operations()} - called, set(), "never called")
    print(f"contract: {len(called)} operations, {len(contract.seen)} kinds of answers validated")
    return 0


if __name__ == "__main__":
    sys.exit(main())

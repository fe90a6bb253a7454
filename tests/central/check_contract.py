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
            [os.path.join(programs, "tawasul-central"), "demo", "--data", data, "--cases", "60", "--officers", "3",
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


def try_proposals(centre, author_token, heir_account, cases, reference):
    """A case leaves its officer, whose work on it arrives afterwards."""
    fresh = (centre.call("getCase", "GET", f"/cases/{known}", token=author_token)[2] for known in cases)
    case = next(c for c in fresh if c["assignee"] and c["status"] in ("new", "in_progress", "returned", "escalated"))
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
            try_proposals(centre, token, officers[1], cases, reference)
        finally:
            centre.close()
    called = {operation for operation, _ in contract.seen}
    expect({operation for _, _, operation, _ in contract.operations()} - called, set(), "never called")
    print(f"contract: {len(called)} operations, {len(contract.seen)} kinds of answers validated")
    return 0


if __name__ == "__main__":
    sys.exit(main())

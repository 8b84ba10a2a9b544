#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pinpath authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A store that cannot be written while many clients ask: `storetrouble.py PINPATH READONLYDISK`.

The disk is full, or has become read-only beneath the running program. Clients get status 5, nothing is half written,
and all goes on without a restart once the cause is gone. READONLYDISK is the library of tests/support/readonlydisk.cpp.
Needs the right to mount a small file system."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

CLIENTS = 16
ENOUGH = 200  # answers of one kind before the test goes on
PATIENCE = 60  # seconds


class Load:
    """Clients that start verifications and enter a wrong code for each, and keep what they were told."""

    def __init__(self, url):
        self.url = url
        self.lock = threading.Lock()
        self.number = 447_700_000_000
        self.started = []
        self.wrong = {}
        self.counts = {"0": 0, "16": 0, "5": 0}
        self.others = []
        self.is_over = False
        self.threads = [threading.Thread(target=self.run) for _ in range(CLIENTS)]
        for thread in self.threads:
            thread.start()

    def run(self):
        while not self.is_over:
            with self.lock:
                self.number += 1
                number = self.number
            started = self.ask("", f"brand=Acme&number={number}", "0")
            if started:
                with self.lock:
                    self.started.append(started["request_id"])
                if self.ask("/check", f"code=wrong1&request_id={started['request_id']}", "16"):
                    with self.lock:
                        self.wrong[started["request_id"]] = 1

    def ask(self, call, form, success):
        answer = ask(self.url, call, form)
        status = answer.get("status")
        with self.lock:
            if status in (success, "5"):
                self.counts[status] += 1
            else:
                self.others.append(answer)
        return answer if status == success else None

    def wait_for(self, status):
        """Whether so many more such answers come in time."""
        wanted, end = self.counts[status] + ENOUGH, time.monotonic() + PATIENCE
        while self.counts[status] < wanted and time.monotonic() < end:
            time.sleep(0.05)
        return self.counts[status] >= wanted

    def stop(self):
        self.is_over = True
        for thread in self.threads:
            thread.join()


def ask(url, call, form):
    try:
        with urllib.request.urlopen(f"{url}/verify{call}/json", f"api_key=key&api_secret=secret&{form}".encode(), 20) as reply:
            return json.load(reply)
    except (OSError, ValueError) as error:
        return {"status": type(error).__name__, "error_text": str(error)}


class Run:
    def __init__(self, pinpath):
        self.pinpath = pinpath
        self.passed = 0
        self.failed = 0

    def expect(self, is_right, what):
        self.passed, self.failed = self.passed + bool(is_right), self.failed + (not is_right)
        if not is_right:
            print(f"FAILED  {what}", flush=True)

    def serve(self, store, **environment):
        return subprocess.Popen(
            [self.pinpath, "serve", "--store", f"sqlite:{store}", "--listen", "127.0.0.1:0", "--clock", "manual",
             "--rate-limit", "0", "--api-key", "key", "--api-secret", "secret"], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, env={**os.environ, **environment})

    def trouble(self, name, store, begin, end, **environment):
        server = self.serve(store, **environment)
        url = server.stdout.readline().strip()
        load = Load(url)
        self.expect(load.wait_for("0"), f"{name}: starts before")
        begin()
        self.expect(load.wait_for("5"), f"{name}: status 5, got {load.counts}")
        health = urllib.request.urlopen(f"{url}/console/v1/health", timeout=20).read()
        self.expect(b"version" in health, f"{name}: the server answers")
        end()
        self.expect(load.wait_for("0"), f"{name}: starts again once the cause is gone, got {load.counts}")
        load.stop()
        self.expect(not load.others, f"{name}: no other answers, got {load.others[:3]}")
        found = {each: ask(url, "/search", f"request_id={each}") for each in load.started}
        lost = [each for each, answer in found.items() if answer.get("status") != "IN PROGRESS"]
        self.expect(not lost, f"{name}: every acknowledged start is there, lost {lost[:3]}")
        checks = [each for each, answer in found.items() if len(answer.get("checks", [])) != load.wrong.get(each, 0)]
        self.expect(not checks, f"{name}: exactly the acknowledged checks are there, not so for {checks[:3]}")
        server.terminate()
        self.expect(server.wait(20) == 0, f"{name}: it ends when it is told to")
        connection = sqlite3.connect(store)
        value = lambda statement: connection.execute(statement).fetchone()[0]
        self.expect(value("PRAGMA integrity_check") == "ok", f"{name}: the store is whole")
        stored = {row[0].lower() for row in connection.execute("SELECT hex(request_id) FROM verification")}
        self.expect(stored == set(load.started), f"{name}: {len(stored)} in the store, {len(load.started)} acknowledged")
        self.expect(value("SELECT projected_sequence FROM state") == value("SELECT max(sequence) FROM journal"),
                    f"{name}: the projection stands where the journal does")
        self.expect(value("SELECT requests FROM state") == len(stored), f"{name}: the state counts the same")
        connection.close()


def main(pinpath, readonlydisk):
    run = Run(os.path.abspath(pinpath))
    with tempfile.TemporaryDirectory() as folder:
        sign = os.path.join(folder, "read-only")
        run.trouble("a read-only disk", os.path.join(folder, "store.db"), lambda: open(sign, "x").close(),
                    lambda: os.remove(sign), LD_PRELOAD=os.path.abspath(readonlydisk), PINPATH_READ_ONLY_WHILE=sign)

        small = os.path.join(folder, "small")
        os.mkdir(small)
        mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "pinpath-small", small]
        if subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode:
            print("not tried: a full disk, since no small file system can be mounted here")
        else:
            try:
                full_disk(run, small)
            finally:
                subprocess.run(["umount", small], check=True)
    print(f"{run.passed} passed, {run.failed} failed")
    return run.failed > 0


def full_disk(run, small):
    store, filler = os.path.join(small, "store.db"), os.path.join(small, "filler")
    fill = ["dd", "if=/dev/zero", f"of={filler}", "bs=4k", "status=none"]
    run.trouble("a full disk", store, lambda: subprocess.run(fill, stderr=subprocess.DEVNULL, check=False),
                lambda: os.remove(filler))
    subprocess.run(["mount", "-o", "remount,ro", small], check=True)
    server = run.serve(store)
    said = server.communicate(timeout=20)[1]
    run.expect(server.returncode == 1 and "cannot be" in said and said.count("\n") == 1,
               f"a store on a read-only disk: exit {server.returncode}, said {said!r}")
    subprocess.run(["mount", "-o", "remount,rw", small], check=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

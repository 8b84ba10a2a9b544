#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pinpath authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Verify API under load, beside its peers and limits. All of them run at once and take turns, so that what else
the machine does weighs on all alike; what is told is the median of the rounds, and ratios to `ours`. See --help."""

import argparse
import json
import os
import re
import signal
import sqlite3
import statistics
import struct
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
CALLS = ["start", "check", "search"]
SERVERS = {
    "ours": "pinpath serve, its store on disk",
    "before": "another build of pinpath (--before), to tell what a change brings",
    "many": "pinpath serve with many verifications running (--running)",
    "rows": "bare libmicrohttpd, storing the rows of a start and its delivery",
    "starts": "bare libmicrohttpd, storing the rows of a start alone",
    "constant": "bare libmicrohttpd, answering the same to all",
    "prism": "Prism, mocking the calls from a description",
}
START_ONLY = ["rows", "starts"]  # what they store for a request is a start, whatever was asked


class Server:
    """A program that prints its address when it is ready. Flushes to disk are counted where it stores anything."""

    def __init__(self, name, folder, sync_time, command, url=None):
        self.counters = os.path.join(folder, name + ".sync") if sync_time else None
        environment = dict(os.environ)
        if sync_time:
            environment.update(LD_PRELOAD=sync_time, PINPATH_SYNC_TIME=self.counters)
        self.started = time.monotonic()
        self.errors = open(os.path.join(folder, name + ".err"), "w+", encoding="utf-8")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.errors, env=environment, text=True)
        self.next_number = 447_700_000_000
        self.url = url or self.process.stdout.readline().strip()
        if not self.url:
            self.errors.seek(0)
            sys.exit(f"{name} did not start: {self.errors.read()}")
        self.ready_after = time.monotonic() - self.started

    def synced(self):
        """Calls and seconds of flushing so far."""
        if not self.counters or not os.path.exists(self.counters):
            return 0, 0.0
        with open(self.counters, "rb") as file:
            calls, nanoseconds = struct.unpack("QQ", file.read(16))
        return calls, nanoseconds / 1e9

    def worked(self):
        """Seconds of processor time so far."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1)) * 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


def describe(path):
    """An OpenAPI description of the three calls, for Prism."""

    def post(example, *parameters):
        names = ["api_key", "api_secret", *parameters]
        schema = {"type": "object", "required": names, "properties": {name: {"type": "string"} for name in names}}
        return {"post": {
            "requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": schema}}},
            "responses": {"200": {"description": "The answer", "content": {"application/json": {
                "schema": {"type": "object"}, "example": example}}}}}}

    request_id = "01a2125b9bcb7546b6a23b1e3a3f509b"
    wrong = {"request_id": request_id, "status": "16", "error_text": "The code provided does not match the expected value"}
    found = {"request_id": request_id, "status": "IN PROGRESS", "number": "447700900112", "price": "0.05", "checks": [],
             "events": [{"id": "1", "type": "sms"}]}
    description = {"openapi": "3.0.3", "info": {"title": "Verify", "version": "1"}, "paths": {
        "/verify/json": post({"request_id": request_id, "status": "0"}, "brand", "number"),
        "/verify/check/json": post(wrong, "request_id", "code"),
        "/verify/search/json": post(found, "request_id")}}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(description, file)


def serve(pinpath, store):
    """On a manual clock, so that nothing but the load moves."""
    return [pinpath, "serve", "--store", "sqlite:" + store, "--listen", "127.0.0.1:0", "--clock", "manual",
            "--rate-limit", "0", "--api-key", "key", "--api-secret", "secret"]


def start_server(name, options, folder):
    sync_time = os.path.join(options.tools, "libapi_synctime.so")
    peer = os.path.join(options.tools, "api_peer")
    if name in ("ours", "before", "many"):
        running = options.running if name == "many" else options.running_few
        store = os.path.join(folder, name + ".db")
        subprocess.run([os.path.join(options.tools, "api_store"), store, str(running)], check=True)
        server = Server(name, folder, sync_time, serve(options.before if name == "before" else options.pinpath, store))
        server.store = store
        return server
    if name in ("rows", "starts"):
        return Server(name, folder, sync_time, [peer, name, os.path.join(folder, name + ".db")])
    if name == "constant":
        return Server(name, folder, None, [peer, name])
    description = os.path.join(folder, "verify.json")
    describe(description)
    prism = os.path.join(HERE, "node_modules/@stoplight/prism-cli/dist/index.js")
    if not os.path.exists(prism):
        sys.exit(f"Prism is missing: run `npm ci --ignore-scripts --prefix {HERE}`, or leave it out with --servers.")
    server = Server(name, folder, None, ["node", prism, "mock", "-h", "127.0.0.1", "-p", str(options.prism_port),
                                         "-v", "silent", description], f"http://127.0.0.1:{options.prism_port}")
    for _ in range(300):
        asked = subprocess.run(["curl", "-s", "-o", "/dev/null", server.url], check=False)
        if asked.returncode == 0:
            return server
        time.sleep(0.1)
    sys.exit("Prism does not answer.")


def query(store, statement):
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    rows = connection.execute(statement).fetchall()
    connection.close()
    return rows


def ids_for(server, folder, call):
    """A file of running requests, and how many of them were used before. Each may be checked twice: the third wrong
    code would end it."""
    if not hasattr(server, "store"):
        path = os.path.join(folder, "ids")
        with open(path, "w", encoding="ascii") as file:
            file.write("01a2125b9bcb7546b6a23b1e3a3f509b\n")
        return path, 0
    path = server.store + ".ids"
    if not os.path.exists(path):
        with open(path, "w", encoding="ascii") as file:
            for (request_id,) in query(server.store, "SELECT hex(request_id) FROM verification WHERE is_open = 1 "
                                                     "AND account = 'key' ORDER BY key DESC LIMIT 400000"):
                file.write(request_id.lower() + "\n")
        server.checked = 0
        server.checkable = 2 * sum(1 for _ in open(path, encoding="ascii"))
    return path, server.checked if call == "check" else 0


def measure(server, folder, call, connections, seconds):
    if call == "start":
        arguments = ["start", str(server.next_number)]
    else:
        path, skipped = ids_for(server, folder, call)
        arguments = [call, path, str(skipped)]
    entries = (lambda: query(server.store, "SELECT coalesce(max(sequence), 0) FROM journal")[0][0]) \
        if hasattr(server, "store") else None
    before = entries() if entries else 0
    calls, flushed = server.synced()
    worked = server.worked()
    said = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "--latency", "--timeout", "10",
                           "-s", os.path.join(HERE, "load.lua"), server.url, "--", *arguments],
                          stdout=subprocess.PIPE, text=True, check=True).stdout
    told = json.loads(said.splitlines()[-1])
    calls, flushed = server.synced()[0] - calls, server.synced()[1] - flushed
    worked = server.worked() - worked
    if told["failed"]:
        sys.exit(f"{server.url}: {told['failed']} of {told['requests']} requests failed.\n{said}")
    # Those on their way at the end were sent as well.
    sent = told["requests"] + connections
    if call == "start":
        server.next_number += sent
    if entries and call == "check":
        server.checked += sent
        if server.checked > server.checkable:
            sys.exit("There are no more requests to check: measure `start` before it, or shorter.")
    if entries and call != "search" and entries() - before < told["requests"]:
        sys.exit(f"{told['requests']} calls were answered, but only {entries() - before} decisions are in the journal.")
    took = told["microseconds"] / 1e6
    return {"rate": told["requests"] / took, "p99": told["p99_microseconds"] / 1000, "work": worked / told["requests"] * 1e6,
            "flushing": flushed / took, "per_flush": told["requests"] / calls if calls else 0}


def main():
    parser = argparse.ArgumentParser(description=__doc__, epilog="servers: " + "; ".join(
        f"{name}: {what}" for name, what in SERVERS.items()))
    parser.add_argument("--pinpath", default="build/release/pinpath")
    parser.add_argument("--before", help="the program of `before`")
    parser.add_argument("--tools", default="build/release/tests", help="where api_peer, api_store and libapi_synctime.so are")
    parser.add_argument("--servers", default="ours,rows,starts,constant,prism",
                        help="which take part, of " + ",".join(SERVERS) + " (default: %(default)s)")
    parser.add_argument("--calls", default=",".join(CALLS), help="(default: %(default)s)")
    parser.add_argument("--connections", default="1,32,128,256", help="(default: %(default)s)")
    parser.add_argument("--seconds", type=int, default=1, help="of each measurement (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="(default: %(default)s)")
    parser.add_argument("--running", type=int, default=1_000_000, help="verifications in the store of `many` (default: %(default)s)")
    parser.add_argument("--running-few", type=int, default=1000, help="and in that of `ours` (default: %(default)s)")
    parser.add_argument("--folder", help="where the stores are made; the disk counts (default: a temporary folder)")
    parser.add_argument("--prism-port", type=int, default=4010)
    options = parser.parse_args()
    names = options.servers.split(",") + (["before"] if options.before else [])
    if unknown := set(names) - set(SERVERS) | set(options.calls.split(",")) - set(CALLS):
        parser.error("nothing is known about " + ", ".join(sorted(unknown)))

    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        servers = {}
        try:
            for name in names:
                servers[name] = start_server(name, options, folder)
            for name, server in servers.items():
                print(f"{name:9} {SERVERS[name]}; ready after {server.ready_after:.2f} s, {server.memory() / 1e6:.0f} MB")
            for call in options.calls.split(","):
                for connections in map(int, options.connections.split(",")):
                    compare(servers, folder, call, connections, options)
        finally:
            for server in servers.values():
                server.stop()


def compare(servers, folder, call, connections, options):
    servers = {name: server for name, server in servers.items() if call == "start" or name not in START_ONLY}
    results = {name: [] for name in servers}
    for _ in range(options.rounds):
        for name, server in servers.items():
            results[name].append(measure(server, folder, call, connections, options.seconds))
    print(f"\n{call}, {connections} connections\n            calls/s   p99 ms   CPU us/call   flushing   calls/flush   "
          "ours by this")
    for name, rounds in results.items():
        middle = {key: statistics.median(each[key] for each in rounds) for key in rounds[0]}
        # Neighbours in time are compared, since the machine is not the same from one round to the next.
        ratio = statistics.median(ours["rate"] / other["rate"] for ours, other in zip(results["ours"], rounds)) \
            if "ours" in results else 0
        print(f"{name:9} {middle['rate']:9.0f} {middle['p99']:8.1f} {middle['work']:13.0f} {middle['flushing']:10.0%}"
              f" {middle['per_flush']:13.1f} {ratio:14.2f}", flush=True)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    main()

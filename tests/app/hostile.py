#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pinpath authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Normal clients beside hostile ones: `hostile.py PINPATH [SECONDS]`, so many seconds of malice (20 unless told).

It takes turns with work that burns as much processor time and does no harm, so that what malice does to normal
clients is told apart from what a busy machine does. The server must not fall, its memory must stay flat, every normal
call must be answered as ever, and their 99th percentile may at most double. Memory is judged from the second minute of
malice on: until then the log of exchanges and the pages of the store are still filling."""

import asyncio
import http.client
import json
import multiprocessing
import os
import random
import re
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import time

SLICE = 5  # seconds of malice, then of harmless work
CLIENTS = 8
PAUSE = 0.04  # seconds between two calls of a normal client
WARM_UP = 4  # seconds, in which buffers fill
MEMORY = 1.05
FILLED = 60  # seconds of malice, after which memory must stay
PERCENTILE = 2.0
IDLE, SLOW = 3000, 300  # connections

FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
JSON = b"Content-Type: application/json\r\n"
KEYS = b"api_key=key&api_secret=secret&"


def post(path, body, headers=FORM):
    return b"POST %s HTTP/1.1\r\nHost: x\r\n%sContent-Length: %d\r\n\r\n%s" % (path, headers, len(body), body)


# What is started lives for a minute, so that as much ends as begins by the time memory is judged.
START = post(b"/verify/json", KEYS + b"brand=Acme&number=447700900112&workflow_id=6&pin_expiry=60")
NASTY = [
    post(b"/verify/json", os.urandom(60_000)),
    post(b"/verify/json", KEYS + b"brand=" + b"%00%FF%C0%AF" * 4000),
    post(b"/verify/json?" + KEYS + b"number=1&" * 600, KEYS + b"brand=A&" * 5000),
    post(b"/verify/json", b"[" * 60_000, JSON),
    post(b"/console/v1/clock", b'{"speed":' * 5000, JSON),
    post(b"/verify/check/json", KEYS + b"code=" + b"9" * 60_000 + b"&request_id=" + b"\0" * 40),
    post(b"/verify/json", b"x" * 70_000),
    post(b"/verify/json", b"x" * 1_000_000),
    post(b"/verify/json", b"x" * 2_000_000),
    b"POST /verify/json HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + b"ffff\r\n" + b"x" * 65_535 + b"\r\nzz\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 20_000 + b"\r\n",
    b"GET / HTTP/1.1\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
    b"GET /?" + b"a=b&" * 8000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + START,
    os.urandom(5000),
    START * 100,
]


async def connected(port, act):
    """Connects, acts and leaves; what the server does about it is its own affair."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        await asyncio.sleep(0.1)
        return
    try:
        await act(reader, writer)
    except OSError:  # a timeout is one
        pass
    finally:
        if random.random() < 0.5:  # without a farewell
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.close()


async def for_ever(port, act, pause):
    while True:
        await connected(port, act)
        await asyncio.sleep(pause * random.uniform(0.5, 1.5))


async def idle(reader, _):
    await reader.read()


async def slow(reader, writer):
    head = START[:random.choice([1, 20, len(START) - 20])]
    writer.write(head)
    for byte in START[len(head):]:
        await asyncio.sleep(1)
        writer.write(bytes([byte]))
        await writer.drain()


async def nasty(reader, writer):
    writer.write(random.choice(NASTY))
    await asyncio.wait_for(writer.drain(), 1)
    if random.random() < 0.5:
        await asyncio.wait_for(reader.read(1), 1)


async def leaving(_, writer):
    writer.write(START)
    await writer.drain()


async def all_of_them(port):
    await asyncio.gather(*[for_ever(port, idle, 1.0) for _ in range(IDLE)], *[for_ever(port, slow, 0.1) for _ in range(SLOW)],
                         *[for_ever(port, nasty, 0.2) for _ in range(10)],
                         *[for_ever(port, leaving, 0.1) for _ in range(5)])


def malice(port, is_on):
    """A process that is hostile while it is told to, and has left when it no longer is."""

    async def turns():
        while True:
            while not is_on.value:
                await asyncio.sleep(0.02)
            work = asyncio.ensure_future(all_of_them(port))
            while is_on.value:
                await asyncio.sleep(0.02)
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)

    asyncio.run(turns())


def burning(share):
    """A process that works for a share of the time, in small pieces, as servers and clients do."""
    while True:
        busy = min(share.value, 1.0)
        end = time.process_time() + 0.005 * busy
        while time.process_time() < end:
            pass
        time.sleep(0.005 * (1 - busy) if busy < 1 else 0)


class Normal:
    """A client that starts a verification and ends it by three wrong codes, and how long each call took."""

    def __init__(self, port, number):
        self.port, self.number = port, number
        self.form = {"Content-Type": "application/x-www-form-urlencoded"}
        self.connection = None

    def call(self, path, form):
        """The answer's status, and milliseconds. A connection that was kept and has been shut is opened again, once."""
        for attempt in range(2):
            is_new = self.connection is None
            if is_new:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            begin = time.monotonic()
            try:
                self.connection.request("POST", path, KEYS.decode() + form, self.form)
                answer = json.load(self.connection.getresponse())
                return answer, (time.monotonic() - begin) * 1000
            except (OSError, http.client.HTTPException, ValueError) as error:
                self.connection = None
                if is_new or attempt:
                    return {"status": type(error).__name__}, (time.monotonic() - begin) * 1000
        return None

    def run(self, results):
        while True:
            self.number += CLIENTS
            started, took = self.call("/verify/json", f"brand=Acme&number={self.number}")
            results.put((time.monotonic(), took, started["status"] == "0"))
            time.sleep(PAUSE)
            for expected in ["16", "16", "17"] if started["status"] == "0" else []:
                checked, took = self.call("/verify/check/json", f"code=wrong1&request_id={started['request_id']}")
                results.put((time.monotonic(), took, checked["status"] == expected))
                time.sleep(PAUSE)


def processor_seconds(*pids):
    total = 0
    for pid in pids:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def memory(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1)) / 1024


class Run:
    def __init__(self, server, port):
        self.server = server
        self.results = multiprocessing.Queue()
        self.is_malicious = multiprocessing.Value("b", False)
        self.shares = [multiprocessing.Value("d", 0.0) for _ in range(os.cpu_count())]
        self.hostile = multiprocessing.Process(target=malice, args=(port, self.is_malicious), daemon=True)
        self.processes = [self.hostile] + [multiprocessing.Process(target=burning, args=(share,), daemon=True) for share in self.shares]
        for i in range(CLIENTS):
            client = Normal(port, 447_700_000_000 + i)
            self.processes.append(multiprocessing.Process(target=client.run, args=(self.results,), daemon=True))
        for process in self.processes:
            process.start()
        self.times = {"quiet": [], "malice": [], "harmless": []}
        self.wrong = 0

    def spend(self, seconds, kind):
        """Lets so much time pass; returns how much of it server and hostile clients worked."""
        time.sleep(0.5)  # what came before ends
        worked, begin = processor_seconds(self.server.pid, self.hostile.pid), time.monotonic()
        time.sleep(seconds)
        worked, end = processor_seconds(self.server.pid, self.hostile.pid) - worked, time.monotonic()
        while not self.results.empty():
            at, took, is_right = self.results.get()
            self.wrong += not is_right
            if begin <= at - took / 1000 and at <= end:
                self.times[kind].append(took)
        return worked / seconds

    def go(self, seconds):
        self.is_malicious.value = True
        self.spend(WARM_UP, "quiet")
        self.is_malicious.value = False
        self.spend(1, "quiet")
        self.times["quiet"].clear()
        quiet = self.spend(2, "quiet")
        memories = []
        for _ in range(max(1, seconds // SLICE)):
            self.is_malicious.value = True
            worked = self.spend(SLICE, "malice")
            memories.append(memory(self.server.pid))
            self.is_malicious.value = False
            for share in self.shares:
                share.value = max(0, worked - quiet) / len(self.shares)
            self.spend(SLICE, "harmless")
            for share in self.shares:
                share.value = 0
        return memories

    def stop(self):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.join()


def p99(times):
    return statistics.quantiles(times, n=100)[98]


def main(pinpath, seconds="20"):
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [pinpath, "serve", "--store", f"sqlite:{folder}/store.db", "--listen", "127.0.0.1:0", "--rate-limit", "0",
             "--api-key", "key", "--api-secret", "secret"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        port = int(server.stdout.readline().strip().rpartition(":")[2])
        run = Run(server, port)
        memories = run.go(int(seconds))
        run.stop()
        is_alive = server.poll() is None
        server.terminate()
        ended = server.wait(20)
    results = {kind: p99(times) for kind, times in run.times.items()}
    for kind, times in run.times.items():
        print(f"{kind:9} {len(times):6} calls, median {statistics.median(times):.1f} ms, p99 {results[kind]:.1f} ms")
    print("memory, MB, after each slice of malice:", " ".join(f"{each:.1f}" for each in memories))
    settled = memories[FILLED // SLICE:]
    expectations = {
        "the server is there": is_alive,
        "it ends when it is told to": ended == 0,
        f"every normal call is answered as ever, {run.wrong} were not": run.wrong == 0,
        "normal calls take at most twice as long": results["malice"] <= PERCENTILE * results["harmless"],
    }
    if len(settled) > 1:
        expectations["memory stays flat"] = settled[-1] <= settled[0] * MEMORY
    else:
        print("skipped memory, which a run of so few seconds does not show")
    failed = [what for what, is_so in expectations.items() if not is_so]
    for what in failed:
        print("FAILED ", what)
    skipped = "" if len(settled) > 1 else ", 1 skipped"
    print(f"{len(expectations) - len(failed)} passed, {len(failed)} failed{skipped}")
    return len(failed) > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

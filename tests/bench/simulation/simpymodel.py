# SPDX-FileCopyrightText: The Pinpath authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Workflow 1 over the preset "typical" as one would write it with SimPy: the same model, the same draws.

    simpymodel.py USERS SEED        prints how many were verified, and the seconds of CPU time that it took
"""
import math
import random
import sys
import time

import simpy

PIN_LIFE = 300
TRIES = 3
RING_TIME = 25
STEPS = (("sms", 125), ("tts", 180), ("tts", 300))


class User:
    def __init__(self, luck):
        self.unreachable = luck.random() < 0.04
        self.no_sms = luck.random() < 0.03
        self.never_answers_calls = luck.random() < 0.30
        self.patience = luck.lognormvariate(math.log(180), 1.2)
        self.entry = {"sms": luck.lognormvariate(math.log(10), 0.7), "tts": 8}


class Verification:
    def __init__(self, env, luck):
        self.env = env
        self.luck = luck
        self.user = User(luck)
        self.started = env.now
        self.generation = 0
        self.pin_issued = env.now
        self.wrong_codes = 0
        self.ended = env.event()  # with whether it was verified

    def run(self):
        for channel, wait in STEPS:
            if self.generation == 0 or self.env.now >= self.pin_issued + PIN_LIFE:
                self.generation += 1
                self.pin_issued = self.env.now
                self.wrong_codes = 0
            self.env.process(self.message(channel, self.generation))
            yield self.env.timeout(wait) | self.ended
            if self.ended.triggered:
                return self.ended.value
        rest = self.pin_issued + PIN_LIFE - self.env.now
        if rest > 0:
            yield self.env.timeout(rest) | self.ended
        if not self.ended.triggered:
            self.ended.succeed(False)
        return self.ended.value

    def message(self, channel, generation):
        user = self.user
        is_sms = channel == "sms"
        hopeless = user.unreachable or (user.no_sms if is_sms else user.never_answers_calls)
        arrives = not hopeless and self.luck.random() < (0.95 if is_sms else 0.75)
        if not is_sms and not arrives:
            yield self.env.timeout(RING_TIME)
            return
        yield self.env.timeout(self.luck.lognormvariate(math.log(7), 1.306) if is_sms else 25)
        entry = user.entry[channel]
        if not arrives or self.env.now + entry - self.started >= user.patience:
            return
        while not self.ended.triggered:
            yield self.env.timeout(entry)
            if self.ended.triggered:
                return
            is_wrong = self.luck.random() < 0.03
            if not is_wrong and generation == self.generation and self.env.now < self.pin_issued + PIN_LIFE:
                self.ended.succeed(True)
                return
            self.wrong_codes += 1
            if self.wrong_codes == TRIES:
                self.ended.succeed(False)
            elif not is_wrong:
                return  # the right code of a PIN that is no longer valid


def requests(env, luck, users, verified):
    def one():
        is_verified = yield env.process(Verification(env, luck).run())
        verified[0] += is_verified

    for _ in range(users):
        env.process(one())
        yield env.timeout(1)


def main():
    users, seed = int(sys.argv[1]), int(sys.argv[2])
    env = simpy.Environment()
    verified = [0]
    begin = time.process_time()
    env.process(requests(env, random.Random(seed), users, verified))
    env.run()
    print(verified[0], time.process_time() - begin)


main()

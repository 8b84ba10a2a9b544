// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

export const credentials = { apiKey: 'a1b2c3d4', apiSecret: 'correct-horse' };

// A `pinpath serve` of the test's own: a store that nobody else sees, and a clock that moves only when told to.
export class Server {
    // More options of `serve` may follow the dialect.
    static async start(dialect, ...options) {
        const server = new Server();
        server.folder = await mkdtemp(path.join(tmpdir(), 'pinpath-clients-'));
        server.process = spawn(process.env.PINPATH ?? 'build/release/pinpath', [
            'serve', '--listen', '127.0.0.1:0', '--clock', 'manual', '--dialect', dialect, '--rate-limit', '0',
            '--store', `sqlite:${path.join(server.folder, 'store.db')}`, '--api-key', credentials.apiKey,
            ...options,
        ], {
            stdio: ['ignore', 'pipe', 'pipe'],
            env: { ...process.env, PINPATH_API_SECRET: credentials.apiSecret },
        });
        server.said = '';
        server.process.stderr.setEncoding('utf8').on('data', text => { server.said += text; });
        server.ended = once(server.process, 'exit');
        process.once('exit', () => server.process.kill('SIGKILL'));
        const ready = once(createInterface({ input: server.process.stdout }), 'line');
        const [line] = await Promise.race([
            ready,
            server.ended.then(([code]) => {
                throw new Error(`pinpath serve ended with ${code} before it was ready: ${server.said}`);
            }),
        ]);
        assert.match(line, /^http:\/\/127\.0\.0\.1:\d+$/, 'the one line that serve prints when it is ready');
        server.url = new URL(line);
        return server;
    }

    // One that listens for TLS as well, with a certificate that it made itself.
    static async startWithTls() {
        const server = await Server.start('vonage', '--tls-listen', '127.0.0.1:0', '--tls-self-signed');
        const [, url, certificate] = server.said.match(/^(https:\/\/\S+), certificate (.*)$/m);
        server.secureUrl = new URL(url);
        server.certificate = certificate;
        return server;
    }

    // SIGTERM must end it in good order.
    async stop() {
        this.process.kill('SIGTERM');
        const [code, signal] = await this.ended;
        await rm(this.folder, { recursive: true });
        assert.deepEqual({ code, signal }, { code: 0, signal: null });
    }

    // One call of the console API; an object makes it a POST.
    async console(call, body) {
        const basic = Buffer.from(`${credentials.apiKey}:${credentials.apiSecret}`).toString('base64');
        const response = await fetch(new URL(`/console/v1/${call}`, this.url), {
            method: body ? 'POST' : 'GET',
            headers: { authorization: `Basic ${basic}`, ...(body && { 'content-type': 'application/json' }) },
            body: body && JSON.stringify(body),
        });
        const answer = await response.json();
        assert.equal(response.status, 200, `${call}: ${JSON.stringify(answer)}`);
        return answer;
    }

    advance(seconds) {
        return this.console('clock', { advance_seconds: seconds });
    }

    // The messages that the phone with this number got, oldest first, as soon as there are `count`.
    async messages(number, count = 1) {
        let received = [];
        while (received.length < count) {
            const after = received.length ? `&after=${encodeURIComponent(received.at(-1).id)}` : '';
            const more = await this.console(`messages?number=${number}${after}&wait_seconds=5`);
            assert.notEqual(more.length, 0, `${number} got ${received.length} messages, not ${count}`);
            received = received.concat(more);
        }
        return received;
    }
}

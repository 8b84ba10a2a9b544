// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// curl against `pinpath serve`, over plain HTTP and over TLS: forms, queries, JSON and Basic, in JSON and in XML.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { credentials, Server } from './server.mjs';

const keys = ['-d', `api_key=${credentials.apiKey}`, '-d', `api_secret=${credentials.apiSecret}`];
const basic = ['-u', `${credentials.apiKey}:${credentials.apiSecret}`];
const execute = promisify(execFile);

let unused = 447700900100;

describe('curl', () => {
    let server;
    before(async () => { server = await Server.startWithTls(); });
    after(() => server?.stop());

    // Fails where curl does, as it must at a certificate that it does not trust.
    async function curl(url, ...options) {
        const { stdout } = await execute('curl', ['--silent', '--show-error', '--max-time', '20', ...options, url]);
        return stdout;
    }

    const origins = {
        'over plain HTTP': () => ({ origin: server.url.origin, trust: [] }),
        'over TLS': () => ({ origin: server.secureUrl.origin, trust: ['--cacert', server.certificate] }),
        'over TLS 1.2': () => ({
            origin: server.secureUrl.origin, trust: ['--cacert', server.certificate, '--tls-max', '1.2'],
        }),
        'over TLS, by name': () => ({
            origin: `https://localhost:${server.secureUrl.port}`, trust: ['--cacert', server.certificate],
        }),
    };
    for (const [how, where] of Object.entries(origins)) {
        it(`verifies a number ${how}`, async () => {
            const { origin, trust } = where();
            const number = String(unused++);
            const started = JSON.parse(await curl(`${origin}/verify/json`, ...trust, ...keys, '-d', `number=${number}`,
                '-d', 'brand=Acme', '-d', 'workflow_id=4'));
            assert.equal(started.status, '0');
            const messages = JSON.parse(await curl(`${origin}/console/v1/messages?number=${number}`, ...trust, ...basic));
            const checked = JSON.parse(await curl(
                `${origin}/verify/check/json?request_id=${started.request_id}&code=${messages[0].pin}`, ...trust, ...basic));
            assert.equal(checked.status, '0');
            const found = await curl(`${origin}/verify/search/xml`, ...trust, ...keys, '-G',
                '-d', `request_id=${started.request_id}`);
            assert.match(found, /^<\?xml .*<status>SUCCESS<\/status>/s);
        });
    }

    it('sends JSON, and a body larger than is kept', async () => {
        const json = ['-H', 'Content-Type: application/json', ...basic];
        const body = JSON.stringify({ number: unused++, brand: 'Acme' });
        assert.match(await curl(`${server.url.origin}/verify/json`, ...json, '-d', body), /"status":"0"/);
        for (const { origin, trust } of [origins['over plain HTTP'](), origins['over TLS']()]) {
            const code = await curl(`${origin}/verify/json`, ...trust, ...json, '-o', '/dev/null', '-w', '%{http_code}',
                '-H', 'Expect:', '-d', JSON.stringify({ brand: 'x'.repeat(100_000) }));
            assert.equal(code, '413');
        }
    });

    it('does not trust the certificate unless it is told to', async () => {
        await assert.rejects(curl(`${server.secureUrl.origin}/console/v1/health`), { code: 60 });
    });

    it('is refused where it speaks plain HTTP to TLS', async () => {
        await assert.rejects(curl(`http://${server.secureUrl.host}/console/v1/health`));
        assert.match(await curl(`${server.secureUrl.origin}/console/v1/health`, '--cacert', server.certificate), /"ok"/);
    });
});

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clients that insist on https, against the TLS listener of `pinpath serve`: npm nexmo 2.9.1 at its default port, which
// alone makes it speak TLS, and @vonage/server-sdk with an https address.

import { Vonage } from '@vonage/server-sdk';
import Nexmo from 'nexmo';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import https from 'node:https';
import { after, before, describe, it } from 'node:test';
import tls from 'node:tls';
import { promisify } from 'node:util';
import { credentials, Server } from './server.mjs';

describe('clients that speak https', () => {
    let server;
    const { createConnection } = https.globalAgent;

    before(async () => {
        server = await Server.startWithTls();
        https.globalAgent.options.ca = await readFile(server.certificate);
    });
    after(() => {
        https.globalAgent.createConnection = createConnection;
        return server?.stop();
    });

    async function verifies(start, check, number) {
        const id = await start({ number, brand: 'Acme' });
        const [{ pin }] = await server.messages(number);
        assert.equal((await check(id, pin)).status, '0');
    }

    it('nexmo 2.9.1 does', async () => {
        // Stands for the name server and the port that a test has no right to: all that goes to port 443 comes here.
        let connections = 0;
        https.globalAgent.createConnection = options => {
            assert.equal(options.port, 443);
            ++connections;
            return tls.connect({ ...options, host: '127.0.0.1', port: server.secureUrl.port });
        };
        const { verify } = new Nexmo(credentials, { apiHost: 'localhost' });
        await verifies(
            async options => (await promisify(verify.request.bind(verify))(options)).request_id,
            (id, code) => promisify(verify.check.bind(verify))({ request_id: id, code }), '447700900100');
        assert.ok(connections > 0);
        https.globalAgent.createConnection = createConnection;
    });

    it('@vonage/server-sdk does', async () => {
        const { verify } = new Vonage(credentials, { apiHost: server.secureUrl.origin });
        await verifies(async options => (await verify.start(options)).requestId,
            (id, code) => verify.check(id, code), '447700900101');
    });
});

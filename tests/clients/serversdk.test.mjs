// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// npm @vonage/server-sdk 3, the client of today, unchanged, against `pinpath serve`: 3.25 sends key and secret among the
// parameters of a JSON body, and of the query of a search; 3.27 sends them by HTTP Basic.

import { Vonage } from '@vonage/server-sdk';
import { Vonage as VonageWithParameters } from '@vonage/server-sdk-parameters';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { credentials, Server } from './server.mjs';

const clients = { '3.25, with parameters': VonageWithParameters, '3.27, with Basic': Vonage };

let unused = 447700900100;

for (const [name, Client] of Object.entries(clients)) {
    describe(`@vonage/server-sdk ${name}`, () => {
        let server;
        let verify;

        before(async () => {
            server = await Server.start('vonage');
            ({ verify } = new Client(credentials, { apiHost: server.url.origin }));
        });
        after(() => server?.stop());

        async function start(options) {
            const number = String(unused++);
            const reply = await verify.start({ number, brand: 'Acme', ...options });
            assert.equal(reply.status, '0', JSON.stringify(reply));
            return { number, id: reply.requestId };
        }

        for (const workflowId of [1, 2, 3, 4, 5, 6, 7]) {
            it(`verifies a number by workflow ${workflowId}`, async () => {
                const { number, id } = await start({ workflowId });
                const [{ pin }] = await server.messages(number);
                const wrong = await verify.check(id, pin === '0000' ? '1111' : '0000');
                assert.equal(wrong.status, '16');
                assert.equal(wrong.errorText, 'The code provided does not match the expected value');
                const accepted = await verify.check(id, pin);
                assert.equal(accepted.status, '0');
                assert.equal(accepted.price, '0.05000000');
                assert.equal(accepted.currency, 'EUR');

                const found = await verify.search(id);
                assert.equal(found.status, 'SUCCESS');
                assert.equal(found.number, number);
                assert.equal(found.accountId, credentials.apiKey);
                assert.deepEqual(found.checks.map(check => check.status).sort(), ['INVALID', 'VALID']);
            });
        }

        it('names every option of a start', async () => {
            const { number, id } = await start(
                { codeLength: 6, lg: 'en-gb', senderId: 'Post', pinExpiry: 240, nextEventWait: 120, workflowId: 4 });
            const [message] = await server.messages(number);
            assert.match(message.pin, /^\d{6}$/);
            assert.match(message.text, /^Acme code: \d{6}\. Valid for 4 minutes\.$/);
            assert.equal((await verify.search(id)).senderId, 'Post');
            await server.advance(240);
            assert.equal((await verify.search(id)).status, 'EXPIRED');
        });

        it('cancels, and triggers the next message', async () => {
            const { id } = await start();
            assert.equal((await verify.cancel(id)).status, '19');
            await server.advance(30);
            assert.equal((await verify.cancel(id)).status, '0');
            assert.equal((await verify.search(id)).status, 'CANCELLED');

            const { number, id: other } = await start({ workflowId: 1 });
            assert.equal((await verify.trigger(other)).status, '0');
            assert.deepEqual((await server.messages(number, 2)).map(message => message.channel), ['sms', 'tts']);
        });

        it('confirms a payment', async () => {
            const number = String(unused++);
            const { status, requestId } = await verify.start({ number, payee: 'Acme', amount: 12.5 });
            assert.equal(status, '0');
            const [{ pin }] = await server.messages(number);
            assert.equal((await verify.check(requestId, pin)).status, '0');
        });

        it('refuses a second request to a number, and wrong credentials', async () => {
            const { number, id } = await start();
            const second = await verify.start({ number, brand: 'Other' });
            assert.equal(second.status, '10');
            assert.equal(second.requestId, id);
            const stranger = new Client({ ...credentials, apiSecret: 'battery-staple' }, { apiHost: server.url.origin });
            const refused = await stranger.verify.start({ number: String(unused++), brand: 'Acme' });
            assert.equal(refused.status, '4');
            assert.equal(refused.errorText, 'Bad Credentials');
        });
    });
}

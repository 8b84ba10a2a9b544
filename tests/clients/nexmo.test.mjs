// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// npm nexmo 2.9.1, the client of 2019, unchanged, against `pinpath serve`.

import Nexmo from 'nexmo';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { credentials, Server } from './server.mjs';

const documented = {
    1: { channels: ['sms', 'tts', 'tts'], at: [0, 125, 305], pins: [1, 1, 2], end: 605 },
    2: { channels: ['sms', 'sms', 'tts'], at: [0, 125, 305], pins: [1, 1, 2], end: 605 },
    3: { channels: ['tts', 'tts'], at: [0, 150], pins: [1, 1], end: 300 },
    4: { channels: ['sms', 'sms'], at: [0, 120], pins: [1, 1], end: 300 },
    5: { channels: ['sms', 'tts'], at: [0, 120], pins: [1, 1], end: 300 },
};

const dialects = {
    'vonage': { platform: 'Vonage', price: '0.05000000', workflows: documented },
    'nexmo-2019': {
        platform: 'Nexmo', price: '0.10000000',
        // In 2019 workflow 5 waited 125 s and then 300 s.
        workflows: { ...documented, 5: { channels: ['sms', 'tts'], at: [0, 125], pins: [1, 1], end: 425 } },
    },
};

function clientOf(server, options = {}) {
    const { verify } = new Nexmo({ ...credentials, ...options },
        { apiHost: server.url.hostname, port: Number(server.url.port) });
    return Object.fromEntries(['request', 'check', 'search', 'control', 'psd2']
        .map(call => [call, promisify(verify[call].bind(verify))]));
}

function secondsBetween(from, to) {
    return (Date.parse(to) - Date.parse(from)) / 1000;
}

// Another PIN of the same length.
function wrong(pin) {
    return pin.replace(/^./, digit => (Number(digit) + 1) % 10);
}

let unused = 447700900100;

for (const [dialect, { platform, price, workflows }] of Object.entries(dialects)) {
    describe(`nexmo 2.9.1 speaks ${dialect}`, () => {
        let server;
        let nexmo;

        before(async () => {
            server = await Server.start(dialect);
            nexmo = clientOf(server);
        });
        after(() => server?.stop());

        async function start(options) {
            const number = String(unused++);
            const reply = await nexmo.request({ number, brand: 'Acme', ...options });
            assert.equal(reply.status, '0', JSON.stringify(reply));
            assert.match(reply.request_id, /^[0-9a-f]{32}$/);
            return { number, id: reply.request_id };
        }

        for (const [workflow, { channels, at, pins, end }] of Object.entries(workflows)) {
            it(`verifies a number by workflow ${workflow}`, async () => {
                const { number, id } = await start({ workflow_id: workflow });
                const [message] = await server.messages(number);
                assert.equal(message.request_id, id);
                assert.equal(message.channel, channels[0]);
                assert.match(message.pin, /^\d{4}$/);

                const refused = await nexmo.check({ request_id: id, code: wrong(message.pin) });
                assert.equal(refused.status, '16');
                assert.equal(refused.error_text, 'The code provided does not match the expected value');
                const accepted = await nexmo.check({ request_id: id, code: message.pin });
                assert.equal(accepted.status, '0');
                assert.equal(accepted.request_id, id);
                assert.equal(accepted.price, price);
                assert.equal(accepted.currency, 'EUR');
                assert.equal('error_text' in accepted, false);
                assert.equal('estimated_price_messages_sent' in accepted, dialect === 'vonage');

                const found = await nexmo.search(id);
                assert.equal(found.request_id, id);
                assert.equal(found.status, 'SUCCESS');
                assert.equal(found.number, number);
                assert.equal(found.account_id, credentials.apiKey);
                assert.deepEqual(found.checks.map(check => check.status).sort(), ['INVALID', 'VALID']);
                assert.deepEqual(found.events.map(event => event.type), channels.slice(0, 1));

                const again = await nexmo.check({ request_id: id, code: message.pin });
                assert.equal(again.status, '6');
                assert.equal(again.error_text, `The ${platform} platform was unable to process this message for the `
                    + `following reason: Request '${id}' was not found or it has been verified already.`);
            });

            it(`sends workflow ${workflow} at ${at.join(', ')} s and lets it expire at ${end} s`, async () => {
                const { number, id } = await start({ workflow_id: workflow });
                await server.advance(end - 1);
                assert.equal((await nexmo.search(id)).status, 'IN PROGRESS');
                await server.advance(1);
                assert.equal((await nexmo.search(id)).status, 'EXPIRED');

                const { steps, ended_at } = await server.console(`verifications/${id}`);
                const started = steps[0].sent_at;
                assert.deepEqual(steps.map(step => step.channel), channels);
                assert.deepEqual(steps.map(step => secondsBetween(started, step.sent_at)), at);
                assert.deepEqual(steps.map(step => step.pin_generation), pins);
                assert.equal(secondsBetween(started, ended_at), end);

                const messages = await server.messages(number, at.length);
                assert.deepEqual(messages.map(message => message.channel), channels);
                assert.equal(new Set(messages.map(message => message.pin)).size, pins.at(-1));
                const late = await nexmo.check({ request_id: id, code: messages.at(-1).pin });
                assert.equal(late.status, '6');
                assert.equal((await nexmo.request({ number, brand: 'Acme' })).status, '0', 'the number is free again');
            });
        }

        it('ends a request at the third wrong code', async () => {
            const { number, id } = await start();
            const [{ pin }] = await server.messages(number);
            const statuses = [];
            for (let tries = 0; tries < 4; ++tries)
                statuses.push((await nexmo.check({ request_id: id, code: wrong(pin) })).status);
            assert.deepEqual(statuses, ['16', '16', '17', '6']);
            assert.equal((await nexmo.search(id)).status, 'FAILED');
        });

        it('cancels from 30 s on', async () => {
            const { id } = await start();
            await server.advance(29);
            const early = await nexmo.control({ request_id: id, cmd: 'cancel' });
            assert.equal(early.status, '19');
            assert.equal(early.error_text,
                `Verification request ['${id}'] can't be cancelled within the first 30 seconds.`);
            await server.advance(1);
            assert.deepEqual(await nexmo.control({ request_id: id, cmd: 'cancel' }), { status: '0', command: 'cancel' });
            assert.equal((await nexmo.search(id)).status, 'CANCELLED');
            const again = await nexmo.control({ request_id: id, cmd: 'cancel' });
            assert.equal(again.status, '6');
            assert.equal(again.error_text, `The requestId '${id}' does not exist or its no longer active.`);
        });

        it('does not cancel once a second message was sent', async () => {
            const { id } = await start({ workflow_id: 4 });
            await server.advance(120);
            const late = await nexmo.control({ request_id: id, cmd: 'cancel' });
            assert.equal(late.status, '19');
            assert.equal(late.error_text, `Verification request  ['${id}'] can't be cancelled now. `
                + 'Too many attempts to re-deliver have already been made.');
        });

        it('triggers the next message twice for workflow 1, and then no more', async () => {
            const { number, id } = await start({ workflow_id: 1 });
            const next = { request_id: id, cmd: 'trigger_next_event' };
            for (let calls = 0; calls < 2; ++calls)
                assert.deepEqual(await nexmo.control({ ...next }), { status: '0', command: 'trigger_next_event' });
            const over = await nexmo.control({ ...next });
            assert.equal(over.status, '19');
            assert.equal(over.error_text, `No more events are left to execute for the request ['${id}']`);
            const messages = await server.messages(number, 3);
            assert.deepEqual(messages.map(message => message.channel), ['sms', 'tts', 'tts']);
            assert.equal((await nexmo.search(id)).status, 'IN PROGRESS');
        });

        it('refuses a second request to a number that is being verified', async () => {
            const { number, id } = await start();
            const second = await nexmo.request({ number: `+${number}`, brand: 'Other' });
            assert.equal(second.status, '10');
            assert.equal(second.error_text, 'Concurrent verifications to the same number are not allowed');
            assert.equal(second.request_id, id);
        });

        it('searches for several requests and for none', async () => {
            const ids = [(await start()).id, (await start()).id];
            const { verification_requests: found } = await nexmo.search(ids);
            assert.deepEqual(found.map(request => request.request_id).sort(), ids.sort());
            assert.deepEqual(await nexmo.search('0'.repeat(32)), { status: '101', error_text: 'No response found' });
        });

        it('refuses wrong credentials', async () => {
            const stranger = clientOf(server, { apiSecret: 'battery-staple' });
            assert.deepEqual(await stranger.request({ number: String(unused++), brand: 'Acme' }),
                { status: '4', error_text: 'Bad Credentials' });
        });

        for (const signatureMethod of ['md5hash', 'md5', 'sha1', 'sha256', 'sha512']) {
            it(`signs its requests by ${signatureMethod}`, async () => {
                const number = String(unused++);
                const signing = clientOf(server, { signatureSecret: credentials.apiSecret, signatureMethod });
                const started = await signing.request({ number, brand: 'Acme' });
                assert.equal(started.status, '0', JSON.stringify(started));
                assert.equal((await signing.search(started.request_id)).status, 'IN PROGRESS');

                const forging = clientOf(server, { signatureSecret: 'battery-staple', signatureMethod });
                assert.deepEqual(await forging.search(started.request_id),
                    { status: '4', error_text: 'Bad Credentials' });
            });
        }

        it('confirms a payment', async () => {
            const number = String(unused++);
            const started = await nexmo.psd2({ number, payee: 'Acme', amount: '12.50' });
            assert.equal(started.status, '0', JSON.stringify(started));
            const [message] = await server.messages(number);
            const checked = await nexmo.check({ request_id: started.request_id, code: message.pin });
            assert.equal(checked.status, '0');
        });

        it(dialect === 'vonage' ? 'knows workflow 6' : 'does not know workflow 6 yet', async () => {
            const reply = await nexmo.request({ number: String(unused++), brand: 'Acme', workflow_id: 6 });
            if (dialect === 'vonage') {
                assert.equal(reply.status, '0');
            } else {
                assert.equal(reply.status, '3');
                assert.equal(reply.error_text, 'Invalid value for param: workflow_id');
            }
        });
    });
}

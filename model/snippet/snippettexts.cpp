// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/snippet/snippettexts.h"

namespace model {

namespace {

constexpr auto Curl = R"program(#!/bin/sh
# A verification from start to end with curl.
# {secretNote}
api={address}
key={key}
secret={secret}

call() {
    path=$1
    shift
    curl -sS "$@" -d "api_key=$key" --data-urlencode "api_secret=$secret" "$api/verify/$path"
    echo
}

# What a reply says of a member; a status of 0 is a yes.
told() { sed 's/.*"'"$1"'":"\([^"]*\)".*/\1/'; }

# The code as a person enters it: at the terminal, where there is one.
entered() {
    printf 'Code: ' >&2
    { read -r code </dev/tty; } 2>/dev/null || read -r code
    echo "$code"
}

# What a test enters instead: the console API tells the PIN.
pin() { curl -sS -u "$key:$secret" "$api/console/v1/verifications/$request_id" | told pin; }

# While it runs, the next message at once; or, from 30 s on and until the second message, the end of it:
# call control/json -d "request_id=$request_id" -d cmd=trigger_next_event
# call control/json -d "request_id=$request_id" -d cmd=cancel

verification() {
    {masked}started=$(call json \
{parameters})
    echo "$started"
    [ "$(echo "$started" | told status)" = 0 ] || return 1
    request_id=$(echo "$started" | told request_id)

    checked=$(call check/json -d "request_id=$request_id" --data-urlencode "code=$(entered)")
    echo "$checked"
    [ "$(echo "$checked" | told status)" = 0 ] || return 1
    call search/json -G -d "request_id=$request_id"
}
verification
)program";

constexpr auto NodeNexmo = R"program(// A verification from start to end: npm install nexmo@2.9.1
// {secretNote}
const Nexmo = require('nexmo');
const { createInterface } = require('node:readline/promises');
const { promisify } = require('node:util');

const [apiKey, apiSecret] = [{key}, {secret}];
// With a port other than 443 this client speaks plain http.
const { verify } = new Nexmo(
    { apiKey, apiSecret },
    { apiHost: {host}, port: {port} },
);
const [request, check, search, control] = ['request', 'check', 'search', 'control']
    .map(call => promisify(verify[call].bind(verify)));

// What a test enters instead of asking: the console API tells the PIN.
async function pinOf(requestId) {
    const headers = { Authorization: 'Basic ' + btoa(apiKey + ':' + apiSecret) };
    const reply = await fetch({address} + '/console/v1/verifications/' + requestId, { headers });
    return (await reply.json()).pin;
}

async function main() {
    {masked}const started = await request({
{parameters}
    });
    console.log(started);
    const { request_id } = started;

    // While it runs: the next message at once, or the end of it (from 30 s on, until the second message).
    // console.log(await control({ request_id, cmd: 'trigger_next_event' }));
    // console.log(await control({ request_id, cmd: 'cancel' }));

    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const code = await terminal.question('Code: ');
    terminal.close();
    console.log(await check({ request_id, code }));
    console.log(await search(request_id));
}

main();
)program";

constexpr auto NodeVonage = R"program(// A verification from start to end: npm install @vonage/server-sdk@3
// {secretNote}
const { Vonage } = require('@vonage/server-sdk');
const { createInterface } = require('node:readline/promises');

const [apiKey, apiSecret] = [{key}, {secret}];
const { verify } = new Vonage(
    { apiKey, apiSecret },
    { apiHost: {address} },
);

// What a test enters instead of asking: the console API tells the PIN.
async function pinOf(requestId) {
    const headers = { Authorization: 'Basic ' + btoa(apiKey + ':' + apiSecret) };
    const reply = await fetch({address} + '/console/v1/verifications/' + requestId, { headers });
    return (await reply.json()).pin;
}

async function main() {
    {masked}const started = await verify.start({
{parameters}
    });
    console.log(started);
    const { requestId } = started;

    // While it runs: the next message at once, or the end of it (from 30 s on, until the second message).
    // console.log(await verify.trigger(requestId));
    // console.log(await verify.cancel(requestId));

    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const code = await terminal.question('Code: ');
    terminal.close();
    console.log(await verify.check(requestId, code));
    console.log(await verify.search(requestId));
}

main();
)program";

constexpr auto Python = R"program(# A verification from start to end with Python's standard library.
# Vonage's SDKs for Python and for Ruby cannot be used here: they always speak https, and this API speaks plain http:
# for them there is `pinpath serve --tls-listen`.
# {secretNote}
import json
import os
from base64 import b64encode
from urllib.parse import urlencode
from urllib.request import Request, urlopen

API = {address}
KEY = {key}
SECRET = {secret}


def call(path, **parameters):
    body = urlencode({'api_key': KEY, 'api_secret': SECRET, **parameters})
    with urlopen(API + '/verify/' + path, body.encode()) as reply:
        return json.load(reply)


# What a test enters instead of asking: the console API tells the PIN.
def pin_of(request_id):
    basic = b64encode((KEY + ':' + SECRET).encode()).decode()
    url = API + '/console/v1/verifications/' + request_id
    with urlopen(Request(url, headers={'Authorization': 'Basic ' + basic})) as reply:
        return json.load(reply)['pin']


{masked}started = call(
    'json',
{parameters}
)
print(started)
request_id = started['request_id']

# While it runs: the next message at once, or the end of it (from 30 s on, until the second message).
# print(call('control/json', request_id=request_id, cmd='trigger_next_event'))
# print(call('control/json', request_id=request_id, cmd='cancel'))

print(call('check/json', request_id=request_id, code=input('Code: ')))
print(call('search/json', request_id=request_id))
)program";

constexpr auto Php = R"program(<?php
// A verification from start to end with plain PHP.
// With Vonage's SDK: new Vonage\Client($credentials, ['base_api_url' => {address}]);
// it sends next_event_wait=300 and pin_expiry=300 unless they are set.
// {secretNote}
const API = {address};
const KEY = {key};
define('SECRET', {secret});

function call(string $path, array $parameters): array
{
    $all = ['api_key' => KEY, 'api_secret' => SECRET] + $parameters;
    $post = [
        'method' => 'POST',
        'header' => 'Content-Type: application/x-www-form-urlencoded',
        'content' => http_build_query($all),
    ];
    $reply = file_get_contents(API . '/verify/' . $path, false, stream_context_create(['http' => $post]));
    return json_decode($reply, true);
}

// What a test enters instead of asking: the console API tells the PIN.
function pinOf(string $requestId): string
{
    $get = ['header' => 'Authorization: Basic ' . base64_encode(KEY . ':' . SECRET)];
    $url = API . '/console/v1/verifications/' . $requestId;
    return json_decode(file_get_contents($url, false, stream_context_create(['http' => $get])), true)['pin'];
}

{masked}$started = call('json', [
{parameters}
]);
print_r($started);
$requestId = $started['request_id'];

// While it runs: the next message at once, or the end of it (from 30 s on, until the second message).
// print_r(call('control/json', ['request_id' => $requestId, 'cmd' => 'trigger_next_event']));
// print_r(call('control/json', ['request_id' => $requestId, 'cmd' => 'cancel']));

print_r(call('check/json', ['request_id' => $requestId, 'code' => readline('Code: ')]));
print_r(call('search/json', ['request_id' => $requestId]));
)program";

} // namespace

QString snippetFrame(SnippetLanguage language)
{
    switch (language) {
    case SnippetLanguage::Curl:
        return QString::fromUtf8(Curl);
    case SnippetLanguage::NodeNexmo:
        return QString::fromUtf8(NodeNexmo);
    case SnippetLanguage::NodeVonage:
        return QString::fromUtf8(NodeVonage);
    case SnippetLanguage::Python:
        return QString::fromUtf8(Python);
    case SnippetLanguage::Php:
        return QString::fromUtf8(Php);
    }
    Q_UNREACHABLE();
}

} // namespace model

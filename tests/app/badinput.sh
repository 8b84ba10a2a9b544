#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pinpath authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: badinput.sh PINPATH. Everything wrong that a person can hand to the program on its command line, or do to its
# store, must end in one clear sentence and its exit code, and must lose nothing.
set -uo pipefail
pinpath=$(realpath "$1")
work=$(mktemp -d)
server=
trap 'kill "$server" 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit
export XDG_DATA_HOME=$work/data HOME=$work
unset DISPLAY WAYLAND_DISPLAY
passed=0
failed=0

verdict()
{
    if [[ $1 == ok ]]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED %s: %s\n' "$2" "$3"
    fi
}

# refused CODE PATTERN ARGUMENT...: the program ends with the code and one sentence that holds the pattern.
refused()
{
    local code=$1 pattern=$2 said status=0
    shift 2
    said=$(timeout 20 "$pinpath" "$@" 2>&1 </dev/null) || status=$?
    if [[ $status == "$code" && $said == *"$pattern"* && $(wc -l <<<"$said") == 1 ]]; then
        verdict ok
    else
        verdict bad "pinpath $*" "exit $status, said: $said"
    fi
}

# serving ARGUMENT...: starts a server, whose address is then in $url.
serving()
{
    "$pinpath" serve --listen 127.0.0.1:0 --clock manual --rate-limit 0 --api-key key --api-secret secret "$@" >out 2>err </dev/null &
    server=$!
    for _ in $(seq 200); do
        url=$(<out)
        [[ -n $url ]] && return
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    verdict bad "serve $*" "did not start: $(<err)"
    return 1
}

stop_server()
{
    local status=0
    kill -TERM "$server"
    wait "$server" || status=$?
    server=
    [[ $status == 0 ]] && verdict ok || verdict bad "SIGTERM" "exit $status"
}

# ask PATH FORM: what the API answers.
ask() { curl -s -m 20 "$url$1?api_key=key&api_secret=secret&$2"; }

expect()
{
    [[ $2 == *"$3"* ]] && verdict ok || verdict bad "$1" "answered $2"
}

# --- the command line
refused 2 'no command "nonsense"' nonsense
refused 2 "Unknown option 'nope'" serve --nope
refused 2 'Nothing is known about "extra"' demo extra
refused 2 'sqlite:PATH' serve --store postgres:x
refused 2 '--listen takes' serve --listen 127.0.0.1:99999
refused 2 '--listen takes' serve --listen nowhere
refused 2 '--allow-plain-http' serve --listen 0.0.0.0:0
refused 2 '--tls-listen takes' serve --tls-listen nowhere --tls-self-signed
refused 2 'takes either' serve --tls-listen 127.0.0.1:0
refused 2 'takes either' serve --tls-listen 127.0.0.1:0 --tls-certificate x
refused 2 'takes either' serve --tls-listen 127.0.0.1:0 --tls-certificate x --tls-key y --tls-self-signed
refused 2 '--tls-listen ADDRESS:PORT' serve --tls-self-signed
refused 1 'cannot be read' serve --listen 127.0.0.1:0 --store "sqlite:$work/tls.db" --tls-listen 127.0.0.1:0 --tls-certificate x --tls-key y
refused 2 '--clock takes' serve --clock fast
refused 2 '--speed takes' serve --speed 0
refused 2 '--speed takes' serve --speed ten
refused 2 '--speed goes with' serve --clock manual --speed 3
refused 2 'no population or file' serve --population nobody
refused 2 '--dialect takes' serve --dialect esperanto
refused 2 '--rate-limit takes' serve --rate-limit many
printf '{"name": "x", "sms": {"delivered": 1.2}}' >population.json
refused 2 'sms.delivered' serve --population population.json
printf 'no json' >population.json
refused 2 'population.json' serve --population population.json
refused 1 'no display' --store "sqlite:$work/window.db"

# --- the store
refused 1 'there is no folder' serve --store "sqlite:$work/no/such/store.db"
refused 1 'is a folder' serve --store "sqlite:$work"
refused 1 'cannot be' serve --store sqlite:/proc/store.db
head -c 20000 /dev/urandom >noise.db
cp noise.db noise.kept
refused 1 'damaged or is no store' serve --store "sqlite:$work/noise.db"
cmp -s noise.db noise.kept && verdict ok || verdict bad "a damaged store" "was overwritten"

serving --store "sqlite:$work/store.db" || exit 1
expect "a start" "$(ask /verify/json 'number=447700900112&brand=Acme')" '"status":"0"'
expect "a number that is none" "$(ask /verify/json 'number=12&brand=Acme')" 'Invalid value for param: number'
refused 1 'in use by another Pinpath' serve --listen 127.0.0.1:0 --store "sqlite:$work/store.db"
refused 1 "${url##*:}" serve --listen "127.0.0.1:${url##*:}" --store "sqlite:$work/second.db" # a taken port is named
stop_server
mv store.db.key kept.key
refused 1 'key' serve --listen 127.0.0.1:0 --store "sqlite:$work/store.db"
head -c 32 /dev/urandom >store.db.key
refused 1 'another store' serve --listen 127.0.0.1:0 --store "sqlite:$work/store.db"
mv kept.key store.db.key
cp store.db newer.db
cp store.db.key newer.db.key
printf '\x00\x00\x03\xe7' | dd of=newer.db bs=1 seek=60 conv=notrunc status=none # user_version in SQLite's header
refused 1 'newer Pinpath' serve --listen 127.0.0.1:0 --store "sqlite:$work/newer.db"
serving --store "sqlite:$work/store.db" || exit 1
expect "the start after all that" "$(curl -s -u key:secret "$url/console/v1/verifications")" '"number":"447700900112"'
stop_server

printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))

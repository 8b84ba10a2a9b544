#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pinpath authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: accessibility.sh PINPATH. The window on a display and a bus of its own, walked as a screen reader walks it;
# accessibility.py says what has to be found. Needs the packages that `./dev install check` installs.
set -uo pipefail
pinpath=$(realpath "$1")
walk=$(dirname "$(realpath "$0")")/accessibility.py
work=$(mktemp -d)
server=
trap '[[ -z $server ]] || kill "$server" 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT

fail()
{
    printf 'FAILED %s\n0 passed, 1 failed\n' "$1"
    exit 1
}

# The server picks a free number and writes it when it is ready.
mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 1440x900x24 -noreset -nolisten tcp 3>"$work/number" >"$work/xvfb.log" 2>&1 &
server=$!
read -r -t 120 number <"$work/number" || fail "there is no display: $(<"$work/xvfb.log")"

export DISPLAY=:$number QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
export HOME=$work XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config XDG_RUNTIME_DIR=$work
export LC_ALL=C.UTF-8 TZ=UTC
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
chmod 700 "$work"
# Debian's Python has the bindings, whichever other one comes first. What the bus and its helpers say, some of it when
# they are ended, stands before the count, which closes the output.
status=0
dbus-run-session -- /usr/bin/python3 "$walk" "$pinpath" >"$work/said" 2>"$work/noise" || status=$?
((status == 0)) || cat "$work/noise"
cat "$work/said"
exit "$status"

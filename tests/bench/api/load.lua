-- SPDX-FileCopyrightText: The Pinpath authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What wrk sends, one call again and again, and one line about how it went.
--     wrk ... -s load.lua URL -- start FIRST_NUMBER      each number once, rising, so that each start is admitted
--     wrk ... -s load.lua URL -- check FILE SKIPPED      a wrong code for each request id of the file, after so many
--     wrk ... -s load.lua URL -- search FILE SKIPPED     the same ids, searched

local headers = {["Content-Type"] = "application/x-www-form-urlencoded"}
local account = "api_key=key&api_secret=secret&"
local line = [[{"requests": %d, "microseconds": %d, "p99_microseconds": %d, "failed": %d}]]

local function start(next_number)
    return function()
        next_number = next_number + 1
        local form = account .. "brand=Acme&number=" .. string.format("%d", next_number)
        return wrk.format("POST", "/verify/json", headers, form)
    end
end

local function about(path, parameters, file, skipped)
    local ids = {}
    for id in io.lines(file) do
        ids[#ids + 1] = id
    end
    local next_id = skipped
    return function()
        next_id = next_id + 1
        local id = ids[(next_id - 1) % #ids + 1]
        return wrk.format("POST", path, headers, account .. parameters .. "request_id=" .. id)
    end
end

function init(arguments)
    if arguments[1] == "start" then
        request = start(tonumber(arguments[2]))
    elseif arguments[1] == "check" then
        request = about("/verify/check/json", "code=wrong1&", arguments[2], tonumber(arguments[3]))
    else
        request = about("/verify/search/json", "", arguments[2], tonumber(arguments[3]))
    end
end

function done(summary, latency)
    local errors = summary.errors
    local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    print(string.format(line, summary.requests, summary.duration, latency:percentile(99), failed))
end

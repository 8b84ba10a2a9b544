// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/refusal.h"
#include "engine/base/instant.h"
#include "engine/base/requestid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engine {

// What is kept of a body: masked, and cut at a bound.
struct KeptBody {
    enum class Kind : std::uint8_t {
        Empty,
        Whole,
        Cut, // only its beginning
        Withheld, // in no format of which the secrets could be found
    };
    Kind kind = Kind::Empty;
    std::string text; // empty when withheld
    std::size_t bytes = 0; // of the original
};

// One request to the APIs and its answer, as it is kept for people to look at. Whatever is secret was masked before it
// came here; see masking.h. Bytes as they came: who shows them decides what bad encodings mean. A plain value.
struct ApiExchange {
    std::uint64_t number = 0; // given by the log; the first has 1
    Instant at{}; // when the request was complete, by the engine's clock
    milliseconds took{}; // until its answer was written, in machine time

    std::string method;
    std::string path; // decoded
    std::string query; // encoded; empty when there was none
    std::string headers; // "Name: value" and a line feed each
    KeptBody request;
    std::string client; // its address, without the port

    int status = 0; // of HTTP; 0: the client left before there was an answer
    std::string replyType;
    KeptBody reply;
    std::string verdict; // the Verify API's status, "16"; a search's is "SUCCESS"; empty elsewhere
    std::string sentence; // what the answer says went wrong, in the API's words

    std::vector<RequestId> about; // the verifications that it names or has made
    std::optional<Refusal> atDoor; // why it was not let in
    bool isStart = false; // it was meant to start a verification, or reached no call at all
    // It was not taken as a request (credentials, parameters, paths, limits, a taken number), or came too early or
    // late.
    bool isRefused = false;

    // What it takes in memory.
    std::size_t size() const;
};

} // namespace engine

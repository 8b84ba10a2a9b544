// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/http/deadlines.h"
#include "engine/http/httprequest.h"
#include "engine/http/responder.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

struct MHD_Connection;

namespace engine {

inline constexpr std::size_t MaxKeptBody = 64 * 1024;
inline constexpr std::size_t MaxReadBody = 1024 * 1024; // read and dropped beyond MaxKeptBody, then refused
inline constexpr std::size_t MaxTarget = 8 * 1024; // 413 from here on, as the API answered
inline constexpr std::size_t MaxReadTarget = 16 * 1024; // 414 from here on

// One request on its way in and its answer on the way out, as libmicrohttpd's callbacks see it. The HTTP thread's own;
// made with the request's first line and deleted in the completed callback, never before.
class Exchange {
public:
    // `target` is the request's "/path?query", still encoded.
    Exchange(MHD_Connection *connection, const char *target, Deadlines::Watch *watch);

    Deadlines::Watch *watch() const { return m_watch; }

    enum class Step : std::uint8_t {
        Continue, // more of the request will come
        Refused, // it is too large: refusal() says it
        Dispatch, // it is complete
        Answer, // it has been handed on, and its answer may be there: slot()
        Close, // the answer is out already
    };
    // What libmicrohttpd's access callback came for. `data` is a part of the body; empty at the start and at the end.
    Step proceed(const char *method, std::string_view data);

    HttpReply refusal() const;
    // What was read; to be called once, with Dispatch.
    HttpRequest takeRequest();
    void wait(std::shared_ptr<ReplySlot> slot) { m_slot = std::move(slot); }
    const std::shared_ptr<ReplySlot> &slot() const { return m_slot; }

private:
    Step readHead(const char *method);
    Step readBody(std::string_view data);
    void refuseAmidBody();

    MHD_Connection *const m_connection;
    Deadlines::Watch *const m_watch;
    std::string m_target;
    HttpRequest m_request;
    std::size_t m_bodySize = 0; // as received, dropped bytes included
    int m_refusedWith = 0; // the status; 0: not refused
    bool m_isHeadRead = false;
    bool m_isRefusalSent = false;
    std::shared_ptr<ReplySlot> m_slot; // while it is answered
};

} // namespace engine

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/http/httpreply.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace engine {

// Makes the reply. It runs on the HTTP thread, so that whoever answers does not pay for writing it out.
using ReplyFormat = std::function<HttpReply()>;

// Where the answer to one request waits to be fetched: filled by the responder on any thread, emptied by the HTTP
// thread. The first answer counts. Shared by both, since the server may answer for the responder when it stops.
class ReplySlot {
public:
    // `wake` is called once, with the answer, by the thread that gives it.
    explicit ReplySlot(std::function<void()> wake);

    void fill(ReplyFormat format);
    // None while nobody has answered.
    std::optional<ReplyFormat> take();

private:
    std::mutex m_mutex;
    std::optional<ReplyFormat> m_format;
    std::function<void()> m_wake; // empty once it was called
};

// The duty to answer one request, on any thread and at any time. Dropped unused, it answers 500: a client never waits
// for an answer that nobody owes it.
class Responder {
public:
    explicit Responder(std::shared_ptr<ReplySlot> slot);
    ~Responder();
    Responder(Responder &&) = default;
    Responder &operator=(Responder &&other);

    // Called on the HTTP thread with the reply, whoever gives it, before it is written out.
    void observe(std::function<void(const HttpReply &)> observer) { m_observer = std::move(observer); }

    void respond(HttpReply reply);
    void respond(ReplyFormat format);

private:
    std::shared_ptr<ReplySlot> m_slot; // null once answered
    std::function<void(const HttpReply &)> m_observer;
};

} // namespace engine

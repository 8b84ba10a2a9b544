// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/http/responder.h"

#include <utility>

namespace engine {

ReplySlot::ReplySlot(std::function<void()> wake)
    : m_wake(std::move(wake))
{ }

void ReplySlot::fill(ReplyFormat format)
{
    std::function<void()> wake;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_wake)
            return;
        m_format = std::move(format);
        wake = std::exchange(m_wake, nullptr);
    }
    wake();
}

std::optional<ReplyFormat> ReplySlot::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_format, std::nullopt);
}

Responder::Responder(std::shared_ptr<ReplySlot> slot)
    : m_slot(std::move(slot))
{ }

Responder::~Responder()
{
    if (m_slot)
        respond(HttpReply{500, "text/plain", "Internal Server Error\n", {}});
}

Responder &Responder::operator=(Responder &&other)
{
    std::swap(m_slot, other.m_slot);
    std::swap(m_observer, other.m_observer);
    return *this;
}

void Responder::respond(HttpReply reply)
{
    respond([reply = std::move(reply)] { return reply; });
}

void Responder::respond(ReplyFormat format)
{
    const auto slot = std::exchange(m_slot, nullptr);
    if (!slot)
        return;
    if (!m_observer)
        return slot->fill(std::move(format));
    slot->fill([format = std::move(format), observer = std::move(m_observer)] {
        HttpReply reply = format();
        observer(reply);
        return reply;
    });
}

} // namespace engine

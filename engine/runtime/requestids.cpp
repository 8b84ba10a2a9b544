// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/requestids.h"

#include "engine/pin/storekey.h"

#include <algorithm>
#include <cstring>

namespace engine {

namespace {

// What was drawn of an id stands in its last eight bytes, behind two bits that are fixed (RFC 9562).
constexpr std::uint64_t Drawn = 0x3FFF'FFFF'FFFF'FFFF;
constexpr std::size_t FirstDrawn = 8;

std::uint64_t drawnOf(const RequestId::Bytes &bytes)
{
    std::uint64_t drawn = 0;
    for (std::size_t i = FirstDrawn; i < bytes.size(); ++i)
        drawn = drawn << 8 | bytes[i];
    return drawn & Drawn;
}

RequestId::Bytes withDrawn(RequestId::Bytes bytes, std::uint64_t drawn)
{
    for (std::size_t i = bytes.size(); i-- > FirstDrawn; drawn >>= 8)
        bytes[i] = static_cast<std::uint8_t>(drawn);
    return bytes;
}

} // namespace

RequestId RequestIds::of(PhoneNumber number, Instant now)
{
    return RequestId::make(toMilliseconds(now), withDrawn({}, number.digits()));
}

RequestId RequestIds::draw(Instant now)
{
    const QByteArray random = randomBytes(16);
    RequestId id = RequestId::make(toMilliseconds(now), RequestId::fromBytes(random)->bytes());
    constexpr std::size_t TimeBytes = 6;
    const bool isSameMoment = std::equal(id.bytes().begin(), id.bytes().begin() + TimeBytes, m_last.bytes().begin());
    if (isSameMoment) {
        std::uint32_t distance = 0;
        std::memcpy(&distance, random.data(), sizeof distance);
        const std::uint64_t drawn = drawnOf(m_last.bytes()) + distance + 1;
        if (drawn <= Drawn) // else there is no room behind the last one, and this one stands anywhere
            id = RequestId::make(toMilliseconds(now), withDrawn(m_last.bytes(), drawn));
    }
    m_last = id;
    return id;
}

} // namespace engine

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/requestid.h"

#include <algorithm>
#include <cstring>

namespace engine {

RequestId RequestId::make(std::int64_t millisecondsSinceEpoch, Bytes random)
{
    Bytes bytes = random;
    const auto time = static_cast<std::uint64_t>(millisecondsSinceEpoch);
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(time >> (8 * (5 - i)));
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x70); // version 7
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80); // RFC 9562 variant
    return RequestId(bytes);
}

std::optional<RequestId> RequestId::parse(QStringView text)
{
    if (text.size() != 32)
        return std::nullopt;
    const bool isHex = std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    });
    if (!isHex)
        return std::nullopt;
    return fromBytes(QByteArray::fromHex(text.toLatin1()));
}

std::optional<RequestId> RequestId::fromBytes(QByteArrayView bytes)
{
    RequestId id;
    if (bytes.size() != qsizetype(id.m_bytes.size()))
        return std::nullopt;
    std::memcpy(id.m_bytes.data(), bytes.data(), id.m_bytes.size());
    return id;
}

QByteArray RequestId::toBytes() const
{
    return QByteArray(reinterpret_cast<const char *>(m_bytes.data()), qsizetype(m_bytes.size()));
}

QString RequestId::toString() const
{
    return QString::fromLatin1(toBytes().toHex());
}

} // namespace engine

std::size_t std::hash<engine::RequestId>::operator()(const engine::RequestId &id) const noexcept
{
    // The last eight bytes are random but for two bits.
    std::size_t value = 0;
    std::memcpy(&value, id.bytes().data() + 8, sizeof value);
    return value;
}

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>

namespace engine {

// The id by which a client knows a verification: a UUID version 7, written as 32 lowercase hex digits without dashes.
// Its first 48 bits are the milliseconds of its creation, so that ids rise with time and an index on them only grows at
// its end.
class RequestId {
public:
    using Bytes = std::array<std::uint8_t, 16>;

    RequestId() = default;
    explicit RequestId(const Bytes &bytes)
        : m_bytes(bytes)
    { }

    // `random` gives the bits that are not time; its version and variant bits are overwritten.
    static RequestId make(std::int64_t millisecondsSinceEpoch, Bytes random);
    // None unless `text` is exactly 32 hex digits; upper case is accepted.
    static std::optional<RequestId> parse(QStringView text);
    // None unless `bytes` are exactly 16.
    static std::optional<RequestId> fromBytes(QByteArrayView bytes);

    const Bytes &bytes() const { return m_bytes; }
    QByteArray toBytes() const;
    QString toString() const;

    auto operator<=>(const RequestId &) const = default;

private:
    Bytes m_bytes{};
};

} // namespace engine

template <>
struct std::hash<engine::RequestId> {
    std::size_t operator()(const engine::RequestId &id) const noexcept;
};

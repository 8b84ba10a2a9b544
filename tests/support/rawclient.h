// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

#include <chrono>
#include <cstdint>
#include <optional>

namespace tests {

// What a server sent back. A status of 0 means that the connection ended, or 20 s passed, before a whole reply came.
struct RawReply {
    int status = 0;
    QMap<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
};

// One TCP connection to this machine and the bytes on it, so that a test can speak HTTP as badly as it likes.
class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(RawClient &&other) noexcept;
    RawClient &operator=(RawClient &&) = delete;

    bool isConnected() const { return m_socket >= 0; }
    // False when the server has gone.
    bool send(const QByteArray &bytes);
    RawReply receive();
    RawReply exchange(const QByteArray &request);
    // Waits until the server ends the connection: true when it does so in time. What it sends meanwhile is dropped.
    bool isEndedWithin(std::chrono::milliseconds patience);
    // Nothing has come and the connection is open.
    bool isSilentFor(std::chrono::milliseconds span);
    // Leaves without a farewell, whatever is still on its way.
    void abort();

private:
    bool readMore();

    int m_socket = -1;
    QByteArray m_buffer;
};

} // namespace tests

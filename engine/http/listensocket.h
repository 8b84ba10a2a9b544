// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <utility>

namespace engine {

// A socket that listens, until it is closed or handed on.
class ListenSocket {
public:
    // `address` is a numeric address or a name of this machine; port 0 takes a free one. Failures are sentences for the
    // person who chose the address.
    static Result<ListenSocket> open(const std::string &address, std::uint16_t port);
    ~ListenSocket();
    ListenSocket(ListenSocket &&other) noexcept
        : m_socket(std::exchange(other.m_socket, -1))
        , m_port(other.m_port)
    { }
    ListenSocket &operator=(ListenSocket &&) = delete;

    std::uint16_t port() const { return m_port; }
    // The caller closes it from now on.
    int release() { return std::exchange(m_socket, -1); }
    int get() const { return m_socket; }

private:
    ListenSocket(int socket, std::uint16_t port)
        : m_socket(socket)
        , m_port(port)
    { }

    int m_socket;
    std::uint16_t m_port;
};

} // namespace engine

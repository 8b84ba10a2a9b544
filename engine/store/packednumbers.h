// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <limits>
#include <string>

// How columns of bytes write numbers from 0 on: seven bits a byte, the lowest first; all bytes but a number's last have
// the eighth bit. A text is its length and its bytes.
namespace engine {

inline constexpr unsigned BitsPerByte = 7;
inline constexpr std::uint64_t MoreFollows = 1U << BitsPerByte;

inline void appendNumber(QByteArray &bytes, std::uint64_t number)
{
    for (; number >= MoreFollows; number >>= BitsPerByte)
        bytes.append(char(number | MoreFollows));
    bytes.append(char(number));
}

inline void appendText(QByteArray &bytes, const std::string &text)
{
    appendNumber(bytes, text.size());
    bytes.append(text.data(), qsizetype(text.size()));
}

// Reads within its bytes, whatever they are; what is not there reads as nothing and makes it damaged.
class PackedReader {
public:
    explicit PackedReader(QByteArrayView bytes)
        : m_next(bytes.data())
        , m_end(bytes.data() + bytes.size())
    { }

    bool isAtEnd() const { return m_next == m_end; }
    bool isDamaged() const { return m_isDamaged; }

    std::uint64_t number()
    {
        if (m_next != m_end && static_cast<unsigned char>(*m_next) < MoreFollows)
            return static_cast<unsigned char>(*m_next++); // nearly all
        std::uint64_t number = 0;
        for (unsigned shift = 0; m_next != m_end && shift <= 63; shift += BitsPerByte) {
            const auto byte = static_cast<unsigned char>(*m_next++);
            number |= std::uint64_t(byte % MoreFollows) << shift;
            if (byte < MoreFollows)
                return number;
        }
        m_isDamaged = true;
        m_next = m_end;
        return 0;
    }

    // One that counts what follows in these bytes, of which each takes one at least.
    std::size_t count()
    {
        const std::uint64_t count = number();
        if (count <= std::uint64_t(m_end - m_next))
            return std::size_t(count);
        m_isDamaged = true;
        m_next = m_end;
        return 0;
    }

    QByteArrayView bytes(std::size_t count)
    {
        if (count > std::size_t(m_end - m_next)) {
            m_isDamaged = true;
            count = 0;
        }
        const char *begin = m_next;
        m_next += count;
        return {begin, qsizetype(count)};
    }

    std::string text()
    {
        const QByteArrayView view = bytes(count());
        return {view.data(), std::size_t(view.size())};
    }

private:
    const char *m_next;
    const char *m_end;
    bool m_isDamaged = false;
};

} // namespace engine

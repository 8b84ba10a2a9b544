// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pin/pins.h"

#include <QStringList>

#include <sodium.h>

#include <cstring>
#include <limits>

namespace engine {

namespace {

std::uint64_t powerOfTen(int exponent)
{
    std::uint64_t power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

} // namespace

QString Pins::pin(const PinSubject &subject, std::uint8_t generation) const
{
    if (!m_key || generation == 0)
        return {};
    if (!subject.sealedPin.isEmpty())
        return QString::fromUtf8(m_key->unseal(subject.sealedPin).value_or(QByteArray()));
    return derived(subject, generation);
}

QString Pins::derived(const PinSubject &subject, std::uint8_t generation) const
{
    QStringList earlier;
    QString digits;
    for (std::uint8_t g = 1; g <= generation; ++g) {
        std::uint32_t n = 0;
        do {
            digits = QStringLiteral("%1").arg(candidate(subject, g, n), subject.codeLength, 10, QLatin1Char('0'));
            ++n;
        } while (earlier.contains(digits));
        earlier.append(digits);
    }
    return digits;
}

// Moves `n` on to the first value that the reduction to digits does not bias.
std::uint64_t Pins::candidate(const PinSubject &subject, std::uint8_t generation, std::uint32_t &n) const
{
    const std::uint64_t range = powerOfTen(subject.codeLength);
    const std::uint64_t limit = std::numeric_limits<std::uint64_t>::max() / range * range;
    for (;; ++n) {
        std::uint8_t message[16 + 1 + 4];
        std::memcpy(message, subject.id.bytes().data(), 16);
        message[16] = generation;
        for (int i = 0; i < 4; ++i)
            message[17 + i] = static_cast<std::uint8_t>(n >> (8 * i));
        std::uint8_t mac[crypto_auth_hmacsha256_BYTES];
        crypto_auth_hmacsha256(mac, message, sizeof message, m_key->pinSecret().data());
        std::uint64_t value = 0;
        for (int i = 0; i < 8; ++i)
            value = (value << 8) | mac[i];
        if (value < limit)
            return value % range;
    }
}

std::optional<std::uint8_t> Pins::match(const PinSubject &subject, std::uint8_t current, const QString &code) const
{
    const QByteArray entered = code.toUtf8();
    std::optional<std::uint8_t> matched;
    for (std::uint8_t generation = 1; generation <= current; ++generation) {
        const QByteArray expected = pin(subject, generation).toUtf8();
        const bool isEqual = !expected.isEmpty() && expected.size() == entered.size()
            && sodium_memcmp(expected.constData(), entered.constData(), static_cast<std::size_t>(expected.size())) == 0;
        if (isEqual)
            matched = generation;
    }
    return matched;
}

QByteArray Pins::seal(const QString &secret) const
{
    return m_key ? m_key->seal(secret.toUtf8()) : QByteArray();
}

std::uint64_t Pins::lot(const QString &text) const
{
    return m_key ? m_key->hash(text.toUtf8()) : 0;
}

QString Pins::unseal(const QByteArray &sealed) const
{
    return m_key ? QString::fromUtf8(m_key->unseal(sealed).value_or(QByteArray())) : QString();
}

} // namespace engine

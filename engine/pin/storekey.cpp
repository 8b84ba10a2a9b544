// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pin/storekey.h"

#include <QFile>

#include <sodium.h>

#include <algorithm>

namespace engine {

namespace {

constexpr int MasterSize = crypto_kdf_KEYBYTES;
constexpr char Context[crypto_kdf_CONTEXTBYTES + 1] = "pinpath1";
enum SubkeyId : std::uint64_t { ForPins = 1, ForSealing = 2, ForFingerprint = 3, ForHashing = 4 };

bool isSodiumReady()
{
    static const bool isReady = sodium_init() >= 0;
    return isReady;
}

Failure unreadable(const QString &path, const QString &why)
{
    return {
        QStringLiteral("The store's key %1 cannot be used: %2. History opens, but codes cannot be checked without it; "
                       "put the right key back.")
            .arg(path, why),
        {}};
}

const std::uint8_t *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const std::uint8_t *>(array.constData());
}

std::uint8_t *bytesOf(QByteArray &array)
{
    return reinterpret_cast<std::uint8_t *>(array.data());
}

} // namespace

StoreKey::StoreKey(const QByteArray &master)
{
    static_assert(std::tuple_size_v<Secret> == crypto_auth_hmacsha256_KEYBYTES
                  && std::tuple_size_v<Secret> == crypto_secretbox_KEYBYTES);
    const auto derive = [&](Secret &into, SubkeyId id) {
        crypto_kdf_derive_from_key(into.data(), into.size(), id, Context, bytesOf(master));
    };
    derive(m_pinSecret, ForPins);
    derive(m_sealSecret, ForSealing);
    derive(m_fingerprint, ForFingerprint);
    derive(m_hashSecret, ForHashing);
}

StoreKey::~StoreKey()
{
    sodium_memzero(m_pinSecret.data(), m_pinSecret.size());
    sodium_memzero(m_sealSecret.data(), m_sealSecret.size());
    sodium_memzero(m_hashSecret.data(), m_hashSecret.size());
}

std::uint64_t StoreKey::hash(std::uint64_t number) const
{
    return hash(QByteArray::number(qulonglong(number)));
}

std::uint64_t StoreKey::hash(const QByteArray &text) const
{
    std::array<std::uint8_t, crypto_generichash_BYTES> digest{};
    crypto_generichash(digest.data(), digest.size(), bytesOf(text), static_cast<unsigned long long>(text.size()),
                       m_hashSecret.data(), m_hashSecret.size());
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < sizeof hash; ++i)
        hash = hash << 8 | digest[i];
    return hash;
}

Result<StoreKey> StoreKey::create(const QString &path)
{
    QByteArray master = randomBytes(MasterSize);
    QFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(master) == master.size()
        && file.flush();
    if (!isWritten) {
        const QString why = file.errorString();
        return Failure{QStringLiteral("The store's key %1 cannot be written: %2.").arg(path, why), {}};
    }
    const StoreKey key(master);
    sodium_memzero(master.data(), static_cast<std::size_t>(master.size()));
    return key;
}

Result<StoreKey> StoreKey::load(const QString &path)
{
    if (!isSodiumReady())
        return Failure{QStringLiteral("The random source of this system cannot be used."), {}};
    QFile file(path);
    if (!file.exists())
        return unreadable(path, QStringLiteral("the file is missing"));
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    QByteArray master = file.read(MasterSize + 1);
    if (master.size() != MasterSize)
        return unreadable(path, QStringLiteral("it is not a key"));
    const StoreKey key(master);
    sodium_memzero(master.data(), static_cast<std::size_t>(master.size()));
    return key;
}

QByteArray StoreKey::fingerprint() const
{
    return QByteArray(reinterpret_cast<const char *>(m_fingerprint.data()), qsizetype(m_fingerprint.size()));
}

QByteArray StoreKey::seal(const QByteArray &plain) const
{
    QByteArray sealed = randomBytes(crypto_secretbox_NONCEBYTES);
    sealed.resize(qsizetype(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES) + plain.size());
    crypto_secretbox_easy(bytesOf(sealed) + crypto_secretbox_NONCEBYTES, bytesOf(plain),
                          static_cast<unsigned long long>(plain.size()), bytesOf(std::as_const(sealed)),
                          m_sealSecret.data());
    return sealed;
}

std::optional<QByteArray> StoreKey::unseal(const QByteArray &sealed) const
{
    constexpr qsizetype Overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (sealed.size() < Overhead)
        return std::nullopt;
    QByteArray plain(sealed.size() - Overhead, Qt::Uninitialized);
    const int failed
        = crypto_secretbox_open_easy(bytesOf(plain), bytesOf(sealed) + crypto_secretbox_NONCEBYTES,
                                     static_cast<unsigned long long>(sealed.size() - crypto_secretbox_NONCEBYTES),
                                     bytesOf(sealed), m_sealSecret.data());
    return failed ? std::nullopt : std::optional(plain);
}

QByteArray randomBytes(int count)
{
    isSodiumReady();
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return bytes;
}

} // namespace engine

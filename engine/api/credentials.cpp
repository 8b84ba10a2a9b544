// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/credentials.h"

#include "engine/http/fields.h"

#include <QByteArray>

#include <sodium.h>

#include <array>

namespace engine {

namespace {

using Digest = std::array<unsigned char, crypto_generichash_BYTES>;

// Digests are compared in place of texts, whose lengths would show.
Digest digest(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    Digest digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char *>(bytes.constData()),
                       static_cast<unsigned long long>(bytes.size()), nullptr, 0);
    return digest;
}

bool isSame(const QString &given, const QString &wanted)
{
    const Digest left = digest(given);
    const Digest right = digest(wanted);
    return sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace

std::optional<Credentials> readBasic(std::string_view header)
{
    static constexpr std::string_view Scheme = "basic ";
    if (toLower(header.substr(0, Scheme.size())) != Scheme)
        return std::nullopt;
    const std::string_view encoded = header.substr(Scheme.size());
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray(encoded.data(), qsizetype(encoded.size())).trimmed(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    const QString text = decoded ? QString::fromUtf8(*decoded) : QString();
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return Credentials{QString(QChar::ReplacementCharacter), QString(QChar::ReplacementCharacter)};
    return Credentials{text.left(colon), text.mid(colon + 1)};
}

Entrance judge(const Credentials &credentials, const Policy &policy)
{
    if (credentials.apiKey.isEmpty())
        return Refusal::MissingKey;
    if (credentials.apiSecret.isEmpty())
        return Refusal::MissingSecret;
    const Account *account = policy.find(credentials.apiKey);
    const bool isSecretRight = isSame(credentials.apiSecret, account ? account->apiSecret : QString());
    if (!account)
        return Refusal::UnknownKey;
    return isSecretRight ? Entrance(account) : Entrance(Refusal::WrongSecret);
}

} // namespace engine

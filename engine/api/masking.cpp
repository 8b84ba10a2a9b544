// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/masking.h"

#include "engine/api/jsonmask.h"
#include "engine/api/xmlmask.h"

#include <algorithm>
#include <utility>

namespace engine {

namespace {

constexpr std::string_view SecretNames[]{"api_secret", "secret",   "client_secret", "sig",  "signature", "password",
                                         "token",      "pin_code", "access_token",  "pin",  "code",      "text",
                                         "jwt",        "api_sig",  "authorization", "auth", "passwd"};

constexpr std::string_view HarmlessHeaders[]{
    "accept",
    "accept-encoding",
    "accept-language",
    "accept-charset",
    "cache-control",
    "connection",
    "host",
    "content-length",
    "content-type",
    "date",
    "expect",
    "origin",
    "user-agent",
    "keep-alive",
    "pragma",
    "te",
    "transfer-encoding",
    "upgrade-insecure-requests",
};

// What names of parameters are made of. Others are no names but values that stand in the wrong place, as when JSON is
// sent as a form.
bool isName(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
            || c == '.' || c == '[' || c == ']';
    });
}

void encode(std::string_view bytes, std::string &into)
{
    static constexpr char Hex[] = "0123456789ABCDEF";
    for (const char c : bytes) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || std::string_view("-._~*:@/").find(c) != std::string_view::npos;
        if (isPlain) {
            into += c;
            continue;
        }
        into += '%';
        into += Hex[static_cast<unsigned char>(c) >> 4];
        into += Hex[static_cast<unsigned char>(c) & 0x0F];
    }
}

bool isSecretName(std::string_view name)
{
    const std::string lower = toLower(name);
    return std::find(std::begin(SecretNames), std::end(SecretNames), lower) != std::end(SecretNames);
}

} // namespace

Masks::Masks(std::vector<std::string> secrets)
    : m_secrets(std::move(secrets))
{ }

std::string Masks::form(const Fields &fields) const
{
    std::string masked;
    for (const auto &[name, value] : fields) {
        if (!masked.empty())
            masked += '&';
        if (!isName(name)) {
            masked += Masked;
            continue;
        }
        encode(text(name), masked);
        masked += '=';
        if (!value.empty() && isSecretName(name))
            masked += Masked;
        else
            encode(text(value), masked);
    }
    return masked;
}

std::optional<std::string> Masks::json(std::string_view given, const Member &seen) const
{
    auto masked = maskedJson(given, &isSecretName, seen);
    return masked ? std::optional(text(std::move(*masked))) : std::nullopt;
}

std::optional<std::string> Masks::xml(std::string_view given, const Member &seen) const
{
    auto masked = maskedXml(given, &isSecretName, seen);
    return masked ? std::optional(text(std::move(*masked))) : std::nullopt;
}

std::string Masks::headers(const Fields &headers) const
{
    std::string lines;
    for (const auto &[name, value] : headers) {
        const std::string lower = toLower(name);
        const bool isHarmless
            = std::find(std::begin(HarmlessHeaders), std::end(HarmlessHeaders), lower) != std::end(HarmlessHeaders);
        lines += name;
        lines += ": ";
        lines += isHarmless ? std::string_view(value) : Masked;
        lines += '\n';
        if (lines.size() > MaxKeptText)
            break;
    }
    return text(std::move(lines));
}

std::string Masks::text(std::string text) const
{
    for (const std::string &secret : m_secrets) {
        if (secret.empty())
            continue;
        for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at + Masked.size()))
            text.replace(at, secret.size(), Masked);
    }
    return text;
}

KeptBody keptBody(std::optional<std::string> masked, std::size_t bytes)
{
    if (bytes == 0)
        return {};
    if (!masked)
        return {KeptBody::Kind::Withheld, {}, bytes};
    const bool isCut = masked->size() > MaxKeptText;
    if (isCut)
        cut(*masked, MaxKeptText);
    return {isCut ? KeptBody::Kind::Cut : KeptBody::Kind::Whole, std::move(*masked), bytes};
}

void cut(std::string &text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    text.resize(bytes);
    text.shrink_to_fit();
}

} // namespace engine

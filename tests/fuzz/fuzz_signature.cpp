// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A signed request: one that is signed as section 1.2 of verify-api.md tells is let in, whatever its fields are, and
// what the client made up itself is not.

#include "engine/api/signature.h"
#include "engine/http/fields.h"

#include <QMessageAuthenticationCode>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

const QString Secret = QStringLiteral("topSecret1");

QString signatureOf(engine::SignedFields fields)
{
    QString text;
    std::stable_sort(fields.begin(), fields.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[name, value] : fields) {
        if (name == QStringLiteral("sig") || name == QStringLiteral("api_secret"))
            continue;
        text += u'&' + name + u'=';
        for (const QChar character : value)
            text += character == u'&' || character == u'=' ? QChar(u'_') : character;
    }
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(text.toUtf8(), Secret.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace

// The first line is the signature that a client claims, the rest is its form.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    const std::string_view claim = input.substr(0, input.find('\n'));
    const std::string_view form = input.substr(std::min(size, claim.size() + 1));
    engine::SignedFields fields;
    for (const auto &[name, value] : engine::parseForm(form))
        fields.emplace_back(QString::fromStdString(name), QString::fromStdString(value));

    const QString right = signatureOf(fields);
    const QString claimed = QString::fromLatin1(claim.data(), qsizetype(claim.size()));
    if (!engine::isSignatureOf(right, fields, Secret) || engine::isSignatureOf(right, fields, QString()))
        std::abort();
    if (claimed.toLower() != right && engine::isSignatureOf(claimed, fields, Secret))
        std::abort();
    fields.emplace_back(QStringLiteral("amount"), QStringLiteral("1"));
    if (engine::isSignatureOf(right, fields, Secret))
        std::abort();
    return 0;
}

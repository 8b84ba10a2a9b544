// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/signature.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <sodium.h>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

// "&api_key=abc&brand=Acme&...": sorted by name, and without what the signature cannot contain.
QByteArray signedText(SignedFields fields)
{
    std::erase_if(fields, [](const auto &field) { return field.first == u"sig"_s || field.first == u"api_secret"_s; });
    std::stable_sort(fields.begin(), fields.end(),
                     [](const auto &left, const auto &right) { return left.first < right.first; });
    QString text;
    for (auto &[name, value] : fields)
        text += u'&' + name + u'=' + value.replace(u'&', u'_').replace(u'=', u'_');
    return text.toUtf8();
}

bool isSame(const QByteArray &given, const QByteArray &wanted)
{
    return given.size() == wanted.size()
        && sodium_memcmp(given.constData(), wanted.constData(), std::size_t(wanted.size())) == 0;
}

} // namespace

bool isSignatureOf(const QString &signature, const SignedFields &fields, const QString &secret)
{
    if (secret.isEmpty())
        return false;
    const QByteArray given = signature.toLatin1().toLower();
    const QByteArray text = signedText(fields);
    const QByteArray key = secret.toUtf8();
    bool isFound = isSame(given, QCryptographicHash::hash(QByteArray(text + key), QCryptographicHash::Md5).toHex());
    for (const auto method :
         {QCryptographicHash::Md5, QCryptographicHash::Sha1, QCryptographicHash::Sha256, QCryptographicHash::Sha512})
        isFound |= isSame(given, QMessageAuthenticationCode::hash(text, key, method).toHex());
    return isFound;
}

} // namespace engine

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/http/tlscertificate.h"

#include <QFile>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QSaveFile>
#include <QSysInfo>

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#include <array>
#include <memory>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::days Lifetime{800}; // some clients believe in none that lives longer than 825 days
constexpr std::chrono::days RenewedBefore{30};

template <class Handle, void (*deinit)(Handle)>
struct Deleter {
    using pointer = Handle;
    void operator()(Handle handle) const { deinit(handle); }
};
using Certificate = std::unique_ptr<gnutls_x509_crt_t, Deleter<gnutls_x509_crt_t, &gnutls_x509_crt_deinit>>;
using PrivateKey = std::unique_ptr<gnutls_x509_privkey_t, Deleter<gnutls_x509_privkey_t, &gnutls_x509_privkey_deinit>>;
using Credentials = std::unique_ptr<gnutls_certificate_credentials_t,
                                    Deleter<gnutls_certificate_credentials_t, &gnutls_certificate_free_credentials>>;

Certificate newCertificate()
{
    gnutls_x509_crt_t handle = nullptr;
    gnutls_x509_crt_init(&handle);
    return Certificate(handle);
}

PrivateKey newPrivateKey()
{
    gnutls_x509_privkey_t handle = nullptr;
    gnutls_x509_privkey_init(&handle);
    return PrivateKey(handle);
}

// It only reads.
gnutls_datum_t datumOf(const std::string &bytes)
{
    return {reinterpret_cast<unsigned char *>(const_cast<char *>(bytes.data())), unsigned(bytes.size())};
}

// The steps of GnuTLS up to the first that fails.
class Steps {
public:
    template <class Function, class... Arguments>
    void run(Function function, Arguments... arguments)
    {
        if (m_result >= 0)
            m_result = function(arguments...);
    }
    bool haveFailed() const { return m_result < 0; }
    QString error() const { return QString::fromUtf8(gnutls_strerror(m_result)); }

private:
    int m_result = 0;
};

Result<std::string> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure{u"The file %1 cannot be read: %2."_s.arg(path, file.errorString()), {}};
    return file.readAll().toStdString();
}

Result<void> write(const QString &path, const std::string &text, QFileDevice::Permissions permissions)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(permissions)
        && file.write(text.data(), qint64(text.size())) == qint64(text.size()) && file.commit();
    if (!isWritten)
        return Failure{u"The file %1 cannot be written: %2."_s.arg(path, file.errorString()), {}};
    return {};
}

bool isGoodFor(const TlsCertificate &pair, const QString &host, Instant now)
{
    const Certificate certificate = newCertificate();
    const gnutls_datum_t pem = datumOf(pair.certificate);
    if (gnutls_x509_crt_import(certificate.get(), &pem, GNUTLS_X509_FMT_PEM) < 0)
        return false;
    const auto end = std::chrono::seconds(gnutls_x509_crt_get_expiration_time(certificate.get()));
    return now.time_since_epoch() < end - RenewedBefore
        && gnutls_x509_crt_check_hostname(certificate.get(), host.toUtf8().constData());
}

// One address, or one name, that the certificate is good for.
void addName(Steps &steps, gnutls_x509_crt_t certificate, const QString &host)
{
    const QHostAddress address(host);
    QByteArray bytes = host.toUtf8();
    auto type = GNUTLS_SAN_DNSNAME;
    if (!address.isNull()) {
        type = GNUTLS_SAN_IPADDRESS;
        if (address.protocol() == QAbstractSocket::IPv4Protocol) {
            const quint32 number = address.toIPv4Address();
            bytes = {4, 0};
            for (int i = 0; i < 4; ++i)
                bytes[i] = char(number >> (24 - 8 * i));
        } else {
            const Q_IPV6ADDR parts = address.toIPv6Address();
            bytes = QByteArray(reinterpret_cast<const char *>(parts.c), sizeof parts.c);
        }
    }
    steps.run(gnutls_x509_crt_set_subject_alt_name, certificate, type, bytes.constData(), unsigned(bytes.size()),
              unsigned(GNUTLS_FSAN_APPEND));
}

QStringList namesOfThisMachine(const QString &host)
{
    QStringList names{u"localhost"_s, u"127.0.0.1"_s, u"::1"_s, QSysInfo::machineHostName(), host};
    for (const QHostAddress &address : QNetworkInterface::allAddresses())
        names += address.toString();
    names.removeDuplicates();
    names.removeAll(QString());
    return names;
}

template <class Handle, class Export>
std::string toPem(Steps &steps, const Handle &handle, Export exportTo)
{
    gnutls_datum_t pem{};
    steps.run(exportTo, handle.get(), GNUTLS_X509_FMT_PEM, &pem);
    std::string text(reinterpret_cast<const char *>(pem.data), pem.size);
    gnutls_free(pem.data);
    return text;
}

Result<TlsCertificate> makeSelfSigned(const QString &host, Instant now)
{
    const PrivateKey key = newPrivateKey();
    const Certificate certificate = newCertificate();
    std::array<unsigned char, 16> serial{};
    Steps steps;
    steps.run(gnutls_rnd, GNUTLS_RND_NONCE, serial.data(), serial.size());
    serial[0] = (serial[0] & 0x7F) | 0x40; // positive, and all of its bytes count
    const std::time_t begin = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    const std::time_t end = begin + std::chrono::seconds(Lifetime).count();
    steps.run(gnutls_x509_privkey_generate, key.get(), GNUTLS_PK_ECDSA, // the curve of every client
              unsigned(GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1)), 0U);
    steps.run(gnutls_x509_crt_set_version, certificate.get(), 3U);
    steps.run(gnutls_x509_crt_set_serial, certificate.get(), serial.data(), serial.size());
    steps.run(gnutls_x509_crt_set_activation_time, certificate.get(), begin - 24 * 60 * 60); // clocks differ
    steps.run(gnutls_x509_crt_set_expiration_time, certificate.get(), end);
    steps.run(gnutls_x509_crt_set_dn, certificate.get(), "CN=Pinpath", nullptr);
    for (const QString &each : namesOfThisMachine(host))
        addName(steps, certificate.get(), each);
    steps.run(gnutls_x509_crt_set_ca_status, certificate.get(), 1U); // so that clients take it as their root
    steps.run(gnutls_x509_crt_set_key_usage, certificate.get(),
              unsigned(GNUTLS_KEY_DIGITAL_SIGNATURE | GNUTLS_KEY_KEY_CERT_SIGN));
    steps.run(gnutls_x509_crt_set_key_purpose_oid, certificate.get(), GNUTLS_KP_TLS_WWW_SERVER, 0U);
    steps.run(gnutls_x509_crt_set_key, certificate.get(), key.get());
    steps.run(gnutls_x509_crt_sign2, certificate.get(), certificate.get(), key.get(), GNUTLS_DIG_SHA256, 0U);
    TlsCertificate made;
    made.certificate = toPem(steps, certificate, gnutls_x509_crt_export2);
    made.key = toPem(steps, key, gnutls_x509_privkey_export2);
    if (steps.haveFailed())
        return Failure{u"A certificate could not be made: %1."_s.arg(steps.error()), {}};
    return made;
}

} // namespace

Result<TlsCertificate> TlsCertificate::load(const QString &certificatePath, const QString &keyPath)
{
    auto certificate = read(certificatePath);
    if (!certificate)
        return certificate.failure();
    auto key = read(keyPath);
    if (!key)
        return key.failure();
    TlsCertificate pair{std::move(*certificate), std::move(*key)};

    gnutls_certificate_credentials_t handle = nullptr;
    gnutls_certificate_allocate_credentials(&handle);
    const Credentials credentials(handle);
    const gnutls_datum_t certificateDatum = datumOf(pair.certificate);
    const gnutls_datum_t keyDatum = datumOf(pair.key);
    const int result
        = gnutls_certificate_set_x509_key_mem(credentials.get(), &certificateDatum, &keyDatum, GNUTLS_X509_FMT_PEM);
    if (result < 0) {
        return Failure{u"The certificate %1 and the key %2 cannot be used together: %3. Both must be PEM files."_s.arg(
                           certificatePath, keyPath, QString::fromUtf8(gnutls_strerror(result))),
                       {}};
    }
    return pair;
}

Result<TlsCertificate> TlsCertificate::selfSigned(const QString &certificatePath, const QString &keyPath,
                                                  const QString &host, Instant now)
{
    if (auto present = load(certificatePath, keyPath); present && isGoodFor(*present, host, now))
        return present;
    auto made = makeSelfSigned(host, now);
    if (!made)
        return made;
    constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (const auto written = write(keyPath, made->key, OwnerOnly); !written)
        return written.failure();
    const auto written
        = write(certificatePath, made->certificate, OwnerOnly | QFileDevice::ReadGroup | QFileDevice::ReadOther);
    if (!written)
        return written.failure();
    return made;
}

} // namespace engine

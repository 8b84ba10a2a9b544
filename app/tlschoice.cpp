// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tlschoice.h"

#include "app/owncertificate.h"

namespace app {

using namespace Qt::StringLiterals;
using engine::Failure;
using engine::Result;

void addTlsOptions(CommandLine &line)
{
    line.addOption(u"tls-listen"_s, u"Listen for TLS as well, for clients that insist on https."_s, u"ADDRESS:PORT"_s);
    line.addOption(u"tls-certificate"_s, u"Its certificate, a PEM file, with --tls-key."_s, u"FILE"_s);
    line.addOption(u"tls-key"_s, u"The certificate's key, a PEM file."_s, u"FILE"_s);
    line.addOption(u"tls-self-signed"_s,
                   u"Make a certificate instead, kept beside the store, that clients must be told to trust."_s);
}

Result<std::optional<TlsChoice>> readTls(const CommandLine &line)
{
    const QString listen = line.value(u"tls-listen"_s);
    TlsChoice choice;
    choice.files = {line.value(u"tls-certificate"_s), line.value(u"tls-key"_s)};
    const bool isSelfSigned = line.isSet(u"tls-self-signed"_s);
    const bool hasFiles = !choice.files.certificate.isEmpty() && !choice.files.key.isEmpty();
    const bool hasAnyFile = !choice.files.certificate.isEmpty() || !choice.files.key.isEmpty();
    if (listen.isEmpty()) {
        if (isSelfSigned || hasAnyFile)
            return Failure{u"A certificate is for TLS: say where to listen, with --tls-listen ADDRESS:PORT."_s, {}};
        return std::optional<TlsChoice>();
    }
    if (hasAnyFile ? isSelfSigned || !hasFiles : !isSelfSigned) {
        return Failure{u"--tls-listen takes either --tls-certificate and --tls-key, or --tls-self-signed."_s, {}};
    }
    const auto endpoint = readEndpoint(u"tls-listen"_s, listen);
    if (!endpoint)
        return endpoint.failure();
    choice.endpoint = *endpoint;
    return std::optional(choice);
}

Result<engine::TlsOptions> openTls(const TlsChoice &choice, const QString &storePath, engine::Instant now)
{
    const QString address = choice.endpoint.address.toString();
    auto certificate = engine::readCertificate(choice.files, ownCertificate(storePath), address, now);
    if (!certificate)
        return certificate.failure();
    return engine::TlsOptions{address, choice.endpoint.port, std::move(*certificate), choice.files};
}

} // namespace app

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/servecommand.h"

#include "app/commandline.h"
#include "app/endsignals.h"
#include "app/exitcode.h"
#include "app/options.h"
#include "app/owncertificate.h"
#include "app/tlschoice.h"
#include "engine/api/apiserver.h"
#include "engine/runtime/engine.h"

#include <QCoreApplication>

#include <cstdio>

namespace app {

using namespace engine;

namespace {

struct ServeOptions {
    EngineOptions engine;
    ApiOptions api;
    std::optional<TlsChoice> tls;
    bool isSecretShown = true;
};

void addOptions(CommandLine &line)
{
    const auto add = [&](const char *name, const char *help, const char *value = "", const char *byDefault = "") {
        line.addOption(QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(value),
                       QString::fromLatin1(byDefault));
    };
    add("store", "Where verifications are kept (default: in your data folder).", "sqlite:PATH");
    add("listen", "Address and port; port 0 takes a free one (default: 127.0.0.1:8460).", "ADDRESS:PORT",
        "127.0.0.1:8460");
    add("clock", "real, scaled or manual (default: as the store says; real at first).", "MODE");
    add("speed", "Engine seconds per second, with --clock scaled.", "X");
    add("population", "Who answers: manual, a preset's name or a file (default: manual).", "NAME", "manual");
    add("dialect", "vonage or nexmo-2019 (default: vonage).", "NAME", "vonage");
    add("rate-limit", "Requests a second for each account; 0 is no limit (default: 30).", "N", "30");
    add("api-key", "The account's api_key (default: one is made with the store).", "KEY");
    add("api-secret", "Its api_secret; PINPATH_API_SECRET keeps it out of the process list.", "SECRET");
    addTlsOptions(line);
    add("allow-plain-http",
        "Listen beyond this machine without TLS: whoever can read the network can read PINs and secrets.");
}

Result<ServeOptions> readServeOptions(const CommandLine &line)
{
    const auto value = [&line](const char *name) { return line.value(QString::fromLatin1(name)); };
    const auto dialect = readDialect(value("dialect"));
    const auto clock = readClock(value("clock"), value("speed"));
    const auto population = readPopulation(value("population"));
    const auto endpoint = readEndpoint(QStringLiteral("listen"), value("listen"));
    const auto tls = readTls(line);
    const auto rateLimit = readNumber(QStringLiteral("rate-limit"), value("rate-limit"), 0, 1'000'000);
    for (const Failure *failure :
         {dialect ? nullptr : &dialect.failure(), clock ? nullptr : &clock.failure(),
          population ? nullptr : &population.failure(), endpoint ? nullptr : &endpoint.failure(),
          tls ? nullptr : &tls.failure(), rateLimit ? nullptr : &rateLimit.failure()}) {
        if (failure)
            return *failure;
    }
    if (!endpoint->address.isLoopback() && !line.isSet(QStringLiteral("allow-plain-http"))) {
        return Failure{QStringLiteral("%1 can be reached from other machines, and without TLS they can read PINs and "
                                      "secrets on the way. Listen there with --tls-listen, or say --allow-plain-http.")
                           .arg(endpoint->address.toString()),
                       {}};
    }
    const auto store = readStore(value("store"));
    if (!store)
        return store.failure();

    ServeOptions options;
    options.engine.storePath = *store;
    options.engine.dialect = *dialect;
    options.engine.clock = *clock;
    options.engine.population = *population;
    options.engine.callsByHand = CallsByHand::AnswerAtOnce;
    options.engine.apiKey = value("api-key");
    options.engine.apiSecret
        = line.isSet(QStringLiteral("api-secret")) ? value("api-secret") : qEnvironmentVariable("PINPATH_API_SECRET");
    options.engine.isKeyRequired = true;
    options.tls = *tls;
    options.isSecretShown = options.engine.apiSecret.isEmpty();
    options.api.address = endpoint->address.toString();
    options.api.port = endpoint->port;
    options.api.rateLimitPerSecond = *rateLimit;
    options.api.signatureSecret = qEnvironmentVariable("PINPATH_SIGNATURE_SECRET");
    return options;
}

} // namespace

int runServe(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("serve"),
                     QStringLiteral("Runs the Verify API without a window, until it is interrupted."));
    addOptions(line);
    if (const auto code = line.parse(arguments))
        return *code;
    auto options = readServeOptions(line);
    if (!options)
        return misused(options.failure().sentence);

    const EndSignals signals; // before any thread starts
    const MachineTime time;
    const auto engine = Engine::open(options->engine, time);
    if (!engine)
        return failed(engine.failure().sentence);
    if (options->tls) {
        auto tls = openTls(*options->tls, options->engine.storePath, time.wall());
        if (!tls)
            return failed(tls.failure().sentence);
        options->api.tls = std::move(*tls);
        options->api.ownCertificate = ownCertificate(options->engine.storePath);
    }
    const auto server = ApiServer::start(**engine, time, options->api);
    if (!server)
        return failed(server.failure().sentence + QStringLiteral(" Choose another with --listen or --tls-listen."));

    const Account &account = (*engine)->account();
    std::fprintf(stderr, "api_key %s%s%s, store %s\n", qPrintable(account.apiKey),
                 options->isSecretShown ? ", api_secret " : "",
                 options->isSecretShown ? qPrintable(account.apiSecret) : "", qPrintable(options->engine.storePath));
    if (const auto tls = (*server)->tls())
        std::fprintf(stderr, "%s, certificate %s\n", qPrintable(tls->url), qPrintable(tls->certificate));
    std::printf("%s\n", qPrintable((*server)->url()));
    std::fflush(stdout);
    signals.wait();
    return Done;
}

} // namespace app

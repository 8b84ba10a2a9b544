// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apirun.h"

#include <QJsonDocument>
#include <QTest>

#include <future>

using namespace engine;

namespace tests {

ApiRun::ApiRun(Options wanted)
    : options(wanted)
{
    open();
}

ApiRun::~ApiRun()
{
    close();
}

void ApiRun::open()
{
    EngineOptions engineOptions;
    engineOptions.storePath = folder.filePath(QStringLiteral("store.db"));
    engineOptions.dialect = options.dialect;
    engineOptions.clock = options.clock;
    engineOptions.callsByHand = CallsByHand::AnswerAtOnce;
    engineOptions.apiKey = QString::fromLatin1(Key);
    engineOptions.apiSecret = QString::fromLatin1(Secret);
    engineOptions.mayWrite = [this] { return canStoreWrite.load(); };
    auto opened = Engine::open(engineOptions, time);
    if (!opened)
        qFatal("%s", qPrintable(opened.failure().sentence));
    engine = std::move(*opened);

    ApiOptions apiOptions;
    apiOptions.rateLimitPerSecond = options.rateLimitPerSecond;
    apiOptions.signatureSecret = options.signatureSecret;
    auto started = ApiServer::start(*engine, apiTime, apiOptions);
    if (!started)
        qFatal("%s", qPrintable(started.failure().sentence));
    server = std::move(*started);
    m_client = std::make_unique<RawClient>(server->port());
}

void ApiRun::close()
{
    m_client.reset();
    server.reset();
    engine.reset();
}

RawReply ApiRun::request(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                         const QByteArray &headers)
{
    return m_client->exchange(method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers
                              + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

QByteArray ApiRun::call(const QByteArray &path, const QByteArray &form)
{
    const RawReply reply = request("POST", path, "api_key=" + Key + "&api_secret=" + Secret + '&' + form,
                                   "Content-Type: application/x-www-form-urlencoded\r\n");
    if (reply.status != 200)
        return "HTTP " + QByteArray::number(reply.status);
    return reply.body;
}

QJsonObject ApiRun::callObject(const QByteArray &path, const QByteArray &form)
{
    return QJsonDocument::fromJson(call(path, form)).object();
}

QByteArray ApiRun::start(const QByteArray &number, const QByteArray &form)
{
    const QJsonObject reply = callObject("/verify/json", "number=" + number + "&brand=Acme&" + form);
    return reply[QStringLiteral("request_id")].toString().toLatin1();
}

QByteArray ApiRun::check(const QByteArray &id, const QByteArray &code)
{
    return call("/verify/check/json", "request_id=" + id + "&code=" + code);
}

QByteArray ApiRun::search(const QByteArray &id)
{
    return call("/verify/search/json", "request_id=" + id);
}

QByteArray ApiRun::control(const QByteArray &id, const QByteArray &command)
{
    return call("/verify/control/json", "request_id=" + id + "&cmd=" + command);
}

RawReply ApiRun::console(const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    return request(method, "/console/v1/" + target, body, basic(Key, Secret));
}

QJsonObject ApiRun::getObject(const QByteArray &target)
{
    return QJsonDocument::fromJson(console("GET", target).body).object();
}

QJsonArray ApiRun::getArray(const QByteArray &target)
{
    return QJsonDocument::fromJson(console("GET", target).body).array();
}

QByteArray ApiRun::pin(const QByteArray &number)
{
    const QJsonArray messages = getArray("messages?number=" + number);
    return messages.isEmpty() ? QByteArray() : messages.last()[QStringLiteral("pin")].toString().toLatin1();
}

void ApiRun::change(const PolicyChange &change)
{
    std::promise<Trouble> answered;
    engine->changePolicy(change, [&](const PolicyReply &reply) { answered.set_value(reply.trouble); });
    if (answered.get_future().get() != Trouble::None)
        qFatal("The policy was not changed.");
}

void ApiRun::advance(milliseconds span)
{
    const RawReply reply = console(
        "POST", "clock", "{\"advance_seconds\":" + QByteArray::number(double(span.count()) / 1000, 'f', 3) + '}');
    if (reply.status != 200)
        qFatal("The clock was not moved: %s", reply.body.constData());
}

QByteArray ApiRun::basic(const QByteArray &key, const QByteArray &secret)
{
    return "Authorization: Basic " + QByteArray(key + ':' + secret).toBase64() + "\r\n";
}

} // namespace tests

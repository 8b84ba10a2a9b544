// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/exchangetext.h"

#include "model/words/exchangewords.h"

#include <QUrl>
#include <QUrlQuery>

namespace model {

using namespace Qt::StringLiterals;
using engine::ApiExchange;
using engine::KeptBody;

namespace {

constexpr QStringView Masked = u"***";

QString text(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

QList<std::pair<QString, QString>> parameters(const QString &form)
{
    return QUrlQuery(form).queryItems(QUrl::FullyDecoded);
}

QString indentedForm(const QString &form)
{
    QStringList lines;
    for (const auto &[name, value] : parameters(form))
        lines << name + u" = "_s + value;
    return lines.join(u'\n');
}

bool looksLikeJson(const QString &body)
{
    return body.startsWith(u'{') || body.startsWith(u'[');
}

QString bodyText(const KeptBody &body, bool isForm)
{
    const QString kept = text(body.text);
    const QString laidOut = looksLikeJson(kept) ? indentedJson(kept) : isForm ? indentedForm(kept) : kept.trimmed();
    switch (body.kind) {
    case KeptBody::Kind::Empty:
        return {};
    case KeptBody::Kind::Whole:
        return laidOut;
    case KeptBody::Kind::Cut:
        return laidOut + u"\n(cut: "_s + bytesWords(body.bytes) + u" in all)"_s;
    case KeptBody::Kind::Withheld:
        return u"("_s + bytesWords(body.bytes) + u" not kept: no JSON and no form, so secrets cannot be masked)"_s;
    }
    Q_UNREACHABLE();
}

QString quoted(const QString &word)
{
    return u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
}

// What stands for a masked value; a secret may be empty.
QString standIn(const QString &name, const QString &apiSecret)
{
    if (name == "api_secret"_L1 && !apiSecret.isEmpty())
        return apiSecret;
    if (name == "code"_L1)
        return u"CODE"_s;
    return name.startsWith("pin"_L1) ? u"PIN"_s : u"SECRET"_s;
}

QString filledForm(const QString &form, const QString &apiSecret)
{
    const QString secret = QString::fromLatin1(QUrl::toPercentEncoding(apiSecret));
    QStringList pairs;
    for (const QString &pair : form.split(u'&', Qt::SkipEmptyParts)) {
        const QString name = pair.section(u'=', 0, 0);
        pairs << (pair.section(u'=', 1) == Masked ? QString(name + u'=' + standIn(name, secret)) : pair);
    }
    return pairs.join(u'&');
}

QString filledJson(QString json, QString apiSecret)
{
    apiSecret.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    for (const QString &name : {u"code"_s, u"pin_code"_s, u"pin"_s, u"api_secret"_s}) {
        for (const QString &gap : {u""_s, u" "_s}) {
            const QString member = u'"' + name + u"\":"_s + gap + u'"';
            json.replace(member + Masked.toString(), member + standIn(name, apiSecret));
        }
    }
    return json.replace(Masked.toString(), u"SECRET"_s);
}

QString headerValue(const ApiExchange &exchange, QLatin1StringView name)
{
    for (const QString &line : text(exchange.headers).split(u'\n')) {
        if (line.section(u':', 0, 0).compare(name, Qt::CaseInsensitive) == 0)
            return line.section(u':', 1).trimmed();
    }
    return {};
}

} // namespace

QString indentedJson(const QString &json)
{
    QString laidOut;
    int depth = 0;
    bool isText = false;
    const auto newLine = [&] { laidOut += u'\n' + QString(2 * std::max(0, depth), u' '); };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QChar c = json[i];
        if (isText) {
            laidOut += c;
            if (c == u'\\' && i + 1 < json.size())
                laidOut += json[++i];
            isText = c != u'"';
            continue;
        }
        if (c.isSpace())
            continue;
        const QChar next = i + 1 < json.size() ? json[i + 1] : QChar();
        if (c == u'{' || c == u'[') {
            laidOut += c;
            if (next == u'}' || next == u']') {
                laidOut += json[++i];
            } else {
                ++depth;
                newLine();
            }
        } else if (c == u'}' || c == u']') {
            --depth;
            newLine();
            laidOut += c;
        } else if (c == u',') {
            laidOut += c;
            newLine();
        } else if (c == u':') {
            laidOut += u": "_s;
        } else {
            laidOut += c;
            isText = c == u'"';
        }
    }
    return laidOut;
}

QString requestText(const ApiExchange &exchange)
{
    const QString body = bodyText(exchange.request, true);
    return requestLine(exchange) + u'\n' + text(exchange.headers) + (body.isEmpty() ? QString() : u'\n' + body);
}

QString replyText(const ApiExchange &exchange)
{
    if (exchange.status == 0)
        return u"The client left, or the API was turned off, before there was an answer."_s;
    QString lines = u"HTTP "_s + QString::number(exchange.status) + u'\n';
    if (!exchange.replyType.empty())
        lines += u"Content-Type: "_s + text(exchange.replyType) + u'\n';
    const QString body = bodyText(exchange.reply, false);
    return body.isEmpty() ? lines : QString(lines + u'\n' + body);
}

QString curlLine(const ApiExchange &exchange, const QString &address, const QString &apiKey, const QString &apiSecret)
{
    const QString secret = exchange.atDoor ? QString() : apiSecret; // it was not this one
    QString line = u"curl"_s;
    const QString method = text(exchange.method);
    const QString body = text(exchange.request.text);
    if (method != "GET"_L1 && !(method == "POST"_L1 && !body.isEmpty()))
        line += u" -X "_s + method;
    QString url = address + text(exchange.path);
    if (!exchange.query.empty())
        url += u'?' + filledForm(text(exchange.query), secret);
    line += u' ' + quoted(url);
    if (!headerValue(exchange, "authorization"_L1).isEmpty())
        line += u" -u "_s + quoted(apiKey + u':' + standIn(u"api_secret"_s, secret));
    if (body.isEmpty())
        return line;
    const QString type = headerValue(exchange, "content-type"_L1);
    if (!type.isEmpty() && !type.startsWith("application/x-www-form-urlencoded"_L1))
        line += u" -H "_s + quoted(u"Content-Type: "_s + type);
    return line + u" -d "_s + quoted(looksLikeJson(body) ? filledJson(body, secret) : filledForm(body, secret));
}

QString firstCurlLine(const QString &address, const QString &apiKey, const QString &apiSecret, const QString &number)
{
    return u"curl "_s + address + u"/verify/json -d api_key="_s + apiKey + u" -d api_secret="_s + apiSecret
        + u" -d number="_s + number + u" -d brand=Acme"_s;
}

} // namespace model

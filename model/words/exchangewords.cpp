// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/exchangewords.h"

#include <QLocale>

namespace model {

using namespace Qt::StringLiterals;
using engine::ApiExchange;
using engine::Refusal;

namespace {

QString text(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

QString doorWords(Refusal refusal)
{
    switch (refusal) {
    case Refusal::MissingKey:
        return u"no api_key"_s;
    case Refusal::MissingSecret:
        return u"no api_secret"_s;
    case Refusal::UnknownKey:
        return u"unknown api_key"_s;
    case Refusal::WrongSecret:
        return u"wrong api_secret"_s;
    case Refusal::WrongSignature:
        return u"wrong signature, or its time"_s;
    }
    Q_UNREACHABLE();
}

// What stands behind the last ": " of a sentence of the API; empty when there is none.
QString behindColon(const QString &sentence)
{
    const qsizetype colon = sentence.lastIndexOf(u": "_s);
    return colon < 0 ? QString() : sentence.mid(colon + 2);
}

QString httpReason(const ApiExchange &exchange)
{
    switch (exchange.status) {
    case 403:
    case 405:
        return text(exchange.method) + u" is not taken there"_s;
    case 404:
        return u"nothing at "_s + text(exchange.path);
    default:
        return exchange.sentence.empty() ? u"HTTP "_s + QString::number(exchange.status) : text(exchange.sentence);
    }
}

QString verdictReason(const ApiExchange &exchange)
{
    const QString sentence = text(exchange.sentence);
    const QString named = behindColon(sentence);
    if (exchange.verdict == "1")
        return u"too many a second"_s;
    if (exchange.verdict == "2" && !named.isEmpty())
        return named + u" is missing"_s;
    if (exchange.verdict == "3" && sentence.startsWith("Invalid value for param: "_L1))
        return u"invalid "_s + named.section(u'.', 0, 0);
    if (exchange.verdict == "5")
        return u"the store takes no writes"_s;
    if (exchange.verdict == "6")
        return u"no country has such numbers"_s;
    if (exchange.verdict == "7")
        return u"the number or its network is blocked"_s;
    if (exchange.verdict == "8")
        return u"the account is barred"_s;
    if (exchange.verdict == "9")
        return u"the account's balance is used up"_s;
    if (exchange.verdict == "10")
        return u"the number has a running verification"_s;
    if (exchange.verdict == "15")
        return u"the network or country is not supported"_s;
    if (exchange.verdict == "19")
        return u"too early or too late"_s;
    if (exchange.verdict == "20")
        return u"the account may not choose PINs"_s;
    if (exchange.verdict == "29")
        return u"a demo account, and the number is not approved"_s;
    return sentence;
}

bool isUnder(const ApiExchange &exchange, std::string_view path)
{
    return exchange.path.starts_with(path);
}

QString verdictWords(const ApiExchange &exchange)
{
    if (exchange.verdict == "16")
        return u"wrong code"_s;
    if (exchange.verdict == "17")
        return u"wrong code, the last try"_s;
    if (exchange.verdict == "6")
        return u"not running"_s;
    if (exchange.verdict == "101")
        return u"no such request"_s;
    if (isUnder(exchange, "/verify/check/"))
        return u"code accepted"_s;
    if (isUnder(exchange, "/verify/control/"))
        return u"done"_s;
    return exchange.isStart && exchange.verdict == "0" ? u"started"_s : u"answered"_s;
}

} // namespace

QString requestLine(const ApiExchange &exchange)
{
    QString line = text(exchange.method) + u' ' + text(exchange.path);
    if (!exchange.query.empty())
        line += u'?' + text(exchange.query);
    return line;
}

QString answerWords(const ApiExchange &exchange)
{
    if (exchange.status == 0)
        return u"no answer: the client left"_s;
    if (exchange.isRefused)
        return u"refused: "_s + refusalReason(exchange);
    return verdictWords(exchange);
}

QString exchangeLine(const ApiExchange &exchange)
{
    const QString call = exchange.isStart       ? u"start"_s
        : isUnder(exchange, "/verify/check/")   ? u"check"_s
        : isUnder(exchange, "/verify/search/")  ? u"search"_s
        : isUnder(exchange, "/verify/control/") ? u"control"_s
                                                : u"console"_s;
    return call + u": "_s + answerWords(exchange);
}

QString noExchangesSentence(engine::Source source, WhyNone why)
{
    switch (source) {
    case engine::Source::Window:
        return u"Started from the window: there was no request."_s;
    case engine::Source::Api:
        if (why == WhyNone::Cleared)
            return u"Started by the API; its requests were cleared on the API page."_s;
        if (why == WhyNone::EarlierRun)
            return u"Started by the API before Pinpath was opened this time; requests are kept only while it is open."_s;
        return u"Started by the API; its requests are older than what is kept, which is the newest 1,000."_s;
    case engine::Source::Demo:
    case engine::Source::Population:
    case engine::Source::Import:
        break;
    }
    return u"Not started by a request to the API."_s;
}

QString refusalReason(const ApiExchange &exchange)
{
    if (!exchange.isRefused)
        return {};
    if (exchange.atDoor)
        return doorWords(*exchange.atDoor);
    return exchange.verdict.empty() ? httpReason(exchange) : verdictReason(exchange);
}

QString statusOf(const ApiExchange &exchange)
{
    if (exchange.status == 0)
        return u"-"_s;
    return exchange.verdict.empty() ? QString::number(exchange.status) : text(exchange.verdict);
}

QString tookWords(const ApiExchange &exchange)
{
    const auto length = exchange.took.count();
    if (exchange.status == 0)
        return u"-"_s;
    if (length < 1)
        return u"< 1 ms"_s;
    return length < 1000 ? QString::number(length) + u" ms"_s
                         : QString::number(double(length) / 1000, 'f', 1) + u" s"_s;
}

QString bytesWords(std::size_t bytes)
{
    if (bytes < 10'000)
        return bytes == 1 ? u"1 byte"_s : QLocale(QLocale::English).toString(qulonglong(bytes)) + u" bytes"_s;
    return QString::number((bytes + 500) / 1000) + u" kB"_s;
}

QString refusedSentence(std::uint64_t count, const QString &newestReason, bool reasonsDiffer)
{
    return QLocale(QLocale::English).toString(qulonglong(count))
        + (reasonsDiffer ? u" refused, the last: "_s : u" refused: "_s) + newestReason + u'.';
}

} // namespace model

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/exchangecapture.h"

#include <algorithm>

namespace engine {

namespace {

constexpr std::size_t MaxKeptWord = 16; // methods
constexpr std::size_t MaxKeptPath = 200;

// Calls about a verification that exists already, or about none.
bool startsNothing(std::string_view path)
{
    return path.starts_with("/verify/check/") || path.starts_with("/verify/search/")
        || path.starts_with("/verify/control/") || path == "/verify/network-unblock" || path.starts_with("/console/");
}

// Verdicts that are answers: done, a wrong code, nobody there. The others refuse: the request was not taken as one, or
// what it asks for is not to be had now.
bool isAnswer(std::string_view verdict, bool isStart)
{
    static constexpr std::string_view Answers[]{"", "0", "16", "17", "101"};
    const bool isStatusWord = !verdict.empty() && verdict.front() >= 'A';
    return isStatusWord || (verdict == "6" && !isStart)
        || std::find(std::begin(Answers), std::end(Answers), verdict) != std::end(Answers);
}

// How a body reads here: by what it says it is, or as the Verify API would read it.
bool isJson(const std::string &mediaType, std::string_view body)
{
    const std::size_t first = body.find_first_not_of(" \t\r\n");
    const bool looksLikeJson = first != std::string_view::npos && (body[first] == '{' || body[first] == '[');
    return mediaType == "application/json" || mediaType.ends_with("+json") || looksLikeJson;
}

} // namespace

ExchangeCapture::ExchangeCapture(std::shared_ptr<const CaptureTarget> target, HttpRequest request, Instant now,
                                 milliseconds steadyNow)
    : m_target(std::move(target))
    , m_request(std::move(request))
    , m_beganAt(steadyNow)
{
    m_exchange.at = now;
}

ExchangeCapture::~ExchangeCapture()
{
    if (m_isFinished)
        return;
    takeRequest();
    m_target->log->add(std::move(m_exchange));
}

void ExchangeCapture::finish(const HttpReply &reply, milliseconds steadyNow)
{
    m_isFinished = true;
    m_exchange.took = steadyNow - m_beganAt;
    takeReply(reply);
    takeRequest();
    m_exchange.isStart = !startsNothing(m_request.path);
    m_exchange.isRefused
        = m_exchange.atDoor || reply.status >= 400 || !isAnswer(m_exchange.verdict, m_exchange.isStart);
    m_target->log->add(std::move(m_exchange));
}

void ExchangeCapture::takeReply(const HttpReply &reply)
{
    m_exchange.status = reply.status;
    m_exchange.replyType = reply.contentType;
    const auto see = [this](std::string_view name, std::string_view text) {
        if (name == "status")
            m_exchange.verdict = text;
        else if (name == "error_text" || name == "error" || name == "detail")
            m_exchange.sentence = text;
        else if (name == "request_id")
            takeAbout(text);
    };
    const bool hasVerdict = m_request.path.starts_with("/verify");
    const Masks &masks = m_target->masks;
    std::optional<std::string> text;
    if (reply.contentType == "application/json" || reply.contentType == "application/problem+json")
        text = masks.json(reply.body, see);
    else if (reply.body.starts_with("<?xml"))
        text = masks.xml(reply.body, see);
    else
        text = masks.text(reply.body);
    if (!hasVerdict)
        m_exchange.verdict.clear();
    m_exchange.sentence = m_target->masks.text(std::move(m_exchange.sentence));
    m_exchange.reply = keptBody(std::move(text), reply.body.size());
}

void ExchangeCapture::takeRequest()
{
    const Masks &masks = m_target->masks;
    const auto see = [this](std::string_view name, std::string_view text) {
        if (name == "request_id")
            takeAbout(text);
    };
    const auto seeFields = [&see](const Fields &fields) {
        for (const auto &[name, value] : fields)
            see(name == "request_ids" ? std::string_view("request_id") : std::string_view(name), value);
    };

    m_exchange.method = masks.text(m_request.method);
    cut(m_exchange.method, MaxKeptWord);
    m_exchange.path = masks.text(m_request.path);
    cut(m_exchange.path, MaxKeptPath);
    m_exchange.client = m_request.remoteAddress;
    m_exchange.headers = masks.headers(m_request.headers);
    cut(m_exchange.headers, MaxKeptText);
    m_exchange.query = masks.form(m_request.query);
    cut(m_exchange.query, MaxKeptText);
    seeFields(m_request.query);

    const std::string type = m_request.mediaType();
    std::optional<std::string> body;
    if (isJson(type, m_request.body)) {
        body = masks.json(m_request.body, see);
    } else if (type.empty() || type == "application/x-www-form-urlencoded") {
        const Fields fields = parseForm(m_request.body);
        body = masks.form(fields);
        seeFields(fields);
    }
    m_exchange.request = keptBody(std::move(body), m_request.body.size());

    static constexpr std::string_view Verifications = "/console/v1/verifications/";
    if (m_request.path.starts_with(Verifications))
        takeAbout(std::string_view(m_request.path).substr(Verifications.size()));
}

void ExchangeCapture::takeAbout(std::string_view text)
{
    constexpr std::size_t Digits = 32;
    const auto id = text.size() == Digits ? RequestId::parse(QString::fromLatin1(text.data(), Digits)) : std::nullopt;
    auto &about = m_exchange.about;
    if (id && std::find(about.begin(), about.end(), *id) == about.end())
        about.push_back(*id);
}

} // namespace engine

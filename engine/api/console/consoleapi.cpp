// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/console/consoleapi.h"

#include "engine/api/console/consolecall.h"
#include "engine/api/console/query.h"
#include "engine/api/credentials.h"

#include <algorithm>
#include <string_view>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view Root = "/console/v1/";

using Handler = void (*)(const ConsoleCall &);

struct Resource {
    std::string_view path; // below the root; one that ends with "/" takes an id
    Handler get = nullptr;
    Handler post = nullptr;
    bool isOpen = false; // without credentials
};

constexpr Resource Resources[]{
    {"health", &getHealth, nullptr, true},
    {"verifications", &getVerifications},
    {"verifications/", &getVerification, &endVerification},
    {"messages", &getMessages},
    {"clock", &getClock, &changeClock},
    {"stats", &getStats},
};

bool isMeant(const Resource &resource, std::string_view path)
{
    if (!resource.path.ends_with('/'))
        return path == resource.path;
    return path.starts_with(resource.path) && path.size() > resource.path.size()
        && path.find('/', resource.path.size()) == std::string_view::npos;
}

Handler handlerFor(const Resource &resource, const std::string &method)
{
    if (method == "GET" || method == "HEAD")
        return resource.get;
    return method == "POST" ? resource.post : nullptr;
}

} // namespace

ConsoleApi::ConsoleApi(Engine &engine)
    : m_engine(engine)
    , m_waits(std::make_shared<Waits>(engine))
{ }

bool ConsoleApi::isResponsibleFor(const HttpRequest &request)
{
    return request.path == "/console" || request.path.starts_with("/console/");
}

void ConsoleApi::handle(ExchangeCapture &exchange, Responder responder)
{
    const HttpRequest &request = exchange.request();
    const ConsoleResponder answer(std::move(responder));
    const bool isBelowRoot = request.path.starts_with(Root);
    const std::string_view path = isBelowRoot ? std::string_view(request.path).substr(Root.size()) : std::string_view();
    const auto resource = std::find_if(std::begin(Resources), std::end(Resources),
                                       [path](const Resource &each) { return isMeant(each, path); });
    const bool isOpen = resource != std::end(Resources) && resource->isOpen;
    if (!isOpen) {
        const auto credentials = readBasic(request.header("authorization")).value_or(Credentials());
        const auto policy = m_engine.policy();
        const Entrance entrance = judge(credentials, *policy);
        if (const auto *refusal = std::get_if<Refusal>(&entrance)) {
            exchange.refuse(*refusal);
            return answer.refuse(401, u"The console API wants the account's key and secret by HTTP Basic."_s,
                                 {{"WWW-Authenticate", "Basic realm=\"Pinpath\""}});
        }
    }
    if (resource == std::end(Resources)) {
        return answer.refuse(404,
                             u"There is no such resource; there are health, verifications, messages, clock and "
                             u"stats below /console/v1/."_s);
    }
    const Handler handler = handlerFor(*resource, request.method);
    if (!handler) {
        const bool takesPost = resource->post != nullptr;
        return answer.refuse(405, takesPost ? u"Use GET or POST."_s : u"Use GET."_s,
                             {{"Allow", takesPost ? "GET, POST" : "GET"}});
    }
    const std::string_view id = path.substr(std::min(path.size(), resource->path.size()));
    handler({m_engine, m_waits, request, id, answer});
}

void getHealth(const ConsoleCall &call)
{
    if (const auto problem = Query(call.request.query).problem())
        return call.responder.refuse(400, *problem);
    const bool isWritable = call.engine.storeState().isWritable;
    call.responder.respond([isWritable](JsonWriter &json) {
        json.beginObject()
            .member("status", QStringView(isWritable ? u"ok" : u"store takes no writes"))
            .member("version", QStringView(u"" PINPATH_VERSION))
            .endObject();
    });
}

} // namespace engine

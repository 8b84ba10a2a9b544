// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/jsonwriter.h"
#include "engine/http/httprequest.h"
#include "engine/http/responder.h"
#include "engine/runtime/engine.h"

#include <QString>

#include <functional>
#include <memory>
#include <string_view>

namespace engine {

class Waits;

// Where the answer to a call goes. It can be copied into the engine's replies; the first answer counts, and when the
// last copy goes without one, the client gets an internal error.
class ConsoleResponder {
public:
    explicit ConsoleResponder(Responder responder)
        : m_responder(std::make_shared<Responder>(std::move(responder)))
    { }

    // 200 with the value that `write` writes, on the HTTP thread.
    void respond(std::function<void(JsonWriter &)> write) const;
    // `sentence` says what was wrong and, where it is not plain, what would be right.
    void refuse(int status, const QString &sentence, Fields headers = {}) const;

private:
    std::shared_ptr<Responder> m_responder;
};

// One call of the console API that was let in.
struct ConsoleCall {
    Engine &engine;
    std::weak_ptr<Waits> waits; // gone with the server, which may be before the engine comes to the call
    const HttpRequest &request;
    std::string_view id; // what stands in the path where a resource takes an id
    ConsoleResponder responder;
};

// The calls. They run on the HTTP thread and wait for nothing.
void getHealth(const ConsoleCall &call);
void getVerifications(const ConsoleCall &call);
void getVerification(const ConsoleCall &call);
void endVerification(const ConsoleCall &call);
void getMessages(const ConsoleCall &call);
void getClock(const ConsoleCall &call);
void changeClock(const ConsoleCall &call);
void getStats(const ConsoleCall &call);

} // namespace engine

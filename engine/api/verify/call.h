// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/verify/parameters.h"
#include "engine/api/verify/wirereply.h"
#include "engine/http/responder.h"
#include "engine/request/startparameters.h"
#include "engine/runtime/engine.h"

#include <functional>
#include <memory>
#include <optional>

namespace engine {

// How a call is answered.
struct WireFormat {
    std::optional<XmlShape> xml; // none: JSON
    Dialect dialect = Dialect::Vonage;
};

// Where the answer to a call goes. It can be copied into the engine's replies; the first answer counts, and when the
// last copy goes without one, the client gets an internal error.
class WireResponder {
public:
    WireResponder(Responder responder, WireFormat format)
        : m_responder(std::make_shared<Responder>(std::move(responder)))
        , m_format(format)
    { }

    void respond(WireReply reply) const;
    // `make` runs on the HTTP thread.
    void respond(std::function<WireReply()> make) const;

private:
    std::shared_ptr<Responder> m_responder;
    WireFormat m_format;
};

// One call of the Verify API that was let in, by `account`.
struct Call {
    Engine &engine;
    const Account &account;
    const Parameters &parameters;
    WireResponder responder;
};

// The calls. Each looks at its parameters in the documented order, asks the engine and words its answer; they run on
// the HTTP thread and wait for nothing. Reference: verify-api.md, sections 1.3 to 1.7.
void startCall(const Call &call);
void paymentCall(const Call &call); // PSD2
void checkCall(const Call &call);
void searchCall(const Call &call);
void controlCall(const Call &call);

// What a start says, under its names on the wire.
StartParameters startParameters(const Parameters &parameters);

} // namespace engine

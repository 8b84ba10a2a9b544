// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pin/pins.h"
#include "engine/record/pending.h"
#include "engine/store/verificationrow.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace engine {

// An open verification in the engine's memory: running, or with a delivery on its way.
struct Live {
    VerificationRow row;
    QByteArray sealedPin; // a custom PIN; empty when PINs are derived
    std::uint16_t population = 0; // who answers: an index of the engine's populations, 0 for a person
    std::uint16_t account = 0; // who asked: an index of the accounts that the engine has met
    // What of it stands in the due queue: the rules' next wake, and what is pending, with their orders there.
    Instant wakesAt{};
    std::uint64_t wakeOrder = 0; // 0: there is none
    struct Queued {
        Pending pending;
        std::uint64_t order = 0;
    };
    std::vector<Queued> queued;

    PinSubject pinSubject() const { return {row.id, row.codeLength, sealedPin}; }
};

// The open verifications by key, request id and number. Keeps the image of each from before the batch, so that a commit
// that fails leaves memory as the store is. Belongs to the engine thread.
class LiveTable {
public:
    const Live *find(VerificationKey key) const;
    std::optional<VerificationKey> keyOf(RequestId id) const;
    // Of the running verification to this number. A number has one at most.
    std::optional<VerificationKey> runningTo(PhoneNumber number) const;
    std::size_t size() const { return m_live.size(); }

    // The first call for a key in a batch keeps its image.
    Live &change(VerificationKey key);
    Live &insert(VerificationKey key, Live live);
    // To be called after every change(): a number is free again once its verification has ended.
    void settle(const Live &live);

    void begin();
    // After the commit: forgets what is no longer open.
    void commit();
    void rollBack();

private:
    void index(const Live &live);
    void forget(VerificationKey key);

    std::unordered_map<VerificationKey, Live> m_live;
    std::unordered_map<RequestId, VerificationKey> m_byId;
    std::unordered_map<PhoneNumber, VerificationKey> m_byNumber;
    std::unordered_map<VerificationKey, std::optional<Live>> m_before; // none: it was not there
};

} // namespace engine

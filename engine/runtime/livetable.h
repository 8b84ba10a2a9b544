// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pin/pins.h"
#include "engine/record/pending.h"
#include "engine/store/verificationrow.h"

#include <QByteArray>

#include <absl/container/flat_hash_set.h>
#include <boost/container/deque.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace engine {

// An open verification in the engine's memory: running, or with a delivery on its way.
struct Live {
    VerificationRow row;
    std::shared_ptr<const QByteArray> sealedPin; // a custom PIN; null when PINs are derived, as those of most are
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

    void setSealedPin(const QByteArray &pin)
    {
        sealedPin = pin.isEmpty() ? nullptr : std::make_shared<const QByteArray>(pin);
    }
    PinSubject pinSubject() const { return {row.id, row.codeLength, sealedPin ? *sealedPin : QByteArray()}; }
};

// The open verifications by key, request id and number. Keeps the image of each from before the batch, so that a commit
// that fails leaves memory as the store is. Belongs to the engine thread.
//
// A million may run: each stands once, in a slot, and what finds it by a field is a table of slot numbers.
class LiveTable {
public:
    LiveTable() = default;
    Q_DISABLE_COPY_MOVE(LiveTable)

    const Live *find(VerificationKey key) const;
    std::optional<VerificationKey> keyOf(RequestId id) const;
    // Of the running verification to this number. A number has one at most.
    std::optional<VerificationKey> runningTo(PhoneNumber number) const;
    std::size_t size() const { return m_byKey.size(); }

    // Room for so many, so that what is to come need not be placed again and again as the tables grow.
    void reserve(std::size_t count);

    // One that was there before any batch.
    Live &place(Live live);
    // What these return stays where it is until the commit or roll-back. The first call for a key in a batch keeps its
    // image.
    Live &change(VerificationKey key);
    // A key that is not there.
    Live &insert(Live live);
    // To be called after every change(): a number is free again once its verification has ended.
    void settle(const Live &live);

    void begin();
    // After the commit: forgets what is no longer open.
    void commit();
    void rollBack();

private:
    enum class Slot : std::uint32_t {};
    using Slots
        = boost::container::deque<Live, void, boost::container::deque_options_t<boost::container::block_size<256>>>;

    // Takes a slot and the value of a field in it for the same: hash and equality of an index.
    template <auto Field>
    struct ByField {
        using is_transparent = void;
        using Value = std::remove_cvref_t<decltype(std::declval<VerificationRow>().*Field)>;
        const LiveTable *table;

        const Value &valueIn(Slot slot) const { return table->at(slot).row.*Field; }
        static const Value &valueIn(const Value &value) { return value; }
        std::size_t operator()(const auto &each) const { return absl::HashOf(std::hash<Value>()(valueIn(each))); }
        bool operator()(const auto &a, const auto &b) const { return valueIn(a) == valueIn(b); }
    };
    template <auto Field>
    class Index : public absl::flat_hash_set<Slot, ByField<Field>, ByField<Field>> {
    public:
        explicit Index(const LiveTable *table)
            : absl::flat_hash_set<Slot, ByField<Field>, ByField<Field>>(0, {table}, {table})
        { }
    };

    const Live &at(Slot slot) const { return m_slots[std::size_t(slot)]; }
    Live &at(Slot slot) { return m_slots[std::size_t(slot)]; }
    void settle(Slot slot);
    void forget(VerificationKey key);

    Slots m_slots;
    std::vector<Slot> m_free;
    Index<&VerificationRow::key> m_byKey{this};
    Index<&VerificationRow::id> m_byId{this};
    Index<&VerificationRow::number> m_byNumber{this}; // of those that run
    std::unordered_map<VerificationKey, std::optional<Live>> m_before; // none: it was not there
};

} // namespace engine

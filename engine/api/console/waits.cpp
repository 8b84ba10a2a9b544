// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/console/waits.h"

#include <algorithm>
#include <map>

namespace engine {

// Shared with what is queued on the engine thread, which may still run when the Waits are gone.
class Waits::List : public std::enable_shared_from_this<List> {
public:
    std::uint64_t add(Look look, std::optional<VerificationKey> key)
    {
        const std::uint64_t id = ++m_lastId;
        m_waiting.emplace(id, Wait{std::move(look), key});
        lookFor(id, m_isStopping);
        return id;
    }

    void lookFor(std::uint64_t id, bool isLast)
    {
        const auto found = m_waiting.find(id);
        if (found == m_waiting.end())
            return;
        const Look look = found->second.look; // it may be done within the call
        look(isLast, [list = weak_from_this(), id] {
            if (const auto self = list.lock())
                self->m_waiting.erase(id);
        });
    }

    void lookForThoseWhoDependOn(const Changes &changes)
    {
        lookForAll(false, [&](const Wait &wait) {
            return !wait.key || std::find(changes.keys.begin(), changes.keys.end(), *wait.key) != changes.keys.end();
        });
    }

    void stop()
    {
        m_isStopping = true;
        lookForAll(true, [](const Wait &) { return true; });
    }

private:
    struct Wait {
        Look look;
        std::optional<VerificationKey> key;
    };

    void lookForAll(bool isLast, const std::function<bool(const Wait &)> &isMeant)
    {
        std::vector<std::uint64_t> ids;
        for (const auto &[id, wait] : m_waiting) {
            if (isMeant(wait))
                ids.push_back(id);
        }
        for (const std::uint64_t id : ids)
            lookFor(id, isLast);
    }

    std::map<std::uint64_t, Wait> m_waiting;
    std::uint64_t m_lastId = 0;
    bool m_isStopping = false;
};

Waits::Waits(Engine &engine)
    : m_engine(engine)
    , m_list(std::make_shared<List>())
    , m_subscription(
          engine.subscribe([list = m_list](const Changes &changes) { list->lookForThoseWhoDependOn(changes); }))
{ }

Waits::~Waits()
{
    m_engine.unsubscribe(m_subscription);
}

void Waits::add(Look look, std::optional<VerificationKey> key, milliseconds patience)
{
    const std::uint64_t id = m_list->add(std::move(look), key);
    m_engine.callAfter(patience, [list = std::weak_ptr(m_list), id] {
        if (const auto self = list.lock())
            self->lookFor(id, true);
    });
}

void Waits::stop()
{
    m_engine.read([list = m_list](StoreReader &) { list->stop(); });
}

} // namespace engine

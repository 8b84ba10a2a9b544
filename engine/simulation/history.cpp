// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/history.h"

#include "engine/request/userkey.h"
#include "engine/simulation/userlife.h"
#include "engine/store/store.h"

#include <queue>

namespace engine {

namespace {

constexpr std::size_t EntriesPerTransaction = 20'000;

class HistoryWriter {
public:
    HistoryWriter(Store &store, Instant until, ClockSetting clock)
        : m_store(store)
        , m_until(until)
        , m_clock(clock)
        , m_sequence(store.latestSequence())
        , m_key(store.latestKey())
    { }

    Result<void> write(const std::vector<LifeToLive> &lives, const std::function<void(double)> &progress)
    {
        std::size_t begun = 0;
        const auto startsNext = [&] {
            return begun < lives.size() && lives[begun].startedAt <= m_until
                && (m_due.empty() || lives[begun].startedAt <= m_due.top().at);
        };
        while (true) {
            if (startsNext())
                begin(lives[begun++]);
            else if (m_due.empty() || m_due.top().at > m_until)
                break;
            else
                goOn();
            if (m_batch.entries.size() < EntriesPerTransaction)
                continue;
            if (const auto written = flush(m_last); !written)
                return written;
            if (progress)
                progress(double(begun) / double(lives.size()));
        }
        return flush(m_until);
    }

private:
    struct Living {
        UserLife life;
        VerificationRow row;
        PinSubject pins;
    };
    struct Due {
        Instant at{};
        std::uint64_t order = 0;
        std::size_t place = 0; // in m_living

        bool operator<(const Due &other) const // the queue's top is its greatest
        {
            return at != other.at ? at > other.at : order > other.order;
        }
    };

    void begin(const LifeToLive &wanted)
    {
        const Request &request = *wanted.request;
        const UserKey user{0, userKeyOf(request.id)};
        Living living{UserLife(request.workflow, *wanted.population, user, wanted.startedAt),
                      toRow(++m_key, request),
                      {request.id, request.codeLength, request.sealedPin}};
        std::size_t place = m_living.size();
        if (m_free.empty()) {
            m_living.push_back(std::make_unique<Living>(std::move(living)));
        } else {
            place = m_free.back();
            m_free.pop_back();
            m_living[place] = std::make_unique<Living>(std::move(living));
        }
        live(place, wanted.request);
    }

    void goOn()
    {
        const std::size_t place = m_due.top().place;
        m_due.pop();
        live(place, nullptr);
    }

    void live(std::size_t place, std::shared_ptr<const Request> request)
    {
        Living &living = *m_living[place];
        const Instant at = *living.life.next();
        const Decision decision = living.life.live();
        if (!decision.isEmpty())
            record(living, decision, std::move(request));
        m_last = at;
        if (const auto next = living.life.next()) {
            m_due.push({*next, m_order++, place});
        } else {
            m_living[place].reset();
            m_free.push_back(place);
        }
    }

    void record(Living &living, const Decision &decision, std::shared_ptr<const Request> request)
    {
        JournalEntry entry;
        entry.sequence = ++m_sequence;
        entry.key = living.row.key;
        entry.request = std::move(request);
        entry.events.assign(decision.begin(), decision.end());
        living.row.sequence = entry.sequence;
        living.row.verification = living.life.verification();
        for (const Event &event : entry.events) {
            if (event.type == EventType::CodeRejected && event.pinGeneration == 0)
                entry.code = wrongCode(living);
        }
        m_batch.changes.add(entry, living.row);
        m_batch.entries.push_back(std::move(entry));
    }

    // Digits that are none of the request's PINs.
    QString wrongCode(const Living &living) const
    {
        for (int n = 0;; ++n) {
            const QString code = QStringLiteral("%1").arg(n, living.pins.codeLength, 10, QLatin1Char('0'));
            if (!m_store.pins().match(living.pins, living.row.verification.pinGeneration, code))
                return code;
        }
    }

    Result<void> flush(Instant last)
    {
        m_batch.clock = {m_clock, last};
        const auto written = m_store.write(m_batch);
        m_batch = {};
        return written;
    }

    Store &m_store;
    Instant m_until;
    ClockSetting m_clock;
    Sequence m_sequence;
    VerificationKey m_key;
    Instant m_last{};
    Batch m_batch;
    std::vector<std::unique_ptr<Living>> m_living;
    std::vector<std::size_t> m_free; // places in it
    std::priority_queue<Due> m_due;
    std::uint64_t m_order = 0;
};

} // namespace

Result<void> writeHistory(Store &store, const std::vector<LifeToLive> &lives, Instant until, ClockSetting clock,
                          const std::function<void(double)> &progress)
{
    return HistoryWriter(store, until, clock).write(lives, progress);
}

} // namespace engine

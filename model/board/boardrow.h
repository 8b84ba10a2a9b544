// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/storereader.h"

#include <array>

namespace model {

// What the Board's index keeps of one verification: a summary in 48 bytes. Its brand is a place in a list of brands. A
// plain value.
class BoardRow {
public:
    using Key = std::uint32_t; // four thousand million verifications are more than a store can hold

    BoardRow() = default;
    BoardRow(const engine::Summary &summary, std::uint16_t brand)
        : m_id(summary.id.bytes())
        , m_numberAndStates((summary.number.digits() & NumberBits) | (std::uint64_t(summary.status) << StatusShift)
                            | (std::uint64_t(summary.source) << SourceShift))
        , m_startAndWorkflow((std::uint64_t(engine::toMilliseconds(summary.startedAt)) & StartBits)
                             | (std::uint64_t(summary.workflowId) << WorkflowShift))
        , m_key(Key(summary.key))
        , m_lasted(upTo32Bits((summary.endedAt - summary.startedAt).count()))
        , m_cost(upTo32Bits(summary.cost.hundredMillionths()))
        , m_brand(brand)
        , m_country{summary.country[0], summary.country[1]}
    { }

    Key key() const { return m_key; }
    engine::RequestId id() const { return engine::RequestId(m_id); }
    const engine::RequestId::Bytes &idBytes() const { return m_id; }
    std::uint64_t number() const { return m_numberAndStates & NumberBits; }
    engine::Status status() const { return engine::Status((m_numberAndStates >> StatusShift) & 15U); }
    engine::Source source() const { return engine::Source(m_numberAndStates >> SourceShift); }
    bool isRunning() const { return status() == engine::Status::InProgress; }
    engine::WorkflowId workflowId() const { return engine::WorkflowId(m_startAndWorkflow >> WorkflowShift); }
    engine::Instant startedAt() const { return engine::fromMilliseconds(std::int64_t(m_startAndWorkflow & StartBits)); }
    engine::milliseconds lasted() const { return engine::milliseconds(m_lasted); } // meaningful once ended
    engine::Money cost() const { return engine::Money::fromHundredMillionths(m_cost); }
    std::uint16_t brand() const { return m_brand; }
    const std::array<char, 2> &country() const { return m_country; } // two letters, or zeros

private:
    static constexpr int StatusShift = 52;
    static constexpr int SourceShift = 56;
    static constexpr int WorkflowShift = 48;
    static constexpr std::uint64_t NumberBits = (std::uint64_t(1) << StatusShift) - 1;
    static constexpr std::uint64_t StartBits = (std::uint64_t(1) << WorkflowShift) - 1;

    static std::uint32_t upTo32Bits(std::int64_t value)
    {
        constexpr std::int64_t Most = 0xffffffff;
        return std::uint32_t(value < 0 ? 0 : value > Most ? Most : value);
    }

    engine::RequestId::Bytes m_id{};
    std::uint64_t m_numberAndStates = 0;
    std::uint64_t m_startAndWorkflow = 0;
    Key m_key = 0;
    std::uint32_t m_lasted = 0; // milliseconds
    std::uint32_t m_cost = 0; // hundred-millionths
    std::uint16_t m_brand = 0;
    std::array<char, 2> m_country{};
};
static_assert(sizeof(BoardRow) == 48);

} // namespace model

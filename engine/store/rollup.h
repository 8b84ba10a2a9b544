// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/course.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace engine {

// So many that ended alike.
struct EndedAlike {
    Status status = Status::Expired;
    std::uint8_t stepsSent = 0;
    Money cost; // of each
    std::int64_t seconds = 0; // whole, from the request to its end
    std::int64_t count = 0;

    bool operator==(const EndedAlike &) const = default;
};

// Verifications that have ended, within a range of keys: those with one workflow, version, country, source and
// experiment that started in the same week. All rollups of a range together tell of each verification in it once.
struct Rollup {
    KeyRange range;
    VerificationKey newestKey = 0; // among them
    Instant firstAt{}; // start of the oldest
    Instant lastAt{}; // and of the latest
    WorkflowId workflowId = 0;
    std::string version;
    std::array<char, 2> country{};
    Source source = Source::Api;
    std::string experiment;
    std::vector<EndedAlike> ends; // each kind once

    bool operator==(const Rollup &) const = default;
};

// The one place where verifications become rollups: in the order in which the first of each came. `courses` are all of
// the range, by key. Pure.
std::vector<Rollup> rollUp(KeyRange range, const std::vector<Course> &courses);

// As the store keeps them, two bytes for most kinds of end; none: the bytes are damaged.
QByteArray encodeEnds(const std::vector<EndedAlike> &ends);
std::optional<std::vector<EndedAlike>> decodeEnds(const QByteArray &bytes);

} // namespace engine

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/verification/workflow.h"

#include <QStringList>

#include <vector>

// What all charts have: words, and a row for each workflow. Plain values.
namespace model {

// A chart as a table, for those who would rather read, and for copies.
struct ChartTwin {
    QStringList heads;
    QList<QStringList> rows;

    // Tab-separated lines, heads first.
    QString text() const;
    // RFC 4180, with figures as programs read them.
    QString csv() const;
};

// What stands before a workflow's bar or dot.
struct ChartLine {
    engine::WorkflowId workflow = 0;
    std::vector<engine::Channel> channels;
    bool isDecided = true; // filled, else hollow
};

// Words that every chart has.
struct ChartWords {
    QString title; // "Success rate"
    QString subTitle; // "verified, of all that ended"
    QString finding; // in one sentence; also the chart's accessible name
    QString note; // method, level and family
    QString waits; // what it waits for; empty: there is something to draw
    ChartTwin twin;
};

} // namespace model

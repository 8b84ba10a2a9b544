// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/request/startparameters.h"
#include "engine/runtime/engine.h"
#include "model/board/postbox.h"
#include "model/timeline/preview.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace model {

class BoardModel;

// A verification that is about to be started by hand: what was filled in, what is wrong with it (by the API's own
// rules, for all fields at once), what will happen, and the start. It leaves to its form when a problem is shown, and
// what is remembered. Lives in the window's thread.
class NewVerification : public QObject {
    Q_OBJECT

public:
    NewVerification(engine::Engine &engine, const BoardModel &board, QObject *parent = nullptr);

    QString value(engine::Parameter parameter) const;
    void set(engine::Parameter parameter, const QString &value);
    // Who answers the phone: the name of a population; empty: the person at the window.
    const QString &population() const { return m_population; }
    void setPopulation(const QString &name);

    // What is wrong with a field, as a sentence; empty when it is in order.
    QString problem(engine::Parameter parameter) const;
    bool isInOrder() const { return m_problems.empty(); }
    // In order, but worth knowing.
    QStringList notes() const;
    // "India, mobile"; empty while the number is none.
    QString numberHint() const;
    // "4 of 18".
    QString brandCount() const;

    // The verification that is in the way, since a number can have one at a time.
    struct Taken {
        engine::RequestId id;
        QString sentence;
    };
    std::optional<Taken> taken() const;

    // With the fields that are in order; the others count as not filled in.
    Preview preview() const;
    engine::Workflow workflow() const;
    engine::WorkflowId lastWorkflow() const;
    // Whether the account assigns workflows where none is named; then no workflow is a choice of its own.
    bool hasAssignment() const;
    // "example prices", or "your prices" where some of them were set.
    QString priceOrigin() const;
    engine::Dialect dialect() const { return m_engine.dialect(); }

    // Nothing happens unless all is in order; the answer is one of the signals.
    void start();

Q_SIGNALS:
    void changed();
    void started(engine::RequestId id, int codeLength);
    void refused(const QString &sentence); // it is not about a field
    void foundTaken(); // by the engine, before the board knew; see taken()

private:
    void takeReply(const engine::StartReply &reply, int codeLength);
    engine::StartRules rules() const;
    std::optional<engine::PhoneNumber> number() const;
    engine::Prices prices() const;

    engine::Engine &m_engine;
    const BoardModel &m_board;
    Postbox m_postbox;
    engine::StartParameters m_parameters;
    QString m_population;
    std::vector<engine::ParameterProblem> m_problems;
    std::optional<engine::StartReply> m_inTheWay; // the engine's word, should the board not know yet
};

} // namespace model

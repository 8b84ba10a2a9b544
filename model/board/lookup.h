// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/engine.h"
#include "model/board/postbox.h"

#include <QObject>

#include <optional>

namespace model {

// Finds the verification somebody means by an id, the beginning of an id, a number or a part of one; the newest, where
// several fit. The store is read on the engine's thread, so the window never waits. Lives in the window's thread.
class Lookup : public QObject {
    Q_OBJECT

public:
    explicit Lookup(engine::Engine &engine, QObject *parent = nullptr);

    // Answered by one of the signals; only the last question is.
    void find(const QString &text);

Q_SIGNALS:
    void found(engine::RequestId id);
    void failed(const QString &sentence); // why nothing was found

private:
    void take(const QString &text, std::optional<engine::RequestId> id);

    engine::Engine &m_engine;
    Postbox m_postbox;
    int m_asked = 0;
};

} // namespace model

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/engine.h"
#include "model/board/postbox.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace model {

// Whether a person operates the phone that this verification reaches.
bool isOperatedByHand(const engine::Record &record);
// The step whose call rings at such a phone and waits to be answered.
std::optional<std::uint8_t> ringingStep(const engine::Record &record, const engine::HandsetSettings &settings);

// The phone that belongs to the selected verification: what arrived there, what rings, and how it is set.
// Lives in the window's thread.
class HandsetModel : public QObject {
    Q_OBJECT

public:
    explicit HandsetModel(engine::Engine &engine, QObject *parent = nullptr);

    // The verification as it stands now, or none. Messages are read again whenever it is a newer one.
    void setRecord(std::shared_ptr<const engine::Record> record);
    const engine::Record *record() const { return m_record.get(); }

    // Of this number, oldest first, also from earlier verifications.
    const std::vector<engine::HandsetMessage> &messages() const { return m_messages; }
    // The PIN in the newest message of this verification; empty while none has arrived.
    QString pin() const;
    // A person operates it; otherwise a population's user or a test number's fate does, and it takes no typing.
    bool isByHand() const;
    // The call that rings and waits for a person to answer.
    std::optional<std::uint8_t> ringingStep() const;
    // How long it goes on ringing if nobody answers.
    engine::milliseconds ringsFor(engine::Instant now) const;

    // A call that was answered and speaks: what was said so far.
    struct Speech {
        QString words;
        QString digits; // the PIN's, as far as they were spoken
    };
    std::optional<Speech> speech(engine::Instant now) const;

    const engine::HandsetSettings &settings() const { return m_settings; }
    void setSettings(engine::HandsetSettings settings);
    void answer();
    void decline();

Q_SIGNALS:
    void changed();

private:
    void readMessages();

    engine::Engine &m_engine;
    Postbox m_postbox;
    std::shared_ptr<const engine::Record> m_record;
    std::vector<engine::HandsetMessage> m_messages;
    engine::HandsetSettings m_settings; // as chosen here; the engine follows
};

} // namespace model

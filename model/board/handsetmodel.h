// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/engine.h"
#include "model/board/postbox.h"
#include "model/handsets/phonecontent.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace model {

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

    // The call that rings or speaks.
    std::optional<PhoneCall> call(engine::Instant now) const;

    // As they are now: the phone may be switched elsewhere too.
    engine::HandsetSettings settings() const;
    void setSettings(engine::HandsetSettings settings);
    void answer();
    void decline();

Q_SIGNALS:
    void changed();
    void answered(); // by a person, who hears the code now

private:
    void readMessages();

    engine::Engine &m_engine;
    Postbox m_postbox;
    std::shared_ptr<const engine::Record> m_record;
    std::vector<engine::HandsetMessage> m_messages;
};

} // namespace model

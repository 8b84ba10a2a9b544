// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/engine.h"
#include "model/board/postbox.h"
#include "model/words/replywords.h"

#include <QObject>

#include <memory>
#include <optional>

namespace model {

// The selected verification: what a person does to it, and what is answered, in words. It leaves to the engine whether
// something is possible; nothing is refused here that would not be refused there. Lives in the window's thread.
class VerificationController : public QObject {
    Q_OBJECT

public:
    explicit VerificationController(engine::Engine &engine, QObject *parent = nullptr);

    // A newer record of the same verification, another one, or none.
    void setRecord(std::shared_ptr<const engine::Record> record);
    const std::shared_ptr<const engine::Record> &record() const { return m_record; }

    // Beside the code field: the last answer while it still holds, else what the field waits for.
    ReplyText codeText() const;
    // Beside the buttons: the last answer, else which of them would be refused now, and why.
    QString actionText() const;

    void check(const QString &code);
    void triggerNext();
    void cancel();

Q_SIGNALS:
    void changed(); // the record or an answer
    void checked(bool isAccepted); // a code was sent and answered

private:
    engine::Reply<engine::ControlReply> takeControlReply();
    bool isSelected(engine::RequestId id) const { return m_record && m_record->request.id == id; }

    engine::Engine &m_engine;
    Postbox m_postbox;
    std::shared_ptr<const engine::Record> m_record;
    std::optional<engine::CheckReply> m_checkReply;
    engine::Instant m_checkRepliedAt{};
    bool m_isNotACode = false;
    QString m_controlReply; // in words
    engine::Sequence m_controlReplyAt = 0; // the record's sequence it was given for
};

} // namespace model

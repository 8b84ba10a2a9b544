// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/handsets/handsetsmodel.h"
#include "model/handsets/sound.h"
#include "ui/handsets/voice.h"

#include <memory>
#include <optional>
#include <tuple>

namespace ui {

// Lets calls be heard, in step with their captions: each stretch is said when its first word is shown. Sound comes only
// after somebody answered here, with a screen reader only on demand, and never while muted. Phones and sound outlive
// it. Lives in the window's thread.
class CallSpeaker : public QObject {
    Q_OBJECT

public:
    CallSpeaker(model::HandsetsModel &phones, model::Sound &sound, QObject *parent = nullptr);
    ~CallSpeaker() override;

    // None: captions only.
    void setVoice(std::unique_ptr<Voice> voice);
    // Why a call that speaks is not heard, "captions only: no voice is installed"; empty: it is.
    QString note() const;
    // Whether an answered call is heard without asking for it.
    bool isHeardAtOnce() const;

Q_SIGNALS:
    void changed(); // note or isHeardAtOnce

private:
    void follow();
    void fallSilent();

    using CallId = std::tuple<engine::VerificationKey, std::uint8_t, bool>;

    model::HandsetsModel &m_phones;
    model::Sound &m_sound;
    std::unique_ptr<Voice> m_voice;
    std::optional<CallId> m_call; // that is being said
    engine::milliseconds m_saidUntil{}; // since its answer
    engine::milliseconds m_lasts{};
};

} // namespace ui

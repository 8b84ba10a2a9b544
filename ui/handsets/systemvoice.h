// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handsets/voice.h"

#include <QThread>

namespace ui {

class SpeechWorker;

// The voice of Qt TextToSpeech. Its engines may take their time to start and to answer, so they live on a thread of
// their own.
class SystemVoice final : public Voice {
    Q_OBJECT

public:
    SystemVoice();
    ~SystemVoice() override;

    bool isAvailable() const override { return m_isAvailable; }
    void say(const QString &words, const QString &locale) override;
    void stop() override;

private:
    QThread m_thread;
    SpeechWorker *m_worker; // of that thread, which deletes it at its end
    bool m_isAvailable = false;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace ui {

// Says words aloud, one stretch after the other. It never makes the window wait. Lives in the window's thread.
class Voice : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // Whether there is a voice at all; not known before stateChanged() came once.
    virtual bool isAvailable() const = 0;
    // After what is being said. `locale` is a message's, "en-gb".
    virtual void say(const QString &words, const QString &locale) = 0;
    // At once, with all that was still to be said.
    virtual void stop() = 0;

Q_SIGNALS:
    void stateChanged();
};

// The system's voice; null where Pinpath was built without Qt TextToSpeech.
std::unique_ptr<Voice> systemVoice();

} // namespace ui

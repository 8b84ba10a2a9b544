// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handsets/callspeaker.h"

#include "model/words/speech.h"

#include <QAccessible>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

CallSpeaker::CallSpeaker(model::HandsetsModel &phones, model::Sound &sound, QObject *parent)
    : QObject(parent)
    , m_phones(phones)
    , m_sound(sound)
{
    connect(&phones.clock(), &model::ClockModel::ticked, this, &CallSpeaker::follow);
    connect(&phones, &model::HandsetsModel::changed, this, &CallSpeaker::follow);
    connect(&sound, &model::Sound::changed, this, [this] {
        if (m_sound.isMuted())
            fallSilent();
        Q_EMIT changed();
    });
}

CallSpeaker::~CallSpeaker() = default;

void CallSpeaker::setVoice(std::unique_ptr<Voice> voice)
{
    m_voice = std::move(voice);
    if (m_voice)
        connect(m_voice.get(), &Voice::stateChanged, this, &CallSpeaker::changed);
    Q_EMIT changed();
}

QString CallSpeaker::note() const
{
    if (!m_voice || !m_voice->isAvailable())
        return u"captions only: no voice is installed"_s;
    return m_sound.isMuted() ? u"captions only: calls are muted"_s : QString();
}

bool CallSpeaker::isHeardAtOnce() const
{
    return !QAccessible::isActive();
}

void CallSpeaker::follow()
{
    const auto heard = m_phones.heard();
    if (!heard) {
        // A call that was cut off, by its request's end or by another one, is not said to its end.
        if (m_call && m_saidUntil + 1s < m_lasts)
            fallSilent();
        m_call.reset();
        return;
    }
    const CallId call{heard->record->key, heard->step, heard->isPlayed};
    if (m_call != call) {
        fallSilent();
        m_call = call;
        m_saidUntil = heard->isPlayed ? 0ms : std::max(heard->sinceAnswer - 500ms, 0ms);
        m_lasts = model::speechDuration(*heard->record, heard->step);
    }
    const engine::milliseconds from = std::exchange(m_saidUntil, heard->sinceAnswer);
    // A voice cannot speak twenty times as fast.
    const bool isInStep = heard->isPlayed || m_phones.clock().speed() <= 1;
    if (!note().isEmpty() || !isInStep || (!heard->isPlayed && !isHeardAtOnce()))
        return;
    for (const model::Phrase &phrase : model::phrases(model::callWords(*heard->record, heard->step))) {
        if (phrase.at > from && phrase.at <= heard->sinceAnswer)
            m_voice->say(phrase.text, heard->record->request.locale);
    }
}

void CallSpeaker::fallSilent()
{
    if (m_voice)
        m_voice->stop();
}

} // namespace ui

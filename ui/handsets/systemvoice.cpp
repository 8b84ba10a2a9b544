// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handsets/systemvoice.h"

#ifdef PINPATH_HAS_SPEECH

#include <QLocale>
#include <QQueue>
#include <QTextToSpeech>

namespace ui {

// On the voice's thread.
class SpeechWorker : public QObject {
    Q_OBJECT

public:
    void start()
    {
        m_speech = new QTextToSpeech(this);
        connect(m_speech, &QTextToSpeech::stateChanged, this, [this](QTextToSpeech::State state) {
            Q_EMIT availabilityKnown(isAvailable());
            if (state == QTextToSpeech::Ready)
                sayNext();
        });
        Q_EMIT availabilityKnown(isAvailable());
    }

    void say(const QString &words, const QString &locale)
    {
        if (!m_speech || !isAvailable())
            return;
        m_waiting.enqueue({words, locale});
        if (m_speech->state() == QTextToSpeech::Ready)
            sayNext();
    }

    void stop()
    {
        m_waiting.clear();
        if (m_speech)
            m_speech->stop();
    }

Q_SIGNALS:
    void availabilityKnown(bool isAvailable);

private:
    bool isAvailable() const
    {
        return m_speech->state() != QTextToSpeech::Error && !m_speech->availableVoices().isEmpty();
    }

    void sayNext()
    {
        if (m_waiting.isEmpty())
            return;
        const auto [words, locale] = m_waiting.dequeue();
        const QLocale wanted(QString(locale).replace(u'-', u'_'));
        if (m_speech->locale() != wanted && m_speech->availableLocales().contains(wanted))
            m_speech->setLocale(wanted);
        m_speech->say(words);
    }

    QTextToSpeech *m_speech = nullptr; // a child
    QQueue<std::pair<QString, QString>> m_waiting;
};

SystemVoice::SystemVoice()
    : m_worker(new SpeechWorker)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker, &SpeechWorker::start);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SpeechWorker::availabilityKnown, this, [this](bool isAvailable) {
        m_isAvailable = isAvailable;
        Q_EMIT stateChanged();
    });
    m_thread.start();
}

SystemVoice::~SystemVoice()
{
    m_thread.quit();
    m_thread.wait();
}

void SystemVoice::say(const QString &words, const QString &locale)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, words, locale] { worker->say(words, locale); });
}

void SystemVoice::stop()
{
    QMetaObject::invokeMethod(m_worker, &SpeechWorker::stop);
}

std::unique_ptr<Voice> systemVoice()
{
    return std::make_unique<SystemVoice>();
}

} // namespace ui

#include "systemvoice.moc"

#else

namespace ui {

std::unique_ptr<Voice> systemVoice()
{
    return nullptr;
}

} // namespace ui

#endif

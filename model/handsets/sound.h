// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace model {

// Whether calls may be heard: one switch for the whole window. Lives in the window's thread.
class Sound : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool isMuted() const { return m_isMuted; }
    void setMuted(bool muted)
    {
        if (muted == m_isMuted)
            return;
        m_isMuted = muted;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    bool m_isMuted = false;
};

} // namespace model

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/request/request.h"

#include <QObject>
#include <QString>

#include <set>

// How a phone number is shown: on the Board, on phones, and in all that is copied or written to a file.
namespace model {

// Which numbers are hidden. Those made here are shown in full unless the switch is on; imported ones belong to people,
// and are hidden until they are revealed one by one. The window owns the one that holds for all it shows, and lends it
// to whoever writes numbers; it outlives them. Lives in the window's thread.
class NumberMask : public QObject {
    Q_OBJECT

public:
    // Hides all, whatever was revealed.
    bool isOn() const { return m_isOn; }
    void setOn(bool isOn);
    void reveal(engine::PhoneNumber number);

    bool hides(engine::PhoneNumber number, engine::Source source) const;
    // "+44 7700 900112", or "+44 •••• •••112" where it is hidden.
    QString shown(engine::PhoneNumber number, engine::Source source) const;
    // The same for machines: "447700900112", or "44xxxxxxx112".
    QString digits(engine::PhoneNumber number, engine::Source source) const;

Q_SIGNALS:
    void changed();

private:
    bool m_isOn = false;
    std::set<engine::PhoneNumber> m_revealed;
};

// The calling code and the last three digits stay.
QString maskedNumber(engine::PhoneNumber number);

} // namespace model

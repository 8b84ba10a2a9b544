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
// and are hidden until they are revealed one by one. Lives in the window's thread; see numberMask().
class NumberMask : public QObject {
    Q_OBJECT

public:
    // Hides all, whatever was revealed.
    bool isOn() const { return m_isOn; }
    void setOn(bool isOn);
    void reveal(engine::PhoneNumber number);

    bool hides(engine::PhoneNumber number, engine::Source source) const;

Q_SIGNALS:
    void changed();

private:
    bool m_isOn = false;
    std::set<engine::PhoneNumber> m_revealed;
};

// The window's one mask: like the language, it holds for everything that is shown.
NumberMask &numberMask();

// "+44 7700 900112", or "+44 •••• •••112" where the mask hides it.
QString shownNumber(engine::PhoneNumber number, engine::Source source);
// The same for machines: "447700900112", or "44xxxxxxx112".
QString shownDigits(engine::PhoneNumber number, engine::Source source);

// The calling code and the last three digits stay.
QString maskedNumber(engine::PhoneNumber number);

} // namespace model

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"

#include <QSpinBox>

#include <optional>

namespace ui {

// Seconds within a range, or the API's own, by the word "documented". Any text can be typed; one that is neither is
// given back with refused(), and the value stays.
class TimeBox : public QSpinBox {
    Q_OBJECT

public:
    TimeBox(engine::seconds least, engine::seconds most, int step);

    std::optional<engine::seconds> time() const; // none: documented
    // Tells nobody.
    void setTime(const std::optional<engine::seconds> &time);
    // "60 to 900 s, or documented".
    QString range() const;

    QValidator::State validate(QString &text, int &position) const override;
    int valueFromText(const QString &text) const override;
    void fixup(QString &text) const override;

Q_SIGNALS:
    void refused(const QString &text) const;

private:
    QString typed(const QString &text) const;
    // None where it is neither; the minimum stands for the word.
    std::optional<int> read(const QString &text) const;

    int m_least;
};

} // namespace ui

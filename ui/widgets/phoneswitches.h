// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/delivery/handset.h"

#include <QWidget>

class QBoxLayout;

namespace ui {

class ChoiceField;
class Theme;

// How a phone takes its messages and its calls. It shows and asks; what is chosen is for others to carry out.
class PhoneSwitches : public QWidget {
    Q_OBJECT

public:
    explicit PhoneSwitches(const Theme &theme, QWidget *parent = nullptr);

    // Whether the phone is on is not shown here, but kept.
    void setSettings(const engine::HandsetSettings &settings);
    QList<QWidget *> controls() const;

Q_SIGNALS:
    void chosen(const engine::HandsetSettings &settings);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void offerLateBy(engine::seconds lateBy);
    void take();
    void arrange();

    const Theme &m_theme;
    engine::HandsetSettings m_settings;
    ChoiceField *m_messages;
    ChoiceField *m_calls;
    QBoxLayout *m_row;
};

} // namespace ui

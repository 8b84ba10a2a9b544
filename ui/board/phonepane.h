// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace model {
class BoardSession;
} // namespace model

namespace ui {

class PhoneSwitches;
class PhoneView;
class SignedLabel;
class Theme;

// The phone of the selected verification and how it is set: whether messages arrive and calls are answered.
class PhonePane : public QWidget {
    Q_OBJECT

public:
    PhonePane(const Theme &theme, model::BoardSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void focusLost(); // what had it has gone: a call was answered or has ended

private:
    void showContent();
    void showSettings();
    void showWhoAnswers();

    const Theme &m_theme;
    model::BoardSession &m_session;
    PhoneView *m_phone;
    PhoneSwitches *m_switches;
    SignedLabel *m_whoAnswers; // instead of the settings, where it is not the person at the window
};

} // namespace ui

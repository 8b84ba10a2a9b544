// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace model {
class BoardSession;
}

namespace ui {

class CodeField;
class SignedLabel;
class Theme;

// Stage's code field: its words above, the button that copies from the phone beside it, what was answered below.
class StageCode : public QWidget {
    Q_OBJECT

public:
    StageCode(const Theme &theme, model::BoardSession &session, QWidget *parent = nullptr);
    ~StageCode() override;

    // Whether the verification takes codes at all; else nothing here can take the focus.
    bool takesCodes() const;
    void focusCode();
    void usePin();
    CodeField &field() const { return *m_code; }
    // A tick of the clock, or another record.
    void showNow();

Q_SIGNALS:
    void nextWanted(); // Space, which is no part of a code
    void finished(); // the field had the focus and takes no more codes

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showRecord();
    void holdClockWhileTyping();

    const Theme &m_theme;
    model::BoardSession &m_session;
    CodeField *m_code;
    QPushButton *m_usePin;
    SignedLabel *m_reply;
    QString m_note; // an answer from here, until anything else happens
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QPushButton;

namespace model {
class ClockModel;
class HandsetModel;
class VerificationController;
} // namespace model

namespace ui {

class CodeField;
class SignedLabel;
class Theme;

// What a code for the selected verification is typed with: the field, the button that takes the PIN from the phone, and
// what is answered. It holds the clock while somebody types. Whoever makes it gives its widgets a place; controller,
// phone, clock and theme outlive it. GUI thread.
class CodeEntry : public QObject {
    Q_OBJECT

public:
    static const QString Name; // of the field

    CodeEntry(const Theme &theme, model::VerificationController &controller, model::HandsetModel &handset,
              model::ClockModel &clock, QObject *parent);

    CodeField &field() const { return *m_field; }
    QPushButton &usePinButton() const { return *m_usePin; }
    SignedLabel &answer() const { return *m_answer; }

    // Whether the verification takes codes at all; else nothing here can take the focus.
    bool takesCodes() const;
    // At once, or as soon as the selected verification has been read.
    void focusCode();
    void usePin();
    // What stands in the answer's place while there is none; empty: the usual.
    void setHint(const QString &hint);
    // Nobody types here any more.
    void letGo();

Q_SIGNALS:
    void finished(); // the field had the focus and takes no more codes

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showRecord();
    void showAnswer();
    void holdClockWhileTyping();

    model::VerificationController &m_controller;
    model::HandsetModel &m_handset;
    model::ClockModel &m_clock;
    CodeField *m_field;
    QPushButton *m_usePin;
    SignedLabel *m_answer;
    QString m_note; // an answer from here, until anything else happens
    QString m_hint;
    qint64 m_shownKey = 0; // whose code is in the field
    bool m_isWanted = false; // the field is to get the focus
};

} // namespace ui

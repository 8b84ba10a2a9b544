// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/requestid.h"
#include "model/board/verificationcontroller.h"
#include "model/handsets/handsetsmodel.h"
#include "ui/widgets/phoneview.h"

namespace ui {

class CodeField;
class OnOffSwitch;
class PhoneFoot;
class PhoneSwitches;
class SignedLabel;

// A phone of the wall, whole: what arrives there, its switches, the field for the code, and how its verification
// stands. One phone for all its life; once that is no longer known it stays as it was. Theme and phones outlive it.
class PhoneCard : public PhoneView {
    Q_OBJECT

public:
    static constexpr int Width = 264;
    static constexpr int Height = 356;

    PhoneCard(const Theme &theme, model::HandsetsModel &phones, engine::PhoneNumber number, QWidget *parent = nullptr);

    engine::PhoneNumber number() const { return m_phoneNumber; }
    // The phone or its switches changed.
    void showPhone();
    // A tick of the clock.
    void showNow();
    // Why a call that speaks is not heard: "captions only: no voice is installed"; empty: it is. With it, or without
    // `isHeardAtOnce`, a call that speaks gets a button that plays it.
    void setVoice(const QString &note, bool isHeardAtOnce);

    // Somebody is at it: it has the focus, or a code is half typed.
    bool isBusy() const;
    // What takes the focus, in the order of Tab.
    QList<QWidget *> controls() const;
    // What is most wanted here: Answer, the code, else the first that can have it.
    void takeFocus();
    void focusCode();
    void usePin();

    QSize sizeHint() const override;

Q_SIGNALS:
    void boardWanted(engine::RequestId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *codeRow();
    void join();
    void showCode(const model::Phone &phone);
    void showReply();
    void holdClockWhileTyping();

    const Theme &m_theme;
    model::HandsetsModel &m_phones;
    engine::PhoneNumber m_phoneNumber;
    model::VerificationController m_controller;
    QString m_voiceNote;
    bool m_isHeardAtOnce = true;
    OnOffSwitch *m_isOn;
    SignedLabel *m_whoAnswers;
    SignedLabel *m_reply;
    QWidget *m_codeRow;
    Label *m_codeName;
    CodeField *m_code;
    Label *m_left;
    PhoneSwitches *m_switches;
    PhoneFoot *m_foot;
};

} // namespace ui

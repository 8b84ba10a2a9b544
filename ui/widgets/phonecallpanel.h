// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/phonecontent.h"

#include <QWidget>

class QPushButton;

namespace ui {

class Label;
class Theme;

// A call on a phone: the handset with arcs and two buttons while it rings, the words while it speaks. PhoneView owns
// it.
class PhoneCallPanel : public QWidget {
    Q_OBJECT

public:
    explicit PhoneCallPanel(const Theme &theme, QWidget *parent = nullptr);

    void setCall(const PhoneCall &call);
    // While it speaks: a button that lets it be heard, and why it is not heard otherwise. Empty: neither.
    void setPlay(const QString &words, const QString &note);
    QList<QWidget *> controls() const;

Q_SIGNALS:
    void answered();
    void declined();
    void playWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    PhoneCall::State m_state = PhoneCall::State::Ringing;
    QString m_callDetail; // what the call itself has to say
    QWidget *m_picture; // room for the handset
    Label *m_headline;
    Label *m_detail;
    Label *m_caption;
    Label *m_digits;
    QPushButton *m_answer;
    QPushButton *m_decline;
    QPushButton *m_play;
};

} // namespace ui

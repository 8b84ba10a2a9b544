// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/phonecontent.h"

#include <QFrame>

class QBoxLayout;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class Label;
class PhoneCallPanel;
class PhoneMessages;
class Theme;
class WrapLabel;

// A phone, 264 px wide: its number, its messages, and while a call comes in, the call. It shows and asks; what an
// answer does is for others. Whoever makes a whole phone of it adds switches and fields.
class PhoneView : public QWidget {
    Q_OBJECT

public:
    explicit PhoneView(const Theme &theme, QWidget *parent = nullptr);

    void setContent(const PhoneContent &content);
    const PhoneContent &content() const { return m_content; }

    // The button that plays a call: under the messages, or in the call while that speaks with `note`, why it is not
    // heard. Empty words: none.
    void setPlay(const QString &words, const QString &note);

    QSize sizeHint() const override;

Q_SIGNALS:
    void answered();
    void declined();
    void playWanted();

protected:
    // At the right of the number.
    void addToHeader(QWidget *control);
    // Under messages or call, within the phone's sides.
    void addPart(QWidget *part);
    // At the very bottom, from side to side.
    void addFoot(QWidget *foot);
    // What takes the focus above the parts, in the order of Tab.
    QList<QWidget *> callControls() const;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void measure();
    int headerHeight() const;
    bool rings() const;

    const Theme &m_theme;
    PhoneContent m_content;
    QWidget *m_header;
    Label *m_number;
    Label *m_country;
    QWidget *m_body;
    QScrollArea *m_scroll;
    QBoxLayout *m_list; // inside the scroll area
    PhoneMessages *m_messages;
    QPushButton *m_play;
    WrapLabel *m_note;
    PhoneCallPanel *m_call;
};

} // namespace ui

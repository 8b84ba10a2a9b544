// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/phonecontent.h"

#include <QFrame>

class QScrollArea;

namespace ui {

class Label;
class PhoneCallPanel;
class PhoneMessages;
class Theme;

// A phone, 264 px wide: its number, its messages, and while a call comes in, the call. It shows and asks; what an
// answer does is for others.
class PhoneView : public QWidget {
    Q_OBJECT

public:
    explicit PhoneView(const Theme &theme, QWidget *parent = nullptr);

    void setContent(const PhoneContent &content);
    const PhoneContent &content() const { return m_content; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void answered();
    void declined();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void measure();
    int headerHeight() const;
    bool rings() const;

    const Theme &m_theme;
    PhoneContent m_content;
    QWidget *m_header;
    Label *m_number;
    Label *m_country;
    QScrollArea *m_scroll;
    PhoneMessages *m_messages;
    PhoneCallPanel *m_call;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/phonecontent.h"

#include <QWidget>

class QTextLayout;

namespace ui {

class Theme;

// The bubbles of a phone, oldest on top, as high as they need. PhoneView scrolls it and owns it.
class PhoneMessages : public QWidget {
    Q_OBJECT

public:
    explicit PhoneMessages(const Theme &theme, QWidget *parent = nullptr);

    void setMessages(const std::vector<PhoneMessage> &messages, const QString &emptyWords);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int bodyLeft(const PhoneMessage &message) const;
    QFont headFont(const PhoneMessage &message) const;
    QFont bodyFont(const PhoneMessage &message) const;
    // Large, as far as the PIN fits on one line.
    QFont pinFont(const QString &pin, qreal lineWidth) const;
    // Lines of the message's text for a bubble of this width, and their height.
    int layOut(QTextLayout &layout, std::size_t index, int width) const;
    void paintBubble(QPainter &painter, std::size_t index, const QRect &bubble) const;
    int bubbleHeight(std::size_t index, int width) const;

    const Theme &m_theme;
    std::vector<PhoneMessage> m_messages;
    QString m_emptyWords;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/phonemessages.h"

#include "ui/theme/marks.h"
#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int Padding = 10;
constexpr int BubbleGap = 8;
constexpr int BubbleCorner = 8;
constexpr int CallIndent = 32; // the mark of a call stands left of its words

bool isCall(const PhoneMessage &message)
{
    return message.kind != PhoneMessage::Kind::Sms;
}

// The text as the newest message shows it: the digits of the PIN stay together, and its sentence ends the line. What
// was spoken shows them on a line of their own.
QString withPinOnItsLine(QString text, const QString &pin, bool isSpoken)
{
    const qsizetype at = text.indexOf(pin);
    if (at < 0)
        return text;
    text.replace(at, pin.size(), QString(pin).replace(u' ', QChar::Nbsp));
    if (isSpoken && at > 0)
        text[at - 1] = QChar::LineSeparator;
    if (const qsizetype stop = text.indexOf(u". "_s, at); stop >= 0)
        text[stop + 1] = QChar::LineSeparator;
    return text;
}

} // namespace

PhoneMessages::PhoneMessages(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PhoneMessages::setMessages(const std::vector<PhoneMessage> &messages, const QString &emptyWords)
{
    m_messages = messages;
    m_emptyWords = emptyWords;
    QStringList spoken;
    for (const PhoneMessage &message : m_messages)
        spoken.prepend(message.sender % (message.time.isEmpty() ? QString() : QString(u' ' + message.time)) % u": "_s
                       % message.text); // the newest is read first
    setAccessibleName(m_messages.empty() ? m_emptyWords : tr("Messages, newest first"));
    setAccessibleDescription(spoken.join(u". "_s));
    updateGeometry();
    update();
}

int PhoneMessages::bodyLeft(const PhoneMessage &message) const
{
    return m_theme.px(isCall(message) ? CallIndent : Padding);
}

// An SMS begins with who sent it, small. A call begins with what happened.
QFont PhoneMessages::headFont(const PhoneMessage &message) const
{
    return m_theme.font(isCall(message) ? TextStyle::Body : TextStyle::Caption);
}

QFont PhoneMessages::bodyFont(const PhoneMessage &message) const
{
    return m_theme.font(message.kind == PhoneMessage::Kind::MissedCall ? TextStyle::Caption : TextStyle::Body);
}

QFont PhoneMessages::pinFont(const QString &pin, qreal lineWidth) const
{
    QFont font = m_theme.font(TextStyle::PhonePin);
    const qreal width = QFontMetricsF(font).horizontalAdvance(pin + u'.'); // which may follow
    if (width > lineWidth)
        font.setPointSizeF(font.pointSizeF() * lineWidth / width);
    return font;
}

int PhoneMessages::layOut(QTextLayout &layout, std::size_t index, int width) const
{
    const PhoneMessage &message = m_messages[index];
    const bool newest = index + 1 == m_messages.size();
    const bool enlarges = newest && !message.pin.isEmpty();
    const qsizetype pinAt = enlarges ? message.text.indexOf(message.pin) : -1;
    const QString text = enlarges ? withPinOnItsLine(message.text, message.pin, isCall(message)) : message.text;
    layout.setText(text);
    layout.setFont(bodyFont(message));
    const qreal lineWidth = width - bodyLeft(message) - m_theme.px(Padding);
    if (pinAt >= 0) {
        QTextLayout::FormatRange range;
        range.start = int(pinAt);
        range.length = int(message.pin.size());
        range.format.setFont(pinFont(message.pin, lineWidth));
        layout.setFormats({range});
    }
    const qreal lineGap = m_theme.px(2);
    qreal y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(lineWidth);
        line.setPosition({0, y});
        y += std::ceil(line.height()) + lineGap;
    }
    layout.endLayout();
    return int(y);
}

int PhoneMessages::bubbleHeight(std::size_t index, int width) const
{
    QTextLayout layout;
    return layOut(layout, index, width) + QFontMetrics(headFont(m_messages[index])).height()
        + m_theme.px(2 * metrics::Space4 + 4);
}

int PhoneMessages::heightForWidth(int width) const
{
    int height = m_theme.px(BubbleGap);
    for (std::size_t i = 0; i < m_messages.size(); ++i)
        height += bubbleHeight(i, width) + m_theme.px(BubbleGap);
    return height;
}

QSize PhoneMessages::sizeHint() const
{
    const int width = m_theme.px(240);
    return {width, heightForWidth(width)};
}

void PhoneMessages::paintBubble(QPainter &painter, std::size_t index, const QRect &bubble) const
{
    const PhoneMessage &message = m_messages[index];
    const Tokens &tokens = m_theme.tokens();
    drawRoundedBox(painter, bubble, m_theme.px(BubbleCorner), tokens.header, {});

    const int top = bubble.top() + m_theme.px(6);
    if (isCall(message)) {
        const Mark mark = message.kind == PhoneMessage::Kind::MissedCall ? Mark::CallNotDelivered : Mark::CallDelivered;
        drawMark(painter, mark, QPointF(bubble.left() + m_theme.px(CallIndent) / 2, top + m_theme.px(10)),
                 markscale::Detail * m_theme.scale(), tokens, tokens.header);
    }
    const int left = bubble.left() + bodyLeft(message);
    painter.setFont(headFont(message));
    const QRect head(left, top, bubble.right() + 1 - m_theme.px(Padding) - left, painter.fontMetrics().height());
    painter.setPen(isCall(message) ? tokens.text : tokens.secondary);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, message.sender);
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(tokens.secondary);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, message.time);

    QTextLayout layout;
    layOut(layout, index, bubble.width());
    painter.setPen(message.kind == PhoneMessage::Kind::MissedCall ? tokens.secondary : tokens.text);
    layout.draw(&painter, QPointF(left, head.bottom() + 1 + m_theme.px(2)));
}

void PhoneMessages::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    if (m_messages.empty()) {
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(m_theme.tokens().secondary);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyWords);
        return;
    }
    int y = m_theme.px(BubbleGap);
    for (std::size_t i = 0; i < m_messages.size(); ++i) {
        const QRect bubble(0, y, width(), bubbleHeight(i, width()));
        if (bubble.intersects(event->rect()))
            paintBubble(painter, i, bubble);
        y = bubble.bottom() + 1 + m_theme.px(BubbleGap);
    }
}

} // namespace ui

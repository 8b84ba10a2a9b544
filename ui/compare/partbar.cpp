// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/partbar.h"

#include "ui/theme/theme.h"

namespace ui {

namespace {

constexpr qreal PartHeight = 18;
constexpr qreal PartGap = 2;
constexpr qreal HatchWidth = 2;
constexpr qreal HatchPitch = 6;
constexpr qreal Edge = 1.5;
constexpr qreal WrittenFrom = 20; // px

} // namespace

PartBar::PartBar(const Theme &theme, QCPAxis *keyAxis, QCPAxis *valueAxis, const model::EndPart &part)
    : QCPBars(keyAxis, valueAxis)
    , m_theme(theme)
    , m_part(part)
{
    setWidthType(wtAbsolute);
    setWidth(PartHeight * theme.scale());
}

void PartBar::draw(QCPPainter *painter)
{
    using Kind = model::EndPart::Kind;
    const auto only = data()->constBegin();
    const qreal scale = m_theme.scale();
    QRectF rect = getBarRect(only->key, only->value).normalized();
    rect.setRight(std::max(rect.left() + 1, rect.right() - PartGap * scale));
    const Tokens &tokens = m_theme.tokens();
    painter->save();
    painter->setAntialiasing(true);
    const auto box = [&](const QColor &fill, const QColor &edge) {
        const qreal half = std::min(Edge * scale, rect.width()) / 2;
        painter->setBrush(fill);
        painter->setPen(QPen(edge, 2 * half, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->drawRect(rect.adjusted(half, half, -half, -half));
    };
    switch (m_part.kind) {
    case Kind::Verified:
        if (m_part.channel == engine::Channel::Sms) {
            painter->fillRect(rect, tokens.verified);
        } else {
            box(tokens.base, tokens.verified);
            drawHatch(*painter, rect);
        }
        break;
    case Kind::Expired:
        box(tokens.bandAmber, tokens.expired);
        break;
    case Kind::Failed:
        painter->fillRect(rect, tokens.failed);
        break;
    case Kind::Cancelled:
        painter->fillRect(rect, tokens.neutral);
        break;
    }
    drawFigure(*painter, rect);
    painter->restore();
}

void PartBar::drawHatch(QPainter &painter, const QRectF &rect) const
{
    const qreal scale = m_theme.scale();
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(m_theme.tokens().verified, HatchWidth * scale, Qt::SolidLine, Qt::FlatCap));
    const qreal reach = rect.height();
    for (qreal x = rect.left() - reach; x < rect.right(); x += HatchPitch * scale)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + reach, rect.top()));
    painter.restore();
}

void PartBar::drawFigure(QPainter &painter, const QRectF &rect) const
{
    using Kind = model::EndPart::Kind;
    const QFont font = m_theme.font(TextStyle::Caption);
    const qreal needed = QFontMetricsF(font).horizontalAdvance(m_part.figure) + 4;
    if (m_part.figure.isEmpty() || rect.width() < std::max(WrittenFrom * m_theme.scale(), needed))
        return;
    const Tokens &tokens = m_theme.tokens();
    const bool isHatched = m_part.kind == Kind::Verified && m_part.channel == engine::Channel::Tts;
    if (isHatched) { // on a plate, or it could not be read
        QRectF plate(0, 0, needed, rect.height() - 3 * m_theme.scale());
        plate.moveCenter(rect.center());
        painter.fillRect(plate, tokens.base);
    }
    const bool isOnDark = !isHatched && m_part.kind != Kind::Expired;
    painter.setFont(font);
    painter.setPen(isOnDark ? tokens.base : tokens.text);
    painter.drawText(rect, Qt::AlignCenter, m_part.figure);
}

} // namespace ui

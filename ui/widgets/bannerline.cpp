// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bannerline.h"

#include "ui/theme/buttonlook.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layoutspacing.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int LeastSentenceWidth = 320;

struct BandColours {
    QColor Tokens::*fill;
    QColor Tokens::*sign;
};

BandColours coloursOf(Band band)
{
    switch (band) {
    case Band::Violet:
        return {&Tokens::bandViolet, &Tokens::simulated};
    case Band::Amber:
        return {&Tokens::bandAmber, &Tokens::expired};
    case Band::Red:
        return {&Tokens::bandRed, &Tokens::failed};
    case Band::Green:
        return {&Tokens::bandGreen, &Tokens::verified};
    }
    Q_UNREACHABLE();
}

} // namespace

BannerLine::BannerLine(const Theme &theme, Band band, Icon icon, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_band(band)
    , m_icon(icon)
    , m_sentence(new Label(theme, TextStyle::Body))
    , m_buttons(new QWidget)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_sentence->setWordWrap(true);
    m_row->addWidget(m_sentence, 1);
    m_row->addWidget(m_buttons, 0, Qt::AlignVCenter | Qt::AlignLeft);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    connect(&theme, &Theme::changed, this, &BannerLine::fit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSentence(sentence);
}

// As high as its words need in the width there is; the buttons go under them where large text leaves them no room.
void BannerLine::fit()
{
    const int gap = m_theme.px(metrics::Space8);
    // The sign is painted into the left margin.
    const QMargins margins(m_theme.px(44), m_theme.px(metrics::Space4), m_theme.px(metrics::Space16),
                           m_theme.px(metrics::Space4));
    const int room = width() - margins.left() - margins.right();
    const QSize buttons = m_buttons->sizeHint();
    const bool isOneLine = room - buttons.width() - gap >= m_theme.px(LeastSentenceWidth);
    m_row->setContentsMargins(margins);
    setSpacing(*m_row, gap);
    setSpacing(*m_buttons->layout(), gap);
    m_row->setDirection(isOneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int words = m_sentence->heightForWidth(isOneLine ? room - buttons.width() - gap : room);
    const int content = isOneLine ? std::max(words, buttons.height()) : words + gap + buttons.height();
    setFixedHeight(std::max(m_theme.px(metrics::Banner), content + margins.top() + margins.bottom()));
}

QSize BannerLine::minimumSizeHint() const
{
    return {m_theme.px(44) + m_buttons->sizeHint().width() + m_theme.px(metrics::Space16), height()};
}

bool BannerLine::event(QEvent *event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return isTaken;
}

void BannerLine::resizeEvent(QResizeEvent *)
{
    fit();
}

void BannerLine::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    fit();
}

QPushButton *BannerLine::addButton(const QString &words)
{
    auto *button = new QPushButton(words, m_buttons);
    button->setAutoDefault(false);
    setSmall(*button);
    m_buttons->layout()->addWidget(button);
    fit();
    return button;
}

void BannerLine::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    const BandColours colours = coloursOf(m_band);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.*colours.fill);
    const qreal side = m_theme.px(metrics::Space16);
    drawIcon(painter, m_icon, QPointF(m_theme.px(metrics::Space16) + side / 2, height() / 2), side,
             tokens.*colours.sign);
}

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bannerline.h"

#include "ui/theme/buttonlook.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace ui {

namespace {

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
    , m_row(new QHBoxLayout(this))
{
    m_sentence->setWordWrap(true);
    m_row->addWidget(m_sentence, 1);
    const auto measure = [this] {
        // The sign is painted into the left margin.
        m_row->setContentsMargins(m_theme.px(44), m_theme.px(metrics::Space4), m_theme.px(metrics::Space16),
                                  m_theme.px(metrics::Space4));
        setMinimumHeight(m_theme.px(metrics::Banner));
        m_row->setSpacing(m_theme.px(metrics::Space8));
    };
    measure();
    connect(&theme, &Theme::changed, this, measure);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    setSentence(sentence);
}

void BannerLine::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

QPushButton *BannerLine::addButton(const QString &words)
{
    auto *button = new QPushButton(words, this);
    button->setAutoDefault(false);
    setSmall(*button);
    m_row->addWidget(button, 0, Qt::AlignVCenter);
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

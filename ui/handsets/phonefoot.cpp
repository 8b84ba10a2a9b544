// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handsets/phonefoot.h"

#include "ui/theme/buttonlook.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int FootHeight = 33;
constexpr int FootMarkX = 19; // its middle
constexpr int WordsX = 36;

} // namespace

PhoneFoot::PhoneFoot(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(new Label(theme, TextStyle::Body))
    , m_link(new QPushButton(u"Board"_s))
{
    setButtonLook(*m_link, ButtonLook::Link);
    setSmall(*m_link);
    m_link->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_words, 1);
    row->addWidget(m_link);
    const auto measure = [this, row] {
        row->setContentsMargins(m_theme.px(WordsX), 0, m_theme.px(metrics::Space8), 0);
        setFixedHeight(m_theme.px(FootHeight));
    };
    connect(&theme, &Theme::changed, this, measure);
    measure();
}

void PhoneFoot::setState(Mark mark, const QString &words)
{
    m_mark = mark;
    m_words->setText(words);
    update();
}

void PhoneFoot::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.divider);
    drawMark(painter, m_mark, QPointF(m_theme.px(FootMarkX), height() / 2), m_theme.scale(), tokens, tokens.base);
}

} // namespace ui

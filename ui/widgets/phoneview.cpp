// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/phoneview.h"

#include "ui/theme/roundedbox.h"
#include "ui/widgets/label.h"
#include "ui/widgets/phonecallpanel.h"
#include "ui/widgets/phonemessages.h"

#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int Width = 264;
constexpr int LeastWidth = 240;
constexpr int Height = 240;
constexpr int FrameCorner = 16;

} // namespace

PhoneView::PhoneView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_header(new QWidget)
    , m_number(new Label(theme, TextStyle::Strong))
    , m_country(new Label(theme, TextStyle::Caption, {}, &Tokens::secondary))
    , m_scroll(new QScrollArea)
    , m_messages(new PhoneMessages(theme))
    , m_call(new PhoneCallPanel(theme))
{
    auto *words = new QVBoxLayout(m_header);
    words->setSpacing(0);
    words->addWidget(m_number);
    words->addWidget(m_country);

    m_scroll->setWidget(m_messages);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Messages on this phone"));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_messages->setAutoFillBackground(false);
    // Whenever the list grows, the newest message is in view.
    QScrollBar *bar = m_scroll->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, bar, [bar](int, int last) { bar->setValue(last); });

    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_call, 1);
    m_call->hide();

    connect(m_call, &PhoneCallPanel::answered, this, &PhoneView::answered);
    connect(m_call, &PhoneCallPanel::declined, this, &PhoneView::declined);
    connect(&theme, &Theme::changed, this, &PhoneView::measure);
    measure();
}

void PhoneView::measure()
{
    const int side = m_theme.px(metrics::Space12);
    m_header->layout()->setContentsMargins(m_theme.px(2), m_theme.px(metrics::Space12), 0, m_theme.px(metrics::Space8));
    layout()->setContentsMargins(side, 0, side, side);
    setMinimumWidth(m_theme.px(LeastWidth));
    setMaximumWidth(m_theme.px(Width));
    updateGeometry();
}

QSize PhoneView::sizeHint() const
{
    return {m_theme.px(Width), m_theme.px(Height)};
}

bool PhoneView::rings() const
{
    return m_content.call && m_content.call->state == PhoneCall::State::Ringing;
}

int PhoneView::headerHeight() const
{
    return m_header->geometry().bottom() + 1;
}

void PhoneView::setContent(const PhoneContent &content)
{
    if (content == m_content)
        return;
    m_content = content;
    m_number->setText(content.number);
    m_country->setText(content.country);
    m_messages->setMessages(content.messages,
                            content.emptyWords.isEmpty() ? tr("No messages yet") : content.emptyWords);
    m_scroll->setVisible(!content.call);
    m_call->setVisible(content.call.has_value());
    if (content.call)
        m_call->setCall(*content.call);
    setAccessibleName(tr("Phone %1, %2").arg(content.number, content.country));
    update();
}

void PhoneView::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    const qreal corner = m_theme.px(FrameCorner);
    QPainter painter(this);
    drawRoundedBox(painter, rect(), corner, tokens.base, {});
    if (rings()) {
        painter.save();
        painter.setClipRect(QRect(0, 0, width(), headerHeight()));
        drawRoundedBox(painter, rect(), corner, tokens.selection, {});
        painter.restore();
    }
    painter.fillRect(QRect(0, headerHeight() - 1, width(), 1), tokens.divider);
    drawRoundedBox(painter, rect(), corner, {}, rings() ? tokens.running : tokens.controlEdge,
                   rings() ? m_theme.px(2) : 1);
}

} // namespace ui

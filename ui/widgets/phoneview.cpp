// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/phoneview.h"

#include "ui/theme/icons.h"
#include "ui/theme/roundedbox.h"
#include "ui/widgets/label.h"
#include "ui/widgets/phonecallpanel.h"
#include "ui/widgets/phonemessages.h"
#include "ui/widgets/wraplabel.h"

#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int Width = 264;
constexpr int LeastPhoneWidth = 240;
constexpr int LeastPhoneHeight = 240;
constexpr int FrameCorner = 16;

} // namespace

PhoneView::PhoneView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_header(new QWidget)
    , m_number(new Label(theme, TextStyle::Strong))
    , m_country(new Label(theme, TextStyle::Caption, {}, &Tokens::secondary))
    , m_body(new QWidget)
    , m_scroll(new QScrollArea)
    , m_list(new QVBoxLayout)
    , m_messages(new PhoneMessages(theme))
    , m_play(new QPushButton)
    , m_note(new WrapLabel(theme, TextStyle::Body, {}, &Tokens::secondary))
    , m_call(new PhoneCallPanel(theme))
{
    layOut();
    m_call->hide();
    m_play->hide();
    m_note->hide();
    m_play->setIcon(themedIcon(theme, Icon::Sound));
    m_play->setAutoDefault(false);

    // Whenever the list grows, the newest message is in view.
    QScrollBar *bar = m_scroll->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, bar, [bar](int, int last) { bar->setValue(last); });
    connect(m_call, &PhoneCallPanel::answered, this, &PhoneView::answered);
    connect(m_call, &PhoneCallPanel::declined, this, &PhoneView::declined);
    connect(m_call, &PhoneCallPanel::playWanted, this, &PhoneView::playWanted);
    connect(m_play, &QPushButton::clicked, this, &PhoneView::playWanted);
    connect(&theme, &Theme::changed, this, &PhoneView::measure);
    measure();
}

void PhoneView::layOut()
{
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_number);
    words->addWidget(m_country);
    auto *head = new QHBoxLayout(m_header);
    head->addLayout(words, 1);

    auto *inside = new QWidget;
    inside->setLayout(m_list);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->addWidget(m_messages);
    m_list->addWidget(m_play, 0, Qt::AlignLeft);
    m_list->addWidget(m_note);
    m_list->addStretch();
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Messages on this phone"));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false); // which the area switched on

    auto *body = new QVBoxLayout(m_body);
    body->addWidget(m_scroll, 1);
    body->addWidget(m_call, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_body, 1);
}

void PhoneView::addToHeader(QWidget *control)
{
    m_header->layout()->addWidget(control);
}

void PhoneView::addPart(QWidget *part)
{
    m_body->layout()->addWidget(part);
}

void PhoneView::addFoot(QWidget *foot)
{
    layout()->addWidget(foot);
}

QList<QWidget *> PhoneView::callControls() const
{
    return QList<QWidget *>{m_scroll, m_play} + m_call->controls();
}

void PhoneView::measure()
{
    const int side = m_theme.px(metrics::Space12);
    m_header->layout()->setContentsMargins(side + m_theme.px(2), m_theme.px(metrics::Space12), side,
                                           m_theme.px(metrics::Space8));
    m_body->layout()->setContentsMargins(side, 0, side, side);
    m_body->layout()->setSpacing(m_theme.px(metrics::Space8));
    m_list->setSpacing(m_theme.px(metrics::Space8));
    setMinimumWidth(m_theme.px(LeastPhoneWidth));
    setMaximumWidth(m_theme.px(Width));
    updateGeometry();
}

QSize PhoneView::sizeHint() const
{
    return {m_theme.px(Width), m_theme.px(LeastPhoneHeight)};
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
    m_list->setStretch(0, content.messages.empty() ? 1 : 0); // words instead of messages stand in the middle
    m_list->setStretch(m_list->count() - 1, content.messages.empty() ? 0 : 1);
    m_note->setText(content.note);
    m_note->setVisible(!content.note.isEmpty());
    m_scroll->setVisible(!content.call);
    m_call->setVisible(content.call.has_value());
    if (content.call)
        m_call->setCall(*content.call);
    setAccessibleName(tr("Phone %1, %2").arg(content.number, content.country));
    update();
}

void PhoneView::setPlay(const QString &words, const QString &note)
{
    const bool isInCall = m_content.call.has_value();
    m_play->setText(words);
    m_play->setVisible(!words.isEmpty() && !isInCall);
    m_call->setPlay(isInCall ? words : QString(), isInCall ? note : QString());
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

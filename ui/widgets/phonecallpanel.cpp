// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/phonecallpanel.h"

#include "ui/theme/buttonlook.h"
#include "ui/theme/icons.h"
#include "ui/theme/marks.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int PictureHeight = 68;
constexpr qreal HandsetScale = 54.0 / 14; // px over the mark's own
constexpr qreal SpeakingScale = 32.0 / 14;

// Three arcs on each side of the handset, the outer ones longer.
void drawArcs(QPainter &painter, QPointF centre, qreal scale, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 2 * scale, Qt::SolidLine, Qt::RoundCap));
    for (int i = 0; i < 3; ++i) {
        const qreal radius = (38 + 12 * i) * scale;
        const QRectF circle(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
        const int half = (15 + 2 * i) * 16; // sixteenths of a degree
        painter.drawArc(circle, -half, 2 * half);
        painter.drawArc(circle, 180 * 16 - half, 2 * half);
    }
    painter.restore();
}

} // namespace

PhoneCallPanel::PhoneCallPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_picture(new QWidget)
    , m_headline(new Label(theme, TextStyle::Strong))
    , m_detail(new Label(theme, TextStyle::Caption, {}, &Tokens::secondary))
    , m_caption(new Label(theme, TextStyle::Body))
    , m_digits(new Label(theme, TextStyle::PhonePin))
    , m_answer(new QPushButton(tr("Answer")))
    , m_decline(new QPushButton(tr("Decline")))
    , m_play(new QPushButton)
{
    setButtonLook(*m_answer, ButtonLook::Primary);
    for (QPushButton *button : {m_answer, m_decline, m_play})
        button->setAutoDefault(false);
    m_play->setIcon(themedIcon(theme, Icon::Sound));
    m_play->hide();
    for (Label *label : {m_headline, m_detail, m_caption, m_digits}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    m_picture->setAttribute(Qt::WA_TransparentForMouseEvents);

    auto *buttons = new QHBoxLayout;
    scaleSpacing(theme, *buttons, metrics::Space8);
    buttons->addWidget(m_answer, 1);
    buttons->addWidget(m_decline, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *column, metrics::Space4);
    column->addStretch();
    column->addWidget(m_picture);
    addScaledSpacing(theme, *column, metrics::Space8);
    for (Label *label : {m_headline, m_detail, m_caption, m_digits})
        column->addWidget(label);
    column->addStretch();
    column->addLayout(buttons);
    column->addWidget(m_play);

    const auto measure = [this] { m_picture->setFixedHeight(m_theme.px(PictureHeight)); };
    measure();
    connect(&theme, &Theme::changed, this, measure);
    connect(m_play, &QPushButton::clicked, this, &PhoneCallPanel::playWanted);
    connect(m_answer, &QPushButton::clicked, this, &PhoneCallPanel::answered);
    connect(m_decline, &QPushButton::clicked, this, &PhoneCallPanel::declined);
}

void PhoneCallPanel::setCall(const PhoneCall &call)
{
    m_state = call.state;
    m_callDetail = call.detail;
    const bool rings = call.state == PhoneCall::State::Ringing;
    m_headline->setText(call.headline);
    m_detail->setText(call.detail);
    m_caption->setText(call.caption);
    m_digits->setText(call.digits);
    m_detail->setVisible(!call.detail.isEmpty());
    m_caption->setVisible(!rings);
    m_digits->setVisible(!rings);
    m_answer->setVisible(rings);
    m_decline->setVisible(rings);
    if (rings)
        m_play->hide();
    update();
}

void PhoneCallPanel::setPlay(const QString &words, const QString &note)
{
    m_play->setText(words);
    m_play->setVisible(!words.isEmpty());
    if (m_state == PhoneCall::State::Speaking) {
        QStringList lines{m_callDetail, note};
        lines.removeAll(QString());
        m_detail->setText(lines.join(u'\n'));
        m_detail->setVisible(!lines.isEmpty());
    }
}

QList<QWidget *> PhoneCallPanel::controls() const
{
    return {m_answer, m_decline, m_play};
}

void PhoneCallPanel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    const bool rings = m_state == PhoneCall::State::Ringing;
    const QPointF centre = m_picture->geometry().center();
    QPainter painter(this);
    if (rings)
        drawArcs(painter, centre, m_theme.scale(), tokens.running);
    drawMark(painter, Mark::CallDelivered, centre, (rings ? HandsetScale : SpeakingScale) * m_theme.scale(), tokens,
             tokens.base);
}

} // namespace ui

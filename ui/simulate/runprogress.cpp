// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/runprogress.h"

#include "model/simulate/simulatesession.h"
#include "model/words/times.h"
#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int BarWidth = 88;
constexpr int ProgressHeight = 8;

} // namespace

RunProgress::RunProgress(const Theme &theme, const model::SimulateSession &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(session)
{
    const auto name = [this] { setAccessibleName(m_session.isRunning() ? u"Running."_s : m_session.lastRun()); };
    connect(&session, &model::SimulateSession::changed, this, [this, name] {
        name();
        setToolTip(m_session.isRunning() ? QString() : words());
        update();
    });
    connect(&session, &model::SimulateSession::progressed, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
    name();
}

QString RunProgress::words() const
{
    if (!m_session.isRunning()) {
        const QString stale = m_session.staleness();
        return stale.isEmpty() ? m_session.lastRun() : stale;
    }
    const auto left = m_session.left();
    return left ? model::timeLeft(*left) + u" left"_s : u"running"_s;
}

QSize RunProgress::sizeHint() const
{
    return {m_theme.px(BarWidth + 180), m_theme.px(metrics::Control)};
}

QSize RunProgress::minimumSizeHint() const
{
    const int words = QFontMetrics(m_theme.font(TextStyle::Body)).horizontalAdvance(u"59 s left"_s);
    return {m_theme.px(BarWidth + metrics::Space12) + words, m_theme.px(metrics::Control)};
}

void RunProgress::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = m_theme.tokens();
    QRect rest = rect();
    if (m_session.isRunning()) {
        const int height = m_theme.px(ProgressHeight);
        const QRectF bar(0, (this->height() - height) / 2, m_theme.px(BarWidth), height);
        painter.setRenderHint(QPainter::Antialiasing);
        drawRoundedBox(painter, bar, height / 2.0, tokens.header, tokens.controlEdge);
        QRectF done = bar;
        done.setWidth(bar.width() * m_session.progress());
        painter.setClipRect(done);
        drawRoundedBox(painter, bar, height / 2.0, tokens.simulated, {});
        painter.setClipping(false);
        rest.setLeft(int(bar.right()) + m_theme.px(metrics::Space12));
    }
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(tokens.text);
    painter.drawText(rest, Qt::AlignVCenter, painter.fontMetrics().elidedText(words(), Qt::ElideRight, rest.width()));
}

} // namespace ui

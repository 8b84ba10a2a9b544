// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/detailpicture.h"

#include "model/words/headline.h"
#include "model/words/story.h"
#include "ui/theme/theme.h"
#include "ui/timeline/detailpainter.h"

#include <QKeyEvent>
#include <QPainter>
#include <QtMath>

#include <algorithm>

namespace ui {

namespace {

constexpr int LeastWidth = 420;
constexpr int UsualWidth = 808;
constexpr int TopMargin = 2; // the caret's head reaches over the lanes

} // namespace

DetailPicture::DetailPicture(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        layOut();
    });
}

void DetailPicture::setRecord(std::shared_ptr<const engine::Record> record)
{
    const bool isSame = record && m_record && record->key == m_record->key;
    m_record = std::move(record);
    if (!isSame)
        endWalk();
    layOut();
    if (!m_stop)
        speak();
}

void DetailPicture::setNow(engine::Instant now, bool isPaused)
{
    m_now = now;
    m_isPaused = isPaused;
    if (m_record && m_record->verification.isRunning())
        layOut();
}

void DetailPicture::setCutsOpen(bool areOpen)
{
    if (areOpen == m_areCutsOpen)
        return;
    m_areCutsOpen = areOpen;
    layOut();
    Q_EMIT cutsOpenChanged(areOpen);
}

QSize DetailPicture::sizeHint() const
{
    return {m_theme.px(UsualWidth), m_theme.px(TopMargin) + qCeil(model::detailLanes(m_theme.scale()).height)};
}

QSize DetailPicture::minimumSizeHint() const
{
    return {m_theme.px(LeastWidth), sizeHint().height()};
}

void DetailPicture::paintEvent(QPaintEvent *)
{
    if (!m_record)
        return;
    QPainter painter(this);
    painter.translate(0, m_theme.px(TopMargin));
    paintDetail(painter, m_geometry, m_theme);
    if (m_stop && hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.tokens().accent, m_theme.px(metrics::FocusRing)));
        painter.drawRoundedRect(m_geometry.stops.at(*m_stop).area, metrics::Corner, metrics::Corner);
    }
}

void DetailPicture::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Z && event->modifiers() == Qt::NoModifier)
        setCutsOpen(!m_areCutsOpen);
    else if (!walk(event->key()))
        QWidget::keyPressEvent(event);
}

// Whether the key was one of the walk's.
bool DetailPicture::walk(int key)
{
    if (m_geometry.stops.empty())
        return false;
    const std::size_t last = m_geometry.stops.size() - 1;
    switch (key) {
    case Qt::Key_Right:
        walkTo(m_stop ? std::min(*m_stop + 1, last) : 0);
        return true;
    case Qt::Key_Left:
        walkTo(m_stop ? *m_stop - std::min<std::size_t>(*m_stop, 1) : last);
        return true;
    case Qt::Key_Home:
        walkTo(0);
        return true;
    case Qt::Key_End:
        walkTo(last);
        return true;
    default:
        return false;
    }
}

void DetailPicture::walkTo(std::size_t stop)
{
    m_stop = stop;
    speak();
    update();
}

void DetailPicture::endWalk()
{
    m_stop.reset();
    speak();
    update();
}

// Setting the name sends the event that makes a screen reader say it.
void DetailPicture::speak()
{
    QString name = tr("No verification selected");
    QString description;
    if (m_record) {
        name = m_stop ? m_geometry.stops.at(*m_stop).sentence : model::headline(*m_record, m_now);
        description = model::story(*m_record, m_now);
    }
    if (name != accessibleName())
        setAccessibleName(name);
    if (description != accessibleDescription())
        setAccessibleDescription(description);
}

void DetailPicture::focusInEvent(QFocusEvent *event)
{
    speak(); // a headline counts down, and is told as it stands now
    QWidget::focusInEvent(event);
    update();
}

void DetailPicture::focusOutEvent(QFocusEvent *event)
{
    endWalk();
    QWidget::focusOutEvent(event);
}

void DetailPicture::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void DetailPicture::layOut()
{
    m_geometry = {};
    if (m_record) {
        m_geometry = model::layOutDetail(
            *m_record, {qreal(width()), m_now, m_isPaused, m_areCutsOpen, m_theme.scale(), detailTextWidth(m_theme)});
    }
    if (m_stop && *m_stop >= m_geometry.stops.size())
        m_stop.reset();
    update();
}

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/detailpicture.h"

#include "model/words/headline.h"
#include "model/words/story.h"
#include "ui/theme/theme.h"
#include "ui/timeline/detailpainter.h"
#include "ui/widgets/announce.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>
#include <QtMath>

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr int LeastDetailWidth = 420;
constexpr int UsualWidth = 808;
constexpr int TopMargin = 2; // the caret's head reaches over the lanes
constexpr std::array<qreal, 8> Zooms{1, 1.5, 2, 3, 4, 6, 8, 12};
constexpr qreal PanShare = 0.25; // of the view
constexpr int ShareHeight = 3;

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

void DetailPicture::setPlace(model::DetailPlace place)
{
    m_place = place;
    updateGeometry();
    layOut();
}

void DetailPicture::setRecord(std::shared_ptr<const engine::Record> record)
{
    const bool isSame = record && m_record && record->key == m_record->key;
    m_record = std::move(record);
    if (!isSame) {
        m_zoomStep = 0;
        m_zoom = 1;
        endWalk();
    }
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
    return {m_theme.px(UsualWidth), m_theme.px(TopMargin) + qCeil(model::detailLanes(m_theme.scale(), m_place).height)};
}

QSize DetailPicture::minimumSizeHint() const
{
    return {m_theme.px(LeastDetailWidth), sizeHint().height()};
}

void DetailPicture::paintEvent(QPaintEvent *)
{
    if (!m_record)
        return;
    QPainter painter(this);
    painter.translate(0, m_theme.px(TopMargin));
    paintDetail(painter, m_geometry, m_theme, {qreal(width()), m_offset});
    if (m_stop && hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.tokens().accent, m_theme.px(metrics::FocusRing)));
        painter.drawRoundedRect(m_geometry.stops.at(*m_stop).area.translated(-m_offset, 0), metrics::Corner,
                                metrics::Corner);
    }
    if (m_zoom > 1)
        paintShare(painter);
}

// Which part of the whole is in view, as the slider of a scroll bar shows it.
void DetailPicture::paintShare(QPainter &painter) const
{
    const qreal left = m_geometry.left;
    const qreal room = width() - left;
    const qreal whole = m_geometry.width - left;
    const qreal y = m_geometry.lanes.height - m_theme.px(ShareHeight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().header);
    painter.drawRoundedRect(QRectF(left, y, room, m_theme.px(ShareHeight)), 1, 1);
    painter.setBrush(m_theme.tokens().controlEdge);
    painter.drawRoundedRect(QRectF(left + room * m_offset / whole, y, room * room / whole, m_theme.px(ShareHeight)), 1,
                            1);
}

void DetailPicture::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Z && event->modifiers() == Qt::NoModifier)
        setCutsOpen(!m_areCutsOpen);
    else if (!zoomOrPan(*event) && !walk(event->key()))
        QWidget::keyPressEvent(event);
}

// Whether the key was one of these.
bool DetailPicture::zoomOrPan(const QKeyEvent &key)
{
    const Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
    const bool isShifted = modifiers == Qt::ShiftModifier;
    if (!m_record || (modifiers != Qt::NoModifier && !isShifted))
        return false;
    const qreal step = (width() - m_geometry.left) * PanShare;
    switch (key.key()) {
    case Qt::Key_Plus:
        zoomTo(m_zoomStep + 1, {});
        return true;
    case Qt::Key_Minus:
        zoomTo(m_zoomStep - 1, {});
        return true;
    case Qt::Key_0:
        zoomTo(0, {});
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (isShifted)
            pan(key.key() == Qt::Key_Left ? -step : step);
        return isShifted;
    default:
        return false;
    }
}

void DetailPicture::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    if (m_record && event->modifiers() == Qt::ControlModifier && turned != 0)
        zoomTo(m_zoomStep + (turned > 0 ? 1 : -1), event->position().x() + m_offset);
    else if (event->modifiers() == Qt::ShiftModifier && m_zoom > 1)
        pan(-(turned != 0 ? turned : event->angleDelta().x()));
    else
        QWidget::wheelEvent(event);
}

// `around`, a place in the drawn picture, stays where it is as far as there is something to show; without it what a
// user who zooms wants to see, which comes into view if it was not.
void DetailPicture::zoomTo(int step, std::optional<qreal> around)
{
    step = std::clamp(step, 0, int(Zooms.size()) - 1);
    if (step == m_zoomStep)
        return;
    const qreal left = m_geometry.left;
    const qreal before = m_zoom;
    const qreal place = around.value_or(middleOfInterest());
    const qreal seenAt = std::clamp(place - m_offset, left, qreal(std::max(width(), qCeil(left))));
    m_zoomStep = step;
    m_zoom = Zooms.at(std::size_t(step));
    layOut();
    // Cuts do not grow with the rest, so a happening is looked up again.
    const bool isHappening = !around && (m_stop || m_geometry.now);
    const qreal moved = isHappening ? middleOfInterest() : left + (place - left) * m_zoom / before;
    pan(moved - seenAt - m_offset);
    const QString zoomed = m_zoom > 1 ? tr("Zoomed to %1 %.").arg(qRound(m_zoom * 100)) : tr("All is in view.");
    announce(*this, model::headline(*m_record, m_now), zoomed);
}

void DetailPicture::pan(qreal pixels)
{
    m_offset = std::clamp(m_offset + pixels, qreal(0), std::max(m_geometry.width - width(), qreal(0)));
    update();
}

// What a user who zooms wants to see: the mark the walk stands on, else now, else the middle of the view.
qreal DetailPicture::middleOfInterest() const
{
    if (m_stop)
        return m_geometry.stops.at(*m_stop).area.center().x();
    return m_geometry.now.value_or(m_offset + (m_geometry.left + width()) / 2);
}

void DetailPicture::bringIntoView(const QRectF &area)
{
    if (area.right() - m_offset > width())
        pan(area.right() - m_offset - width());
    if (area.left() - m_offset < m_geometry.left)
        pan(area.left() - m_offset - m_geometry.left);
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
    bringIntoView(m_geometry.stops.at(stop).area);
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
            *m_record,
            {width() * m_zoom, m_now, m_isPaused, m_areCutsOpen, m_theme.scale(), detailTextWidth(m_theme), m_place});
    }
    if (m_stop && *m_stop >= m_geometry.stops.size())
        m_stop.reset();
    pan(0); // as far as there still is something
}

} // namespace ui

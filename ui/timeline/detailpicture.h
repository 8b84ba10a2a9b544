// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"
#include "model/timeline/detailgeometry.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace ui {

class Theme;

// The selected verification's lanes. With the keyboard: Left, Right, Home and End walk what happened, Z opens and
// closes the cuts, + and - zoom, Shift with Left and Right pans, 0 shows all again. Its accessible name is the headline
// and the story, or the mark that the walk stands on; countdowns send no events. GUI thread; the theme outlives it; the
// owner says what time it is, at most ten times a second.
class DetailPicture : public QWidget {
    Q_OBJECT

public:
    explicit DetailPicture(const Theme &theme, QWidget *parent = nullptr);

    // On the Board unless told otherwise.
    void setPlace(model::DetailPlace place);
    // None shows nothing. Another verification ends the walk.
    void setRecord(std::shared_ptr<const engine::Record> record);
    void setNow(engine::Instant now, bool isPaused);

    bool areCutsOpen() const { return m_areCutsOpen; }
    void setCutsOpen(bool areOpen);
    // Which happening the walk stands on, counted from 0.
    std::optional<std::size_t> currentStop() const { return m_stop; }

    // 1: all is in view.
    qreal zoom() const { return m_zoom; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cutsOpenChanged(bool areOpen);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void walkTo(std::size_t stop);
    bool walk(int key);
    bool zoomOrPan(const QKeyEvent &key);
    void zoomTo(int step, std::optional<qreal> around);
    void pan(qreal pixels);
    qreal middleOfInterest() const;
    void bringIntoView(const QRectF &area);
    void paintShare(QPainter &painter) const;
    void endWalk();
    void speak();

    const Theme &m_theme;
    model::DetailPlace m_place = model::DetailPlace::Board;
    std::shared_ptr<const engine::Record> m_record;
    engine::Instant m_now{};
    bool m_isPaused = false;
    bool m_areCutsOpen = false;
    int m_zoomStep = 0;
    qreal m_zoom = 1;
    qreal m_offset = 0; // pixels that have gone out of view on the left
    model::DetailGeometry m_geometry; // of the zoomed width
    std::optional<std::size_t> m_stop;
};

} // namespace ui

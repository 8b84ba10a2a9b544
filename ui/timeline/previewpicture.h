// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline/preview.h"

#include <QWidget>

namespace ui {

class Theme;

// "What will happen" when a workflow is started: its messages, its PINs and its end on the compressed axis, all still
// planned. Its accessible name says the same. It takes no focus. GUI thread; the theme outlives it.
class PreviewPicture : public QWidget {
    Q_OBJECT

public:
    explicit PreviewPicture(const Theme &theme, QWidget *parent = nullptr);

    void setPreview(const model::Preview &preview);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintSteps(QPainter &painter, const std::function<int(engine::milliseconds)> &x) const;
    void paintPins(QPainter &painter, const std::function<int(engine::milliseconds)> &x) const;

    const Theme &m_theme;
    model::Preview m_preview;
};

} // namespace ui

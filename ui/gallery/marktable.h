// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class Theme;

// The gallery's table of marks: each enlarged four times, at 20 px and at 14 px, then all without colour and on the
// selection.
class MarkTable : public QWidget {
    Q_OBJECT

public:
    explicit MarkTable(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

// The markers of the workflows at two sizes, with their ids and a bar in their colour.
class WorkflowMarkers : public QWidget {
    Q_OBJECT

public:
    explicit WorkflowMarkers(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

// The small signs of the frame with their names.
class IconTable : public QWidget {
    Q_OBJECT

public:
    explicit IconTable(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui

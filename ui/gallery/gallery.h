// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

class QVBoxLayout;

namespace ui {

class Theme;

// One picture of every mark and every state of the shared widgets, to be looked at after each change and to be compared
// with the drawings. Other parts add their own sections.
class Gallery : public QWidget {
    Q_OBJECT

public:
    explicit Gallery(const Theme &theme, QWidget *parent = nullptr);

    // Puts the widget under its title and owns it. position counts sections from the top; -1 adds at the end.
    void addSection(const QString &title, QWidget *content, int position = -1);

    // The whole gallery, 1440 px wide and as high as it needs, at a device pixel ratio.
    QImage render(qreal devicePixelRatio);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *sideBySide(const QString &leftTitle, QWidget *left, const QString &rightTitle, QWidget *right);
    QWidget *banners();
    QWidget *emptyBoard();
    QWidget *phones();

    const Theme &m_theme;
    QVBoxLayout *m_sections;
};

} // namespace ui

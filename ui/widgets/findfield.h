// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QStringList>

class QTimer;

namespace ui {

class Theme;

// The find field of a page's top bar. GUI thread; the theme outlives it.
class FindField : public QLineEdit {
    Q_OBJECT

public:
    // `hints` stand in it while it is empty: the first that fits, the longest first. Widths are those of the drawings.
    FindField(const Theme &theme, const QStringList &hints, int leastWidth, int mostWidth, QWidget *parent = nullptr);

    void takeFocus();
    // Without saying wanted(), and without what was about to be said.
    void setWords(const QString &text);

Q_SIGNALS:
    void wanted(const QString &text); // a moment after the last key, without spaces around it

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme &m_theme;
    QStringList m_hints;
    QTimer *m_pause; // while somebody types
};

} // namespace ui

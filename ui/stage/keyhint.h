// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace ui {

class Theme;

// A key in its cap and what it does, at the foot of Stage. A click does the same; it takes no focus, since its key
// works everywhere.
class KeyHint : public QAbstractButton {
    Q_OBJECT

public:
    KeyHint(const Theme &theme, const QString &key, const QString &words, QWidget *parent = nullptr);

    void setWords(const QString &words);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int capWidth() const;

    const Theme &m_theme;
    QString m_key;
};

} // namespace ui

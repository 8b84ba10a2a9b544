// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace ui {

class Theme;

// What to be careful about, as chips that flow into as many lines as they need.
class CautionRow : public QWidget {
    Q_OBJECT

public:
    explicit CautionRow(const Theme &theme, QWidget *parent = nullptr);

    void setCautions(const QStringList &cautions);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<QRect> boxes(int width) const;

    const Theme &m_theme;
    QStringList m_cautions;
};

} // namespace ui

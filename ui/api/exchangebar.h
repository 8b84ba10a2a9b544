// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace ui {

class Chip;
class Theme;

// The line over the exchanges: all of them or the refused ones, what waits above, pause and clear.
class ExchangeBar : public QWidget {
    Q_OBJECT

public:
    explicit ExchangeBar(const Theme &theme, QWidget *parent = nullptr);

    void setCounts(std::size_t all, std::size_t refused);
    void setClearable(bool isClearable); // there is something to forget
    void setRefusedOnly(bool isRefusedOnly);
    // "14 new above"; hidden for none.
    void setWaiting(std::size_t rows);

Q_SIGNALS:
    void refusedOnlyChosen(bool isRefusedOnly);
    void newWanted();
    void paused(bool isPaused);
    void clearWanted();

private:
    Chip *m_all;
    Chip *m_refused;
    QPushButton *m_waiting;
    QPushButton *m_pause;
    QPushButton *m_clear;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/boardfilter.h"

#include <QWidget>

#include <array>

class QPushButton;

namespace ui {

class Chip;
class SegmentedControl;
class Theme;

// The line over the Board's table: a chip per state with its count, what waits above, and the choice of axis.
class ChipsRow : public QWidget {
    Q_OBJECT

public:
    explicit ChipsRow(const Theme &theme, QWidget *parent = nullptr);

    void setCounts(const model::ChipCounts &counts);
    void setChosen(model::StateChip chip);
    // "14 new above", or "14 new" where they will come in anywhere; hidden for none.
    void setWaiting(std::size_t rows, bool isAbove);
    // "1 ringing"; hidden for none.
    void setRinging(std::size_t calls);
    void setTimeOfDay(bool isTimeOfDay);

    // Without the choice of axis, which goes where there is no room and which the View menu has too, and without the
    // words beside marks, which go next.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(model::StateChip chip);
    void newWanted();
    void ringingWanted();
    void timeOfDayChosen(bool isTimeOfDay);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int widthOf(bool withWords) const;
    void fit();

    const Theme &m_theme;
    std::array<Chip *, model::StateChipCount> m_chips{};
    QPushButton *m_ringing;
    QPushButton *m_waiting;
    SegmentedControl *m_axis;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"

#include <QWidget>

#include <functional>
#include <optional>

class QPushButton;

namespace model {
class ClockModel;
class Sound;
} // namespace model

namespace ui {

class ClockFace;
class QuietButton;
class SegmentedControl;
class Theme;
class WrapLabel;

// What time it is for the engine and how it goes on: time, pause, speeds, skip, and beside them the words why it goes
// slower than chosen. At its right end calls are muted. Violet unless it is real time. On every page.
class ClockBar : public QWidget {
    Q_OBJECT

public:
    ClockBar(const Theme &theme, model::ClockModel &clock, model::Sound &sound, QWidget *parent = nullptr);

    // The next or previous of the speeds on offer.
    void stepSpeed(int by);
    // The words stand behind the bar instead of before it.
    void setNoteBehind();
    // What Skip goes to: the next moment of all, unless told otherwise.
    struct Skip {
        std::function<std::optional<engine::milliseconds>()> left; // how far away it is; none: nothing follows
        std::function<void()> go;
        QString where; // "To the next moment of this verification"
    };
    void setSkip(const Skip &skip);

    QSize sizeHint() const override; // with all words
    // Without the words before it and those of Skip, which go where large text leaves no room for them.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void measure();
    int barWidth() const;
    void fitNote();
    void showState();
    void showTime();
    void showSound();

    const Theme &m_theme;
    model::ClockModel &m_clock;
    model::Sound &m_sound;
    Skip m_goOn;
    WrapLabel *m_note;
    QWidget *m_box;
    ClockFace *m_face;
    QPushButton *m_pause;
    SegmentedControl *m_speeds;
    QuietButton *m_skip;
    QPushButton *m_mute;
};

} // namespace ui

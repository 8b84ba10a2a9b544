// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/clockbar.h"

#include "model/board/clockmodel.h"
#include "model/handsets/sound.h"
#include "model/words/times.h"
#include "ui/frame/clockface.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/quietbutton.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/wraplabel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int LeastNoteWidth = 60;
constexpr int SignWidth = 30; // of a button that is a sign alone
const QString LongestSkip = u"Skip 59:59"_s;
constexpr std::array<double, 4> Speeds{1, 10, 20, 60};

// Its place among the speeds on offer; -1 for one that was set elsewhere.
int placeOf(double speed)
{
    const auto found = std::find(Speeds.begin(), Speeds.end(), speed);
    return found == Speeds.end() ? -1 : int(found - Speeds.begin());
}

QPushButton *flatButton(const QIcon &icon)
{
    auto *button = new QPushButton;
    button->setFlat(true);
    button->setIcon(icon);
    return button;
}

} // namespace

ClockBar::ClockBar(const Theme &theme, model::ClockModel &clock, model::Sound &sound, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_sound(sound)
    , m_goOn{[this] { return m_clock.untilNext(); }, [this] { m_clock.skip(); },
             u"To the next moment at which anything falls due"_s}
    , m_note(new WrapLabel(theme, TextStyle::Caption, {}, &Tokens::secondary))
    , m_box(new QWidget)
    , m_face(new ClockFace(theme))
    , m_pause(flatButton(themedIcon(theme, Icon::Pause)))
    , m_speeds(new SegmentedControl(theme, {u"1x"_s, u"10x"_s, u"20x"_s, u"60x"_s}))
    , m_skip(new QuietButton(themedIcon(theme, Icon::Skip), LongestSkip, u"Skip to the next moment"_s))
    , m_mute(flatButton(themedIcon(theme, Icon::Sound)))
{
    m_speeds->setFramed(false);
    m_speeds->setAccessibleName(u"Speed"_s);
    m_skip->setFlat(true);
    connect(&theme, &Theme::changed, this, &ClockBar::measure);
    measure();

    auto *inside = new QHBoxLayout(m_box);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    for (QWidget *part :
         {static_cast<QWidget *>(m_face), static_cast<QWidget *>(m_pause), static_cast<QWidget *>(m_speeds),
          static_cast<QWidget *>(m_skip), static_cast<QWidget *>(m_mute)})
        inside->addWidget(part);
    new ClockFrame(theme, *m_box); // over all in the box, since it is everybody's edge

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *row, metrics::Space12);
    row->addStretch(); // the bar stands at the right with the words and without them
    row->addWidget(m_note, 1);
    row->addWidget(m_box);
    m_box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_note->setMinimumWidth(1);

    connect(m_pause, &QPushButton::clicked, &clock, &model::ClockModel::togglePause);
    connect(m_speeds, &SegmentedControl::chosen, this,
            [this](int place) { m_clock.setSpeed(Speeds[std::size_t(place)]); });
    connect(m_skip, &QPushButton::clicked, this, [this] { m_goOn.go(); });
    connect(m_mute, &QPushButton::clicked, &sound, [this] { m_sound.setMuted(!m_sound.isMuted()); });
    connect(&sound, &model::Sound::changed, this, &ClockBar::showSound);
    connect(&clock, &model::ClockModel::changed, this, &ClockBar::showState);
    connect(&clock, &model::ClockModel::ticked, this, &ClockBar::showTime);
    showState();
    showTime();
    showSound();
}

void ClockBar::setNoteBehind()
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    delete row->takeAt(0);
    row->removeWidget(m_note);
    row->addWidget(m_note, 1);
    row->addStretch();
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void ClockBar::setSkip(const Skip &skip)
{
    m_goOn = skip;
    showState();
    showTime();
}

void ClockBar::measure()
{
    m_pause->setFixedWidth(m_theme.px(SignWidth));
    m_mute->setFixedWidth(m_theme.px(SignWidth));
}

QSize ClockBar::minimumSizeHint() const
{
    return {barWidth() - m_skip->fontMetrics().horizontalAdvance(LongestSkip), m_box->minimumSizeHint().height()};
}

// With the note, shown or not: one that made room would else never get it back.
QSize ClockBar::sizeHint() const
{
    const int note = m_note->text().isEmpty() ? 0 : m_note->sizeHint().width() + layout()->spacing();
    return {barWidth() + note, m_box->sizeHint().height()};
}

// Of the bar with all its words.
int ClockBar::barWidth() const
{
    const int saved = m_skip->text().isEmpty() ? m_skip->fontMetrics().horizontalAdvance(LongestSkip) : 0;
    return m_box->minimumSizeHint().width() + saved;
}

void ClockBar::resizeEvent(QResizeEvent *)
{
    m_skip->setIconAlone(width() < barWidth());
    fitNote();
}

// Seen where it fits whole; the bar makes no room for it that others need.
void ClockBar::fitNote()
{
    const int room = width() - barWidth() - layout()->spacing();
    m_note->setVisible(room >= m_theme.px(LeastNoteWidth) && m_note->heightForWidth(room) <= height());
}

void ClockBar::stepSpeed(int by)
{
    const double chosen = m_clock.chosenSpeed();
    const auto next = by > 0 ? std::upper_bound(Speeds.begin(), Speeds.end(), chosen)
                             : std::lower_bound(Speeds.begin(), Speeds.end(), chosen);
    if (by > 0 && next != Speeds.end())
        m_clock.setSpeed(*next);
    else if (by < 0 && next != Speeds.begin())
        m_clock.setSpeed(*(next - 1));
}

void ClockBar::showState()
{
    const bool isReal = m_clock.isReal();
    const bool isAhead = m_clock.lead() > engine::milliseconds(0);
    const bool isPaused = m_clock.isPaused();
    const int place = placeOf(m_clock.speed());
    m_speeds->setCurrent(place);
    m_speeds->setHeld(m_clock.isHeld() ? placeOf(m_clock.chosenSpeed()) : -1);
    if (isReal)
        m_speeds->setCurrentColours(&Tokens::selection, &Tokens::text);
    else
        m_speeds->setCurrentColours(&Tokens::simulated, &Tokens::base);
    m_face->setReal(isReal && !isAhead);
    m_face->setAside(isAhead         ? QString(u'+' + model::timeLeft(m_clock.lead()))
                         : place < 0 ? QString(QString::number(m_clock.speed()) + u'x')
                                     : QString());
    m_face->setToolTip(isAhead ? u"The engine's clock was moved on; it goes at the pace of real time, ahead of it by "_s
                               + model::duration(m_clock.lead()) + u'.'
                               : m_clock.note());
    m_face->setAccessibleDescription(m_clock.note());

    m_pause->setIcon(themedIcon(m_theme, isPaused ? Icon::Play : Icon::Pause));
    announce(*m_pause, isPaused ? u"Let the clock run"_s : u"Pause the clock"_s, {});
    const QString leaves = isReal ? u" This leaves real time; Clock > Real time goes back."_s : QString();
    m_pause->setToolTip(m_pause->accessibleName() + u" (F8)."_s + leaves);
    m_speeds->setToolTip(u"How fast the engine's clock goes (F7, Shift+F7)."_s + leaves);
    m_skip->setToolTip(m_goOn.where + u" (F9)."_s + leaves);
    m_skip->setAccessibleDescription(m_skip->toolTip());
    m_speeds->setAccessibleDescription(m_speeds->toolTip());
}

void ClockBar::showTime()
{
    m_face->setTime(m_clock.text());
    const auto left = m_goOn.left();
    m_skip->setWords(left ? u"Skip "_s + model::timeLeft(*left) : u"Skip"_s);
    if (m_note->text() == m_clock.note())
        return;
    m_note->setText(m_clock.note());
    updateGeometry();
    fitNote();
}

void ClockBar::showSound()
{
    const bool isMuted = m_sound.isMuted();
    m_mute->setIcon(themedIcon(m_theme, isMuted ? Icon::Muted : Icon::Sound));
    m_mute->setAccessibleName(isMuted ? u"Let calls be heard"_s : u"Mute calls"_s);
    m_mute->setToolTip(m_mute->accessibleName() + u" (Ctrl+M)."_s);
}

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/chipsrow.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

std::optional<Mark> markOf(model::StateChip chip)
{
    switch (chip) {
    case model::StateChip::All:
        return {};
    case model::StateChip::Running:
        return Mark::Running;
    case model::StateChip::Verified:
        return Mark::Verified;
    case model::StateChip::Expired:
        return Mark::Expired;
    case model::StateChip::Failed:
        return Mark::Failed;
    case model::StateChip::Cancelled:
        return Mark::Cancelled;
    }
    Q_UNREACHABLE();
}

QString counted(std::size_t count)
{
    return QLocale(QLocale::English).toString(qulonglong(count));
}

} // namespace

ChipsRow::ChipsRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_ringing(new QPushButton)
    , m_waiting(new QPushButton)
    , m_axis(new SegmentedControl(theme, {u"since request"_s, u"time of day"_s}))
{
    auto *row = new QHBoxLayout(this);
    scaleMargins(theme, *row, {metrics::Space16, 7, metrics::Space16, metrics::Space8});
    scaleSpacing(theme, *row, metrics::Space8);
    auto *group = new QButtonGroup(this);
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const auto chip = model::StateChip(i);
        m_chips[i] = new Chip(theme, model::chipName(chip), markOf(chip));
        group->addButton(m_chips[i]);
        row->addWidget(m_chips[i]);
        connect(m_chips[i], &Chip::clicked, this, [this, chip] { Q_EMIT chosen(chip); });
    }
    m_chips.front()->setChecked(true);
    row->addStretch();

    setSmall(*m_waiting);
    m_waiting->setIcon(themedIcon(theme, Icon::ArrowUp, &Tokens::accent));
    m_waiting->hide();
    setSmall(*m_ringing);
    m_ringing->setIcon(themedIcon(theme, Mark::CallGlyph));
    m_ringing->setToolTip(u"Selects the one whose phone has rung longest"_s);
    m_ringing->hide();
    row->addWidget(m_ringing);
    row->addWidget(m_waiting);
    addScaledSpacing(theme, *row, metrics::Space8);
    row->addWidget(m_axis);
    m_axis->setAccessibleName(u"Axis"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    connect(m_waiting, &QPushButton::clicked, this, &ChipsRow::newWanted);
    connect(m_ringing, &QPushButton::clicked, this, &ChipsRow::ringingWanted);
    connect(m_axis, &SegmentedControl::chosen, this, [this](int place) { Q_EMIT timeOfDayChosen(place == 1); });
}

void ChipsRow::setCounts(const model::ChipCounts &counts)
{
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setCount(counted(counts[i]));
    fit();
}

void ChipsRow::setChosen(model::StateChip chip)
{
    m_chips[std::size_t(chip)]->setChecked(true);
}

void ChipsRow::setWaiting(std::size_t rows, bool isAbove)
{
    m_waiting->setText(counted(rows) + (isAbove ? u" new above"_s : u" new"_s));
    m_waiting->setVisible(rows > 0);
    fit();
}

void ChipsRow::setRinging(std::size_t calls)
{
    m_ringing->setText(counted(calls) + u" ringing"_s);
    m_ringing->setVisible(calls > 0);
    fit();
}

QSize ChipsRow::minimumSizeHint() const
{
    return {widthOf(false), layout()->sizeHint().height()};
}

// Of all but the choice of axis.
int ChipsRow::widthOf(bool withWords) const
{
    const QMargins margins = layout()->contentsMargins();
    int width = margins.left() + margins.right();
    for (const Chip *chip : m_chips)
        width += chip->widthOf(withWords) + layout()->spacing();
    for (const QPushButton *button : {m_ringing, m_waiting}) {
        if (!button->isHidden())
            width += button->sizeHint().width() + layout()->spacing();
    }
    return width;
}

void ChipsRow::resizeEvent(QResizeEvent *)
{
    fit();
}

void ChipsRow::fit()
{
    const int gap = m_theme.px(metrics::Space24);
    const int whole = widthOf(true);
    m_axis->setVisible(whole + gap + m_axis->sizeHint().width() <= width());
    for (Chip *chip : m_chips)
        chip->setWordsShown(whole <= width());
}

void ChipsRow::setTimeOfDay(bool isTimeOfDay)
{
    m_axis->setCurrent(isTimeOfDay ? 1 : 0);
}

} // namespace ui

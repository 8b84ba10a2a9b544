// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/api/exchangebar.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/scaledlayout.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString counted(std::size_t count)
{
    return QLocale(QLocale::English).toString(qulonglong(count));
}

} // namespace

ExchangeBar::ExchangeBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_all(new Chip(theme, u"All"_s))
    , m_refused(new Chip(theme, u"Refused"_s))
    , m_waiting(new QPushButton)
    , m_pause(new QPushButton(themedIcon(theme, Icon::Pause), u"Pause"_s))
    , m_clear(new QPushButton(u"Clear"_s))
{
    auto *row = new QHBoxLayout(this);
    scaleMargins(theme, *row, {metrics::Space16, 7, metrics::Space16, metrics::Space8});
    scaleSpacing(theme, *row, metrics::Space8);
    auto *group = new QButtonGroup(this);
    for (Chip *chip : {m_all, m_refused}) {
        group->addButton(chip);
        row->addWidget(chip);
    }
    m_all->setChecked(true);
    row->addStretch();
    m_waiting->setIcon(themedIcon(theme, Icon::ArrowUp, &Tokens::accent));
    m_waiting->hide();
    m_pause->setCheckable(true);
    m_pause->setToolTip(u"Holds the list still; the API goes on"_s);
    m_clear->setToolTip(u"Forgets all requests that are kept"_s);
    for (QPushButton *button : {m_waiting, m_pause, m_clear}) {
        setSmall(*button);
        row->addWidget(button);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    connect(m_all, &Chip::clicked, this, [this] { Q_EMIT refusedOnlyChosen(false); });
    connect(m_refused, &Chip::clicked, this, [this] { Q_EMIT refusedOnlyChosen(true); });
    connect(m_waiting, &QPushButton::clicked, this, [this] {
        m_pause->setChecked(false);
        Q_EMIT newWanted();
    });
    connect(m_pause, &QPushButton::toggled, this, &ExchangeBar::paused);
    connect(m_clear, &QPushButton::clicked, this, &ExchangeBar::clearWanted);
}

void ExchangeBar::setCounts(std::size_t all, std::size_t refused)
{
    m_all->setCount(counted(all));
    m_refused->setCount(counted(refused));
}

void ExchangeBar::setClearable(bool isClearable)
{
    m_clear->setEnabled(isClearable);
}

void ExchangeBar::setRefusedOnly(bool isRefusedOnly)
{
    (isRefusedOnly ? m_refused : m_all)->setChecked(true);
}

void ExchangeBar::setWaiting(std::size_t rows)
{
    m_waiting->setText(counted(rows) + u" new above"_s);
    m_waiting->setVisible(rows > 0);
}

} // namespace ui

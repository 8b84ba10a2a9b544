// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardtools.h"

#include "ui/theme/buttonlook.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scaledlayout.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr int FindWidth = 340;
constexpr int LeastFindWidth = 132;
constexpr int FindPadding = 56; // sign, cursor and air
constexpr auto TypingPause = 120ms;

} // namespace

BoardTools::BoardTools(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_find(new QLineEdit)
{
    auto *start = new QPushButton(themedIcon(theme, Icon::Plus, &Tokens::primaryText), u"New verification"_s);
    setButtonLook(*start, ButtonLook::Primary);
    m_find->setAccessibleName(u"Find"_s);
    m_find->setAccessibleDescription(
        u"Number, request id, a state, or wf:2, country:IN, brand:acme, started:today, cost:>0.05, took:<30"_s);
    m_find->setClearButtonEnabled(true);
    m_find->addAction(themedIcon(theme, Icon::Search, &Tokens::secondary), QLineEdit::LeadingPosition);
    measureAlways(theme, m_find, [this, &theme] {
        m_find->setMinimumWidth(theme.px(LeastFindWidth));
        m_find->setMaximumWidth(theme.px(FindWidth));
    });

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *row, metrics::Space12);
    row->addWidget(start);
    row->addWidget(m_find, 1);
    row->addStretch();

    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(TypingPause);
    connect(start, &QPushButton::clicked, this, &BoardTools::newWanted);
    connect(m_find, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, [this] { Q_EMIT findChanged(m_find->text()); });
}

void BoardTools::resizeEvent(QResizeEvent *)
{
    const auto all = u"find: number, id, wf:2 country:IN"_s;
    const auto some = u"find: number, id"_s;
    const bool fits = m_find->fontMetrics().horizontalAdvance(all) + m_theme.px(FindPadding) <= m_find->width();
    m_find->setPlaceholderText(fits ? all : some);
}

void BoardTools::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void BoardTools::setFind(const QString &text)
{
    const QSignalBlocker quiet(m_find);
    m_find->setText(text);
}

} // namespace ui

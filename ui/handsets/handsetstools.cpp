// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handsets/handsetstools.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scaledlayout.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int FindWidth = 280;
constexpr int LeastFindWidth = 120;
constexpr int FindPadding = 56; // sign, cursor and air

} // namespace

HandsetsTools::HandsetsTools(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_find(new QLineEdit)
{
    auto *start = new QPushButton(themedIcon(theme, Icon::Plus), u"New verification"_s);
    m_find->setAccessibleName(u"Find"_s);
    m_find->setAccessibleDescription(u"Number, country or brand"_s);
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
    connect(start, &QPushButton::clicked, this, &HandsetsTools::newWanted);
    connect(m_find, &QLineEdit::textChanged, this, &HandsetsTools::findChanged);
}

void HandsetsTools::resizeEvent(QResizeEvent *)
{
    const auto all = u"find: number, country, brand"_s;
    const bool fits = m_find->fontMetrics().horizontalAdvance(all) + m_theme.px(FindPadding) <= m_find->width();
    m_find->setPlaceholderText(fits ? all : u"find"_s);
}

void HandsetsTools::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void HandsetsTools::setFind(const QString &text)
{
    const QSignalBlocker quiet(m_find);
    m_find->setText(text);
}

} // namespace ui

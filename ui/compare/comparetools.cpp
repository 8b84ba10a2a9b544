// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparetools.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scaledlayout.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int FindWidth = 260;

} // namespace

CompareTools::CompareTools(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_find(new QLineEdit)
{
    m_find->setAccessibleName(u"Find a market"_s);
    m_find->setPlaceholderText(u"find a market"_s);
    m_find->setClearButtonEnabled(true);
    m_find->addAction(themedIcon(theme, Icon::Search, &Tokens::secondary), QLineEdit::LeadingPosition);
    measureAlways(theme, m_find, [this, &theme] { m_find->setMaximumWidth(theme.px(FindWidth)); });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_find, 1);
    row->addStretch();
    connect(m_find, &QLineEdit::textChanged, this, &CompareTools::findChanged);
}

void CompareTools::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

} // namespace ui

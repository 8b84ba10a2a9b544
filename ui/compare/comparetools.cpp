// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparetools.h"

#include "ui/widgets/findfield.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int FindWidth = 260;
constexpr int LeastFindWidth = 120;

} // namespace

CompareTools::CompareTools(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_find(new FindField(theme, {u"find a market"_s, u"find"_s}, LeastFindWidth, FindWidth))
{
    m_find->setAccessibleDescription(u"A market"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_find, 1);
    row->addStretch();
    connect(m_find, &FindField::wanted, this, &CompareTools::findChanged);
}

void CompareTools::focusFind()
{
    m_find->takeFocus();
}

} // namespace ui

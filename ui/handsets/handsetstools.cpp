// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handsets/handsetstools.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/findfield.h"
#include "ui/widgets/scaledlayout.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int FindWidth = 280;
constexpr int LeastFindWidth = 120;

} // namespace

HandsetsTools::HandsetsTools(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_find(new FindField(theme, {u"find: number, country, brand"_s, u"find"_s}, LeastFindWidth, FindWidth))
{
    auto *start = new QPushButton(themedIcon(theme, Icon::Plus), u"New verification"_s);
    m_find->setAccessibleDescription(u"Number, country or brand"_s);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *row, metrics::Space12);
    row->addWidget(start);
    row->addWidget(m_find, 1);
    row->addStretch();
    connect(start, &QPushButton::clicked, this, &HandsetsTools::newWanted);
    connect(m_find, &FindField::wanted, this, &HandsetsTools::findChanged);
}

void HandsetsTools::focusFind()
{
    m_find->takeFocus();
}

void HandsetsTools::setFind(const QString &text)
{
    m_find->setWords(text);
}

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardtools.h"

#include "ui/theme/buttonlook.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/findfield.h"
#include "ui/widgets/scaledlayout.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int FindWidth = 340;
constexpr int LeastFindWidth = 132;

} // namespace

BoardTools::BoardTools(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_find(new FindField(theme, {u"find: number, id, wf:2 country:IN"_s, u"find: number, id"_s}, LeastFindWidth,
                           FindWidth))
{
    auto *start = new QPushButton(themedIcon(theme, Icon::Plus, &Tokens::primaryText), u"New verification"_s);
    setButtonLook(*start, ButtonLook::Primary);
    m_find->setAccessibleDescription(
        u"Number, request id, a state, or wf:2, country:IN, brand:acme, started:today, cost:>0.05, took:<30"_s);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *row, metrics::Space12);
    row->addWidget(start);
    row->addWidget(m_find, 1);
    row->addStretch();

    connect(start, &QPushButton::clicked, this, &BoardTools::newWanted);
    connect(m_find, &FindField::wanted, this, &BoardTools::findChanged);
}

void BoardTools::focusFind()
{
    m_find->takeFocus();
}

void BoardTools::setFind(const QString &text)
{
    m_find->setWords(text);
}

} // namespace ui

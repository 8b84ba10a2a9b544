// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparetools.h"

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

constexpr int FindWidth = 260;
constexpr int LeastFindWidth = 120;

} // namespace

CompareTools::CompareTools(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_find(new FindField(theme, {u"find a market"_s, u"find"_s}, LeastFindWidth, FindWidth))
{
    m_find->setAccessibleDescription(u"A market"_s);
    auto *report = new QPushButton(themedIcon(theme, Icon::Report, &Tokens::primaryText), u"Report"_s);
    setButtonLook(*report, ButtonLook::Primary);
    report->setToolTip(u"Save the ticked markets as a file to send or print (Ctrl+P)"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *row, metrics::Space12);
    row->addWidget(report);
    row->addWidget(m_find, 1);
    row->addStretch();
    connect(report, &QPushButton::clicked, this, &CompareTools::reportWanted);
    connect(m_find, &FindField::wanted, this, &CompareTools::findChanged);
}

void CompareTools::focusFind()
{
    m_find->takeFocus();
}

} // namespace ui

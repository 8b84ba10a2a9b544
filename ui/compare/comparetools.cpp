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
    , m_report(new QPushButton(themedIcon(theme, Icon::Report, &Tokens::primaryText), u"Report"_s))
{
    m_find->setAccessibleDescription(u"A market"_s);
    setButtonLook(*m_report, ButtonLook::Primary);
    m_report->setToolTip(u"Save the ticked markets as a file to send or print (Ctrl+P)"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *row, metrics::Space12);
    row->addWidget(m_report);
    row->addWidget(m_find, 1);
    row->addStretch();
    connect(m_report, &QPushButton::clicked, this, &CompareTools::reportWanted);
    connect(m_find, &FindField::wanted, this, &CompareTools::findChanged);
}

void CompareTools::setReportable(bool isReportable)
{
    m_report->setEnabled(isReportable);
}

void CompareTools::focusFind()
{
    m_find->takeFocus();
}

} // namespace ui

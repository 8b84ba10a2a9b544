// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/simulatetools.h"

#include "model/simulate/simulatesession.h"
#include "ui/simulate/runprogress.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/findfield.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int FindWidth = 260;
constexpr int LeastFindWidth = 120;

} // namespace

SimulateTools::SimulateTools(const Theme &theme, const model::SimulateSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_run(new QPushButton(themedIcon(theme, Icon::Play, &Tokens::primaryText), u"Run"_s))
    , m_find(new FindField(theme, {u"find a figure or a source"_s, u"find"_s}, LeastFindWidth, FindWidth))
    , m_progress(new RunProgress(theme, session))
    , m_cancel(new QPushButton(u"Cancel"_s))
{
    setButtonLook(*m_run, ButtonLook::Primary);
    m_run->setToolTip(u"Run (Ctrl+R)"_s);
    m_cancel->setToolTip(u"Cancel the run (Esc); what is there so far stays"_s);
    m_find->setAccessibleDescription(u"A figure or a source"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(metrics::Space12));
    row->addWidget(m_run);
    row->addWidget(m_find, 1);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    connect(m_run, &QPushButton::clicked, this, &SimulateTools::runWanted);
    connect(m_cancel, &QPushButton::clicked, this, &SimulateTools::cancelWanted);
    connect(m_find, &FindField::wanted, this, &SimulateTools::findChanged);
    connect(&session, &model::SimulateSession::changed, this, &SimulateTools::showState);
    showState();
}

void SimulateTools::showState()
{
    const bool hadFocus = m_cancel->hasFocus();
    m_cancel->setVisible(m_session.isRunning());
    if (hadFocus && !m_session.isRunning())
        m_run->setFocus(Qt::OtherFocusReason); // what had it has gone
}

void SimulateTools::focusFind()
{
    m_find->takeFocus();
}

} // namespace ui

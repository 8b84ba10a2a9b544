// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/api/apitools.h"

#include "model/api/apisession.h"
#include "ui/theme/theme.h"
#include "ui/widgets/findfield.h"
#include "ui/widgets/scaledlayout.h"

#include <QCheckBox>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int FindWidth = 340;
constexpr int LeastFindWidth = 160;

} // namespace

ApiTools::ApiTools(const Theme &theme, model::ApiSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_switch(new QCheckBox(u"API on"_s))
    , m_find(new FindField(theme, {u"find: path, number, status:16"_s, u"find"_s}, LeastFindWidth, FindWidth))
{
    m_switch->setToolTip(u"Off closes the port: apps can no longer connect"_s);
    m_find->setAccessibleDescription(u"Words of a request or its answer, a number, an id, or status:16"_s);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *row, metrics::Space16);
    row->addWidget(m_switch);
    row->addWidget(m_find, 1);
    row->addStretch();

    connect(m_find, &FindField::wanted, this, &ApiTools::findChanged);
    connect(m_switch, &QCheckBox::clicked, &session, &model::ApiSession::setOn);
    connect(&session, &model::ApiSession::stateChanged, this, &ApiTools::showState);
    showState();
}

void ApiTools::showState()
{
    m_switch->setChecked(m_session.isOn());
}

void ApiTools::focusFind()
{
    m_find->takeFocus();
}

void ApiTools::setFind(const QString &text)
{
    m_find->setWords(text);
}

} // namespace ui

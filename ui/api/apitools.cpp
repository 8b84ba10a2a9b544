// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/api/apitools.h"

#include "model/api/apisession.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scaledlayout.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr int FindWidth = 340;
constexpr int LeastFindWidth = 160;
constexpr auto TypingPause = 120ms;

} // namespace

ApiTools::ApiTools(const Theme &theme, model::ApiSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_switch(new QCheckBox(u"API on"_s))
    , m_find(new QLineEdit)
{
    m_switch->setToolTip(u"Off closes the port: apps can no longer connect"_s);
    m_find->setAccessibleName(u"Find"_s);
    m_find->setAccessibleDescription(u"Words of a request or its answer, a number, an id, or status:16"_s);
    m_find->setPlaceholderText(u"find: path, number, status:16"_s);
    m_find->setClearButtonEnabled(true);
    m_find->addAction(themedIcon(theme, Icon::Search, &Tokens::secondary), QLineEdit::LeadingPosition);
    measureAlways(theme, m_find, [this, &theme] {
        m_find->setMinimumWidth(theme.px(LeastFindWidth));
        m_find->setMaximumWidth(theme.px(FindWidth));
    });

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *row, metrics::Space16);
    row->addWidget(m_switch);
    row->addWidget(m_find, 1);
    row->addStretch();

    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(TypingPause);
    connect(m_find, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, [this] { Q_EMIT findChanged(m_find->text().trimmed()); });
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
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void ApiTools::setFind(const QString &text)
{
    const QSignalBlocker quiet(m_find);
    m_find->setText(text);
}

} // namespace ui

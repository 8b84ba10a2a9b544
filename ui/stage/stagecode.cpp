// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stagecode.h"

#include "model/board/boardsession.h"
#include "model/stage/stagewords.h"
#include "ui/board/codeentry.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

StageCode::StageCode(const Theme &theme, model::BoardSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_entry(new CodeEntry(theme, session.selected(), session.handset(), session.clock(), this))
{
    auto *name = new Label(theme, TextStyle::Body, CodeEntry::Name, &Tokens::secondary);
    name->setBuddy(&field());
    field().installEventFilter(this);
    m_entry->usePinButton().setFocusPolicy(Qt::TabFocus); // after a click, Space still goes on

    auto *line = new QHBoxLayout;
    line->setSpacing(theme.px(metrics::Space12));
    line->addWidget(&field());
    line->addWidget(&m_entry->usePinButton());
    line->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(metrics::Space8));
    column->addWidget(name);
    column->addLayout(line);
    column->addWidget(&m_entry->answer());
    connect(m_entry, &CodeEntry::finished, this, &StageCode::finished);
    showNow();
}

// Who goes while a code is typed is not told that the focus has left.
StageCode::~StageCode()
{
    m_entry->letGo();
}

CodeField &StageCode::field() const
{
    return m_entry->field();
}

bool StageCode::takesCodes() const
{
    return m_entry->takesCodes();
}

void StageCode::focusCode()
{
    m_entry->focusCode();
}

void StageCode::usePin()
{
    m_entry->usePin();
}

void StageCode::showNow()
{
    if (const auto &record = m_session.selected().record())
        m_entry->setHint(model::stageHint(*record, m_session.clock().now()));
}

bool StageCode::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        Q_EMIT nextWanted();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/verification/workflow.h"

#include <QWidget>

#include <vector>

class QAbstractButton;

namespace ui {

class Theme;

// The workflows to choose from, each with its channels and when its messages are sent; and, where it is offered, to
// leave it to the account's assignment.
class WorkflowChoice : public QWidget {
    Q_OBJECT

public:
    WorkflowChoice(const Theme &theme, engine::Dialect dialect, bool offersAssignment, int columns,
                   QWidget *parent = nullptr);

    // 0: as the account assigns.
    engine::WorkflowId current() const;
    // Does not emit chosen().
    void setCurrent(engine::WorkflowId id);

Q_SIGNALS:
    void chosen(engine::WorkflowId id);

private:
    std::vector<QAbstractButton *> m_choices; // of workflow 1 and on
    QAbstractButton *m_assigned = nullptr; // null: not offered
};

} // namespace ui

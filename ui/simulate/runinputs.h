// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/verification/workflow.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QPushButton;
class QSpinBox;

namespace model {
class SimulateSession;
}

namespace ui {

class SignedLabel;
class Theme;

// What the users live through: workflows, their waits, how many users and with which luck. The session outlives it.
class RunInputs : public QWidget {
    Q_OBJECT

public:
    RunInputs(const Theme &theme, model::SimulateSession &session, QWidget *parent = nullptr);

    // Takes over what is still being typed.
    void finishTyping();

    QSize minimumSizeHint() const override;

    bool hasHeightForWidth() const override { return false; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QSpinBox *addNumber(QGridLayout &grid, int row, int column, const QString &words, const QString &name);
    void join();
    void choose();
    void showState();
    void flow();
    void addCheck(const engine::Workflow &workflow);
    void matchOwn();
    void editOwn();
    void edit(const engine::Workflow &workflow);

    const Theme &m_theme;
    model::SimulateSession &m_session;
    QGridLayout *m_checkGrid;
    std::vector<std::pair<engine::WorkflowId, QCheckBox *>> m_checks;
    std::vector<engine::Workflow> m_ownShown;
    QPushButton *m_own;
    QGridLayout *m_fields;
    QSpinBox *m_wait;
    QSpinBox *m_expiry;
    QSpinBox *m_users;
    QSpinBox *m_seed;
    SignedLabel *m_note;
};

} // namespace ui

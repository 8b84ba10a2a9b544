// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/verification/workflow.h"

#include <QWidget>

#include <array>

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
class TimeBox;

// What the users live through: workflows, their waits, how many users and with which luck. The session outlives it.
class RunInputs : public QWidget {
    Q_OBJECT

public:
    RunInputs(const Theme &theme, model::SimulateSession &session, QWidget *parent = nullptr);

    // Takes over what is still being typed.
    void finishTyping();
    // What is wrong with the inputs, or what follows from them; may be empty.
    QString note() const;

    QSize minimumSizeHint() const override;

    bool hasHeightForWidth() const override { return false; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addNumber(QGridLayout &grid, QSpinBox *box, QPoint place, const QString &words, const QString &name);
    std::array<QSpinBox *, 4> boxes() const;
    void join();
    void choose();
    void showState();
    void showProblem(const QString &sentence);
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
    TimeBox *m_wait;
    TimeBox *m_expiry;
    QSpinBox *m_users;
    QSpinBox *m_seed;
    SignedLabel *m_note;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/verification/workflow.h"

#include <QDialog>

#include <array>

class QComboBox;
class QLabel;
class QSpinBox;

namespace ui {

class PreviewPicture;
class Theme;

// Makes a workflow of one's own, or changes one: its messages with their waits, and how long a PIN lives, drawn as they
// are edited.
class OwnWorkflowDialog : public QDialog {
    Q_OBJECT

public:
    // Starts with the steps of `workflow` and keeps its id.
    OwnWorkflowDialog(const Theme &theme, const engine::Workflow &workflow, const engine::Prices &prices,
                      QWidget *parent = nullptr);

    engine::Workflow workflow() const;

private:
    struct StepRow {
        QComboBox *channel = nullptr; // the last choice of all but the first: no more messages
        QSpinBox *wait = nullptr;
    };

    void fill(const engine::Workflow &workflow);
    void follow();

    engine::WorkflowId m_id;
    engine::Prices m_prices;
    std::array<StepRow, engine::MaxSteps> m_steps;
    QSpinBox *m_pinExpiry;
    PreviewPicture *m_picture;
    QLabel *m_cost;
};

} // namespace ui

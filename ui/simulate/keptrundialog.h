// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;

namespace model {
class KeptRuns;
class SimulateSession;
} // namespace model

namespace ui {

class SignedLabel;
class Theme;

// The runs that the store keeps, to open one on the Simulate page: of what they were made, when they were kept, and
// what was found. Kept runs, session and theme outlive it.
class KeptRunDialog : public QDialog {
    Q_OBJECT

public:
    KeptRunDialog(const Theme &theme, const model::KeptRuns &kept, model::SimulateSession &session,
                  QWidget *parent = nullptr);

    QListWidget &list() const { return *m_list; }
    // What would be gone; empty: nothing.
    QString warning() const;

    // Opens the chosen one.
    void accept() override;

private:
    void fill();
    void showChosen();

    const Theme &m_theme;
    const model::KeptRuns &m_kept;
    model::SimulateSession &m_session;
    QListWidget *m_list;
    SignedLabel *m_warning;
};

} // namespace ui

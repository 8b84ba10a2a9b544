// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/lookup.h"

#include <QDialog>

class QLineEdit;

namespace ui {

class SignedLabel;
class Theme;

// Asks for an id or a number and closes once a verification is found; what is unknown is said under the field.
class GoToDialog : public QDialog {
    Q_OBJECT

public:
    // The engine outlives it.
    GoToDialog(const Theme &theme, engine::Engine &engine, QWidget *parent = nullptr);

Q_SIGNALS:
    void found(engine::RequestId id);

private:
    void showProblem(const QString &sentence);

    model::Lookup m_lookup;
    QLineEdit *m_field;
    SignedLabel *m_problem;
};

} // namespace ui

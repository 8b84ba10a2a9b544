// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/newverification.h"

#include <QObject>
#include <QPointer>

namespace ui {

class NewVerificationDialog;
class Theme;

// Starting a verification by hand: the dialog, repeating the last one, and remembering what was filled in. Belongs to
// the window.
class StartFlow : public QObject {
    Q_OBJECT

public:
    StartFlow(const Theme &theme, engine::Engine &engine, const model::BoardModel &board, QWidget &window);

    // With the values of last time, except for the number.
    void open();
    // The last one again, with its number; where that cannot be, the dialog opens and says why.
    void repeat();

Q_SIGNALS:
    void started(engine::RequestId id, int codeLength);
    void showWanted(engine::RequestId id);

private:
    void openWith(const QString &number);
    void openWithProblems();
    void remember();
    void recall();

    const Theme &m_theme;
    QWidget &m_window;
    model::NewVerification m_form;
    QString m_lastNumber;
    QPointer<NewVerificationDialog> m_dialog;
};

} // namespace ui

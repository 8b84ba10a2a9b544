// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/import/importsession.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace ui {

class ImportDialog;
class Theme;

// Choosing a report and importing it. Belongs to the window.
class ImportFlow : public QObject {
    Q_OBJECT

public:
    ImportFlow(const Theme &theme, engine::Engine &engine, QWidget &window);

    // Asks for the file first.
    void open();
    void openFile(const QString &path);
    model::ImportSession &session() { return m_session; }
    ImportDialog *dialog() const; // null: it is not shown

private:
    const Theme &m_theme;
    QWidget &m_window;
    QString m_folder;
    model::ImportSession m_session;
    QPointer<ImportDialog> m_dialog;
};

} // namespace ui

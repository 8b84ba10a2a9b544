// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importflow.h"

#include "ui/import/importdialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ui {

ImportFlow::ImportFlow(const Theme &theme, engine::Engine &engine, QWidget &window)
    : QObject(&window)
    , m_theme(theme)
    , m_window(window)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation))
    , m_session(engine)
{ }

ImportDialog *ImportFlow::dialog() const
{
    return m_dialog;
}

void ImportFlow::open()
{
    if (m_dialog) {
        m_dialog->activateWindow();
        return;
    }
    auto *files
        = new QFileDialog(&m_window, u"Import a verify report"_s, m_folder, u"Report as CSV (*.csv);;All files (*)"_s);
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, this, &ImportFlow::openFile);
    files->open();
}

void ImportFlow::openFile(const QString &path)
{
    m_folder = QFileInfo(path).absolutePath();
    m_session.open(path);
    m_dialog = new ImportDialog(m_theme, m_session, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->open();
}

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/apicontrol.h"

#include <QDialog>

class QGridLayout;
class QLineEdit;
class QRadioButton;

namespace ui {

class SignedLabel;
class Theme;

// Which certificate the API is served with over TLS: one that is made here, or files of one's own.
class CertificateDialog : public QDialog {
    Q_OBJECT

public:
    // Starts with those files.
    CertificateDialog(const Theme &theme, const engine::TlsFiles &files, QWidget *parent = nullptr);

    engine::TlsFiles files() const;

    void accept() override;

private:
    QLineEdit *addFile(const Theme &theme, QGridLayout &grid, const QString &name);
    void follow();

    QRadioButton *m_madeHere;
    QRadioButton *m_yours;
    QLineEdit *m_certificate = nullptr;
    QLineEdit *m_key = nullptr;
    SignedLabel *m_problem;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/clientsettings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace model {
class ApiSession;
}

namespace ui {

class CopyButton;
class SignedLabel;
class Theme;

// How an app is pointed at this engine: address, key, secret, whether over https and with which certificate, and the
// option to set in each client. Every line can be copied; the secret stays hidden until it is asked for.
class ConnectCard : public QWidget {
    Q_OBJECT

public:
    ConnectCard(const Theme &theme, model::ApiSession &session, QWidget *parent = nullptr);

    void takeFocus();
    // Whose option is shown, "curl"; an unknown one is not chosen.
    QString client() const;
    void setClient(const QString &name);
    // Anew: what its lines are made of may have changed.
    void showAddress();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLineEdit *addLine(QGridLayout &grid, const QString &name, const QString &value);
    void addSecret(QGridLayout &grid);
    void addTls(QGridLayout &grid);
    void chooseCertificate();
    void showTls();
    CopyButton *copyButton(const QString &name, std::function<QString()> text);
    void showSecret();
    void fitAddress();
    void showClient();

    const Theme &m_theme;
    model::ApiSession &m_session;
    QLineEdit *m_address;
    QLineEdit *m_secret = nullptr;
    QPushButton *m_reveal = nullptr;
    QCheckBox *m_https = nullptr;
    QPushButton *m_choose = nullptr;
    QLineEdit *m_certificate = nullptr;
    QList<QWidget *> m_certificateLine;
    SignedLabel *m_tlsNote = nullptr;
    QComboBox *m_clients;
    QPlainTextEdit *m_code;
    SignedLabel *m_note;
    SignedLabel *m_tests; // what a test needs besides
    std::vector<model::ClientSetting> m_settings;
};

} // namespace ui

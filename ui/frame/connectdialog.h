// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QGridLayout;

namespace ui {

class Theme;

// How an app is pointed at this engine: address, key, secret, and the options of clients. Every line can be copied.
class ConnectDialog : public QDialog {
    Q_OBJECT

public:
    ConnectDialog(const Theme &theme, const QString &address, const QString &apiKey, const QString &apiSecret,
                  QWidget *parent = nullptr);

private:
    void addLine(QGridLayout &grid, const QString &name, const QString &value, bool isSecret = false);

    const Theme &m_theme;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/exchangelog.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace ui {

class CopyButton;
class Label;
class Theme;

// One exchange in full: what came, what went back, how long it took, from whom. It shows what was kept, which is
// without secrets.
class Inspector : public QWidget {
    Q_OBJECT

public:
    explicit Inspector(const Theme &theme, QWidget *parent = nullptr);

    // Null: none.
    void show(const engine::ExchangeLog::Kept &exchange);
    void takeFocus();
    CopyButton &curl() const { return *m_curl; }
    // Whether the curl line carries the API's secret.
    void setSecretShown(bool isShown);

Q_SIGNALS:
    void boardWanted(); // the verification that it is about

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *part(const QString &name, QPlainTextEdit &text);

    const Theme &m_theme;
    Label *m_headline;
    Label *m_facts;
    CopyButton *m_curl;
    QPushButton *m_board;
    QPlainTextEdit *m_request;
    QPlainTextEdit *m_reply;
    std::uint64_t m_shown = 0;
};

} // namespace ui

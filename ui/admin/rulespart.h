// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace model {
class AdminSession;
}

namespace ui {

class LineEditor;
class Theme;

// The Admin page's rules: numbers and networks that are blocked, countries that are not supported, and a button that
// opens a blocked network for an hour.
class RulesPart : public QWidget {
    Q_OBJECT

public:
    RulesPart(const Theme &theme, model::AdminSession &session, QWidget *parent = nullptr);

    void takeFocus();
    bool isEdited() const; // and not saved
    QList<QWidget *> panes() const;

private:
    void showRules();
    void judge();
    void showState();
    QString blockedNetwork() const;

    model::AdminSession &m_session;
    LineEditor *m_editor;
    QPushButton *m_unblock;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/keyhelp.h"

#include <QDialog>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

class Label;
class Theme;

// Actions and keys as a list that is searched by typing; Enter does the selected one. With groups it is the help (F1),
// with the actions that are possible now it is the palette (Ctrl+K).
class ActionSheet : public QDialog {
    Q_OBJECT

public:
    // A group without a name has no heading.
    ActionSheet(const Theme &theme, const QString &title, std::vector<KeyGroup> groups, QWidget *parent = nullptr);

    // What is listed, "words, keys", headings included; for tests.
    QStringList shown() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void dress();
    void search(const QString &text);
    void selectFirst();
    void showCurrent();
    void run();

    const Theme &m_theme;
    std::vector<KeyGroup> m_groups;
    QLineEdit *m_search;
    QTreeWidget *m_list;
    Label *m_note;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/admin/policylines.h"

#include <QWidget>

#include <map>

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QListWidget;

namespace model {
class AdminSession;
}

namespace ui {

class LineEditor;
class Theme;

// The Admin page's assignment of workflows: an account's table, and what ten numbers would get by the table as it
// stands in the editor, saved or not.
class AssignmentPart : public QWidget {
    Q_OBJECT

public:
    AssignmentPart(const Theme &theme, model::AdminSession &session, QWidget *parent = nullptr);

    void takeFocus();
    bool isEdited() const; // and not saved
    QList<QWidget *> panes() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    QWidget *choice();
    QWidget *preview();
    void showAccounts();
    void chooseAccount();
    QString apiKey() const;
    void showTable(bool isForced);
    void judge();
    void showPreview();
    void save();

    const Theme &m_theme;
    model::AdminSession &m_session;
    QComboBox *m_account;
    LineEditor *m_editor;
    QLineEdit *m_numbers;
    QLineEdit *m_brand;
    QListWidget *m_preview;
    QString m_shownKey; // of the account whose table is shown
    std::map<QString, model::Lines> m_drafts; // what was edited of other accounts' tables, and not saved
    QBoxLayout *m_row;
};

} // namespace ui

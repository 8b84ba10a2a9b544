// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/request/startparameters.h"

#include <QWidget>

#include <map>

class QPushButton;

namespace model {
class NewVerification;
}

namespace ui {

class FormField;
class Label;
class Theme;

// What a verification can be told besides number, brand and workflow; folded away until wanted. It edits the form's
// values and shows what is wrong with them.
class MoreOptions : public QWidget {
    Q_OBJECT

public:
    MoreOptions(const Theme &theme, model::NewVerification &form, int nameWidth, int columns,
                QWidget *parent = nullptr);

    void setOpen(bool isOpen);
    bool isOpen() const { return m_isOpen; }
    // Fills the fields from the form.
    void load();
    // Takes problems and notes from the form.
    void showProblems();
    // Unfolds and marks what is wrong; the first such field, or null.
    FormField *revealProblem();

private:
    void addText(engine::Parameter parameter, const QString &name, const QString &placeholder);
    void addChoice(engine::Parameter parameter, const QString &name, const QList<QPair<QString, QString>> &choices);
    void add(engine::Parameter parameter, const QString &name, QWidget *field);

    const Theme &m_theme;
    model::NewVerification &m_form;
    int m_nameWidth;
    int m_columns;
    QPushButton *m_fold;
    QWidget *m_folded;
    Label *m_summary;
    Label *m_notes;
    std::map<engine::Parameter, FormField *> m_fields;
    bool m_isOpen = false;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/admin/linemodel.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace ui {

class LineTable;
class SignedLabel;
class Theme;

// A table of lines with what is done to them: add, remove, move, and save or take back what was edited. It leaves to
// its owner what the lines mean: setProblem() after edited(), the lines after saveWanted().
class LineEditor : public QWidget {
    Q_OBJECT

public:
    // Where `isOrdered`, the order of the lines matters and can be changed.
    LineEditor(const Theme &theme, const QList<model::LineColumn> &columns, const QString &name,
               const QList<int> &shares, bool isOrdered, QWidget *parent = nullptr);

    const model::Lines &lines() const { return m_model->lines(); }
    // As they are kept. What is being edited stays, unless it is this that was saved, or `isForced`.
    void setLines(const model::Lines &lines, bool isForced = false);
    bool isEdited() const { return lines() != m_kept; }
    // What somebody has edited before; says edited().
    void edit(const model::Lines &lines);
    // None: what is there can be saved.
    void setProblem(const std::optional<model::LineProblem> &problem);
    // Beside the buttons, for more that can be done.
    void addButton(QPushButton *button);
    LineTable &table() const { return *m_table; }
    int currentLine() const;

Q_SIGNALS:
    void edited();
    void currentChanged();
    void saveWanted();

private:
    void add();
    void remove();
    void move(int by);
    void save();
    void showState();

    const Theme &m_theme;
    const QString m_name;
    model::LineModel *m_model;
    LineTable *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_save;
    QPushButton *m_undo;
    SignedLabel *m_problem;
    QHBoxLayout *m_buttons;
    model::Lines m_kept;
    std::optional<model::LineProblem> m_wrong;
    bool m_isSaving = false;
};

} // namespace ui

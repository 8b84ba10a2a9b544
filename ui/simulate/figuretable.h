// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace model {
class FigureModel;
}

namespace ui {

class Theme;

// The figures of a population: value and origin, a filled dot for what was published, a ring for an assumption. Typing
// or Enter edits the value of the current row, wherever in it one stands.
class FigureTable : public QTableView {
    Q_OBJECT

public:
    // The model outlives it.
    FigureTable(const Theme &theme, model::FigureModel &model, QWidget *parent = nullptr);

    // Shows what has `text` in its name or its origin; all when it is empty.
    void setFind(const QString &text);
    void editCurrent();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void measure();
    void wrapOrigins();
    void applyFind();
    void keepCurrent();

    const Theme &m_theme;
    model::FigureModel &m_model;
    QString m_find;
};

} // namespace ui

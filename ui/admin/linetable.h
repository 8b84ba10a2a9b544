// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace model {
class LineModel;
}

namespace ui {

class Theme;

// Lines of texts, edited in place: Enter or a key begins, Enter or Tab ends. A column with choices is edited with
// them. The model outlives it.
class LineTable : public QTableView {
    Q_OBJECT

public:
    // `shares` tells how wide the columns are, beside one another.
    LineTable(const Theme &theme, model::LineModel &model, const QString &name, QList<int> shares,
              QWidget *parent = nullptr);

    // Stands in the table while there is no line.
    void setEmptyWords(const QString &sentence);
    // The current cell, or the first of its line that can be written.
    void editCurrent();

    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void measure();

    const Theme &m_theme;
    const QList<int> m_shares;
    QString m_emptyWords;
};

} // namespace ui

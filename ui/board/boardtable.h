// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/boardmodel.h"

#include <QTableView>

namespace model {
class Ruler;
}

namespace ui {

class BoardColumns;
class Theme;

// The Board's table. It keeps what a user looks at where it is: rows that come or go above the view do not move it, the
// selection follows its verification, and new rows are held back unless the top is in view and what somebody has
// selected stays in view under them. There is a current row whenever there is a row. It leaves to the page what the
// rows show.
class BoardTable : public QTableView {
    Q_OBJECT

public:
    using Key = model::BoardModel::Key;

    // Model and ruler outlive it.
    BoardTable(const Theme &theme, model::BoardModel &model, const model::Ruler &ruler, QWidget *parent = nullptr);

    BoardColumns &columns() const { return *m_columns; }
    std::optional<Key> selected() const { return m_selected; }
    // All that are marked, by Shift and Ctrl; the selected one is the last that was chosen among them. In order.
    std::vector<int> markedRows() const;
    std::set<Key> visibleKeys() const;
    // Lets in what waits, selects the verification as if by hand, and brings it into view: at once, or as soon as it is
    // a row. revealed() follows.
    void reveal(Key key);
    // Lets in what waits and goes to the top.
    void showNew();
    // While nobody has selected, a newer one that comes in at the top is selected.
    void followNewest();
    // Draws again what counts down.
    void repaintRunning();

Q_SIGNALS:
    void selectedChanged(); // another verification, or none
    void visibleChanged(); // other rows came into view
    void detailWanted(); // Enter
    void revealed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override;

private:
    struct Anchor {
        Key key;
        int y; // of its row's upper edge in the viewport
    };

    void measure();
    void rememberPlace();
    void restorePlace();
    void beginReset();
    void restoreSelection();
    void revealWanted();
    void select(int row);
    void takeSelected();
    void showCurrent();
    void setSelectedByHand(bool byHand);
    void holdOrFollow();
    bool isSelectedInView(int rowsMore) const;
    bool isNewerToFollow() const;
    void announceVisible();

    const Theme &m_theme;
    model::BoardModel &m_model;
    BoardColumns *m_columns;
    std::optional<Key> m_selected;
    std::optional<Key> m_wanted; // to be revealed
    std::optional<Anchor> m_anchor;
    std::set<Key> m_visible;
    bool m_isSelectedByHand = false;
    bool m_isFollowing = false;
    bool m_isSorting = false; // the rows come in another order that somebody has asked for
    bool m_isChanging = false; // rows are coming or going: the view's own ideas about the current row do not count
};

} // namespace ui

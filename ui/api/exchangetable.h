// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/exchangemodel.h"

#include <QTableView>

namespace ui {

class Theme;

// The exchanges, newest first. It follows the newest one until somebody chooses another or scrolls away; then it stands
// still, and what comes waits. There is a current row whenever there is a row.
class ExchangeTable : public QTableView {
    Q_OBJECT

public:
    using Kept = model::ExchangeModel::Kept;

    // The model outlives it.
    ExchangeTable(const Theme &theme, model::ExchangeModel &model, QWidget *parent = nullptr);

    Kept selected() const; // null when there is none
    void setPaused(bool isPaused);
    // Lets in what waits, and follows again.
    void showNew();

Q_SIGNALS:
    void selectedChanged();
    void detailWanted(); // Enter

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void measure();
    void hold();
    void restoreCurrent();

    const Theme &m_theme;
    model::ExchangeModel &m_model;
    Kept m_selected;
    bool m_isFollowing = true;
    bool m_isPaused = false;
    bool m_isChanging = false; // rows come or go: the view's own ideas about the current row do not count
};

} // namespace ui

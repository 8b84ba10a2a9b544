// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/phonenumber.h"

#include <QListView>

#include <optional>

namespace model {
class PhoneListModel;
}

namespace ui {

class Theme;

// The list of phones by what they do, at the left of the wall. There is always a current line, if there is any. The
// model outlives it.
class PhoneList : public QListView {
    Q_OBJECT

public:
    PhoneList(const Theme &theme, model::PhoneListModel &model, QWidget *parent = nullptr);

    std::optional<engine::PhoneNumber> current() const;
    // Without saying chosen().
    void setCurrent(engine::PhoneNumber number);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(engine::PhoneNumber number); // became the current one by hand
    void opened(engine::PhoneNumber number); // Enter, or a click

protected:
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void keepCurrent();

    const Theme &m_theme;
    model::PhoneListModel &m_model;
    std::optional<engine::PhoneNumber> m_wanted; // the current one, also while its line is on the move
    bool m_isFollowing = false;
};

} // namespace ui

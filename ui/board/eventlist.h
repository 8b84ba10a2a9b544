// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/words/eventwords.h"

#include <QListView>

class QStandardItemModel;

namespace ui {

class Theme;

// What happened to the selected verification and what is still to come, a line each: time, mark, words.
class EventList : public QListView {
    Q_OBJECT

public:
    explicit EventList(const Theme &theme, QWidget *parent = nullptr);

    void setLines(const std::vector<model::EventLine> &lines);

private:
    std::vector<model::EventLine> m_lines;
    QStandardItemModel *m_items;
};

} // namespace ui

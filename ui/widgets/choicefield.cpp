// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicefield.h"

#include <QAbstractItemView>

namespace ui {

namespace {
constexpr int Edges = 2; // of the list's frame
}

void ChoiceField::showPopup()
{
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + Edges);
    QComboBox::showPopup();
}

} // namespace ui

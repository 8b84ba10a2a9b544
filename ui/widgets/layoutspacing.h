// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace ui {

// For who sets it while answering a request for layout. Qt's box layout asks for layout again whenever its spacing is
// set, even to what it is: the window would never come to rest.
inline void setSpacing(QLayout &layout, int spacing)
{
    if (layout.spacing() != spacing)
        layout.setSpacing(spacing);
}

} // namespace ui

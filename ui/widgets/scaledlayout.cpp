// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scaledlayout.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QSplitter>

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

namespace ui {

void scaleSpacing(const Theme &theme, QBoxLayout &layout, int spacing)
{
    measureAlways(theme, &layout, [&theme, &layout, spacing] { layout.setSpacing(theme.px(spacing)); });
}

void scaleSpacing(const Theme &theme, QGridLayout &layout, int horizontal, int vertical)
{
    measureAlways(theme, &layout, [&theme, &layout, horizontal, vertical] {
        layout.setHorizontalSpacing(theme.px(horizontal));
        layout.setVerticalSpacing(theme.px(vertical));
    });
}

void scaleMargins(const Theme &theme, QLayout &layout, const QMargins &margins)
{
    measureAlways(theme, &layout, [&theme, &layout, margins] {
        layout.setContentsMargins(theme.px(margins.left()), theme.px(margins.top()), theme.px(margins.right()),
                                  theme.px(margins.bottom()));
    });
}

void addScaledSpacing(const Theme &theme, QBoxLayout &layout, int length)
{
    auto *spacer = new QSpacerItem(0, 0); // the layout owns it, and goes with it
    layout.addItem(spacer);
    measureAlways(theme, &layout, [&theme, &layout, spacer, length] {
        const bool isRow
            = layout.direction() == QBoxLayout::LeftToRight || layout.direction() == QBoxLayout::RightToLeft;
        const int size = theme.px(length);
        spacer->changeSize(isRow ? size : 0, isRow ? 0 : size, isRow ? QSizePolicy::Fixed : QSizePolicy::Minimum,
                           isRow ? QSizePolicy::Minimum : QSizePolicy::Fixed);
        layout.invalidate();
    });
}

void scalePanes(const Theme &theme, QSplitter &splitter, int rest)
{
    // Lengths at 10 pt, so that a size at which panes had no room is not what they come back to. None: moved since.
    struct Panes {
        QList<qreal> lengths;
        qreal scale;
    };
    const auto panes = std::make_shared<Panes>(Panes{{}, theme.scale()});
    QObject::connect(&splitter, &QSplitter::splitterMoved, &splitter, [panes] { panes->lengths.clear(); });
    const auto follow = [&theme, &splitter, rest, panes] {
        const qreal before = std::exchange(panes->scale, theme.scale());
        if (before == panes->scale)
            return;
        QList<int> sizes = splitter.sizes();
        const int whole = std::accumulate(sizes.begin(), sizes.end(), 0);
        if (panes->lengths.size() != sizes.size()) {
            panes->lengths.clear();
            for (const int size : sizes)
                panes->lengths << size / before;
        }
        int others = 0;
        for (int i = 0; i < sizes.size(); ++i) {
            sizes[i] = qRound(panes->lengths[i] * panes->scale);
            others += i == rest ? 0 : sizes[i];
        }
        sizes[rest] = std::max(1, whole - others);
        splitter.setSizes(sizes);
    };
    QObject::connect(&theme, &Theme::changed, &splitter, follow);
}

} // namespace ui

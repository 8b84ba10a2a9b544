// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scaledlayout.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QHash>
#include <QSplitter>
#include <QTimer>

#include <algorithm>
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

namespace {

// The panes of a splitter, which follow the text size. What is hidden does not measure itself, so that hidden panes
// follow when they are seen again.
class ScaledPanes final : public QObject {
public:
    ScaledPanes(const Theme &theme, QSplitter &splitter, int rest)
        : QObject(&splitter)
        , m_theme(theme)
        , m_splitter(splitter)
        , m_rest(rest)
        , m_scale(theme.scale())
    {
        connect(&splitter, &QSplitter::splitterMoved, this, [this] { m_lengths.clear(); });
        connect(&theme, &Theme::changed, this, &ScaledPanes::note);
        splitter.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show && m_isStale)
            QTimer::singleShot(0, this, &ScaledPanes::follow);
        return QObject::eventFilter(watched, event);
    }

private:
    void note()
    {
        const qreal before = std::exchange(m_scale, m_theme.scale());
        if (before == m_scale)
            return;
        const QList<int> sizes = m_splitter.sizes();
        for (int i = 0; i < sizes.size(); ++i) {
            if (!m_lengths.contains(m_splitter.widget(i)))
                m_lengths.insert(m_splitter.widget(i), sizes[i] / before);
        }
        m_isStale = true;
        // Once the panes have measured themselves: none becomes smaller than what it asked for before.
        QTimer::singleShot(0, this, &ScaledPanes::follow);
    }

    void follow()
    {
        m_isStale = !m_splitter.isVisible();
        QList<int> sizes = m_splitter.sizes();
        const int whole = std::accumulate(sizes.begin(), sizes.end(), 0);
        int others = 0;
        for (int i = 0; i < sizes.size(); ++i) {
            const auto length = m_lengths.constFind(m_splitter.widget(i));
            if (length != m_lengths.constEnd())
                sizes[i] = qRound(*length * m_scale);
            others += i == m_rest ? 0 : sizes[i];
        }
        sizes[m_rest] = std::max(1, whole - others);
        m_splitter.setSizes(sizes);
    }

    const Theme &m_theme;
    QSplitter &m_splitter;
    int m_rest;
    qreal m_scale;
    QHash<const QWidget *, qreal> m_lengths; // at 10 pt, so that a size at which panes had no room is not what they
                                             // come back to. None: moved since
    bool m_isStale = false;
};

} // namespace

void scalePanes(const Theme &theme, QSplitter &splitter, int rest)
{
    new ScaledPanes(theme, splitter, rest); // belongs to the splitter
}

} // namespace ui

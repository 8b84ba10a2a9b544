// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/findfield.h"

#include "ui/theme/icons.h"
#include "ui/widgets/scaledlayout.h"

#include <QSignalBlocker>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr int FindPadding = 56; // sign, cursor and air
constexpr auto TypingPause = 120ms;

} // namespace

FindField::FindField(const Theme &theme, const QStringList &hints, int leastWidth, int mostWidth, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_hints(hints)
    , m_pause(new QTimer(this))
{
    setAccessibleName(u"Find"_s);
    setPlaceholderText(hints.last());
    setClearButtonEnabled(true);
    addAction(themedIcon(theme, Icon::Search, &Tokens::secondary), QLineEdit::LeadingPosition);
    measureAlways(theme, this, [this, &theme, leastWidth, mostWidth] {
        setMinimumWidth(theme.px(leastWidth));
        setMaximumWidth(theme.px(mostWidth));
    });
    m_pause->setSingleShot(true);
    m_pause->setInterval(TypingPause);
    connect(this, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_pause, &QTimer::timeout, this, [this] { Q_EMIT wanted(text().trimmed()); });
}

void FindField::takeFocus()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void FindField::setWords(const QString &text)
{
    setText(text); // aloud: the sign that clears the field comes and goes with its words
    m_pause->stop();
}

void FindField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int room = width() - m_theme.px(FindPadding);
    const auto fits = [&](const QString &hint) { return fontMetrics().horizontalAdvance(hint) <= room; };
    const auto found = std::ranges::find_if(m_hints, fits);
    setPlaceholderText(found == m_hints.end() ? m_hints.last() : *found);
}

} // namespace ui

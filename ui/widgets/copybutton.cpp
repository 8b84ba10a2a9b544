// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copybutton.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announce.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr auto ToldFor = 2s;
const QString Telling = u"telling that it was copied"_s;

} // namespace

void copyAndTell(const Theme &theme, QPushButton &button, const QString &text, const QString &answer)
{
    QGuiApplication::clipboard()->setText(text);
    if (auto *telling = button.findChild<QTimer *>(Telling)) {
        telling->start(); // once more
        return;
    }
    const QString words = button.text();
    const QString name = button.accessibleName();
    const QIcon icon = button.icon();
    button.setText(answer);
    if (!icon.isNull())
        button.setIcon(themedIcon(theme, Icon::Check));
    announce(button, name.isEmpty() ? words : name, answer + u'.');
    auto *telling = new QTimer(&button);
    telling->setObjectName(Telling);
    telling->setSingleShot(true);
    telling->setInterval(ToldFor);
    const QString said = button.accessibleName();
    QObject::connect(telling, &QTimer::timeout, &button, [=, &button] {
        if (button.text() == answer) { // else it was given other words meanwhile
            button.setText(words);
            button.setIcon(icon);
        }
        if (button.accessibleName() == said)
            button.setAccessibleName(name);
        telling->setObjectName({});
        telling->deleteLater();
    });
    telling->start();
}

CopyButton::CopyButton(const Theme &theme, const QString &words, const QString &name, QWidget *parent)
    : QPushButton(themedIcon(theme, Icon::Copy), words, parent)
    , m_words(words)
{
    setAccessibleName(name);
    connect(this, &QPushButton::clicked, this, [this, &theme] { copyAndTell(theme, *this, m_source()); });
}

void CopyButton::setWords(const QString &words, const QString &name)
{
    if (words == m_words)
        return;
    m_words = words;
    setText(words);
    setAccessibleName(name);
}

QSize CopyButton::sizeHint() const
{
    const auto width = [this](const QString &words) { return fontMetrics().horizontalAdvance(words); };
    const int needed = std::max(width(m_words), width(u"Copied"_s));
    return QPushButton::sizeHint() + QSize(needed - width(text()), 0);
}

} // namespace ui

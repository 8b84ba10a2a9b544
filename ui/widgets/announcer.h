// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace ui {

// Says what belongs to no control, such as the state of a page or a banner: the words go before the name of whatever
// has the focus, and that gets its own name back when the focus leaves it. Belongs to the window.
class Announcer : public QObject {
    Q_OBJECT

public:
    explicit Announcer(QObject *parent);

    // Without a control that has the focus nobody hears it.
    void say(const QString &words);

private:
    void giveBack();

    QPointer<QWidget> m_control;
    QString m_ownName; // what its accessibleName() was; empty: its words are its name
    QString m_said; // the whole name it was given
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;

namespace model {
class ApiSession;
}

namespace ui {

class FindField;
class Theme;

// The API page's part of the top bar: the switch and the find field.
class ApiTools : public QWidget {
    Q_OBJECT

public:
    ApiTools(const Theme &theme, model::ApiSession &session, QWidget *parent = nullptr);

    void focusFind();
    // Without saying findChanged().
    void setFind(const QString &text);

Q_SIGNALS:
    void findChanged(const QString &text); // a moment after the last key // a moment after the last key

private:
    void showState();

    model::ApiSession &m_session;
    QCheckBox *m_switch;
    FindField *m_find;
};

} // namespace ui

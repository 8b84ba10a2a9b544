// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace model {
class AdminSession;
}

namespace ui {

class LineEditor;
class Theme;

// The Admin page's prices, per country and for what, each with where its figure is from.
class PricesPart : public QWidget {
    Q_OBJECT

public:
    PricesPart(const Theme &theme, model::AdminSession &session, QWidget *parent = nullptr);

    void takeFocus();
    bool isEdited() const; // and not saved
    QList<QWidget *> panes() const;

private:
    void judge();
    void showPrices();

    model::AdminSession &m_session;
    LineEditor *m_editor;
};

} // namespace ui

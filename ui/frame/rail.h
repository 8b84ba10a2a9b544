// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/pageid.h"
#include "ui/theme/icons.h"

#include <QWidget>

#include <map>

class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;

namespace ui {

class RailButton;

// The pages down the left side, icon over word. It holds the pages that exist and leaves to the window what choosing
// one does.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(const Theme &theme, QWidget *parent = nullptr);

    QAbstractButton *addPage(PageId page, Icon icon, const QString &words);
    void setCurrent(PageId page);
    // A number on the page's sign, said as `meaning` ("2 ringing"); 0 takes it away.
    void setCount(PageId page, int count, const QString &meaning);
    // Without its words the rail is narrower; they stay its buttons' names and tool tips.
    void setWordsShown(bool shown);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    friend class RailButton;

    const Theme &m_theme;
    QVBoxLayout *m_column;
    QButtonGroup *m_group;
    std::map<PageId, RailButton *> m_buttons; // children
    bool m_areWordsShown = true;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choicefield.h"

namespace ui {

class Theme;

// The number to verify. Down lists the test numbers and what each does.
class NumberField : public ChoiceField {
    Q_OBJECT

public:
    explicit NumberField(const Theme &theme, QWidget *parent = nullptr);

    void showPopup() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

#include <QDialog>

namespace ui {

class Theme;

// How the figures of the Compare page were computed, as a text to read: the arrows scroll it, Esc closes it.
class MethodSheet : public QDialog {
    Q_OBJECT

public:
    // `scope` says of what: "India, all time: 20,800 ended".
    MethodSheet(const Theme &theme, const QString &scope, const std::vector<model::MethodNote> &notes,
                QWidget *parent = nullptr);
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/guidance.h"

#include <QWidget>

namespace ui {

class Theme;

// When each workflow fits, as one reads before there are data, and marked as what it is.
class GuidancePane : public QWidget {
    Q_OBJECT

public:
    GuidancePane(const Theme &theme, const std::vector<model::Guidance> &guidance, QWidget *parent = nullptr);
};

} // namespace ui

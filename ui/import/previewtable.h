// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/import/verifyreport.h"

#include <QTableWidget>

namespace ui {

class Theme;

// How a report begins: its columns with what each is taken for, which can be changed, and its first rows. Columns that
// are read come first.
class PreviewTable : public QTableWidget {
    Q_OBJECT

public:
    explicit PreviewTable(const Theme &theme, QWidget *parent = nullptr);

    void setPreview(const engine::VerifyReport::Preview &preview);

Q_SIGNALS:
    void columnChosen(std::size_t place, std::optional<engine::VerifyReport::Column> column); // by the user

private:
    void build(const engine::VerifyReport::Preview &preview);

    const Theme &m_theme;
    QStringList m_heads; // as it was built
    std::vector<QStringList> m_rows;
    bool m_isFilling = false;
};

} // namespace ui

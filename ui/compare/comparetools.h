// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace ui {

class FindField;
class Theme;

// The page's part of the top bar: Report and its find field.
class CompareTools : public QWidget {
    Q_OBJECT

public:
    explicit CompareTools(const Theme &theme, QWidget *parent = nullptr);

    void focusFind();
    // Whether there is anything to make a report of.
    void setReportable(bool isReportable);

Q_SIGNALS:
    void findChanged(const QString &text);
    void reportWanted();

private:
    FindField *m_find;
    QPushButton *m_report;
};

} // namespace ui

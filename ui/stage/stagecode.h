// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace model {
class BoardSession;
}

namespace ui {

class CodeEntry;
class CodeField;
class Theme;

// Stage's code field: its words above, the button that copies from the phone beside it, what was answered below.
class StageCode : public QWidget {
    Q_OBJECT

public:
    StageCode(const Theme &theme, model::BoardSession &session, QWidget *parent = nullptr);
    ~StageCode() override;

    // Whether the verification takes codes at all; else nothing here can take the focus.
    bool takesCodes() const;
    void focusCode();
    void usePin();
    CodeField &field() const;
    // A tick of the clock, or another record.
    void showNow();

Q_SIGNALS:
    void nextWanted(); // Space, which is no part of a code
    void finished(); // the field had the focus and takes no more codes

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    model::BoardSession &m_session;
    CodeEntry *m_entry;
};

} // namespace ui

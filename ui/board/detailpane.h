// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class QTabWidget;

namespace model {
class ApiSession;
class BoardSession;
class VerificationController;
} // namespace model

namespace ui {

class DetailMain;
class EventList;
class HttpList;
class PhonePane;
class SnippetView;
class Theme;

// Under the table: the selected verification, what happened to it, and its phone, side by side; where the window is
// narrow the phone becomes a tab beside the events.
class DetailPane : public QSplitter {
    Q_OBJECT

public:
    DetailPane(const Theme &theme, model::BoardSession &session, QWidget *parent = nullptr);

    DetailMain &main() const { return *m_main; }
    QTabWidget &tabs() const { return *m_tabs; }
    void setNarrow(bool isNarrow);
    // A tab with the verification's exchanges. The session outlives the pane.
    HttpList &addHttp(const model::ApiSession &session);
    void setApi(const QString &address, const QString &shownSecret); // see SnippetView

private:
    void showRecord();

    const Theme &m_theme;
    model::VerificationController &m_controller;
    DetailMain *m_main;
    QTabWidget *m_tabs;
    EventList *m_events;
    SnippetView *m_snippet;
    PhonePane *m_phone;
    QList<int> m_wideSizes; // with the phone as a pane
    bool m_isNarrow = false;
};

} // namespace ui

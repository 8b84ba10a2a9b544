// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/windowroom.h"

#include <QMap>
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

// Under the table: the selected verification, what happened to it, and its phone, side by side. Where the window is
// narrow the phone becomes a tab beside the events; where it is small the first of these tabs is the verification.
class DetailPane : public QSplitter {
    Q_OBJECT

public:
    DetailPane(const Theme &theme, model::BoardSession &session, QWidget *parent = nullptr);

    DetailMain &main() const { return *m_main; }
    QTabWidget &tabs() const { return *m_tabs; }
    void setRoom(WindowRoom room);
    // How wide its panes are, wherever the window has been and is.
    QByteArray panes() const;
    void restorePanes(const QByteArray &panes);
    // A tab with the verification's exchanges. The session outlives the pane.
    HttpList &addHttp(const model::ApiSession &session);
    void setApi(const QString &address, const QString &shownSecret); // see SnippetView

private:
    QList<int> usualSizes() const;
    void showMain();
    void showRecord();

    const Theme &m_theme;
    model::VerificationController &m_controller;
    DetailMain *m_main;
    QTabWidget *m_tabs;
    EventList *m_events;
    SnippetView *m_snippet;
    PhonePane *m_phone;
    WindowRoom m_room = WindowRoom::Wide;
    QMap<int, QList<int>> m_sizes; // by the room for which somebody has seen them
};

} // namespace ui

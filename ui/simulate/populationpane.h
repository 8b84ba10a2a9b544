// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QMenu;
class QPushButton;

namespace model {
class FigureModel;
class SimulateSession;
} // namespace model

namespace ui {

class FigureTable;
class SignedLabel;
class Theme;
class WrapLabel;

// Who the users are: the population or market whose figures are shown, to be chosen, edited in place, opened from a
// file and saved to one. The session outlives it.
class PopulationPane : public QWidget {
    Q_OBJECT

public:
    PopulationPane(const Theme &theme, model::SimulateSession &session, QWidget *parent = nullptr);

    FigureTable &figures() const { return *m_table; }
    void openFile(const QString &path);
    void saveFile(const QString &path);
    // What is wrong with the last edit or file; empty: nothing.
    QString problem() const;

    // It shrinks before it scrolls: the table makes room for lines of words.
    bool hasHeightForWidth() const override { return false; }

Q_SIGNALS:
    void calibrateWanted(); // with a market of what happened, to be chosen

private:
    void join();
    void showState();
    void chooseFile(bool isSaving);
    void setProblem(const QString &sentence);

    const Theme &m_theme;
    model::SimulateSession &m_session;
    model::FigureModel *m_model;
    QComboBox *m_choice;
    QPushButton *m_edit;
    QPushButton *m_more;
    QMenu *m_markets = nullptr;
    QAction *m_reset = nullptr;
    QAction *m_remove = nullptr;
    FigureTable *m_table;
    WrapLabel *m_origins;
    SignedLabel *m_problem;
};

} // namespace ui

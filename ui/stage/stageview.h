// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>

namespace model {
class BoardSession;
class Sound;
} // namespace model

namespace ui {

class Actions;
class StageContent;
class Style;
class Theme;

// The selected verification alone, for a room to look at: it takes the whole window, without menu and rail. As large as
// the window allows, whatever the text size chosen. Theme, session and sound outlive it.
class StageView : public QWidget {
    Q_OBJECT

public:
    StageView(const Theme &theme, model::BoardSession &session, model::Sound &sound, QWidget *parent = nullptr);
    ~StageView() override;

    // What can be done here, for as long as Stage is shown.
    void bindActions(Actions &actions);
    // Everything it shows from now on is, whoever started it.
    void setInvented(bool isInvented);
    void takeFocus();

Q_SIGNALS:
    void leaveWanted();
    void newWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void layOut();
    void drop();
    qreal fittingMagnification() const;

    const Theme &m_base;
    model::BoardSession &m_session;
    model::Sound &m_sound;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Theme> m_strip; // of the foot
    std::unique_ptr<Style> m_style; // of the controls
    std::unique_ptr<Style> m_stripStyle;
    StageContent *m_content = nullptr; // only while shown
    QTimer m_refit;
    bool m_isInvented = false;
};

} // namespace ui

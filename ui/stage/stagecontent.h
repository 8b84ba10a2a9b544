// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"

#include <QWidget>

#include <optional>

class QStackedWidget;

namespace model {
class BoardSession;
class Sound;
} // namespace model

namespace ui {

class ClockBar;
class DetailPicture;
class EmptyState;
class KeyHint;
class Label;
class PhoneView;
class StageCode;
class StageTag;
class Theme;

// All that Stage shows, laid out for one size: StageView makes another one for another size. Headline and cost, the
// phone on the left, the picture and the code field on the right, clock and keys at the foot.
class StageContent : public QWidget {
    Q_OBJECT

public:
    // `strip` is the smaller theme of the foot. All of them outlive it. `isInvented`: whoever started it, nobody is
    // behind what is shown.
    StageContent(const Theme &theme, const Theme &strip, model::BoardSession &session, model::Sound &sound,
                 bool isInvented, QWidget *parent = nullptr);

    ~StageContent() override;

    void takeFocus();
    // To the next moment of the verification shown, and to no other's.
    void goOn();
    StageCode &code() const { return *m_code; }
    QWidget &foot() const { return *m_foot; }

Q_SIGNALS:
    void leaveWanted();
    void newWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *verification();
    QWidget *nothing();
    void fillFoot(const Theme &strip, model::Sound &sound);
    void showRecord();
    void showNow();
    std::optional<engine::milliseconds> untilNext() const;

    const Theme &m_theme;
    model::BoardSession &m_session;
    bool m_isInvented;
    Label *m_headline;
    Label *m_subline;
    StageTag *m_tag;
    PhoneView *m_phone;
    DetailPicture *m_picture;
    StageCode *m_code;
    EmptyState *m_nothing;
    QStackedWidget *m_either;
    QWidget *m_foot;
    KeyHint *m_next = nullptr;
    bool m_hasRecord = false;
};

} // namespace ui

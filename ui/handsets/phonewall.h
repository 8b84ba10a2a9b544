// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/requestid.h"
#include "model/handsets/wallorder.h"

#include <QScrollArea>

#include <map>

namespace model {
class HandsetsModel;
}

namespace ui {

class PhoneCard;
class Theme;

// The wall of phones. Only those in view, and a row around them, are there as widgets, so that hundreds cost no more
// than a dozen; those that somebody is at stay. Theme and phones outlive it.
class PhoneWall : public QScrollArea {
    Q_OBJECT

public:
    PhoneWall(const Theme &theme, model::HandsetsModel &phones, QWidget *parent = nullptr);

    // These, in this order, wherever they stood before.
    void arrange(const std::vector<engine::PhoneNumber> &numbers);
    // The same phones and perhaps others: those in view keep their places.
    void follow(const std::vector<engine::PhoneNumber> &numbers);
    // Scrolls until it is in view. Null when it is not on the wall.
    PhoneCard *reveal(engine::PhoneNumber number);
    // The one that has the focus.
    PhoneCard *focused() const;
    // A tick of the clock.
    void showNow();
    // As PhoneCard has it, for all.
    void setVoice(const QString &note, bool isHeardAtOnce);

Q_SIGNALS:
    void boardWanted(engine::RequestId id);
    void focusedChanged(engine::PhoneNumber number);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    model::WallGeometry geometryNow() const;
    int lastInView() const;
    void layOut();
    void fill();
    PhoneCard *cardFor(engine::PhoneNumber number);
    void orderTabs();
    std::vector<PhoneCard *> cards() const;
    void noteFocus(QWidget *now);

    const Theme &m_theme;
    model::HandsetsModel &m_phones;
    model::WallOrder m_order;
    QWidget *m_wall;
    std::map<engine::PhoneNumber, PhoneCard *> m_cards; // children of the wall
    bool m_isFilling = false;
    QString m_voiceNote;
    bool m_isHeardAtOnce = true;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/requestid.h"
#include "model/handsets/phonelistmodel.h"
#include "ui/frame/page.h"

class QSplitter;
class QStackedWidget;

namespace model {
class HandsetsModel;
}

namespace ui {

class CallSpeaker;
class EmptyState;
class HandsetsTools;
class Label;
class PhoneCard;
class PhoneList;
class PhoneWall;
class Theme;

// The phones: a sentence on what they do, the list of all, and the wall where they are operated. It lays out its parts
// and joins them to the phones, which have the data. Theme, phones and speaker outlive it.
class HandsetsPage : public Page {
    Q_OBJECT

public:
    HandsetsPage(const Theme &theme, model::HandsetsModel &phones, CallSpeaker &speaker, QWidget *parent = nullptr);

    PageId id() const override { return PageId::Handsets; }
    QString name() const override;
    QWidget *tools() const override;
    void bindActions(Actions &actions) override;
    QList<QWidget *> panes() const override;
    void takeFocus() override;
    QString titleNote() const override;
    QString stateSentence() const override;
    QVariant place() const override;
    void goTo(const QVariant &place) override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;

    // Scrolls to it and makes it the current one.
    void show(engine::PhoneNumber number);

Q_SIGNALS:
    void newWanted();
    void boardWanted(engine::RequestId id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *wallWithSentence();
    void join();
    void setFind(const QString &text);
    void showPhones();
    void showVoice();
    void withRinging(void (model::HandsetsModel::*act)(engine::PhoneNumber));
    PhoneCard *currentCard();

    const Theme &m_theme;
    model::HandsetsModel &m_phones;
    CallSpeaker &m_speaker;
    model::PhoneListModel m_lines;
    HandsetsTools *m_tools;
    PhoneList *m_list;
    Label *m_sentence;
    Label *m_note;
    PhoneWall *m_wall;
    EmptyState *m_nothingMatches;
    QStackedWidget *m_wallOrNothing;
    QSplitter *m_split;
    EmptyState *m_nothing;
    QStackedWidget *m_whole; // no phones, or all of it
};

} // namespace ui

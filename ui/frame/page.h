// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/pageid.h"

#include <QStringList>
#include <QVariant>
#include <QWidget>

namespace ui {

class Actions;

// What the window needs of each of its pages. A page lays out its parts and joins them to its model; the window gives
// it a place in the rail, in the top bar, in the history and in the title, and asks nothing else of it.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual PageId id() const = 0;
    // One word, for rail, menu and title.
    virtual QString name() const = 0;
    // What the top bar shows while this page does: its main action and its find field. The bar owns it from then on.
    virtual QWidget *tools() const = 0;
    // What the page can do, for as long as it is shown: bind with id(). Called once.
    virtual void bindActions(Actions &actions) = 0;
    // Each takes the focus; F6 goes from one to the next.
    virtual QList<QWidget *> panes() const = 0;
    // The page's main part, or what stands in its place.
    virtual void takeFocus() = 0;
    // "12 running", for the title; empty: nothing to say.
    virtual QString titleNote() const { return {}; }
    // How things stand on this page, in a sentence, for F2.
    virtual QString stateSentence() const { return {}; }

    // What somebody has edited here and not saved, in words; it would go with the window.
    virtual QStringList unsaved() const { return {}; }

    // Its filters and choices, for going back to them. An empty variant is the page as it opens.
    virtual QVariant place() const { return {}; }
    virtual void goTo(const QVariant & /*place*/) { }

    // What is kept from one run to the next: panes and columns.
    virtual QByteArray saveState() const { return {}; }
    virtual void restoreState(const QByteArray & /*state*/) { }

Q_SIGNALS:
    void placeChosen(); // a place worth going back to was left for another one
    void placeAdjusted(); // the same place, in another wording: what is typed into a find field
    void stateChanged(); // title note or state sentence
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace model {
class CompareSession;
class SimulateSession;
} // namespace model

namespace ui {

class Announcer;
class ComparePage;
class PageDeck;
class SimulatePage;

// What goes between Simulate and Compare: results beside what happened and into the store, and populations of markets.
// Belongs to the window, as all it is given does.
class SimulationLink : public QObject {
    Q_OBJECT

public:
    struct Parts {
        model::CompareSession &comparison;
        model::SimulateSession &simulation;
        ComparePage &compare;
        SimulatePage &simulate;
        PageDeck &pages;
        Announcer &announcer;
    };

    SimulationLink(const Parts &parts, QObject *window);

private:
    void joinCompare();
    void joinSimulate();
    void calibrate();

    Parts m_parts;
};

} // namespace ui

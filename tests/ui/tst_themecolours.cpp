// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "tests/ui/colourscience.h"
#include "ui/theme/tokens.h"

#include <QTest>

#include <vector>

namespace tst_themecolours {

using namespace ui;
using namespace tests;

constexpr double TextContrast = 4.5;
constexpr double MarkContrast = 3;
constexpr double ColourDistance = 10;

struct Role {
    const char *name;
    QColor Tokens::*colour;
};

const std::vector<Role> Surfaces{{"window", &Tokens::window},
                                 {"base", &Tokens::base},
                                 {"header", &Tokens::header},
                                 {"selection", &Tokens::selection}};
const std::vector<Role> Bands{{"violet band", &Tokens::bandViolet},
                              {"amber band", &Tokens::bandAmber},
                              {"red band", &Tokens::bandRed},
                              {"green band", &Tokens::bandGreen}};
const std::vector<Role> States{{"running", &Tokens::running},
                               {"verified", &Tokens::verified},
                               {"expired", &Tokens::expired},
                               {"failed", &Tokens::failed},
                               {"neutral", &Tokens::neutral}};

struct Scheme {
    const char *name;
    const Tokens &tokens;
};

std::vector<Scheme> schemes()
{
    return {{"light", lightTokens()}, {"dark", darkTokens()}};
}

const std::vector<std::pair<const char *, Vision>> Visions{{"normal vision", Vision::Normal},
                                                           {"protanopia", Vision::Protanopia},
                                                           {"deuteranopia", Vision::Deuteranopia},
                                                           {"tritanopia", Vision::Tritanopia}};

class tst_ThemeColours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDistanceAgreesWithItsAuthorsExamples_data();
    void theDistanceAgreesWithItsAuthorsExamples();
    void contrastIsEnough_data();
    void contrastIsEnough();
    void theFiguresOfTheDesignHold_data();
    void theFiguresOfTheDesignHold();
    void statesDifferForEveryEye_data();
    void statesDifferForEveryEye();
    void workflowsDifferForEveryEye_data();
    void workflowsDifferForEveryEye();
    void greysKeepTheContrast();
};

void tst_ThemeColours::theDistanceAgreesWithItsAuthorsExamples_data()
{
    QTest::addColumn<QList<double>>("one");
    QTest::addColumn<QList<double>>("other");
    QTest::addColumn<double>("distance");
    // Sharma, Wu and Dalal, table 1
    QTest::newRow("1") << QList<double>{50, 2.6772, -79.7751} << QList<double>{50, 0, -82.7485} << 2.0425;
    QTest::newRow("7") << QList<double>{50, 0, 0} << QList<double>{50, -1, 2} << 2.3669;
    QTest::newRow("14") << QList<double>{50, -0.0010, 2.4900} << QList<double>{50, 0.0011, -2.4900} << 4.7461;
    QTest::newRow("17") << QList<double>{50, 2.5, 0} << QList<double>{73, 25, -18} << 27.1492;
    QTest::newRow("25") << QList<double>{60.2574, -34.0099, 36.2677} << QList<double>{60.4626, -34.1751, 39.4387}
                        << 1.2644;
    QTest::newRow("34") << QList<double>{2.0776, 0.0795, -1.1350} << QList<double>{0.9033, -0.0636, -0.5514} << 0.9082;
}

void tst_ThemeColours::theDistanceAgreesWithItsAuthorsExamples()
{
    QFETCH(const QList<double>, one);
    QFETCH(const QList<double>, other);
    QFETCH(const double, distance);
    const double computed = ciede2000({one[0], one[1], one[2]}, {other[0], other[1], other[2]});
    QVERIFY2(std::abs(computed - distance) < 0.0001, qPrintable(QString::number(computed)));
}

void tst_ThemeColours::contrastIsEnough_data()
{
    QTest::addColumn<QColor>("colour");
    QTest::addColumn<QColor>("surface");
    QTest::addColumn<double>("least");

    for (const auto &[scheme, tokens] : schemes()) {
        const Tokens &t = tokens;
        const auto add = [&t, name = scheme](const Role &role, const Role &surface, double least) {
            QTest::addRow("%s: %s on %s", name, role.name, surface.name)
                << t.*role.colour << t.*surface.colour << least;
        };
        for (const Role &surface : Surfaces) {
            add({"text", &Tokens::text}, surface, TextContrast);
            add({"secondary", &Tokens::secondary}, surface, TextContrast);
            add({"accent", &Tokens::accent}, surface, MarkContrast);
            add({"control edge", &Tokens::controlEdge}, surface, MarkContrast);
            add({"simulated", &Tokens::simulated}, surface, MarkContrast);
            for (const Role &state : States)
                add(state, surface, MarkContrast);
        }
        for (const Role &band : Bands) {
            add({"text", &Tokens::text}, band, TextContrast);
            add({"secondary", &Tokens::secondary}, band, TextContrast);
        }
        add({"simulated", &Tokens::simulated}, Bands[0], MarkContrast);
        add({"expired", &Tokens::expired}, Bands[1], MarkContrast);
        add({"failed", &Tokens::failed}, Bands[2], MarkContrast);
        add({"verified", &Tokens::verified}, Bands[3], MarkContrast);

        for (const Role &surface : {Surfaces[0], Surfaces[1]})
            add({"link", &Tokens::accent}, surface, TextContrast);
        // Inside a workflow's marker, and beside a filled mark, stands the base.
        for (std::size_t i = 0; i < t.workflows.size(); ++i)
            QTest::addRow("%s: id in the marker of workflow %zu", scheme, i + 1)
                << t.base << t.workflows[i] << MarkContrast;
        add({"text on accent", &Tokens::textOnAccent}, {"accent", &Tokens::accent}, TextContrast);
        add({"primary text", &Tokens::primaryText}, {"primary fill", &Tokens::primaryFill}, TextContrast);
        add({"primary edge", &Tokens::primaryEdge}, {"window", &Tokens::window}, MarkContrast);
        add({"base", &Tokens::base}, {"simulated", &Tokens::simulated}, TextContrast); // the clock's factor

        // Workflow colours never lie on the selection, and not on headers.
        for (std::size_t i = 0; i < t.workflows.size(); ++i) {
            for (const Role &surface : {Surfaces[0], Surfaces[1]})
                QTest::addRow("%s: workflow %zu on %s", scheme, i + 1, surface.name)
                    << t.workflows[i] << t.*surface.colour << MarkContrast;
        }
    }
}

void tst_ThemeColours::contrastIsEnough()
{
    QFETCH(const QColor, colour);
    QFETCH(const QColor, surface);
    QFETCH(const double, least);
    const double found = contrast(colour, surface);
    QVERIFY2(found >= least, qPrintable(QString::number(found)));
}

// What was promised for each role on base, so that a changed colour is noticed before it is too pale.
void tst_ThemeColours::theFiguresOfTheDesignHold_data()
{
    QTest::addColumn<QColor>("colour");
    QTest::addColumn<QColor>("base");
    QTest::addColumn<double>("figure");
    struct Figures {
        Role role;
        double light;
        double dark;
    };
    const std::vector<Figures> all{
        {{"text", &Tokens::text}, 16.0, 13.7},     {{"secondary", &Tokens::secondary}, 6.9, 7.7},
        {{"accent", &Tokens::accent}, 6.7, 7.1},   {{"control edge", &Tokens::controlEdge}, 4.0, 4.7},
        {{"running", &Tokens::running}, 4.2, 7.1}, {{"verified", &Tokens::verified}, 6.5, 9.5},
        {{"expired", &Tokens::expired}, 4.1, 8.5}, {{"failed", &Tokens::failed}, 9.3, 5.5},
        {{"neutral", &Tokens::neutral}, 4.3, 5.6}, {{"simulated", &Tokens::simulated}, 9.1, 5.5}};
    for (const auto &[scheme, tokens] : schemes()) {
        for (const Figures &figures : all)
            QTest::addRow("%s: %s", scheme, figures.role.name)
                << tokens.*figures.role.colour << tokens.base << (tokens.dark ? figures.dark : figures.light);
    }
}

void tst_ThemeColours::theFiguresOfTheDesignHold()
{
    QFETCH(const QColor, colour);
    QFETCH(const QColor, base);
    QFETCH(const double, figure);
    const double found = contrast(colour, base);
    QVERIFY2(std::abs(found - figure) < 0.11, qPrintable(QString::number(found)));
}

static void addPairs(const std::vector<std::pair<QString, QColor>> &colours, const char *scheme)
{
    for (std::size_t i = 0; i < colours.size(); ++i) {
        for (std::size_t j = i + 1; j < colours.size(); ++j) {
            for (const auto &[eye, vision] : Visions)
                QTest::addRow("%s: %s and %s, %s", scheme, qPrintable(colours[i].first), qPrintable(colours[j].first),
                              eye)
                    << colours[i].second << colours[j].second << int(vision);
        }
    }
}

static void addPairColumns()
{
    QTest::addColumn<QColor>("one");
    QTest::addColumn<QColor>("other");
    QTest::addColumn<int>("vision");
}

static void verifyPair()
{
    QFETCH(const QColor, one);
    QFETCH(const QColor, other);
    QFETCH(const int, vision);
    const double distance = ciede2000(lab(one, Vision(vision)), lab(other, Vision(vision)));
    QVERIFY2(distance >= ColourDistance, qPrintable(QString::number(distance)));
}

void tst_ThemeColours::statesDifferForEveryEye_data()
{
    addPairColumns();
    for (const auto &[scheme, tokens] : schemes()) {
        std::vector<std::pair<QString, QColor>> colours;
        for (const Role &state : States)
            colours.emplace_back(QString::fromLatin1(state.name), tokens.*state.colour);
        addPairs(colours, scheme);
    }
}

void tst_ThemeColours::statesDifferForEveryEye()
{
    verifyPair();
}

void tst_ThemeColours::workflowsDifferForEveryEye_data()
{
    addPairColumns();
    for (const auto &[scheme, tokens] : schemes()) {
        std::vector<std::pair<QString, QColor>> colours;
        for (int id = 1; id <= int(tokens.workflows.size()); ++id)
            colours.emplace_back(QString::number(id), tokens.workflow(id));
        addPairs(colours, scheme);
    }
}

void tst_ThemeColours::workflowsDifferForEveryEye()
{
    verifyPair();
}

void tst_ThemeColours::greysKeepTheContrast()
{
    const Tokens greys = withoutColour(lightTokens());
    for (const Role &state : States) {
        const QColor grey = greys.*state.colour;
        QCOMPARE(grey.red(), grey.green());
        QCOMPARE(grey.red(), grey.blue());
        const double before = contrast(lightTokens().*state.colour, lightTokens().base);
        QVERIFY(std::abs(contrast(grey, greys.base) - before) < 0.1);
    }
}

PINPATH_TEST(tst_ThemeColours, "tst_themecolours")

} // namespace tst_themecolours

#include "tst_themecolours.moc"

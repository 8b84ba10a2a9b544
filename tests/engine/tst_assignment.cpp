// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/assignment/assignment.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace tst_assignment {

using namespace engine;
using namespace Qt::StringLiterals;

const Assignee British{PhoneNumber(447700900112), u"GB"_s, u"Acme"_s};
const Assignee Indian{PhoneNumber(919876543210), u"IN"_s, u"Acme"_s};

AssignmentRule rule(const QString &name, WorkflowId workflow)
{
    AssignmentRule rule;
    rule.name = name;
    rule.shares = {{workflow, 1}};
    return rule;
}

AssignmentRule split(const QString &name, std::uint32_t one, std::uint32_t four)
{
    AssignmentRule rule;
    rule.name = name;
    rule.shares = {{1, one}, {4, four}};
    return rule;
}

std::uint64_t noLot(const QString &, PhoneNumber)
{
    qFatal("A lot was drawn.");
    return 0;
}

WorkflowId workflowAt(const AssignmentRule &rule, double place)
{
    const auto lot = [place](const QString &, PhoneNumber) { return std::uint64_t(std::ldexp(place, 64)); };
    return assign({rule}, British, lot).workflow;
}

class tst_Assignment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutATableItIsWorkflowOne()
    {
        const Assignment assignment = assign({}, British, noLot);
        QCOMPARE(int(assignment.workflow), 1);
        QCOMPARE(assignment.choice.by, ChosenBy::Default);
    }

    void theFirstRuleThatFitsDecides()
    {
        AssignmentRule india = rule(u"India"_s, 2);
        india.country = u"IN"_s;
        AssignmentRule drama = rule(u"drama"_s, 4);
        drama.prefix = u"447700"_s;
        AssignmentRule otherBrand = rule(u"Other"_s, 5);
        otherBrand.brand = u"Other"_s;
        const AssignmentTable table{india, otherBrand, drama, rule(u"rest"_s, 6)};

        QVERIFY(assign(table, Indian, noLot) == (Assignment{2, {ChosenBy::Rule, u"India"_s, 1}}));
        QVERIFY(assign(table, British, noLot) == (Assignment{4, {ChosenBy::Rule, u"drama"_s, 1}}));
        Assignee other = British;
        other.brand = u"Other"_s;
        QCOMPARE(int(assign(table, other, noLot).workflow), 5);
        other = {PhoneNumber(447911123456), u"GB"_s, u"Acme"_s};
        QCOMPARE(int(assign(table, other, noLot).workflow), 6);
        QCOMPARE(assign({india}, British, noLot).choice.by, ChosenBy::Default);
    }

    void allOfARulesConditionsMustHold()
    {
        AssignmentRule narrow = rule(u"narrow"_s, 3);
        narrow.country = u"GB"_s;
        narrow.prefix = u"447700"_s;
        narrow.brand = u"Acme"_s;
        QCOMPARE(int(assign({narrow}, British, noLot).workflow), 3);
        Assignee other = British;
        other.brand = u"Other"_s;
        QCOMPARE(assign({narrow}, other, noLot).choice.by, ChosenBy::Default);
    }

    void lotsAreSplitByWeight()
    {
        const AssignmentRule experiment = split(u"seventy"_s, 70, 30);
        QCOMPARE(int(workflowAt(experiment, 0)), 1);
        QCOMPARE(int(workflowAt(experiment, 0.6999)), 1);
        QCOMPARE(int(workflowAt(experiment, 0.7001)), 4);
        QCOMPARE(int(workflowAt(experiment, 0.9999)), 4);
        const auto most = [](const QString &, PhoneNumber) { return std::numeric_limits<std::uint64_t>::max(); };
        QCOMPARE(int(assign({experiment}, British, most).workflow), 4);
    }

    void aChangedWeightMovesOnlyWhomItMust()
    {
        for (const double place : {0.1, 0.5, 0.69, 0.81, 0.95})
            QCOMPARE(workflowAt(split(u"x"_s, 70, 30), place), workflowAt(split(u"x"_s, 8, 2), place));
    }

    void aWeightOfNothingGetsNobody()
    {
        QCOMPARE(int(workflowAt(split(u"x"_s, 0, 1), 0)), 4);
        QCOMPARE(int(workflowAt(split(u"x"_s, 1, 0), 0.9999)), 1);
    }

    void whatIsChangedGetsItsNextVersion()
    {
        const AssignmentTable before{split(u"a"_s, 70, 30), split(u"b"_s, 1, 1)};
        AssignmentTable after{split(u"b"_s, 1, 1), split(u"a"_s, 80, 20), split(u"c"_s, 1, 1)};
        after = revised(before, after);
        QCOMPARE(after[0].version, 1);
        QCOMPARE(after[1].version, 2);
        QCOMPARE(after[2].version, 1);
        QCOMPARE(revised(after, after)[1].version, 2);
        after[1].country = u"GB"_s;
        QCOMPARE(revised({split(u"a"_s, 80, 20)}, after)[1].version, 2);
    }
};

PINPATH_TEST(tst_Assignment, "tst_assignment")

} // namespace tst_assignment

#include "tst_assignment.moc"

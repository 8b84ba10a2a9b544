// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/comparisons.h"
#include "tests/support/testclass.h"
#include "ui/report/reporthtml.h"

#include <QTest>
#include <QXmlStreamReader>

namespace tst_report {

using namespace Qt::StringLiterals;
using engine::Comparison;
using model::CompareChoices;
using model::CompareContent;
using tests::comparison;
using tests::market;

// With what a market of requests costs and takes, and how many messages it needs.
Comparison india()
{
    Comparison comparison
        = tests::comparison("IN", {{1, 4520, 5790}, {2, 4766, 5646}, {3, 634, 1655}, {4, 3074, 3847}});
    for (engine::Market *each : {&comparison.all, &comparison.markets.front()}) {
        for (engine::WorkflowTally &tally : each->workflows) {
            tally.verifiedIn = {{20, tally.verified / 2}, {36, tally.verified - tally.verified / 2}};
            tally.otherwiseIn = {{300, tally.ended() - tally.verified}};
            tally.cost.all = engine::Money::fromHundredMillionths(tally.verified * (7'000'000 + tally.id() * 100'000));
            tally.cost.ofVerified = tally.cost.all;
            tally.cost.squares = double(tally.verified) * 0.006;
            tally.messages = tally.ended() + tally.ended() / 2;
        }
    }
    return comparison;
}

std::vector<CompareContent> contents(const Comparison &comparison, const CompareChoices &choices = {},
                                     bool isDemo = false)
{
    return model::describeMarkets(comparison, choices, {comparison.at, isDemo},
                                  model::usualMarkets(comparison, choices));
}

// With two weeks each, so that there is a trend.
Comparison overTwoWeeks()
{
    Comparison comparison = india();
    const engine::Instant monday = engine::fromMilliseconds(1'795'392'000'000);
    for (engine::Market *each : {&comparison.all, &comparison.markets.front()}) {
        for (engine::WorkflowTally &tally : each->workflows)
            tally.weeks = {{monday, tally.verified / 2, tally.ended() / 2},
                           {monday + std::chrono::weeks(1), tally.verified / 2, tally.ended() / 2}};
    }
    return comparison;
}

QString html(const std::vector<CompareContent> &contents)
{
    return QString::fromUtf8(ui::reportHtml(contents));
}

CompareChoices inIndia()
{
    CompareChoices choices;
    choices.market = "IN";
    return choices;
}

// The words between tags, each once where it stands; none if it is not well formed.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QXmlStreamReader reader(text);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters && !reader.isWhitespace())
            words << reader.text().toString();
    }
    if (reader.hasError())
        qWarning("line %d: %s", int(reader.lineNumber()), qPrintable(reader.errorString()));
    return reader.hasError() ? QStringList() : words;
}

class tst_Report : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatThePageSays()
    {
        const std::vector<CompareContent> pages = contents(india(), inIndia());
        const CompareContent &page = pages.front();
        const QStringList words = wordsOf(html(pages));
        QVERIFY(words.contains(page.verdict.headline));
        QVERIFY(words.contains(page.verdict.scope));
        QVERIFY(words.contains(page.verdict.support));
        QCOMPARE(page.rates.rows.size(), std::size_t(4));
        for (const model::RateRow &row : page.rates.rows) {
            QVERIFY(words.contains(row.rateText));
            QVERIFY(words.contains(row.intervalFigures));
            QVERIFY(words.contains(row.count));
        }
        QCOMPARE(page.leads.rows.size(), std::size_t(4));
        for (const model::LeadRow &row : page.leads.rows) {
            QVERIFY(words.contains(row.pointsFigure));
            QVERIFY(words.contains(row.between));
        }
        for (const model::CostPoint &point : page.costs.points)
            QVERIFY(words.contains(QString::number(point.cost, 'f', 1)));
        QVERIFY(words.contains(u"1.50"_s)); // messages per request
        QVERIFY(words.contains(u"36 s"_s));
        QVERIFY(words.contains(u"never"_s)); // workflow 3 does not verify half of all
        for (const model::MethodNote &note : page.shortMethods)
            QVERIFY2(words.contains(u' ' + note.text), qPrintable(note.title));
        QVERIFY(words.join(u' ').contains(page.date));
    }

    void methodsNamePeriodCountsAndAssumptions()
    {
        const std::vector<CompareContent> pages = contents(india(), inIndia());
        QStringList notes;
        for (const model::MethodNote &note : pages.front().shortMethods)
            notes << note.title + u": "_s + note.text;
        QVERIFY2(notes.first().contains(u"Requests that started from "_s), qPrintable(notes.first()));
        QVERIFY(notes.first().contains(u" until "_s));
        QVERIFY(notes.filter(u"Assumed: "_s).first().contains(u"No lot of an experiment saw to that"_s));
        Comparison drawn = india();
        drawn.isByLot = true;
        QVERIFY(contents(drawn, inIndia()).front().shortMethods.at(1).text.startsWith(u"The lots of an experiment"_s));
        QVERIFY(notes.filter(u"Lead: "_s).first().contains(u"all 6 pairs"_s));
        QVERIFY(notes.filter(u"Verdict: "_s).first().startsWith(u"Verdict: 2 leads because its interval"_s));
        QVERIFY(notes.filter(u"Caution"_s).isEmpty()); // they stand with the answer
    }

    void cautionsStandOverTheCharts()
    {
        Comparison mixed = comparison(
            market({}, {{1, 5000, 6000}, {2, 5100, 6000}}),
            {market("IN", {{1, 800, 1000}, {2, 4200, 5000}}), market("GB", {{1, 4200, 5000}, {2, 900, 1000}})});
        const std::vector<CompareContent> pages = contents(mixed);
        const QString caution = pages.front().verdict.cautions.join(u". "_s);
        QVERIFY2(caution.contains(u"The mix of countries differs"_s), qPrintable(caution));
        const QString text = html(pages);
        const auto at = text.indexOf(caution);
        QVERIFY(at > 0 && at < text.indexOf(u"<figure"_s));
        QCOMPARE(text.indexOf(caution, at + 1), -1);
    }

    void aClosedPeriodIsLookedAtOnce()
    {
        Comparison comparison = india();
        const auto repeated = model::describeMarkets(comparison, {}, {comparison.at, false}, {std::nullopt});
        comparison.isClosed = true;
        const auto pages = model::describeMarkets(comparison, {}, {comparison.at, false}, {std::nullopt});
        QStringList notes;
        for (const model::MethodNote &note : pages.front().shortMethods)
            notes << note.text;
        QCOMPARE(notes.filter(u"complete and looked at once"_s).size(), 1);
        QVERIFY(!notes.join(u' ').contains(u"still arriving"_s));
        QVERIFY(!pages.front().leads.words.note.contains(u"every look"_s));
        // Narrower than one that holds at every look.
        QVERIFY(pages.front().leads.rows[0].always.low > repeated.front().leads.rows[0].always.low);
    }

    void whatPeopleTypedIsEscaped()
    {
        CompareChoices choices = inIndia();
        choices.brand = "<b>Fish & \"Co\"</b>";
        const QString text = html(contents(india(), choices));
        QVERIFY(text.contains(u"&lt;b&gt;Fish &amp; &quot;Co"_s));
        QVERIFY(!text.contains(u"<b>Fish"_s));
        QVERIFY(!wordsOf(text).isEmpty());
        const QString origin = QString::fromUtf8(ui::reportHtml(contents(india()), u"<script>.csv"_s));
        QVERIFY(!origin.contains(u"<script>"_s));
        QVERIFY(origin.contains(u"&lt;script&gt;.csv"_s));
    }

    void itLoadsAndRunsNothing()
    {
        QString text = html(contents(india()));
        text.remove(u"http://www.w3.org/2000/svg"_s);
        QVERIFY(!text.contains(u"://"_s));
        QVERIFY(!text.contains(u"<script"_s) && !text.contains(u"src="_s) && !text.contains(u"url("_s));
        QVERIFY(text.contains(u"@page { size: A4"_s));
    }

    void inventedDataAreMarkedInEveryPicture()
    {
        const std::vector<CompareContent> pages = contents(india(), inIndia(), true);
        const QString text = html(pages);
        QCOMPARE(pages.front().verdict.tag, u"Demo data, invented"_s);
        const auto figures = text.count(u"<figure"_s);
        QCOMPARE(figures, 5); // there are no two weeks for a trend
        QCOMPARE(text.count(u">Demo data, invented</text>"_s), figures);
        QCOMPARE(text.count(u"<desc>Demo data, invented</desc>"_s), figures);
        QVERIFY(text.contains(u"<title>Demo data, invented: Workflow"_s)); // the file's
        QVERIFY(!html(contents(india())).contains(u"invented"_s));
    }

    void everyQuestionOfThePageIsAnswered()
    {
        const CompareContent page = contents(overTwoWeeks(), inIndia()).front();
        const QString text = html({page});
        QCOMPARE(text.count(u"<figure"_s), 6);
        qsizetype at = 0;
        for (const model::ChartWords *words : {&page.rates.words, &page.leads.words, &page.times.words,
                                               &page.costs.words, &page.ends.words, &page.trend.words}) {
            at = text.indexOf(u"<title>"_s + words->finding.toHtmlEscaped() + u"</title>"_s, at + 1);
            QVERIFY2(at > 0, qPrintable(words->finding));
        }
        const QStringList words = wordsOf(text);
        QVERIFY(words.contains(page.times.half->words));
        QVERIFY(words.contains(page.trend.weeks.front()));
        for (const model::EndRow &row : page.ends.rows) {
            for (const model::EndPart &part : row.parts)
                QVERIFY2(part.figure.isEmpty() || words.contains(part.figure), qPrintable(part.spoken));
        }
        const QString pairs = text.section(u"<caption>All pairs</caption>"_s, 1).section(u"</table>"_s, 0, 0);
        QCOMPARE(page.pairs.rows.size(), std::size_t(6));
        for (const QStringList &row : page.pairs.words.twin.rows) {
            for (const QString &cell : row)
                QVERIFY2(pairs.contains(cell.toHtmlEscaped() + u"</td>"_s), qPrintable(cell));
        }
        QVERIFY(pairs.contains(page.pairs.words.note.toHtmlEscaped()));
    }

    // Whoever reads it has another font, perhaps, and words would run into each other.
    void wordsInPicturesKeepTheirWidth()
    {
        const QString text = html(contents(overTwoWeeks(), inIndia()));
        QVERIFY(text.count(u"<text"_s) > 100);
        QCOMPARE(text.count(u" textLength="_s), text.count(u"<text"_s));
        QVERIFY(!text.contains(u"equal digits"_s)); // a family that nobody has
    }

    void everyMarketHasASheetAndAllAreAnsweredFirst()
    {
        const Comparison two = comparison(market({}, {{1, 5000, 6000}, {2, 5100, 6000}}),
                                          {market("IN", {{1, 2000, 3000}, {2, 2600, 3000}}),
                                           market("GB", {{1, 3000, 3000}, {2, 2500, 3000}}),
                                           market("DE", {{1, 3, 4}, {2, 2, 2}})}); // too few to compare anything
        const std::vector<CompareContent> pages = contents(two);
        QCOMPARE(pages.size(), std::size_t(3));
        const QString text = html(pages);
        QCOMPARE(text.count(u"<section "_s), 3);
        for (int page = 1; page <= 3; ++page) {
            QVERIFY(text.contains(u"Part %1 of 3"_s.arg(page)));
            QVERIFY(text.contains(u"id=\"page-%1\""_s.arg(page)));
        }
        const QString title = u"Workflows compared: All markets, India, United Kingdom"_s;
        QVERIFY(text.contains(u"<title>"_s + title + u"</title>"_s));
        QCOMPARE(text.section(u"<h1>"_s, 1).section(u"</h1>"_s, 0, 0), title);
        const QString overview = text.section(u"<ul>"_s, 1).section(u"</ul>"_s, 0, 0);
        for (int page = 1; page <= 3; ++page) {
            const model::VerdictContent &verdict = pages[std::size_t(page - 1)].verdict;
            QVERIFY(overview.contains(
                u"<a href=\"#page-%1\">%2:</a> %3"_s.arg(QString::number(page), verdict.place, verdict.headline)));
        }
        QCOMPARE(contents(two, inIndia()).size(), std::size_t(1));
        QVERIFY(!html(contents(two, inIndia())).contains(u"Workflows compared"_s));
    }

    void whatIsMissingIsSaid()
    {
        const std::vector<CompareContent> pages = contents(comparison("IN", {{1, 2, 3}}));
        const QStringList words = wordsOf(html(pages));
        QVERIFY(words.contains(u" "_s + pages.front().leads.words.waits));
        QVERIFY(words.contains(u"2 of 3"_s));
        QVERIFY(!words.contains(u"EUR per 1,000"_s)); // nobody knows what they cost
        const QStringList none = wordsOf(html(contents(comparison("IN", {}))));
        QVERIFY(none.contains(u"No requests here yet."_s));
    }
};

PINPATH_TEST(tst_Report, "tst_report")

} // namespace tst_report

#include "tst_report.moc"

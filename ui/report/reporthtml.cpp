// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reporthtml.h"

#include "model/words/statuswords.h"
#include "ui/compare/costpanel.h"
#include "ui/compare/endpanel.h"
#include "ui/compare/leadpanel.h"
#include "ui/compare/pairpanel.h"
#include "ui/compare/ratepanel.h"
#include "ui/compare/timepanel.h"
#include "ui/compare/trendpanel.h"
#include "ui/report/reportfigures.h"
#include "ui/theme/tokens.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using model::CompareContent;

// Of a page of A4 at 96 dpi less its sides.
constexpr int FullWidth = 674;
constexpr int TimesWidth = 370;
constexpr int CostsWidth = 280;

QString escaped(const QString &words)
{
    return words.toHtmlEscaped();
}

QString element(const QString &tag, const QString &inner)
{
    return u'<' + tag + u'>' + inner + u"</"_s + tag.section(u' ', 0, 0) + u'>';
}

// Sizes are of a sheet of A4 at 96 dpi, of which 60 px at each side stay free.
QString styleSheet()
{
    const Tokens &colours = lightTokens();
    QString css = uR"css(
@page { size: A4; margin: 30px 60px 24px; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: {window}; color: {text}; font: 13.3px/18px Inter, system-ui, "Segoe UI", sans-serif;
       font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
section { width: 794px; min-height: 1123px; margin: 24px auto; padding: 36px 60px 30px; background: {base}; }
.top { display: flex; align-items: center; gap: 8px; }
.top .page { margin-left: auto; color: {secondary}; white-space: nowrap; }
.tag { background: {violet}; border-radius: 3px; padding: 1px 7px; white-space: nowrap; }
h1 { font-size: 24px; line-height: 31px; font-weight: 600; margin: 10px 0 6px; }
.lead { font-size: 14.7px; line-height: 22px; margin: 0 0 12px; }
.part { border-top: 1px solid {divider}; padding-top: 10px; }
figure { margin: 0 0 14px; }
figure svg { display: block; width: 100%; height: auto; }
.pair { display: flex; gap: 24px; }
.pair figure { flex: 0 0 auto; max-width: 100%; }
.waits { color: {secondary}; margin: 4px 0 12px; }
.waits b { color: {text}; font-weight: 600; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 18px; color: {secondary}; font-size: 12px; margin: -6px 0 12px; }
.legend span { display: inline-flex; align-items: center; gap: 4px; }
table { margin: 0 0 14px; width: 100%; border-collapse: collapse; border-top: 1px solid {divider}; }
th { font-weight: 400; font-size: 12px; line-height: 15px; color: {secondary}; text-align: right; vertical-align: bottom;
     padding: 8px 0 4px 12px; border-bottom: 1px solid {edge}; }
td { text-align: right; height: 22px; padding: 2px 0 2px 12px; border-bottom: 1px solid {divider}; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
caption { text-align: left; font-weight: 600; padding-bottom: 4px; }
tfoot td { white-space: normal; text-align: left; color: {secondary}; font-size: 12px; line-height: 16px; border: 0; }
td svg { display: inline-block; vertical-align: -3px; margin-right: 5px; }
td .id { display: inline-block; min-width: 16px; }
td .messages, td.quiet { color: {secondary}; }
tr.asked td:not(.quiet), tr.asked .id { font-weight: 600; }
tr.asked .messages { font-weight: 400; }
tr.decided td.points { font-weight: 600; }
.cautions { margin: -4px 0 12px; }
.cautions b { font-weight: 600; }
.overview { border-bottom: 1px solid {divider}; margin-bottom: 14px; }
.overview h1 { margin-top: 0; }
.overview ul { list-style: none; margin: 0 0 14px; padding: 0; font-size: 14.7px; line-height: 22px; }
.overview a { color: inherit; font-weight: 600; }
.overview .tag { margin-right: 6px; }
.methods { border-top: 1px solid {divider}; margin-top: 12px; padding-top: 8px; }
.methods h2 { font-size: 13.3px; line-height: 18px; font-weight: 600; margin: 0 0 4px; }
.methods div { columns: 2; column-gap: 34px; }
.methods p { font-size: 12px; line-height: 16px; margin: 0 0 5px; break-inside: avoid; }
.methods b { font-weight: 600; }
.made { color: {secondary}; font-size: 11px; line-height: 14px; margin: 8px 0 0; }
@media print {
  body { background: {base}; }
  section { width: auto; min-height: 0; margin: 0; padding: 0; }
  section + section { break-before: page; }
  figure, .pair, table, .overview, .methods { break-inside: avoid; }
  .legend, .made { break-before: avoid; }
}
)css"_s;
    const std::pair<QString, QColor> places[]{{u"{window}"_s, colours.window},    {u"{base}"_s, colours.base},
                                              {u"{text}"_s, colours.text},        {u"{secondary}"_s, colours.secondary},
                                              {u"{divider}"_s, colours.divider},  {u"{edge}"_s, colours.controlEdge},
                                              {u"{violet}"_s, colours.bandViolet}};
    for (const auto &[place, colour] : places)
        css.replace(place, colour.name());
    return css;
}

QString tagOf(const model::VerdictContent &verdict)
{
    return verdict.tag.isEmpty() ? QString() : element(u"span class=\"tag\""_s, escaped(verdict.tag));
}

QString topOf(const CompareContent &content, std::size_t page, std::size_t pages)
{
    const model::VerdictContent &verdict = content.verdict;
    QString top = tagOf(verdict) + element(u"span"_s, escaped(verdict.scope));
    if (pages > 1)
        top += element(u"span class=\"page\""_s, u"Part %1 of %2"_s.arg(page + 1).arg(pages));
    return element(u"div class=\"top\""_s, top);
}

QString waiting(const model::ChartWords &words)
{
    return element(u"p class=\"waits\""_s, element(u"b"_s, escaped(words.title)) + u' ' + escaped(words.waits));
}

// What the signs in the charts mean; their notes have the lines, methods and levels.
QString legend(const ReportFigures &figures, const model::LeadChart &chart)
{
    const auto entry
        = [](const QString &sign, const QString &words) { return element(u"span"_s, sign + escaped(words)); };
    return element(u"div class=\"legend\""_s,
                   entry(figures.glyph(Mark::SmsGlyph), u"SMS"_s) + entry(figures.glyph(Mark::CallGlyph), u"call"_s)
                       + entry(figures.marker(chart.baseline, false), u"hollow: not decided"_s));
}

QString figure(ChartSheet &chart, int width)
{
    if (!chart.words().waits.isEmpty())
        return waiting(chart.words());
    return element(u"figure style=\"width: %1px\""_s.arg(width), ReportFigures::svg(chart, width));
}

// Who verifies most, and by how much.
QString answer(const ReportFigures &figures, const CompareCharts &charts)
{
    const QString leads = figure(charts.leads(), FullWidth);
    return element(
        u"div class=\"part\""_s,
        figure(charts.rates(), FullWidth) + leads
            + (charts.leads().words().waits.isEmpty() ? legend(figures, charts.leads().chart()) : QString()));
}

// How fast, at what price, where it ended and whether it is stable.
QString evidence(const CompareCharts &charts)
{
    const bool areBoth = charts.times().words().waits.isEmpty() && charts.costs().words().waits.isEmpty();
    const QString first = areBoth
        ? element(u"div class=\"pair\""_s, figure(charts.times(), TimesWidth) + figure(charts.costs(), CostsWidth))
        : QString(figure(charts.times(), FullWidth) + figure(charts.costs(), FullWidth));
    return first + figure(charts.ends(), FullWidth) + figure(charts.trend(), FullWidth);
}

// "SMS, call, call"; many messages are counted.
QString messageWords(const model::ChartLine &line)
{
    constexpr std::size_t MostNamed = 3;
    if (line.channels.size() > MostNamed)
        return QString::number(line.channels.size()) + u" messages"_s;
    QStringList names;
    for (const engine::Channel channel : line.channels)
        names << model::channelName(channel);
    return names.join(u", "_s);
}

QString table(const QString &caption, const QStringList &heads, const QString &rows, const QString &note)
{
    QString head;
    for (const QString &each : heads)
        head += element(u"th scope=\"col\""_s, each);
    QString html = (caption.isEmpty() ? QString() : element(u"caption"_s, escaped(caption)))
        + element(u"thead"_s, element(u"tr"_s, head)) + element(u"tbody"_s, rows);
    if (!note.isEmpty())
        html += element(u"tfoot"_s, element(u"tr"_s, element(u"td colspan=\"%1\""_s.arg(heads.size()), escaped(note))));
    return element(u"table"_s, html);
}

// The table twin of the page's chart.
QString allPairs(const ReportFigures &figures, const model::PairTable &pairs)
{
    const model::ChartWords &words = pairs.words;
    if (!words.waits.isEmpty())
        return waiting(words);
    QStringList heads;
    for (const QString &each : words.twin.heads)
        heads << escaped(each);
    QString rows;
    for (std::size_t i = 0; i < pairs.rows.size(); ++i) {
        const model::PairRow &row = pairs.rows[i];
        const QStringList figuresOfRow = words.twin.rows.at(qsizetype(i));
        QString cells = element(u"td"_s, figures.marker(row.a, true) + figuresOfRow[0])
            + element(u"td"_s, figures.marker(row.b, true) + figuresOfRow[1])
            + element(u"td class=\"points\""_s, figuresOfRow[2]);
        for (const QString &each : figuresOfRow.mid(3))
            cells += element(u"td class=\"quiet\""_s, escaped(each));
        rows += element(row.isDecided ? u"tr class=\"decided\""_s : u"tr"_s, cells);
    }
    return table(words.title, heads, rows, words.note);
}

QString costTimeRow(const ReportFigures &figures, const model::CostTimeRow &row, const model::CostTimeTable &table)
{
    const QString head = figures.marker(row.line.workflow, true)
        + element(u"span class=\"id\""_s, QString::number(row.line.workflow)) + u' '
        + element(u"span class=\"messages\""_s,
                  escaped(messageWords(row.line) + (row.isToday ? u", today’s"_s : QString())));
    QString cells = element(u"td"_s, head) + element(u"td"_s, escaped(row.verified));
    if (table.isCostKnown)
        cells += element(u"td"_s, escaped(row.cost)) + element(u"td class=\"quiet\""_s, escaped(row.costInterval))
            + element(u"td"_s, escaped(row.against));
    if (table.areMessagesKnown)
        cells += element(u"td"_s, escaped(row.messages));
    cells += element(u"td"_s, escaped(row.half));
    return element(row.isInQuestion ? u"tr class=\"asked\""_s : u"tr"_s, cells);
}

QString costAndTime(const ReportFigures &figures, const CompareContent &content)
{
    const model::CostTimeTable &costTime = content.costTime;
    if (costTime.rows.empty())
        return {};
    QStringList heads{costTime.isCostKnown ? u"Cost and time"_s : u"Time"_s, u"verified"_s};
    if (costTime.isCostKnown)
        heads << u"EUR per 1,000<br/>verified users"_s << u"95 %"_s
              << u"against<br/>workflow %1"_s.arg(QString::number(content.leads.baseline));
    if (costTime.areMessagesKnown)
        heads << u"messages<br/>per request"_s;
    heads << u"half of all requests<br/>verified within"_s;
    QString rows;
    for (const model::CostTimeRow &row : costTime.rows)
        rows += costTimeRow(figures, row, costTime);
    return table({}, heads, rows, {});
}

// "Workflows compared: India, United Kingdom"; too many places for a line are counted.
QString titleOf(const std::vector<CompareContent> &markets)
{
    constexpr std::size_t MostNamed = 4;
    if (markets.size() > MostNamed)
        return u"Workflows compared in %1 parts"_s.arg(markets.size());
    QStringList places;
    for (const CompareContent &each : markets)
        places << each.verdict.place;
    return u"Workflows compared: "_s + places.join(u", "_s);
}

// The answers of all parts, before the first: none of them is the answer for the others.
QString overview(const std::vector<CompareContent> &markets)
{
    QString answers;
    for (std::size_t i = 0; i < markets.size(); ++i) {
        const model::VerdictContent &verdict = markets[i].verdict;
        answers += element(u"li"_s,
                           tagOf(verdict) + element(u"a href=\"#page-%1\""_s.arg(i + 1), escaped(verdict.place) + u':')
                               + u' ' + escaped(verdict.headline));
    }
    return element(u"div class=\"overview\""_s,
                   element(u"h1"_s, escaped(titleOf(markets))) + element(u"ul"_s, answers));
}

// What to be careful about stands with the answer, not among the methods.
QString cautions(const QStringList &words)
{
    return words.isEmpty() ? QString()
                           : element(u"p class=\"cautions\""_s,
                                     element(u"b"_s, u"Caution."_s) + u' ' + escaped(words.join(u". "_s) + u'.'));
}

QString methods(const CompareContent &content)
{
    QString notes;
    for (const model::MethodNote &note : content.shortMethods)
        notes += element(u"p"_s, element(u"b"_s, escaped(note.title) + u'.') + u' ' + escaped(note.text));
    return element(u"div class=\"methods\""_s,
                   element(u"h2"_s, u"Methods and assumptions"_s) + element(u"div"_s, notes));
}

QString sheet(ReportFigures &figures, const std::vector<CompareContent> &markets, std::size_t page,
              const QString &origin)
{
    const CompareContent &content = markets[page];
    const CompareCharts &charts = figures.of(content);
    QStringList lead{content.verdict.meterText, content.verdict.support};
    lead.removeAll(QString());
    QString html = page == 0 && markets.size() > 1 ? overview(markets) : QString();
    html += topOf(content, page, markets.size()) + element(u"h1"_s, escaped(content.verdict.headline));
    if (!lead.isEmpty())
        html += element(u"p class=\"lead\""_s, escaped(lead.join(u' ')));
    html += cautions(content.verdict.cautions) + answer(figures, charts) + costAndTime(figures, content);
    html += evidence(charts) + allPairs(figures, content.pairs) + methods(content);
    const QString from = origin.isEmpty() ? QString() : QString(u" from "_s + origin);
    html += element(u"p class=\"made\""_s,
                    escaped(u"Made by Pinpath " PINPATH_VERSION ""_s + from + u", as of "_s + content.date + u'.'));
    return element(u"section id=\"page-%1\""_s.arg(page + 1), html);
}

} // namespace

QByteArray reportHtml(const std::vector<model::CompareContent> &markets, const QString &origin)
{
    const model::VerdictContent &first = markets.front().verdict;
    const QString title = (first.tag.isEmpty() ? QString() : QString(first.tag + u": "_s))
        + (markets.size() > 1 ? titleOf(markets) : first.headline);
    ReportFigures figures;
    QString body;
    for (std::size_t page = 0; page < markets.size(); ++page)
        body += sheet(figures, markets, page, origin) + u'\n';
    const QString html = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                         "style-src 'unsafe-inline'\"/>\n"
                         "<meta name=\"generator\" content=\"Pinpath " PINPATH_VERSION "\"/>\n"_s
        + element(u"title"_s, escaped(title)) + u'\n' + element(u"style"_s, styleSheet()) + u"\n</head>\n<body>\n"_s
        + body + u"</body>\n</html>\n"_s;
    return html.toUtf8();
}

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportcharts.h"

#include "model/compare/ratewords.h"
#include "model/words/statuswords.h"
#include "ui/report/svgpicture.h"
#include "ui/theme/workflowmarker.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using WordsAnchor = SvgPicture::Anchor;

constexpr double ReportWidth = 674; // 794 less the sides
constexpr double ReportTitleBaseline = 14;
constexpr double ReportHeadBaseline = 33;
constexpr double ReportRowsTop = 39;
constexpr double ReportRowHeight = 22;
constexpr double ReportAxisHeight = 22;
constexpr double ReportMarkerX = 7;
constexpr double ReportIdX = 20;
constexpr double ReportMessagesX = 36;
constexpr double ReportPlotLeft = 140;
constexpr double ReportMarkerRadius = 6;
constexpr double ReportBarHeight = 14;
constexpr double ReportCapHeight = 8;
constexpr double ReportSmallText = 12;
constexpr double BaselineDrop = 4.5; // of a row's words, under its middle

const Tokens &reportColours()
{
    return lightTokens();
}

SvgPicture::Look plainLook(WordsAnchor anchor = WordsAnchor::Start)
{
    return {reportColours().text, 13.3, anchor, false};
}

SvgPicture::Look strongLook(WordsAnchor anchor = WordsAnchor::Start)
{
    return {reportColours().text, 13.3, anchor, true};
}

SvgPicture::Look quietLook(WordsAnchor anchor = WordsAnchor::Start)
{
    return {reportColours().secondary, ReportSmallText, anchor, false};
}

double middleOf(std::size_t row)
{
    return ReportRowsTop + (double(row) + 0.5) * ReportRowHeight;
}

double bottomOf(std::size_t rows)
{
    return ReportRowsTop + double(rows) * ReportRowHeight;
}

SvgPicture beginChart(const model::ChartWords &words, std::size_t rows, const QString &mark)
{
    const QString finding = mark.isEmpty() ? words.finding : QString(mark + u": "_s + words.finding);
    SvgPicture picture(ReportWidth, bottomOf(rows) + ReportAxisHeight, finding);
    picture.words({0, ReportTitleBaseline}, words.title, strongLook(), words.subTitle, quietLook());
    if (!mark.isEmpty()) {
        constexpr double PerLetter = 6.6; // no word is wider at that size
        const double width = double(mark.size()) * PerLetter + 12;
        picture.roundBox({ReportWidth - width, 0, width, 18}, 3, reportColours().bandViolet);
        picture.words({ReportWidth - width / 2, 13}, mark,
                      {reportColours().text, ReportSmallText, WordsAnchor::Middle, false});
    }
    return picture;
}

void addMarker(SvgPicture &picture, QPointF centre, engine::WorkflowId id, bool isFilled)
{
    const QColor colour = reportColours().workflow(id);
    if (isFilled)
        picture.path(workflowMarker(id, centre, ReportMarkerRadius), colour);
    else
        picture.path(workflowMarker(id, centre, ReportMarkerRadius * 5 / 6), reportColours().base, {colour, 2, {}});
}

void addLineHead(SvgPicture &picture, const model::ChartLine &line, std::size_t row)
{
    const double y = middleOf(row);
    addMarker(picture, {ReportMarkerX, y}, line.workflow, true);
    picture.words({ReportIdX, y + BaselineDrop}, QString::number(line.workflow), strongLook());
    picture.words({ReportMessagesX, y + BaselineDrop}, messageWords(line), quietLook());
}

void addTick(SvgPicture &picture, double x, std::size_t rows, const QString &label)
{
    picture.line({x, ReportRowsTop}, {x, bottomOf(rows)}, {reportColours().grid, 1, {}});
    picture.words({x, bottomOf(rows) + 15}, label, quietLook(WordsAnchor::Middle));
}

// A line with or without caps at both ends.
void addWhisker(SvgPicture &picture, double from, double to, double y, const SvgPicture::Pen &pen, bool hasCaps)
{
    picture.line({from, y}, {to, y}, pen);
    for (const double end : {from, to}) {
        if (hasCaps)
            picture.line({end, y - ReportCapHeight / 2}, {end, y + ReportCapHeight / 2}, pen);
    }
}

void addRate(SvgPicture &picture, const model::RateRow &row, std::size_t place, double plotRight)
{
    const Tokens &tokens = reportColours();
    const auto xOf = [plotRight](double rate) { return ReportPlotLeft + rate * (plotRight - ReportPlotLeft); };
    const double y = middleOf(place);
    if (!row.instead.isEmpty()) {
        picture.words({ReportPlotLeft + 8, y + BaselineDrop}, row.instead, quietLook());
        return;
    }
    const QColor colour = tokens.workflow(row.line.workflow);
    const QRectF bar(ReportPlotLeft, y - ReportBarHeight / 2, xOf(row.rate) - ReportPlotLeft, ReportBarHeight);
    picture.box(bar, colour);
    if (!row.line.isDecided && bar.width() > 4)
        picture.box(bar.adjusted(2, 2, -2, -2), tokens.base);
    for (const bool isCasing : {true, false}) { // without it whiskers vanish on dark bars
        const QColor pen = isCasing ? tokens.base : tokens.text;
        const double more = isCasing ? 2 : 0;
        addWhisker(picture, xOf(row.always.low), xOf(row.always.high), y, {pen, 1 + more, {}}, true);
        addWhisker(picture, xOf(row.interval.low), xOf(row.interval.high), y, {pen, 3 + more, {}}, false);
    }
}

QPainterPath arrowAt(QPointF tip, double side)
{
    QPainterPath path;
    const double back = side < 0 ? 9 : -9;
    path.addPolygon(QPolygonF({tip, tip + QPointF(back, -5.5), tip + QPointF(back, 5.5)}));
    path.closeSubpath();
    return path;
}

// Where the leads stand.
struct LeadScale {
    double left = ReportPlotLeft;
    double right = 500;
    double reach = 10;

    double xOf(double points) const
    {
        return left + (std::clamp(points, -reach, reach) + reach) / (2 * reach) * (right - left);
    }
};

void addLead(SvgPicture &picture, const model::LeadRow &row, std::size_t place, const LeadScale &scale)
{
    const QColor colour = reportColours().workflow(row.line.workflow);
    const double y = middleOf(place);
    const bool isOff = std::abs(row.points) > scale.reach;
    const bool isSeen = !row.isBaseline && row.always.high > -scale.reach && row.always.low < scale.reach;
    if (isSeen) {
        addWhisker(picture, scale.xOf(row.always.low), scale.xOf(row.always.high), y, {colour, 1, {}}, true);
        if (row.once.high > -scale.reach && row.once.low < scale.reach)
            addWhisker(picture, scale.xOf(row.once.low), scale.xOf(row.once.high), y, {colour, 3, {}}, false);
    }
    for (const double end : {row.always.low, row.always.high}) { // the axis ends before the interval does
        if (!row.isBaseline && std::abs(end) > scale.reach)
            picture.path(arrowAt({scale.xOf(end), y}, end), colour);
    }
    if (!isOff)
        addMarker(picture, {scale.xOf(row.points), y}, row.line.workflow, row.line.isDecided);
    else if (!isSeen)
        picture.words({row.points < 0 ? scale.left + 16 : scale.right - 16, y + BaselineDrop}, u"off the scale"_s,
                      quietLook(row.points < 0 ? WordsAnchor::Start : WordsAnchor::End));
}

} // namespace

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

QString markerSvg(engine::WorkflowId workflow, bool isFilled)
{
    SvgPicture picture(16, 14, {});
    addMarker(picture, {7, 7}, workflow, isFilled);
    return picture.take();
}

QString rateSvg(const model::RateChart &chart, const QString &mark)
{
    constexpr double PlotRight = 441;
    constexpr double RateRight = 505;
    constexpr double IntervalLeft = 524;
    const Tokens &tokens = reportColours();
    const std::size_t rows = chart.rows.size();
    SvgPicture picture = beginChart(chart.words, rows, mark);
    picture.words({RateRight, ReportHeadBaseline}, u"verified"_s, quietLook(WordsAnchor::End));
    picture.words({IntervalLeft, ReportHeadBaseline}, u"95 %"_s, quietLook());
    picture.words({ReportWidth, ReportHeadBaseline}, u"ended"_s, quietLook(WordsAnchor::End));
    for (int percent = 0; percent <= 100; percent += 25)
        addTick(picture, ReportPlotLeft + percent / 100.0 * (PlotRight - ReportPlotLeft), rows,
                percent == 100 ? u"100 %"_s : QString::number(percent));
    for (std::size_t i = 0; i < rows; ++i) {
        const model::RateRow &row = chart.rows[i];
        addLineHead(picture, row.line, i);
        addRate(picture, row, i, PlotRight);
        const double baseline = middleOf(i) + BaselineDrop;
        picture.words({RateRight, baseline}, row.rateText,
                      row.isCount ? plainLook(WordsAnchor::End) : strongLook(WordsAnchor::End));
        picture.words({IntervalLeft, baseline}, row.intervalFigures, quietLook());
        picture.words({ReportWidth, baseline}, row.count, quietLook(WordsAnchor::End));
    }
    picture.line({ReportPlotLeft, ReportRowsTop}, {ReportPlotLeft, bottomOf(rows)}, {tokens.controlEdge, 1, {}});
    if (chart.today) {
        const double x = ReportPlotLeft + *chart.today * (PlotRight - ReportPlotLeft);
        picture.line({x, ReportRowsTop}, {x, bottomOf(rows)}, {tokens.text, 1, u"2 3"_s});
    }
    return picture.take();
}

QString leadSvg(const model::LeadChart &chart, const QString &mark)
{
    constexpr double PointsRight = 556;
    constexpr double BetweenLeft = 572;
    const Tokens &tokens = reportColours();
    const std::size_t rows = chart.rows.size();
    SvgPicture picture = beginChart(chart.words, rows, mark);
    LeadScale scale;
    scale.reach = chart.reach;
    picture.words({scale.left, ReportHeadBaseline}, u"behind"_s, quietLook());
    if (chart.margin > 0) {
        picture.words({scale.xOf(0), ReportHeadBaseline}, u"within "_s + QString::number(chart.margin),
                      quietLook(WordsAnchor::Middle));
        picture.box(
            {QPointF(scale.xOf(-chart.margin), ReportRowsTop), QPointF(scale.xOf(chart.margin), bottomOf(rows))},
            tokens.header);
    }
    picture.words({scale.right, ReportHeadBaseline}, u"ahead"_s, quietLook(WordsAnchor::End));
    picture.words({PointsRight, ReportHeadBaseline}, u"points"_s, quietLook(WordsAnchor::End));
    picture.words({BetweenLeft, ReportHeadBaseline}, u"between"_s, quietLook());
    for (const double at : {-chart.reach, -chart.reach / 2, 0.0, chart.reach / 2, chart.reach})
        addTick(picture, scale.xOf(at), rows, model::signedTick(at));
    for (const double edge : {-chart.margin, chart.margin}) {
        if (chart.margin > 0)
            picture.line({scale.xOf(edge), ReportRowsTop}, {scale.xOf(edge), bottomOf(rows)},
                         {tokens.controlEdge, 1, u"1.5 2"_s});
    }
    picture.line({scale.xOf(0), ReportRowsTop}, {scale.xOf(0), bottomOf(rows)}, {tokens.text, 1, {}});
    for (std::size_t i = 0; i < rows; ++i) {
        const model::LeadRow &row = chart.rows[i];
        addLineHead(picture, row.line, i);
        addLead(picture, row, i, scale);
        const double baseline = middleOf(i) + BaselineDrop;
        picture.words({PointsRight, baseline}, row.pointsFigure, strongLook(WordsAnchor::End));
        picture.words({BetweenLeft, baseline}, row.between, quietLook());
    }
    return picture.take();
}

} // namespace ui

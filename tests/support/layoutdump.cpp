// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/layoutdump.h"

namespace tests {

using namespace Qt::StringLiterals;
using model::Symbol;
using Form = model::TimelineRun::Form;

namespace {

QString px(qreal x)
{
    return QString::number(qRound(x));
}

QString nameOf(Form form)
{
    switch (form) {
    case Form::OnItsWay:
        return u"thin"_s;
    case Form::AtPhone:
        return u"thick"_s;
    case Form::SecondPin:
        return u"double"_s;
    case Form::ThirdPin:
        return u"triple"_s;
    case Form::Ringing:
        return u"rings"_s;
    case Form::RingsInVain:
        return u"rings-in-vain"_s;
    case Form::Speech:
        return u"speaks"_s;
    case Form::Waiting:
        return u"dotted"_s;
    case Form::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(Symbol symbol)
{
    static const QStringList names{
        u"sms-planned"_s,  u"sms-sent"_s,  u"sms-delivered"_s, u"sms-lost"_s,        u"sms-used"_s,  u"sms"_s,
        u"call-planned"_s, u"call-sent"_s, u"call-answered"_s, u"call-unanswered"_s, u"call-used"_s, u"call"_s,
        u"running"_s,      u"verified"_s,  u"expired"_s,       u"failed"_s,          u"cancelled"_s, u"x"_s,
        u"now"_s,          u"paused"_s,    u"expiry"_s};
    return names.at(int(symbol));
}

QString text(const model::TimelineRun &run)
{
    return nameOf(run.form) + u' ' + px(run.x1) + u'-' + px(run.x2);
}

QString text(const model::TimelineMark &mark)
{
    return nameOf(mark.symbol) + u'@' + QString::number(mark.x) + model::countText(mark.count);
}

QString text(const model::TimelineLabel &label)
{
    return label.text + u'@' + px(label.centre);
}

QString text(const model::DetailTravel &travel)
{
    return text(travel.run) + (travel.hasArrived ? u"."_s : u""_s);
}

QString text(const model::DetailMark &mark)
{
    return nameOf(mark.symbol) + u'@' + px(mark.centre.x()) + u',' + px(mark.centre.y());
}

QString text(const model::DetailCut &cut)
{
    const QString strip = px(cut.strip.left()) + u'-' + px(cut.strip.right());
    return cut.progress ? strip + u'(' + QString::number(*cut.progress, 'f', 2) + u')' : strip;
}

QString text(const QRectF &bar)
{
    return bar.isEmpty() ? QString() : px(bar.left()) + u'-' + px(bar.right());
}

QString text(const model::DetailPin &pin)
{
    return text(pin.past) + u'|' + text(pin.toCome);
}

QString text(qreal x)
{
    return px(x);
}

// Nothing for an empty list: a dump shows what is there.
template <class Items>
void add(QStringList &dump, const QString &word, const Items &items)
{
    QStringList texts{word};
    for (const auto &item : items)
        texts << text(item);
    if (texts.size() > 1)
        dump << texts.join(u' ');
}

} // namespace

QStringList dump(const model::TimelineGeometry &geometry)
{
    QStringList dump{geometry.isRunning ? u"running"_s : u"ended"_s};
    add(dump, u"line"_s, geometry.runs);
    add(dump, u"marks"_s, geometry.marks);
    add(dump, u"codes"_s, geometry.wrongCodes);
    add(dump, u"labels"_s, geometry.labels);
    if (geometry.now)
        dump << text(*geometry.now);
    return dump;
}

QStringList dump(const model::DetailGeometry &geometry)
{
    QStringList dump;
    add(dump, u"cuts"_s, geometry.cuts);
    add(dump, u"ticks"_s, geometry.ticks);
    add(dump, u"travels"_s, geometry.travels);
    add(dump, u"marks"_s, geometry.marks);
    add(dump, u"pins"_s, geometry.pins);
    add(dump, u"strokes"_s, geometry.cutStrokes);
    if (geometry.cancelWindow)
        dump << u"cancel "_s + px(geometry.cancelWindow->x1) + u'-' + px(geometry.cancelWindow->x2);
    if (geometry.end)
        dump << u"end "_s + px(*geometry.end);
    if (geometry.now)
        dump << u"now "_s + px(*geometry.now);
    for (const model::DetailText &text : geometry.texts)
        dump << u"text "_s + px(text.at.x()) + u',' + px(text.at.y()) + u' ' + text.text;
    return dump;
}

QString line(const QStringList &dump, const QString &word)
{
    for (const QString &each : dump) {
        if (each == word || each.startsWith(word + u' '))
            return each;
    }
    return {};
}

} // namespace tests

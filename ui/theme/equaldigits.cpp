// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/equaldigits.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QHash>
#include <QRawFont>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// The weights of our type scale.
constexpr QFont::Weight Weights[] = {QFont::Normal, QFont::DemiBold, QFont::Bold};

const QString CopySuffix = u" equal digits"_s;

bool digitsAreEqual(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const auto width = [&metrics](QChar digit) {
        return metrics.horizontalAdvance(QString(digit)); // of a text: a character alone is measured without features
    };
    const auto digits = u"123456789"_s;
    return std::all_of(digits.cbegin(), digits.cend(),
                       [&](QChar digit) { return std::abs(width(digit) - width(u'0')) < 0.1; });
}

void appendNumber(QByteArray &bytes, quint16 number)
{
    const quint16 bigEndian = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian);
}

void appendNumber(QByteArray &bytes, quint32 number)
{
    const quint32 bigEndian = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian);
}

quint16 numberAt(const QByteArray &bytes, qsizetype offset)
{
    return offset + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.constData() + offset) : quint16(0);
}

// Renames the feature 'tnum' to one that every text shaper applies unasked. The name must be new to the font: of two
// features with one name only the first is looked at.
bool makeEqualDigitsARule(QByteArray &substitutions)
{
    const qsizetype list = numberAt(substitutions, 6);
    const int count = numberAt(substitutions, list);
    std::map<QByteArray, QList<qsizetype>> offsets;
    for (int i = 0; i < count; ++i) {
        const qsizetype record = list + 2 + 6 * i;
        if (record + 6 > substitutions.size())
            return false;
        offsets[substitutions.mid(record, 4)].append(record);
    }
    for (const char *always : {"rclt", "rlig", "clig", "liga"}) {
        if (offsets.contains(always))
            continue;
        for (const qsizetype record : offsets["tnum"])
            substitutions.replace(record, 4, always);
        return !offsets["tnum"].isEmpty();
    }
    return false;
}

QByteArray nameTable(const QString &family, const QString &style)
{
    const std::pair<quint16, QString> names[]
        = {{1, family}, {2, style}, {4, family % u' ' % style}, {6, QString(family % u'-' % style).remove(u' ')}};
    QByteArray records;
    QByteArray texts;
    for (const auto &[id, text] : names) {
        // platform Windows, encoding UTF-16, language English, which name, length, offset
        for (const quint16 number :
             {quint16(3), quint16(1), quint16(0x409), id, quint16(text.size() * 2), quint16(texts.size())})
            appendNumber(records, number);
        for (const QChar c : text)
            appendNumber(texts, quint16(c.unicode()));
    }
    QByteArray table;
    appendNumber(table, quint16(0));
    appendNumber(table, quint16(std::size(names)));
    appendNumber(table, quint16(6 + records.size()));
    return table + records + texts;
}

// An OpenType file from its tables. Check sums stay 0; nothing that renders fonts looks at them.
QByteArray fontFile(const std::map<QByteArray, QByteArray> &tables)
{
    const auto count = quint16(tables.size());
    quint16 power = 0;
    while ((2 << power) <= count)
        ++power;
    QByteArray directory = tables.contains("CFF ") ? QByteArray("OTTO") : QByteArray("\0\1\0\0", 4);
    for (const quint16 number : {count, quint16(16 << power), power, quint16(16 * count - (16 << power))})
        appendNumber(directory, number);

    QByteArray body;
    const auto bodyStart = directory.size() + 16 * count;
    for (const auto &[tag, table] : tables) { // in the order of tags, as the format wants
        directory += tag;
        for (const quint32 number : {quint32(0), quint32(bodyStart + body.size()), quint32(table.size())})
            appendNumber(directory, number);
        body += table;
        body.append((4 - table.size() % 4) % 4, '\0');
    }
    return directory + body;
}

QByteArray copyWithEqualDigits(const QFont &font, const QString &newFamily)
{
    const QRawFont raw = QRawFont::fromFont(font);
    if (!raw.isValid() || !raw.fontTable("fvar").isEmpty()) // of a variable font we could not say which weight
        return {};
    std::map<QByteArray, QByteArray> tables;
    for (const char *tag : {"CFF ", "glyf", "loca", "cvt ", "fpgm", "prep", "gasp", "GDEF", "GPOS", "GSUB", "OS/2",
                            "cmap", "head", "hhea", "hmtx", "kern", "maxp", "post"}) {
        const QByteArray table = raw.fontTable(tag);
        if (!table.isEmpty())
            tables[tag] = table;
    }
    if (!makeEqualDigitsARule(tables["GSUB"]))
        return {};
    tables["name"] = nameTable(newFamily, raw.styleName());
    return fontFile(tables);
}

QString registerCopies(const QString &family)
{
    const QString newFamily = family % CopySuffix;
    for (const QFont::Weight weight : Weights) {
        const QByteArray file = copyWithEqualDigits(QFont(family, 10, weight), newFamily);
        if (file.isEmpty() || QFontDatabase::addApplicationFontFromData(file) < 0)
            return family;
    }
    return digitsAreEqual(QFont(newFamily, 10)) ? newFamily : family;
}

} // namespace

QString familyWithEqualDigits(const QString &family)
{
    static QHash<QString, QString> known;
    auto found = known.find(family);
    if (found == known.end())
        found = known.insert(family, digitsAreEqual(QFont(family, 10)) ? family : registerCopies(family));
    return *found;
}

QString familyAsInstalled(const QString &family)
{
    return family.endsWith(CopySuffix) ? family.chopped(CopySuffix.size()) : family;
}

} // namespace ui

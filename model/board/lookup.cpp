// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/lookup.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace model {

namespace {

constexpr qsizetype FewestDigits = 3; // fewer would find just anything

// "+44 (0)7700 900-112" without what people write between digits; dashes stand in copied ids as well.
QString withoutSigns(const QString &text)
{
    static const QRegularExpression signs(uR"([\s().\-+/])"_s);
    return QString(text).remove(signs).toLower();
}

// A zero in front belongs to the national spelling.
QString digitsOfNumber(const QString &plain)
{
    static const QRegularExpression number(u"^0*([0-9]+)$"_s);
    return number.match(plain).captured(1);
}

} // namespace

Lookup::Lookup(engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_postbox(this)
{ }

void Lookup::find(const QString &text)
{
    static const QRegularExpression hex(u"^[0-9a-f]{1,32}$"_s);
    const int question = ++m_asked;
    const QString plain = withoutSigns(text);
    if (!hex.match(plain).hasMatch()) {
        Q_EMIT failed(plain.isEmpty() ? u"Type a number, a request id, or the beginning of one."_s
                                      : u"“%1” is neither a number nor a request id."_s.arg(text.trimmed()));
        return;
    }
    if (plain.size() < FewestDigits) {
        Q_EMIT failed(u"Type at least %1 digits."_s.arg(FewestDigits));
        return;
    }
    const auto reply = m_postbox.reply<std::optional<engine::RequestId>>([this, question, text](const auto &id) {
        if (question == m_asked)
            take(text, id);
    });
    m_engine.read([plain, reply](engine::StoreReader &reader) {
        const auto byNumber = reader.newestWithNumber(digitsOfNumber(plain));
        reply(byNumber ? byNumber : reader.newestWithId(plain));
    });
}

void Lookup::take(const QString &text, std::optional<engine::RequestId> id)
{
    if (id)
        Q_EMIT found(*id);
    else
        Q_EMIT failed(u"No verification has “%1” in its number or at the beginning of its id."_s.arg(text.trimmed()));
}

} // namespace model

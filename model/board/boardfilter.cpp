// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardfilter.h"

#include "model/words/shortened.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace model {

StateChip chipOf(engine::Status status)
{
    switch (status) {
    case engine::Status::NotStarted:
    case engine::Status::InProgress:
        return StateChip::Running;
    case engine::Status::Succeeded:
        return StateChip::Verified;
    case engine::Status::Failed:
        return StateChip::Failed;
    case engine::Status::Expired:
        return StateChip::Expired;
    case engine::Status::Cancelled:
        return StateChip::Cancelled;
    }
    Q_UNREACHABLE();
}

namespace {

QString grouped(std::size_t count)
{
    return QLocale(QLocale::English).toString(qulonglong(count));
}

} // namespace

QString chipName(StateChip chip)
{
    switch (chip) {
    case StateChip::All:
        return u"All"_s;
    case StateChip::Running:
        return u"Running"_s;
    case StateChip::Verified:
        return u"Verified"_s;
    case StateChip::Expired:
        return u"Expired"_s;
    case StateChip::Failed:
        return u"Failed"_s;
    case StateChip::Cancelled:
        return u"Cancelled"_s;
    }
    Q_UNREACHABLE();
}

QString boardSentence(const BoardFilter &filter, const ChipCounts &counts)
{
    QStringList parts;
    for (std::size_t chip = std::size_t(StateChip::Running); chip < StateChipCount; ++chip)
        parts << grouped(counts[chip]) + u' ' + chipName(StateChip(chip)).toLower();
    QString sentence = parts.join(u", "_s) + u'.';
    if (!filter.find.isEmpty())
        sentence.prepend(u"Of what matches “"_s + filter.find.text() + u"”: "_s);
    if (filter.chip != StateChip::All)
        sentence += u" Shown: the "_s + chipName(filter.chip).toLower() + u'.';
    return sentence;
}

QString nothingMatchesSentence(const BoardFilter &filter, std::size_t total)
{
    if (!filter.find.problem().isEmpty())
        return filter.find.problem();
    const QString among = filter.chip == StateChip::All ? QString() : u"the "_s + chipName(filter.chip).toLower();
    QString sentence = u"Nothing is "_s + chipName(filter.chip).toLower();
    if (!filter.find.isEmpty()) {
        sentence = u"Nothing matches “"_s + shortened(filter.find.text()) + u"”"_s;
        if (!among.isEmpty())
            sentence += u" among "_s + among;
    }
    return sentence + u". "_s + grouped(total) + (total == 1 ? u" is hidden."_s : u" are hidden."_s);
}

} // namespace model

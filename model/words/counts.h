// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace model {

// "one" to "ten", then figures.
QString numberWord(qsizetype count);
// "second", "third" to "tenth", then "11th"; for the first: "first".
QString ordinal(qsizetype place);
// "1 try", "2 tries". Where no plural is given it is the singular with an s.
QString counted(qsizetype count, const QString &singular, const QString &plural = {});

} // namespace model

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/phonenumber.h"
#include "engine/http/fields.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace engine {

// Reads a query strictly: what is not understood is a mistake worth telling, since whoever scripts against the console
// API would otherwise get an answer to another question. Read all parameters, then ask problem().
class Query {
public:
    explicit Query(const Fields &fields);

    // Each is none where the parameter is absent or wrong.
    std::optional<QString> text(const QString &name);
    std::optional<qint64> integer(const QString &name, qint64 least, qint64 most);
    std::optional<double> decimal(const QString &name, double least, double most);
    std::optional<PhoneNumber> number(const QString &name);

    // A parameter that was read is wrong after all.
    void object(const QString &sentence);
    // The first mistake as a sentence that names the parameter; none when all is in order.
    std::optional<QString> problem() const;

private:
    struct Parameter {
        QString name;
        QString value;
    };

    std::vector<Parameter> m_given;
    QStringList m_known;
    std::optional<QString> m_problem;
};

} // namespace engine

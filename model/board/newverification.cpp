// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/newverification.h"

#include "model/board/boardmodel.h"
#include "model/words/countrywords.h"
#include "model/words/obstaclewords.h"
#include "model/words/parameterwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

using engine::Parameter;
using Field = std::optional<QString> engine::StartParameters::*;

Field fieldOf(Parameter parameter)
{
    switch (parameter) {
    case Parameter::Number:
        return &engine::StartParameters::number;
    case Parameter::Brand:
        return &engine::StartParameters::brand;
    case Parameter::Country:
        return &engine::StartParameters::country;
    case Parameter::SenderId:
        return &engine::StartParameters::senderId;
    case Parameter::CodeLength:
        return &engine::StartParameters::codeLength;
    case Parameter::Locale:
        return &engine::StartParameters::locale;
    case Parameter::PinExpiry:
        return &engine::StartParameters::pinExpiry;
    case Parameter::NextEventWait:
        return &engine::StartParameters::nextEventWait;
    case Parameter::ChosenWorkflow:
        return &engine::StartParameters::workflowId;
    case Parameter::PinCode:
        return &engine::StartParameters::pinCode;
    case Parameter::Payee:
        return &engine::StartParameters::payee;
    case Parameter::Amount:
        return &engine::StartParameters::amount;
    }
    Q_UNREACHABLE();
}

} // namespace

NewVerification::NewVerification(engine::Engine &engine, const BoardModel &board, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_board(board)
    , m_postbox(this)
    , m_problems(engine::problems(m_parameters, rules()))
{ }

engine::StartRules NewVerification::rules() const
{
    return {m_engine.dialect(), m_engine.account().hasCustomPins};
}

QString NewVerification::value(Parameter parameter) const
{
    return (m_parameters.*fieldOf(parameter)).value_or(QString());
}

void NewVerification::set(Parameter parameter, const QString &value)
{
    std::optional<QString> &field = m_parameters.*fieldOf(parameter);
    if (field == value)
        return;
    field = value;
    if (parameter == Parameter::Number)
        m_inTheWay.reset();
    m_problems = engine::problems(m_parameters, rules());
    Q_EMIT changed();
}

void NewVerification::setPopulation(const QString &name)
{
    m_population = name;
    Q_EMIT changed();
}

QString NewVerification::problem(Parameter parameter) const
{
    const auto found = std::find_if(m_problems.begin(), m_problems.end(),
                                    [&](const engine::ParameterProblem &p) { return p.parameter == parameter; });
    return found == m_problems.end() ? QString() : problemText(*found, m_parameters);
}

QStringList NewVerification::notes() const
{
    return model::notes(m_parameters);
}

QString NewVerification::numberHint() const
{
    const auto number = engine::PhoneNumber::parse(value(Parameter::Number));
    return number ? numberDescription(*number) : QString();
}

QString NewVerification::brandCount() const
{
    const qsizetype characters = value(Parameter::Brand).toUcs4().size();
    return QString::number(characters) + u" of "_s + QString::number(engine::MaxBrandLength);
}

std::optional<NewVerification::Taken> NewVerification::taken() const
{
    const auto sentence = [&](engine::Instant startedAt) { return numberTaken(m_engine.clock().now() - startedAt); };
    if (m_inTheWay)
        return Taken{m_inTheWay->id, sentence(m_inTheWay->startedAt)};
    const auto number = engine::PhoneNumber::parse(value(Parameter::Number));
    const auto running = number ? m_board.runningFor(*number) : std::nullopt;
    return running ? std::optional(Taken{running->id, sentence(running->startedAt)}) : std::nullopt;
}

engine::Workflow NewVerification::workflow() const
{
    engine::StartParameters parameters = m_parameters;
    for (const engine::ParameterProblem &problem : m_problems)
        parameters.*fieldOf(problem.parameter) = std::nullopt;
    // Workflows do not depend on these two, which reading insists on.
    parameters.number = u"447700900000"_s;
    parameters.brand = u"-"_s;
    const auto read = engine::readStart(parameters, rules());
    Q_ASSERT(std::holds_alternative<engine::StartRequest>(read));
    const auto &request = std::get<engine::StartRequest>(read);
    const auto to = number();
    if (!request.openChoice || !to)
        return request.workflow;
    const engine::Assignment assignment = engine::assign(
        m_engine.account().assignment, {*to, to->country(), value(Parameter::Brand)}, engine::lotsOf(m_engine.pins()));
    return engine::standardWorkflow(assignment.workflow, m_engine.dialect(), request.openChoice->timing)
        .value_or(request.workflow);
}

bool NewVerification::hasAssignment() const
{
    return !m_engine.account().assignment.empty();
}

std::optional<engine::PhoneNumber> NewVerification::number() const
{
    return engine::PhoneNumber::parse(value(Parameter::Number));
}

engine::Prices NewVerification::prices() const
{
    const auto to = number();
    return engine::pricesFor(m_engine.policy()->prices, to ? to->country() : QString(), m_engine.account().billing,
                             m_engine.prices());
}

QString NewVerification::priceOrigin() const
{
    return prices() == m_engine.prices() ? u"example prices"_s : u"your prices"_s;
}

Preview NewVerification::preview() const
{
    return model::preview(workflow(), prices());
}

engine::WorkflowId NewVerification::lastWorkflow() const
{
    return engine::lastStandardWorkflow(m_engine.dialect());
}

void NewVerification::start()
{
    auto read = engine::readStart(m_parameters, rules());
    auto *request = std::get_if<engine::StartRequest>(&read);
    if (!request)
        return;
    m_inTheWay.reset();
    request->account = m_engine.account().apiKey;
    request->source = engine::Source::Window;
    request->population = m_population;
    const int codeLength = request->codeLength;
    m_engine.start(*request, m_postbox.reply<engine::StartReply>([this, codeLength](const engine::StartReply &reply) {
        takeReply(reply, codeLength);
    }));
}

void NewVerification::takeReply(const engine::StartReply &reply, int codeLength)
{
    if (reply.trouble != engine::Trouble::None) {
        const QString sentence = m_engine.storeState().sentence;
        Q_EMIT refused(sentence.isEmpty() ? u"The store did not take it; nothing was sent. Try again."_s : sentence);
    } else if (reply.obstacle) {
        Q_EMIT refused(obstacleText(*reply.obstacle));
    } else if (reply.isAccepted) {
        Q_EMIT started(reply.id, codeLength);
    } else {
        m_inTheWay = reply;
        Q_EMIT changed();
        Q_EMIT foundTaken();
    }
}

} // namespace model

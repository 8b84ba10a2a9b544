// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/importsession.h"

#include "engine/pin/storekey.h"
#include "engine/runtime/engine.h"
#include "model/compare/ratewords.h"
#include "model/import/importwords.h"
#include "model/words/times.h"

#include <algorithm>
#include <cmath>
#include <future>

namespace model {

using namespace Qt::StringLiterals;
using engine::ImportCounts;
using engine::ImportedRequest;
using engine::ImportReply;
using engine::ImportResult;
using engine::Result;
using engine::VerifyReport;

namespace {

constexpr std::size_t PreviewedRows = 5;
constexpr std::size_t RequestsAtOnce = 500; // some milliseconds of the engine's time

Result<engine::WorkflowRules> rulesOf(const ImportChoices &choices)
{
    switch (choices.stated) {
    case StatedWorkflow::NotYet:
    case StatedWorkflow::OnlyByColumn:
        return engine::WorkflowRules();
    case StatedWorkflow::All:
        return engine::WorkflowRules::parse(QString::number(choices.workflow));
    case StatedWorkflow::ByRules:
        return engine::WorkflowRules::parse(choices.rules);
    }
    Q_UNREACHABLE();
}

// Waits on the importing thread until the engine has written them.
engine::ImportTarget importInto(engine::Engine &engine)
{
    return {engine.account().apiKey, RequestsAtOnce, [&engine](std::vector<ImportedRequest> requests) {
                std::promise<ImportReply> promise;
                auto answer = promise.get_future();
                engine.importRequests(std::move(requests),
                                      [&promise](const ImportReply &reply) { promise.set_value(reply); });
                const ImportReply reply = answer.get();
                return reply.trouble == engine::Trouble::None
                    ? Result<ImportCounts>(reply.counts)
                    : Result<ImportCounts>(engine::Failure{reply.sentence, {}});
            }};
}

} // namespace

ImportSession::ImportSession(engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{ }

ImportSession::~ImportSession()
{
    cancel();
    if (m_thread.joinable())
        m_thread.join();
}

void ImportSession::onThread(std::function<void()> work)
{
    m_isCancelled = true;
    if (m_thread.joinable())
        m_thread.join(); // the one before has delivered its last news
    m_isCancelled = false;
    m_thread = std::thread(std::move(work));
}

void ImportSession::deliver(std::function<void()> news)
{
    QMetaObject::invokeMethod(this, std::move(news), Qt::QueuedConnection);
}

void ImportSession::open(const QString &path)
{
    Q_ASSERT(!m_isRunning);
    m_path = path;
    m_preview = {};
    m_isPreviewed = false;
    m_groups.reset();
    m_isCounting = false;
    m_choices = {};
    m_result.reset();
    m_problem.clear();
    m_progress = 0;
    onThread([this, path] {
        deliver([this, path, preview = VerifyReport::preview(path, PreviewedRows)] {
            if (path != m_path)
                return;
            m_isPreviewed = bool(preview);
            if (preview)
                m_preview = *preview;
            else
                m_problem = preview.failure().sentence;
            if (hasColumn(VerifyReport::Column::Workflow))
                m_choices.stated = StatedWorkflow::OnlyByColumn;
            countRows();
            Q_EMIT changed();
        });
    });
    Q_EMIT changed();
}

// The whole file, once for all rules that may be written; not again before an import, which counts by itself.
void ImportSession::countRows()
{
    m_groups.reset();
    const int counting = ++m_counting;
    m_isCounting = m_isPreviewed && missingColumns().isEmpty();
    if (!m_isCounting)
        return;
    onThread([this, counting, path = m_path, columns = m_preview.columns] {
        const auto groups = engine::ReportGroups::count(path, columns, [this](double) { return !m_isCancelled; });
        deliver([this, counting, groups] {
            if (counting != m_counting)
                return;
            m_isCounting = false;
            if (groups)
                m_groups = *groups;
            Q_EMIT changed();
        });
    });
}

bool ImportSession::hasColumn(VerifyReport::Column column) const
{
    return std::find(m_preview.columns.begin(), m_preview.columns.end(), column) != m_preview.columns.end();
}

void ImportSession::setColumn(std::size_t place, std::optional<VerifyReport::Column> column)
{
    if (m_isRunning || place >= m_preview.columns.size())
        return;
    if (column)
        std::replace(m_preview.columns.begin(), m_preview.columns.end(), column, std::optional<VerifyReport::Column>());
    m_preview.columns[place] = column;
    countRows();
    Q_EMIT changed();
}

void ImportSession::choose(const ImportChoices &choices)
{
    if (m_isRunning || choices == m_choices)
        return;
    m_choices = choices;
    Q_EMIT changed();
}

QStringList ImportSession::missingColumns() const
{
    QStringList missing;
    for (std::size_t i = 0; i < VerifyReport::ColumnCount; ++i) {
        const auto column = VerifyReport::Column(i);
        // Without request ids a second import would double the first.
        const bool isNeeded = VerifyReport::isNeeded(column) || column == VerifyReport::Column::RequestId;
        if (isNeeded && !hasColumn(column))
            missing << columnWords(column);
    }
    return missing;
}

QString ImportSession::obstacle() const
{
    if (m_isRunning || !m_isPreviewed)
        return m_isRunning ? u"The import is running."_s : m_problem;
    const QStringList missing = missingColumns();
    if (!missing.isEmpty())
        return u"No column is taken for: "_s + missing.join(u", "_s) + u". Say above which one it is."_s;
    if (m_choices.stated == StatedWorkflow::NotYet)
        return u"Say which workflow the rows used; it is never guessed."_s;
    const auto rules = rulesOf(m_choices);
    if (!rules)
        return rules.failure().sentence;
    if (m_choices.stated != StatedWorkflow::ByRules)
        return {};
    if (m_isCounting)
        return u"Counting the rows that each rule gets …"_s;
    const auto shares = m_groups ? m_groups->shares(*rules) : std::nullopt;
    return shares ? shares->idleSentence() : QString();
}

QString ImportSession::shares() const
{
    const auto rules = rulesOf(m_choices);
    const bool isStated = m_choices.stated != StatedWorkflow::NotYet;
    const auto shares = m_groups && rules && isStated ? m_groups->shares(*rules) : std::nullopt;
    QString words = shares ? workflowWords(*shares) : QString();
    if (words.isEmpty())
        return words;
    words += u'.';
    for (const auto &[workflow, count] : shares->beyondPlan())
        words += u" %1 of them had more SMS or calls than workflow %2 sends."_s.arg(grouped(count)).arg(workflow);
    const auto told = m_groups->shares({}); // by the column alone
    if (m_choices.stated == StatedWorkflow::ByRules && !told->perWorkflow().contains(engine::UnknownWorkflow))
        words += u" The column tells the workflow of all rows: these rules apply to none."_s;
    return words;
}

void ImportSession::start()
{
    if (!obstacle().isEmpty())
        return;
    const engine::ImportPlan plan{*rulesOf(m_choices), m_choices.numbers};
    ++m_counting; // whose news would come too late
    m_isCounting = false;
    m_isRunning = true;
    m_progress = 0;
    m_result.reset();
    m_problem.clear();
    m_timer.start();
    onThread([this, plan, columns = m_preview.columns] {
        deliver([this, result = run(plan, columns)] {
            m_isRunning = false;
            if (result)
                m_result = *result;
            else
                m_problem = result.failure().sentence;
            Q_EMIT changed();
            Q_EMIT ended();
        });
    });
    Q_EMIT changed();
}

// On the thread; m_path stays while it runs.
Result<ImportResult> ImportSession::run(const engine::ImportPlan &plan, const VerifyReport::Columns &columns)
{
    const auto report = VerifyReport::open(m_path, columns);
    if (!report)
        return report.failure();
    const auto key = engine::StoreKey::load(m_engine.storePath() + u".key"_s);
    if (!key)
        return key.failure();
    return importReport(**report, importInto(m_engine), *key, plan, [this](double part) {
        deliver([this, part] {
            m_progress = part;
            Q_EMIT changed();
        });
        return !m_isCancelled;
    });
}

void ImportSession::cancel()
{
    m_isCancelled = true;
}

QString ImportSession::progressWords() const
{
    constexpr double ToldFrom = 0.02; // before that, nobody knows how long it takes
    QString words = QString::number(std::lround(m_progress * 100)) + u" %"_s;
    if (m_progress > ToldFrom) {
        const double left = double(m_timer.elapsed()) * (1 - m_progress) / m_progress;
        words += u", "_s + timeLeft(engine::milliseconds(std::llround(left))) + u" left"_s;
    }
    return words;
}

} // namespace model

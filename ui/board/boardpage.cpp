// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardpage.h"

#include "model/api/apisession.h"
#include "model/board/boardsession.h"
#include "model/words/exchangewords.h"
#include "ui/actions/actiontable.h"
#include "ui/board/boardcolumns.h"
#include "ui/board/boardtable.h"
#include "ui/board/boardtools.h"
#include "ui/board/chipsrow.h"
#include "ui/board/detailmain.h"
#include "ui/board/detailpane.h"
#include "ui/board/httplist.h"
#include "ui/board/rowactions.h"
#include "ui/frame/windowroom.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bannerline.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/scaledlayout.h"

#include <QDataStream>
#include <QIODevice>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int DetailHeight = 342;

} // namespace

BoardPage::BoardPage(const Theme &theme, model::BoardSession &session, QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_session(session)
    , m_tools(new BoardTools(theme))
    , m_chips(new ChipsRow(theme))
    , m_table(new BoardTable(theme, session.rows(), session.ruler()))
    , m_nothingMatches(new EmptyState(theme))
    , m_tableOrNothing(new QStackedWidget)
    , m_detail(new DetailPane(theme, session))
    , m_split(new QSplitter(Qt::Vertical))
    , m_firstStart(new EmptyState(theme))
    , m_whole(new QStackedWidget)
{
    m_split->addWidget(tableWithChips());
    m_split->addWidget(m_detail);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 1);
    m_split->setSizes({theme.px(2 * DetailHeight), theme.px(DetailHeight)});
    scalePanes(theme, *m_split, 0);
    connect(&theme, &Theme::changed, this, &BoardPage::arrange);
    m_whole->addWidget(m_split);
    m_whole->addWidget(firstStart());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_whole, 1);
    join();
    showRows();
}

QWidget *BoardPage::tableWithChips()
{
    m_nothingMatches->setButton(u"Clear filter"_s);
    connect(m_nothingMatches->button(), &QPushButton::clicked, this, &BoardPage::clearFilter);
    m_tableOrNothing->addWidget(m_table);
    m_tableOrNothing->addWidget(m_nothingMatches);
    auto *upper = new QWidget;
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_chips);
    column->addWidget(m_tableOrNothing, 1);
    return upper;
}

QWidget *BoardPage::firstStart()
{
    m_firstStart->setPicture({Mark::SmsPlanned, Mark::CallPlanned, Mark::Expiry});
    m_firstStart->setButton(u"New verification"_s, themedIcon(m_theme, Icon::Plus, &Tokens::primaryText));
    connect(m_firstStart->button(), &QPushButton::clicked, this, &BoardPage::newWanted);
    connect(m_firstStart->link(), &QPushButton::clicked, this, &BoardPage::connectWanted);
    setApi({}, {});
    return m_firstStart;
}

void BoardPage::join()
{
    model::BoardModel &rows = m_session.rows();
    connect(m_tools, &BoardTools::newWanted, this, &BoardPage::newWanted);
    connect(m_tools, &BoardTools::findChanged, this, [this, &rows](const QString &text) {
        setFilter({rows.filter().chip, expression(text)});
        Q_EMIT placeAdjusted();
    });
    connect(m_chips, &ChipsRow::chosen, this, [this, &rows](model::StateChip chip) {
        setFilter({chip, rows.filter().find});
        Q_EMIT placeChosen();
    });
    connect(m_chips, &ChipsRow::newWanted, m_table, &BoardTable::showNew);
    connect(m_chips, &ChipsRow::ringingWanted, this, [this] {
        if (const auto others = ringingElsewhere(); !others.empty())
            show(others.front()); // which has rung longest
    });
    connect(&m_session.selected(), &model::VerificationController::changed, this, &BoardPage::showRinging);
    connect(m_chips, &ChipsRow::timeOfDayChosen, &m_session, &model::BoardSession::setTimeOfDay);
    connect(&rows, &model::BoardModel::waitingChanged, this,
            [this, &rows] { m_chips->setWaiting(rows.waiting(), rows.sort().isNewestFirst()); });

    connect(m_table, &BoardTable::selectedChanged, this, [this] { m_session.select(m_table->selected()); });
    connect(m_table, &BoardTable::visibleChanged, this, [this] { m_session.setVisible(m_table->visibleKeys()); });
    connect(m_table, &BoardTable::revealed, this, &BoardPage::takeRevealed);
    connect(m_table, &BoardTable::detailWanted, &m_detail->main(), &DetailMain::focusCode);
    connect(&m_detail->main(), &DetailMain::finished, m_table, [this] { m_table->setFocus(); });

    connect(&m_session.handset(), &model::HandsetModel::answered, this, [this] {
        if (isVisible())
            m_detail->main().focusCode(); // for the digits that are spoken
    });
    connect(&m_session, &model::BoardSession::changed, this, &BoardPage::showRows);
    connect(&m_session, &model::BoardSession::found, this, &BoardPage::takeFound);
    connect(&m_session.clock(), &model::ClockModel::ticked, this, &BoardPage::showNow);
    connect(&m_session.clock(), &model::ClockModel::changed, this, &BoardPage::showNow);
}

void BoardPage::bindActions(Actions &actions)
{
    DetailMain &detail = m_detail->main();
    model::VerificationController &selected = m_session.selected();
    bindCopies(actions);
    actions.bind(ActionId::Find, id(), m_tools, [this] { m_tools->focusFind(); });
    actions.bind(ActionId::GoToTable, id(), m_table, [this] { takeFocus(); });
    actions.bind(ActionId::SortByColumn, id(), m_table, [this] { m_table->columns().sortByCurrent(); });
    actions.bind(ActionId::ChooseColumns, id(), m_table, [this] { m_table->columns().showMenu(); });
    actions.bind(ActionId::ShowNew, id(), m_table, [this] { m_table->showNew(); });
    actions.bind(ActionId::GoToCodeField, id(), &detail, [&detail] { detail.focusCode(); });
    actions.bind(ActionId::UsePin, id(), &detail, [&detail] { detail.usePin(); });
    actions.bind(ActionId::SendNext, id(), &selected, [&selected] { selected.triggerNext(); });
    actions.bind(ActionId::CancelVerification, id(), &selected, [&selected] { selected.cancel(); });
    actions.bind(ActionId::AnswerCall, id(), &m_session.handset(), [this] { m_session.handset().answer(); });
    actions.bind(ActionId::DeclineCall, id(), &m_session.handset(), [this] { m_session.handset().decline(); });
    actions.bind(ActionId::TimeOfDay, id(), this, [this](bool isTimeOfDay) {
        m_session.setTimeOfDay(isTimeOfDay);
        m_chips->setTimeOfDay(isTimeOfDay);
    });
    connect(m_chips, &ChipsRow::timeOfDayChosen, actions.find(ActionId::TimeOfDay), &QAction::setChecked);
}

void BoardPage::bindCopies(Actions &actions)
{
    DetailMain &detail = m_detail->main();
    auto *rows = new RowActions(actions, *m_table, m_session.rows(), this);
    connect(rows, &RowActions::copied, &detail, [&detail](const QString &words) { detail.tell(true, words); });
    connect(rows, &RowActions::nothingToCopy, this, [this] {
        m_nothingMatches->setSentence(
            model::nothingMatchesSentence(m_session.rows().filter(), m_session.rows().total()),
            u"No row is shown, so none was copied."_s);
    });
    actions.bind(ActionId::CopyAs, id(), &detail, [&detail] { detail.openCopyMenu(); });
    actions.bind(ActionId::SaveTimeline, id(), &detail, [&detail] { detail.saveTimeline(); });
    actions.bind(ActionId::RevealNumber, id(), this, [this] {
        if (const auto &record = m_session.selected().record())
            m_session.mask().reveal(record->request.number);
    });
    connect(&m_session.mask(), &model::NumberMask::changed, m_table->viewport(), qOverload<>(&QWidget::update));
}

QString BoardPage::name() const
{
    return u"Board"_s;
}

QString BoardPage::titleNote() const
{
    return QString::number(m_session.rows().counts()[std::size_t(model::StateChip::Running)]) + u" running"_s;
}

QString BoardPage::stateSentence() const
{
    return model::boardSentence(m_session.rows().filter(), m_session.rows().counts());
}

QVariant BoardPage::place() const
{
    const model::BoardFilter &filter = m_session.rows().filter();
    return filter.isEmpty() ? QVariant() : QVariant(QVariantList{int(filter.chip), filter.find.text()});
}

void BoardPage::goTo(const QVariant &place)
{
    const QVariantList parts = place.toList();
    const QString text = parts.value(1).toString();
    m_tools->setFind(text);
    setFilter({model::StateChip(parts.value(0).toInt()), expression(text)});
}

QWidget *BoardPage::tools() const
{
    return m_tools;
}

QList<QWidget *> BoardPage::panes() const
{
    return {m_tools, m_chips, m_table, &m_detail->main(), &m_detail->tabs()};
}

void BoardPage::takeFocus()
{
    const bool isFirstStart = m_whole->currentWidget() == m_firstStart;
    const bool isFiltered = m_tableOrNothing->currentWidget() == m_nothingMatches;
    QWidget *target = isFirstStart ? static_cast<QWidget *>(m_firstStart->button())
        : isFiltered               ? static_cast<QWidget *>(m_nothingMatches->button())
                                   : m_table;
    target->setFocus(Qt::ShortcutFocusReason);
}

void BoardPage::setApi(const QString &address, const QString &shownSecret)
{
    m_detail->setApi(address, shownSecret);
    m_firstStart->setLink(address.isEmpty() ? QString() : u"Connect your app"_s);
    m_firstStart->setSentence(u"No verifications yet."_s,
                              address.isEmpty() ? u"Start one here."_s
                                                : QString(u"Start one here, or point your app at "_s + address + u'.'));
}

void BoardPage::useApi(model::ApiSession &api)
{
    m_refused = new BannerLine(m_theme, Band::Amber, Icon::Warning, {});
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_refused);
    HttpList &http = m_detail->addHttp(api);
    connect(&http, &HttpList::wanted, this, &BoardPage::requestsWanted);
    connect(m_refused->addButton(u"Show"_s), &QPushButton::clicked, this, &BoardPage::refusedWanted);
    connect(m_refused->addButton(u"Dismiss"_s), &QPushButton::clicked, &api, [this, &api] {
        takeFocus(); // the button goes
        api.markRefusedSeen();
    });
    connect(&api, &model::ApiSession::refusedChanged, this, [this, &api] { showRefused(api); });
    const auto showApi = [this, &api] { setApi(api.isOn() ? api.plainAddress() : QString(), api.shownSecret()); };
    connect(&api, &model::ApiSession::stateChanged, this, showApi);
    connect(&api, &model::ApiSession::secretShownChanged, this, showApi);
    showApi();
    showRefused(api);
}

void BoardPage::showRefused(const model::ApiSession &api)
{
    const std::uint64_t count = api.unseenRefused();
    m_refused->setVisible(count > 0);
    m_refused->setSentence(model::refusedSentence(count, api.newestReason(), api.reasonsDiffer()));
}

void BoardPage::startWith(engine::RequestId id)
{
    m_isCodeWanted = true;
    m_session.lookFor(id);
}

void BoardPage::show(engine::RequestId id)
{
    m_isCodeWanted = false;
    m_session.lookFor(id);
}

void BoardPage::followNewest()
{
    m_table->followNewest();
}

void BoardPage::takeFound(engine::VerificationKey key)
{
    showRows();
    if (!m_session.rows().filter().matches(*m_session.rows().find(key)))
        clearFilter(); // or it could not be seen
    m_table->reveal(key);
}

void BoardPage::takeRevealed()
{
    showRows();
    if (m_isCodeWanted)
        m_detail->main().focusCode();
    else
        m_table->setFocus();
}

void BoardPage::setFilter(model::BoardFilter filter)
{
    m_chips->setChosen(filter.chip);
    m_session.rows().setFilter(std::move(filter)); // its rows come with an update
}

model::FindExpression BoardPage::expression(const QString &text) const
{
    return model::FindExpression(text, m_session.clock().now());
}

void BoardPage::clearFilter()
{
    m_tools->setFind({});
    setFilter({});
    Q_EMIT placeChosen();
    m_table->setFocus();
}

void BoardPage::showRows()
{
    const model::BoardModel &rows = m_session.rows();
    m_chips->setCounts(rows.counts());
    Q_EMIT stateChanged();
    if (!m_session.isRead())
        return;
    const bool isEmpty = rows.rowCount() == 0 && rows.waiting() == 0 && rows.isComplete();
    if (isEmpty)
        m_nothingMatches->setSentence(model::nothingMatchesSentence(rows.filter(), rows.total()));
    const QWidget *focus = m_whole->focusWidget();
    const bool hadFocus = focus && focus->hasFocus();
    m_tableOrNothing->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_nothingMatches) : m_table);
    m_whole->setCurrentWidget(rows.total() == 0 ? static_cast<QWidget *>(m_firstStart) : m_split);
    m_detail->setVisible(m_table->selected().has_value());
    if (hadFocus && !focus->isVisible())
        takeFocus(); // what had it has made room
}

void BoardPage::showNow()
{
    m_table->repaintRunning();
    m_detail->main().showNow();
}

void BoardPage::setRinging(std::vector<engine::RequestId> calls)
{
    m_ringing = std::move(calls);
    showRinging();
}

void BoardPage::showRinging()
{
    m_chips->setRinging(ringingElsewhere().size());
}

// The phone of the selected one stands in the detail and rings there.
std::vector<engine::RequestId> BoardPage::ringingElsewhere() const
{
    std::vector<engine::RequestId> others = m_ringing;
    if (const auto &selected = m_session.selected().record())
        std::erase(others, selected->request.id);
    return others;
}

void BoardPage::resizeEvent(QResizeEvent *)
{
    arrange();
}

void BoardPage::arrange()
{
    m_detail->setRoom(windowRoom(*this, m_theme));
}

QByteArray BoardPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    const QTabWidget &tabs = m_detail->tabs();
    stream << m_split->saveState() << m_table->columns().saveState() << tabs.tabText(tabs.currentIndex())
           << m_detail->panes();
    return state;
}

void BoardPage::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray panes;
    QByteArray columns;
    QString tab;
    QByteArray detail;
    stream >> panes >> columns >> tab >> detail;
    m_split->restoreState(panes);
    m_table->columns().restoreState(columns);
    m_detail->restorePanes(detail);
    QTabWidget &tabs = m_detail->tabs();
    for (int i = 0; i < tabs.count(); ++i) {
        if (tabs.tabText(i) == tab)
            tabs.setCurrentIndex(i);
    }
}

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/api/apipage.h"

#include "model/api/apisession.h"
#include "model/api/exchangetext.h"
#include "model/words/shortened.h"
#include "ui/actions/actiontable.h"
#include "ui/api/apitools.h"
#include "ui/api/connectcard.h"
#include "ui/api/exchangebar.h"
#include "ui/api/exchangetable.h"
#include "ui/api/inspector.h"
#include "ui/frame/windowroom.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/signedlabel.h"
#include "ui/widgets/wraplabel.h"

#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QIODevice>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int ConnectWidth = 400;
constexpr int NarrowConnectWidth = 320;
constexpr int TableHeight = 400;
constexpr int InspectorHeight = 320;

} // namespace

ApiPage::ApiPage(const Theme &theme, model::ApiSession &session, QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_session(session)
    , m_tools(new ApiTools(theme, session))
    , m_sentence(new WrapLabel(theme, TextStyle::PageSentence))
    , m_problem(new SignedLabel(theme))
    , m_connect(new ConnectCard(theme, session))
    , m_bar(new ExchangeBar(theme))
    , m_table(new ExchangeTable(theme, session.exchanges()))
    , m_inspector(new Inspector(theme))
    , m_tableAndInspector(new QSplitter(Qt::Vertical))
    , m_empty(new EmptyState(theme))
    , m_tableOrNothing(new QStackedWidget)
    , m_split(new QSplitter(Qt::Horizontal))
    , m_right(exchanges())
{
    auto *head = new QVBoxLayout;
    scaleMargins(theme, *head, {metrics::Space16, metrics::Space12, metrics::Space16, metrics::Space8});
    scaleSpacing(theme, *head, metrics::Space4);
    head->addWidget(m_sentence);
    head->addWidget(m_problem);
    m_split->addWidget(m_connect);
    m_split->addWidget(m_right);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({theme.px(ConnectWidth), theme.px(2 * ConnectWidth)});
    scalePanes(theme, *m_split, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_split, 1);
    connect(&theme, &Theme::changed, this, &ApiPage::arrange);
    join();
    showState();
    showRows();
}

QWidget *ApiPage::exchanges()
{
    m_tableAndInspector->addWidget(m_table);
    m_tableAndInspector->addWidget(m_inspector);
    m_tableAndInspector->setChildrenCollapsible(false);
    m_tableAndInspector->setStretchFactor(0, 1);
    m_tableAndInspector->setSizes({m_theme.px(TableHeight), m_theme.px(InspectorHeight)});
    scalePanes(m_theme, *m_tableAndInspector, 0);
    m_tableOrNothing->addWidget(m_tableAndInspector);
    m_tableOrNothing->addWidget(m_empty);
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_tableOrNothing, 1);
    return right;
}

void ApiPage::join()
{
    model::ExchangeModel &rows = m_session.exchanges();
    connect(m_tools, &ApiTools::findChanged, this, [this, &rows](const QString &text) {
        setFilter({text, rows.filter().isRefusedOnly});
        Q_EMIT placeAdjusted();
    });
    connect(m_bar, &ExchangeBar::refusedOnlyChosen, this, [this, &rows](bool isRefusedOnly) {
        setFilter({rows.filter().text, isRefusedOnly});
        Q_EMIT placeChosen();
    });
    connect(m_bar, &ExchangeBar::newWanted, m_table, &ExchangeTable::showNew);
    connect(m_bar, &ExchangeBar::paused, m_table, &ExchangeTable::setPaused);
    connect(m_bar, &ExchangeBar::clearWanted, &m_session, &model::ApiSession::clear);
    connect(m_table, &ExchangeTable::selectedChanged, this, [this] { m_inspector->show(m_table->selected()); });
    connect(m_table, &ExchangeTable::detailWanted, m_inspector, &Inspector::takeFocus);
    m_inspector->curl().setSource([this] { return selectedCurl(); });
    connect(&m_session, &model::ApiSession::secretShownChanged, this, [this] {
        m_inspector->setSecretShown(m_session.isSecretShown());
        showRows();
    });
    connect(m_inspector, &Inspector::boardWanted, this,
            [this] { Q_EMIT boardWanted(m_table->selected()->about.front()); });
    connect(m_empty->button(), &QPushButton::clicked, this, &ApiPage::pressEmptyButton);
    connect(&rows, &model::ExchangeModel::countsChanged, this, &ApiPage::showRows);
    connect(&m_session, &model::ApiSession::stateChanged, this, &ApiPage::showState);
    connect(&m_session, &model::ApiSession::refusedChanged, this, [this] {
        if (isVisible())
            m_session.markRefusedSeen();
    });
}

void ApiPage::bindActions(Actions &actions)
{
    actions.bind(ActionId::Find, id(), m_tools, [this] { m_tools->focusFind(); });
    actions.bind(ActionId::GoToTable, id(), this, [this] { takeFocus(); });
    actions.bind(ActionId::ShowNew, id(), m_table, [this] { m_table->showNew(); });
    actions.bind(ActionId::CopyRow, id(), this, [this] { copyRow(); });
    QAction &on = actions.bind(ActionId::ApiOn, &m_session, [this](bool isOn) { m_session.setOn(isOn); });
    const auto show = [this, &on] { on.setChecked(m_session.isOn()); };
    connect(&m_session, &model::ApiSession::stateChanged, &on, show);
    show();
    QAction &https = actions.bind(ActionId::HttpsOn, &m_session, [this](bool isOn) { m_session.setTlsOn(isOn); });
    const auto showHttps = [this, &https] { https.setChecked(m_session.isTlsOn()); };
    connect(&m_session, &model::ApiSession::stateChanged, &https, showHttps);
    showHttps();
}

QString ApiPage::name() const
{
    return u"API"_s;
}

QWidget *ApiPage::tools() const
{
    return m_tools;
}

QList<QWidget *> ApiPage::panes() const
{
    return {m_tools, m_connect, m_bar,
            m_tableOrNothing->currentWidget() == m_empty ? static_cast<QWidget *>(m_empty) : m_table, m_inspector};
}

void ApiPage::takeFocus()
{
    QWidget *target
        = m_tableOrNothing->currentWidget() == m_empty ? static_cast<QWidget *>(m_empty->button()) : m_table;
    target->setFocus(Qt::ShortcutFocusReason);
}

void ApiPage::showConnect()
{
    m_connect->takeFocus();
}

QString ApiPage::titleNote() const
{
    return m_session.isOn() ? u"on"_s : u"off"_s;
}

QString ApiPage::stateSentence() const
{
    return m_problem->isHidden() ? m_session.sentence() : QString(m_session.sentence() + u' ' + m_session.problem());
}

QVariant ApiPage::refusedPlace()
{
    return QVariantList{true, QString()};
}

QVariant ApiPage::placeOf(const QString &requestId)
{
    return QVariantList{false, requestId};
}

QVariant ApiPage::place() const
{
    const model::ExchangeFilter &filter = m_session.exchanges().filter();
    return filter.isEmpty() ? QVariant() : QVariant(QVariantList{filter.isRefusedOnly, filter.text});
}

void ApiPage::goTo(const QVariant &place)
{
    const QVariantList parts = place.toList();
    const QString text = parts.value(1).toString();
    m_tools->setFind(text);
    setFilter({text, parts.value(0).toBool()});
}

void ApiPage::setFilter(model::ExchangeFilter filter)
{
    m_bar->setRefusedOnly(filter.isRefusedOnly);
    m_session.exchanges().setFilter(std::move(filter));
    showRows();
}

void ApiPage::clearFilter()
{
    m_tools->setFind({});
    setFilter({});
    Q_EMIT placeChosen();
    takeFocus();
}

void ApiPage::showState()
{
    m_sentence->setText(m_session.sentence());
    m_problem->setContent(Icon::Warning, m_session.problem(), &Tokens::failed);
    m_problem->setVisible(!m_session.problem().isEmpty());
    showRows();
    Q_EMIT stateChanged();
}

void ApiPage::showRows()
{
    const model::ExchangeModel &rows = m_session.exchanges();
    m_sentence->setText(m_session.sentence());
    m_bar->setCounts(rows.count(false), rows.count(true));
    m_bar->setClearable(rows.total() > 0);
    m_bar->setWaiting(rows.waiting());
    const bool isEmpty = rows.rowCount() == 0 && rows.waiting() == 0;
    if (isEmpty && rows.total() > 0) {
        const QString wanted = rows.filter().text;
        m_empty->setSentence(wanted.isEmpty() ? u"Nothing was refused."_s
                                              : QString(u"Nothing matches “"_s + model::shortened(wanted) + u"”."_s));
        m_empty->setButton(u"Clear filter"_s);
    } else if (isEmpty && !m_session.isOn()) {
        m_empty->setSentence(u"The API is off."_s, u"No app can connect. What runs already goes on."_s);
        m_empty->setButton(u"Turn it on"_s);
    } else if (isEmpty) {
        m_empty->setSentence(u"No requests yet; this one works:"_s,
                             firstLine(m_session.isSecretShown() ? m_session.apiSecret() : u"•••"_s));
        m_empty->setButton(u"Copy, with the secret"_s); // it carries it either way, and says so
    }
    QWidget *focus = m_tableOrNothing->focusWidget();
    const bool hadFocus = focus && focus->hasFocus();
    m_tableOrNothing->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_tableAndInspector);
    if (hadFocus && !focus->isVisible())
        takeFocus(); // what had it has made room
}

// One button for whatever stands in the table's place.
void ApiPage::pressEmptyButton()
{
    if (m_session.exchanges().total() > 0)
        clearFilter();
    else if (!m_session.isOn())
        m_session.setOn(true);
    else
        copyAndTell(m_theme, *m_empty->button(), firstLine(m_session.apiSecret()));
}

QString ApiPage::firstLine(const QString &secret) const
{
    return model::firstCurlLine(m_session.plainAddress(), m_session.apiKey(), secret, m_session.freeNumber());
}

QString ApiPage::selectedCurl() const
{
    const auto selected = m_table->selected();
    return selected ? model::curlLine(*selected, m_session.plainAddress(), m_session.apiKey(), m_session.shownSecret())
                    : QString();
}

void ApiPage::copyRow() const
{
    const QModelIndex current = m_table->currentIndex();
    QStringList cells;
    for (int column = 0; current.isValid() && column < model::ExchangeModel::ColumnCount; ++column)
        cells << current.siblingAtColumn(column).data().toString();
    if (!cells.isEmpty())
        QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

void ApiPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_session.markRefusedSeen();
    m_connect->showAddress(); // with a number that is free now
    showRows();
}

void ApiPage::resizeEvent(QResizeEvent *)
{
    arrange();
}

// Side by side, or in a small window the connection under the requests, and the page scrolls.
void ApiPage::arrange()
{
    const WindowRoom room = windowRoom(*this, m_theme);
    const bool isStacked = room == WindowRoom::Small;
    if (isStacked != (m_split->orientation() == Qt::Vertical)) {
        m_split->setOrientation(isStacked ? Qt::Vertical : Qt::Horizontal);
        m_split->insertWidget(0, isStacked ? m_right : m_connect);
    }
    m_right->setMinimumHeight(isStacked ? m_theme.px(TableHeight) : 0);
    const int wanted = m_theme.px(room == WindowRoom::Wide ? ConnectWidth : NarrowConnectWidth);
    const int fixed = std::max(wanted, m_connect->minimumSizeHint().width());
    m_connect->setMinimumWidth(isStacked ? 0 : fixed);
    m_connect->setMaximumWidth(isStacked ? QWIDGETSIZE_MAX : fixed);
}

QByteArray ApiPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    const engine::TlsFiles &files = m_session.tlsFiles();
    stream << m_tableAndInspector->saveState() << m_session.isTlsOn() << files.certificate << files.key
           << m_connect->client();
    return state;
}

void ApiPage::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray panes;
    bool isTlsOn = false;
    engine::TlsFiles files;
    QString client;
    stream >> panes >> isTlsOn >> files.certificate >> files.key;
    if (stream.status() != QDataStream::Ok)
        return;
    stream >> client;
    m_tableAndInspector->restoreState(panes);
    m_session.setTlsFiles(files);
    if (isTlsOn)
        m_session.setTlsOn(true);
    m_connect->setClient(client);
}

} // namespace ui

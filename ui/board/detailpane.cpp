// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/detailpane.h"

#include "model/board/boardsession.h"
#include "ui/board/detailmain.h"
#include "ui/board/eventlist.h"
#include "ui/board/httplist.h"
#include "ui/board/phonepane.h"
#include "ui/board/snippetview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scaledlayout.h"

#include <QDataStream>
#include <QIODevice>
#include <QPainter>
#include <QTabBar>
#include <QTabWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int MainWidth = 832;
constexpr int EventsWidth = 272;
constexpr int PhoneWidth = 264;

// Tabs on the table's colour: they belong to what they show, not to the window.
class BaseTabs final : public QTabWidget {
public:
    explicit BaseTabs(const Theme &theme)
        : m_theme(theme)
    {
        setDocumentMode(true);
        tabBar()->setDrawBase(true);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.tokens().base);
        painter.end();
        QTabWidget::paintEvent(event);
    }

private:
    const Theme &m_theme;
};

} // namespace

DetailPane::DetailPane(const Theme &theme, model::BoardSession &session, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_theme(theme)
    , m_controller(session.selected())
    , m_main(new DetailMain(theme, session))
    , m_tabs(new BaseTabs(theme))
    , m_events(new EventList(theme))
    , m_snippet(new SnippetView(theme, session.mask()))
    , m_phone(new PhonePane(theme, session))
{
    m_tabs->setAccessibleName(u"About this verification"_s);
    m_tabs->tabBar()->setAccessibleName(u"About this verification"_s);
    m_tabs->addTab(m_events, u"Events"_s);
    m_tabs->addTab(m_snippet, u"Snippet"_s);
    addWidget(m_main);
    addWidget(m_tabs);
    addWidget(m_phone);
    setChildrenCollapsible(false);
    setStretchFactor(0, 1);
    setSizes(usualSizes());
    scalePanes(theme, *this, 0);
    connect(m_main, &DetailMain::wanted, this, &DetailPane::showMain);
    connect(&m_controller, &model::VerificationController::changed, this, &DetailPane::showRecord);
    connect(m_phone, &PhonePane::focusLost, m_main, &DetailMain::takeFocus); // not its switches
}

void DetailPane::setRoom(WindowRoom room)
{
    if (room == m_room)
        return;
    m_sizes[int(m_room)] = sizes();
    const WindowRoom before = std::exchange(m_room, room);
    if (before == WindowRoom::Wide) {
        m_tabs->addTab(m_phone, u"Phone"_s);
    } else if (room == WindowRoom::Wide) {
        addWidget(m_phone);
        m_phone->show();
    }
    if (room == WindowRoom::Small) {
        m_tabs->insertTab(0, m_main, u"Timeline"_s);
        m_tabs->setCurrentWidget(m_main);
    } else if (before == WindowRoom::Small) {
        insertWidget(0, m_main);
        m_main->show();
    }
    setSizes(m_sizes.value(int(room), usualSizes()));
}

QList<int> DetailPane::usualSizes() const
{
    return QList<int>{m_theme.px(MainWidth), m_theme.px(EventsWidth), m_theme.px(PhoneWidth)}.mid(0, count());
}

QByteArray DetailPane::panes() const
{
    QMap<int, QList<int>> all = m_sizes;
    all[int(m_room)] = sizes();
    QByteArray panes;
    QDataStream stream(&panes, QIODevice::WriteOnly);
    stream << all;
    return panes;
}

void DetailPane::restorePanes(const QByteArray &panes)
{
    QMap<int, QList<int>> all;
    QDataStream stream(panes);
    stream >> all;
    if (stream.status() != QDataStream::Ok)
        return; // of a version that kept something else
    m_sizes = all;
    setSizes(m_sizes.value(int(m_room), usualSizes()));
}

void DetailPane::showMain()
{
    if (m_room == WindowRoom::Small)
        m_tabs->setCurrentWidget(m_main);
}

HttpList &DetailPane::addHttp(const model::ApiSession &session)
{
    auto *http = new HttpList(m_theme, session);
    m_tabs->insertTab(m_tabs->indexOf(m_events) + 1, http, u"HTTP"_s);
    const auto show = [this, http] { http->show(m_controller.record()); };
    connect(&m_controller, &model::VerificationController::changed, http, show);
    show();
    return *http;
}

void DetailPane::setApi(const QString &address, const QString &shownSecret)
{
    m_main->setApi(address, shownSecret);
    m_snippet->setApi(address, shownSecret);
}

void DetailPane::showRecord()
{
    const auto &record = m_controller.record();
    m_snippet->setRecord(record);
    m_events->setLines(record ? model::eventLines(*record) : std::vector<model::EventLine>());
}

} // namespace ui

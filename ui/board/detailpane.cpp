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

#include <QPainter>
#include <QTabBar>
#include <QTabWidget>

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
    setSizes({theme.px(MainWidth), theme.px(EventsWidth), theme.px(PhoneWidth)});
    scalePanes(theme, *this, 0);
    connect(&m_controller, &model::VerificationController::changed, this, &DetailPane::showRecord);
    connect(m_phone, &PhonePane::focusLost, m_main, &DetailMain::takeFocus); // not its switches
}

void DetailPane::setNarrow(bool isNarrow)
{
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    if (isNarrow) {
        m_wideSizes = sizes();
        m_tabs->addTab(m_phone, u"Phone"_s);
    } else {
        addWidget(m_phone);
        m_phone->show();
        setSizes(m_wideSizes);
    }
}

HttpList &DetailPane::addHttp(const model::ApiSession &session)
{
    auto *http = new HttpList(m_theme, session);
    m_tabs->insertTab(1, http, u"HTTP"_s);
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

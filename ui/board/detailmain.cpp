// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/detailmain.h"

#include "model/board/boardsession.h"
#include "model/words/costwords.h"
#include "model/words/headline.h"
#include "model/words/moneywords.h"
#include "ui/board/codeentry.h"
#include "ui/board/copymenu.h"
#include "ui/board/headlinerow.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/timeline/detailpicture.h"
#include "ui/timeline/symbolmarks.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/signedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int CodeX = 157; // the cells, from the words' left edge
constexpr int LeastRefusal = 200;
constexpr std::chrono::seconds ToldFor{5};
constexpr std::chrono::seconds ProblemToldFor{20};

} // namespace

DetailMain::DetailMain(const Theme &theme, model::BoardSession &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_controller(session.selected())
    , m_clock(session.clock())
    , m_headline(new HeadlineRow(theme))
    , m_picture(new DetailPicture(theme))
    , m_next(new QPushButton(u"Send next message now"_s))
    , m_cancel(new QPushButton(u"Cancel"_s))
    , m_refusal(new SignedLabel(theme))
    , m_copyMenu(new CopyMenu(theme, m_controller, m_clock, session.mask(), this))
    , m_copyAs(new QPushButton(u"Copy as"_s))
    , m_telling(new QTimer(this))
{
    connect(&m_controller, &model::VerificationController::changed, this, &DetailMain::showRecord);
    m_code = new CodeEntry(theme, m_controller, session.handset(), m_clock,
                           this); // it hears of a record after its place is shown
    auto *column = new QVBoxLayout(this);
    scaleMargins(theme, *column, {metrics::Space16, metrics::Space12, metrics::Space16, metrics::Space12});
    scaleSpacing(theme, *column, metrics::Space12);
    column->addWidget(m_headline);
    column->addWidget(m_picture);
    column->addWidget(codeRow());
    column->addWidget(actionRow());
    column->addStretch();

    connect(m_code, &CodeEntry::finished, this, &DetailMain::finished);
    connect(m_next, &QPushButton::clicked, &m_controller, &model::VerificationController::triggerNext);
    connect(m_cancel, &QPushButton::clicked, &m_controller, &model::VerificationController::cancel);
    connect(m_copyMenu, &CopyMenu::told, this, &DetailMain::tell);
    m_telling->setSingleShot(true);
    connect(m_telling, &QTimer::timeout, this, &DetailMain::showNow);
    showRecord();
}

void DetailMain::setApi(const QString &address, const QString &shownSecret)
{
    m_copyMenu->setApi(address, shownSecret);
}

void DetailMain::openCopyMenu()
{
    if (!m_controller.record())
        return;
    Q_EMIT wanted();
    const QPoint above(0, -m_copyMenu->sizeHint().height());
    m_copyMenu->popup(m_copyAs->mapToGlobal(above));
    m_copyMenu->setActiveAction(m_copyMenu->actions().first());
}

void DetailMain::saveTimeline()
{
    m_copyMenu->saveTimeline();
}

void DetailMain::tell(bool isDone, const QString &sentence)
{
    m_refusal->setContent(isDone ? Icon::Check : Icon::Warning, sentence);
    announce(*m_copyAs, m_copyAs->text(), sentence);
    m_telling->start(isDone ? ToldFor : ProblemToldFor);
}

QWidget *DetailMain::codeRow()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(m_theme, *row, metrics::Space12);
    auto *name = new Label(m_theme, TextStyle::Body, CodeEntry::Name, &Tokens::secondary);
    name->setBuddy(&m_code->field());
    measureAlways(m_theme, name, [this, name] { name->setMinimumWidth(m_theme.px(CodeX - metrics::Space12)); });
    row->addWidget(name);
    row->addWidget(&m_code->field());
    row->addWidget(&m_code->usePinButton());
    row->addWidget(&m_code->answer(), 1);
    return line;
}

QWidget *DetailMain::actionRow()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(m_theme, *row, metrics::Space8);
    row->addWidget(m_next);
    row->addWidget(m_cancel);
    row->addWidget(m_refusal, 1);
    row->addWidget(m_copyAs);
    m_copyAs->setMenu(m_copyMenu);
    m_refusal->setWordsRole(&Tokens::secondary);
    // A long one wraps, and does not widen the page.
    measureAlways(m_theme, m_refusal, [this] { m_refusal->setMinimumWidth(m_theme.px(LeastRefusal)); });
    return line;
}

void DetailMain::focusCode()
{
    Q_EMIT wanted();
    m_code->focusCode();
}

void DetailMain::takeFocus()
{
    if (m_code->field().isEnabled())
        focusCode();
    else
        Q_EMIT finished();
}

void DetailMain::usePin()
{
    Q_EMIT wanted();
    m_code->usePin();
}

void DetailMain::showRecord()
{
    const auto &record = m_controller.record();
    const qint64 key = record ? record->key : 0;
    if (key != m_shownKey) {
        m_telling->stop();
        announce(*m_copyAs, m_copyAs->text(), {});
        m_shownKey = key;
    }
    m_picture->setRecord(record);
    for (QWidget *control : {static_cast<QWidget *>(m_picture), m_code->field().parentWidget(), m_next->parentWidget()})
        control->setVisible(record != nullptr);
    showNow();
    sayRefusal();
}

void DetailMain::showNow()
{
    const auto &record = m_controller.record();
    m_picture->setNow(m_clock.now(), m_clock.isPaused());
    if (!record) {
        m_headline->setContent({}, u"Nothing is selected."_s, {});
        return;
    }
    m_headline->setContent(markOf(model::symbolOf(record->status())), model::headline(*record, m_clock.now()),
                           model::money(record->cost()), model::costSentence(*record));
    const QString refusal = m_controller.actionText();
    if (refusal != m_refusal->words() && !m_telling->isActive())
        m_refusal->setContent(refusal.isEmpty() ? SignedLabel::Sign() : Icon::Info, refusal);
}

void DetailMain::sayRefusal()
{
    announce(*m_next, m_next->text(), m_refusal->words());
    announce(*m_cancel, m_cancel->text(), m_refusal->words());
}

void DetailMain::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().base);
}

} // namespace ui

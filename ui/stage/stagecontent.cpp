// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stagecontent.h"

#include "model/board/boardsession.h"
#include "model/stage/stagewords.h"
#include "model/words/speech.h"
#include "ui/board/phonewords.h"
#include "ui/frame/clockbar.h"
#include "ui/stage/keyhint.h"
#include "ui/stage/stagecode.h"
#include "ui/stage/stagetag.h"
#include "ui/timeline/detailpicture.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/phoneview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// Pixels at 10 pt, before Stage's own magnification.
constexpr int Side = 32;
constexpr int Top = 26;
constexpr int AboveParts = 24;
constexpr int Bottom = 22;
constexpr int PhoneWidth = 216;
constexpr int BetweenPhoneAndPicture = 26;
constexpr int FootHeight = 50; // in the foot's own theme
constexpr qreal HeadlineSize = 1.75; // 42 px at x 1.8
const QString NextMoment = u"next moment"_s;

// The foot's own colour, with a line above it.
class Foot final : public QWidget {
public:
    explicit Foot(const Theme &theme)
        : m_theme(theme)
    {
        setFixedHeight(theme.px(FootHeight));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.tokens().window);
        painter.fillRect(QRect(0, 0, width(), 1), m_theme.tokens().divider);
    }

private:
    const Theme &m_theme;
};

} // namespace

StageContent::StageContent(const Theme &theme, const Theme &strip, model::BoardSession &session, model::Sound &sound,
                           bool isInvented, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(session)
    , m_isInvented(isInvented)
    , m_headline(new Label(theme, TextStyle::Verdict))
    , m_subline(new Label(theme, TextStyle::Body, {}, &Tokens::secondary))
    , m_tag(new StageTag(theme, u"Demo data, invented"_s))
    , m_phone(new PhoneView(theme))
    , m_picture(new DetailPicture(theme))
    , m_code(new StageCode(theme, session))
    , m_nothing(new EmptyState(theme))
    , m_either(new QStackedWidget)
    , m_foot(new Foot(strip))
{
    m_picture->setPlace(model::DetailPlace::Stage);
    m_either->addWidget(verification());
    m_either->addWidget(nothing());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_either, 1);
    column->addWidget(m_foot);
    fillFoot(strip, sound);

    connect(m_phone, &PhoneView::answered, &session.handset(), &model::HandsetModel::answer);
    connect(m_phone, &PhoneView::declined, &session.handset(), &model::HandsetModel::decline);
    connect(&session.handset(), &model::HandsetModel::answered, m_code, &StageCode::focusCode);
    connect(m_code, &StageCode::nextWanted, this, &StageContent::goOn);
    connect(m_code, &StageCode::finished, m_picture, [this] { m_picture->setFocus(Qt::OtherFocusReason); });
    connect(&session.selected(), &model::VerificationController::changed, this, &StageContent::showRecord);
    connect(&session.handset(), &model::HandsetModel::changed, this, &StageContent::showNow);
    connect(&session.clock(), &model::ClockModel::ticked, this, &StageContent::showNow);
    connect(&session.clock(), &model::ClockModel::changed, this, &StageContent::showNow);
    connect(&session.mask(), &model::NumberMask::changed, this, &StageContent::showNow);
    showRecord();
}

StageContent::~StageContent()
{
    delete m_code; // it lets go of the clock, whose news the other parts still take
}

QWidget *StageContent::verification()
{
    QFont large = m_theme.font(TextStyle::Verdict, HeadlineSize);
    large.setLetterSpacing(QFont::PercentageSpacing, 98);
    m_headline->setFont(large);
    m_headline->setWordWrap(true);
    m_phone->setMinimumWidth(m_theme.px(PhoneWidth));
    m_phone->setMaximumWidth(m_theme.px(PhoneWidth));

    auto *under = new QHBoxLayout;
    under->addWidget(m_subline, 1);
    under->addWidget(m_tag);
    auto *right = new QVBoxLayout;
    right->setSpacing(m_theme.px(metrics::Space16));
    right->addWidget(m_picture);
    right->addStretch(1);
    right->addWidget(m_code);
    right->addStretch(1);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(m_theme.px(BetweenPhoneAndPicture));
    parts->addWidget(m_phone);
    parts->addLayout(right, 1);

    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    const int side = m_theme.px(Side);
    column->setContentsMargins(side, m_theme.px(Top), side, m_theme.px(Bottom));
    column->setSpacing(0);
    column->addWidget(m_headline);
    column->addSpacing(m_theme.px(metrics::Space8));
    column->addLayout(under);
    column->addSpacing(m_theme.px(AboveParts));
    column->addLayout(parts, 1);
    return whole;
}

QWidget *StageContent::nothing()
{
    m_nothing->setPicture({Mark::SmsPlanned, Mark::CallPlanned, Mark::Verified});
    m_nothing->setSentence(u"Nothing is selected."_s,
                           u"Stage shows one verification alone: start one, or select one on the Board."_s);
    m_nothing->setButton(u"New verification"_s);
    m_nothing->setLink(u"Back to the Board"_s);
    connect(m_nothing->button(), &QPushButton::clicked, this, &StageContent::newWanted);
    connect(m_nothing->link(), &QPushButton::clicked, this, &StageContent::leaveWanted);
    return m_nothing;
}

void StageContent::fillFoot(const Theme &strip, model::Sound &sound)
{
    m_foot->setFont(strip.font(TextStyle::Body));
    auto *clock = new ClockBar(strip, m_session.clock(), sound);
    clock->setNoteBehind();
    for (QPushButton *button : clock->findChildren<QPushButton *>())
        button->setFocusPolicy(Qt::TabFocus); // after a click, Space still goes on
    clock->setSkip({[this] { return untilNext(); }, [this] { goOn(); }, u"To the next moment of this verification"_s});
    m_next = new KeyHint(strip, u"Space"_s, NextMoment);
    auto *leave = new KeyHint(strip, u"Esc"_s, u"leave"_s);
    connect(m_next, &KeyHint::clicked, this, &StageContent::goOn);
    connect(leave, &KeyHint::clicked, this, &StageContent::leaveWanted);
    auto *row = new QHBoxLayout(m_foot);
    const int side = m_theme.px(Side);
    row->setContentsMargins(side, 0, side, 0);
    row->setSpacing(strip.px(metrics::Space24));
    row->addWidget(clock, 1, Qt::AlignVCenter);
    row->addWidget(m_next);
    row->addWidget(leave);
}

void StageContent::takeFocus()
{
    if (!m_session.selected().record())
        m_nothing->button()->setFocus(Qt::ShortcutFocusReason);
    else if (m_code->takesCodes())
        m_code->focusCode();
    else
        m_picture->setFocus(Qt::ShortcutFocusReason);
}

void StageContent::showRecord()
{
    const auto &record = m_session.selected().record();
    const bool isNew = record && !m_hasRecord;
    m_hasRecord = record != nullptr;
    m_either->setCurrentIndex(record ? 0 : 1);
    m_picture->setRecord(record);
    if (record) {
        m_subline->setText(model::stageSubline(*record));
        m_tag->setVisible(m_isInvented || record->request.source == engine::Source::Demo);
    }
    showNow();
    if (isNew && isVisible())
        takeFocus();
}

void StageContent::showNow()
{
    const auto &record = m_session.selected().record();
    m_next->setWords(untilNext() ? NextMoment : u"nothing follows"_s);
    if (!record)
        return;
    const engine::Instant now = m_session.clock().now();
    m_headline->setText(model::stageHeadline(*record, now));
    m_picture->setNow(now, m_session.clock().isPaused());
    m_phone->setContent(phoneContent(m_session.handset(), m_session.mask(), m_session.clock()));
    m_code->showNow();
}

std::optional<engine::milliseconds> StageContent::untilNext() const
{
    const auto &record = m_session.selected().record();
    const engine::Instant now = m_session.clock().now();
    const auto next = record ? model::nextMoment(*record, now) : std::nullopt;
    return next ? std::optional(std::max(*next - now, engine::milliseconds::zero())) : std::nullopt;
}

// What is not known here yet, such as a call that was answered a moment ago, the engine knows.
void StageContent::goOn()
{
    if (untilNext()) {
        const engine::Record &record = *m_session.selected().record();
        m_session.clock().skip({record.key, model::speaksUntil(record, m_session.clock().now())});
    }
}

void StageContent::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        goOn();
    else
        QWidget::keyPressEvent(event);
}

void StageContent::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().base);
}

} // namespace ui

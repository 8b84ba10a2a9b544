// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stageview.h"

#include "model/board/boardsession.h"
#include "ui/actions/actiontable.h"
#include "ui/stage/stagecode.h"
#include "ui/stage/stagecontent.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/codefield.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr QSizeF Drawn{1440, 900}; // the window, and how much larger than elsewhere all is in it
constexpr qreal AsDrawn = 1.8;
constexpr qreal Steps = 20; // per unit: a window that is resized is laid out anew at each
constexpr qreal FootSize = 0.8;

} // namespace

StageView::StageView(const Theme &theme, model::BoardSession &session, model::Sound &sound, QWidget *parent)
    : QWidget(parent)
    , m_base(theme)
    , m_session(session)
    , m_sound(sound)
    , m_theme(std::make_unique<Theme>(theme, AsDrawn))
    , m_strip(std::make_unique<Theme>(theme, AsDrawn * FootSize))
    , m_style(std::make_unique<Style>(*m_theme))
    , m_stripStyle(std::make_unique<Style>(*m_strip))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_refit.setSingleShot(true); // once, however many sizes the window goes through
    connect(&m_refit, &QTimer::timeout, this, [this] {
        if (!m_content)
            return;
        fit();
        layOut();
    });
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_content)
            return;
        fit();
        layOut();
    });
}

// Widgets go before what they are drawn with.
StageView::~StageView()
{
    qDeleteAll(findChildren<StageContent *>());
}

void StageView::setInvented(bool isInvented)
{
    m_isInvented = isInvented;
}

void StageView::bindActions(Actions &actions)
{
    constexpr PageId Here = PageId::Stage;
    const auto code = [this](auto wish) {
        return [this, wish] {
            if (m_content)
                (m_content->code().*wish)();
        };
    };
    model::VerificationController &selected = m_session.selected();
    model::HandsetModel &handset = m_session.handset();
    actions.bind(ActionId::SkipClock, Here, this, [this] {
        if (m_content)
            m_content->goOn();
    });
    actions.bind(ActionId::GoToTable, Here, this, [this] { Q_EMIT leaveWanted(); });
    actions.bind(ActionId::GoToCodeField, Here, this, code(&StageCode::focusCode));
    actions.bind(ActionId::UsePin, Here, this, code(&StageCode::usePin));
    actions.bind(ActionId::SendNext, Here, &selected, [&selected] { selected.triggerNext(); });
    actions.bind(ActionId::CancelVerification, Here, &selected, [&selected] { selected.cancel(); });
    actions.bind(ActionId::AnswerCall, Here, &handset, [&handset] { handset.answer(); });
    actions.bind(ActionId::DeclineCall, Here, &handset, [&handset] { handset.decline(); });
}

void StageView::takeFocus()
{
    if (m_content)
        m_content->takeFocus();
}

qreal StageView::fittingMagnification() const
{
    const qreal room = std::min(width() / Drawn.width(), height() / Drawn.height());
    const qreal fitting = AsDrawn * room / m_base.scale();
    return std::max(1.0, std::floor(fitting * Steps)) / Steps;
}

void StageView::fit()
{
    const qreal magnification = fittingMagnification();
    m_theme->setMagnification(magnification);
    m_strip->setMagnification(magnification * FootSize);
}

void StageView::layOut()
{
    const StageContent *old = m_content;
    const QString typed = old ? old->code().field().text() : QString();
    const bool hadFocus = old && old->isAncestorOf(focusWidget());
    drop();
    m_content = new StageContent(*m_theme, *m_strip, m_session, m_sound, m_isInvented);
    m_content->setFont(m_theme->font(TextStyle::Body));
    for (QWidget *part : m_content->findChildren<QWidget *>())
        part->setStyle(m_content->foot().isAncestorOf(part) ? m_stripStyle.get() : m_style.get());
    layout()->addWidget(m_content);
    m_content->show(); // at once, or it could not take the focus
    connect(m_content, &StageContent::leaveWanted, this, &StageView::leaveWanted);
    connect(m_content, &StageContent::newWanted, this, &StageView::newWanted);
    m_content->code().field().setText(typed);
    if (hadFocus)
        takeFocus();
}

void StageView::showEvent(QShowEvent *)
{
    fit();
    layOut();
}

void StageView::hideEvent(QHideEvent *)
{
    drop();
}

// Later, since the key that leads here may have gone to a part of it.
void StageView::drop()
{
    if (!m_content)
        return;
    m_content->hide();
    m_content->deleteLater();
    m_content = nullptr;
}

void StageView::resizeEvent(QResizeEvent *)
{
    if (m_content && fittingMagnification() != m_theme->magnification())
        m_refit.start();
}

} // namespace ui

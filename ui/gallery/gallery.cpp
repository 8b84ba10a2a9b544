// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery.h"

#include "ui/gallery/codestates.h"
#include "ui/gallery/marktable.h"
#include "ui/gallery/timelinelines.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/icons.h"
#include "ui/widgets/bannerline.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/phoneview.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int Width = 1440;

QWidget *inCard(const Theme &theme, QWidget *content)
{
    auto *card = new Card(theme);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content);
    return card;
}

QWidget *rowOf(const Theme &theme, const QList<QWidget *> &widgets)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    const int side = theme.px(metrics::Space16);
    layout->setContentsMargins(side, side, side, side);
    layout->setSpacing(theme.px(metrics::Space8));
    for (QWidget *widget : widgets)
        layout->addWidget(widget, 0, Qt::AlignVCenter);
    layout->addStretch();
    return row;
}

QWidget *filters(const Theme &theme)
{
    const auto chip = [&theme](const QString &words, std::optional<Mark> mark, const QString &count) {
        auto *made = new Chip(theme, words, mark);
        made->setCount(count);
        return made;
    };
    Chip *all = chip(Gallery::tr("All"), {}, u"1,204"_s);
    all->setChecked(true);
    auto *axis = new SegmentedControl(theme, {Gallery::tr("since request"), Gallery::tr("time of day")});
    auto *speeds = new SegmentedControl(theme, {u"1x"_s, u"10x"_s, u"20x"_s, u"60x"_s});
    speeds->setCurrentColours(&Tokens::simulated, &Tokens::base);
    speeds->setHeld(2);
    speeds->setFramed(false);
    return rowOf(theme,
                 {all, chip(Gallery::tr("Running"), Mark::Running, u"12"_s),
                  chip(Gallery::tr("Verified"), Mark::Verified, u"1,010"_s),
                  chip(Gallery::tr("Expired"), Mark::Expired, u"131"_s),
                  chip(Gallery::tr("Failed"), Mark::Failed, u"40"_s),
                  chip(Gallery::tr("Cancelled"), Mark::Cancelled, u"11"_s), axis, speeds});
}

QWidget *controls(const Theme &theme)
{
    auto *primary
        = new QPushButton(themedIcon(theme, Icon::Plus, &Tokens::primaryText), Gallery::tr("New verification"));
    setButtonLook(*primary, ButtonLook::Primary);
    auto *plain = new QPushButton(Gallery::tr("Use PIN from phone"));
    auto *refused = new QPushButton(Gallery::tr("Cancel"));
    refused->setEnabled(false);
    auto *find = new QLineEdit;
    find->setPlaceholderText(Gallery::tr("find: number, id, wf:2 country:IN"));
    find->addAction(themedIcon(theme, Icon::Search, &Tokens::secondary), QLineEdit::LeadingPosition);
    find->setFixedWidth(theme.px(340));
    auto *combo = new QComboBox;
    combo->addItems({Gallery::tr("arrive"), Gallery::tr("late by"), Gallery::tr("not delivered")});
    auto *chosen = new QRadioButton(Gallery::tr("I operate it"));
    chosen->setChecked(true);
    auto *other = new QRadioButton(Gallery::tr("a user answers"));
    return rowOf(theme, {primary, find, plain, refused, combo, chosen, other});
}

PhoneContent quietPhone()
{
    return {u"+44 7700 900112"_s, Gallery::tr("United Kingdom, mobile"), {}, {}, {}};
}

PhoneContent phoneWithMessages()
{
    const QString text = Gallery::tr("Acme code: %1. Valid for 5 minutes.").arg(u"4821"_s);
    PhoneContent phone = quietPhone();
    phone.number = u"+44 7700 900177"_s;
    phone.messages = {{PhoneMessage::Kind::Sms, u"VERIFY"_s, u"14:00"_s, text, u"4821"_s},
                      {PhoneMessage::Kind::Sms, u"VERIFY"_s, u"14:02"_s, text, u"4821"_s}};
    return phone;
}

PhoneContent ringingPhone()
{
    PhoneContent phone = quietPhone();
    phone.call
        = PhoneCall{PhoneCall::State::Ringing, Gallery::tr("VERIFY calls"), Gallery::tr("rings for 14 s more"), {}, {}};
    return phone;
}

PhoneContent speakingPhone()
{
    PhoneContent phone = quietPhone();
    phone.call = PhoneCall{
        PhoneCall::State::Speaking, Gallery::tr("VERIFY speaks"), {}, Gallery::tr("Your Acme code is"), u"5 3 0"_s};
    return phone;
}

PhoneContent phoneWithCalls()
{
    PhoneContent phone = quietPhone();
    phone.messages
        = {{PhoneMessage::Kind::MissedCall, Gallery::tr("Call not answered"), {}, Gallery::tr("14:00, rang 25 s"), {}},
           {PhoneMessage::Kind::SpokenCall, Gallery::tr("VERIFY spoke"), u"13:58"_s,
            Gallery::tr("Your Acme code is %1").arg(u"5 3 0 8"_s), u"5 3 0 8"_s}};
    return phone;
}

} // namespace

Gallery::Gallery(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_sections(new QVBoxLayout(this))
{
    const int side = theme.px(metrics::Space32);
    m_sections->setContentsMargins(side, theme.px(metrics::Space24), side, side);
    m_sections->setSpacing(theme.px(metrics::Space32));
    addSection(tr("Marks: enlarged four times, 20 px, 14 px"), new MarkTable(theme));
    addSection(tr("Lines in rows"), inCard(theme, new TimelineLines(theme)));
    addSection(tr("Signs of the frame"), inCard(theme, new IconTable(theme)));
    addSection(tr("Workflows"), inCard(theme, new WorkflowMarkers(theme)));
    addSection(tr("Filters and choices"), inCard(theme, filters(theme)));
    addSection(tr("Controls"), inCard(theme, controls(theme)));
    addSection(tr("Banners"), banners());
    m_sections->addWidget(sideBySide(tr("Code field"), inCard(theme, new CodeStates(theme)), tr("Empty Board"),
                                     inCard(theme, emptyBoard())));
    addSection(tr("Phones"), phones());
}

void Gallery::addSection(const QString &title, QWidget *content, int position)
{
    auto *section = new QWidget;
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(metrics::Space8));
    column->addWidget(new Label(m_theme, TextStyle::Section, title));
    column->addWidget(content);
    m_sections->insertWidget(position, section);
}

QWidget *Gallery::sideBySide(const QString &leftTitle, QWidget *left, const QString &rightTitle, QWidget *right)
{
    auto *section = new QWidget;
    auto *grid = new QGridLayout(section);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_theme.px(metrics::Space16));
    grid->setVerticalSpacing(m_theme.px(metrics::Space8));
    grid->addWidget(new Label(m_theme, TextStyle::Section, leftTitle), 0, 0);
    grid->addWidget(new Label(m_theme, TextStyle::Section, rightTitle), 0, 1);
    grid->addWidget(left, 1, 0);
    grid->addWidget(right, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return section;
}

QWidget *Gallery::banners()
{
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(metrics::Space8));
    const auto add = [&](Band band, Icon icon, const QString &sentence, const QStringList &buttons) {
        auto *banner = new BannerLine(m_theme, band, icon, sentence);
        for (const QString &words : buttons)
            banner->addButton(words);
        column->addWidget(banner);
    };
    add(Band::Violet, Icon::Demo, tr("Demo data, invented: every number, rate and price here is made up."),
        {tr("Start one per workflow"), tr("Start over")});
    add(Band::Violet, Icon::Simulated, tr("Simulated: these users exist only in the population \"typical\"."),
        {tr("Edit")});
    add(Band::Red, Icon::Warning,
        tr("The store cannot be written: the disk is full. Nothing was lost; new requests get status 5. Free space, "
           "then retry."),
        {tr("Retry")});
    add(Band::Amber, Icon::Info, tr("3 refused: wrong api_secret."), {tr("Show")});
    add(Band::Green, Icon::Info, tr("58,021 rows imported, 14 were already there."), {tr("Open in Compare")});
    return all;
}

QWidget *Gallery::emptyBoard()
{
    auto *empty = new EmptyState(m_theme);
    empty->setPicture({Mark::SmsPlanned, Mark::CallPlanned, Mark::Expiry});
    empty->setSentence(tr("No verifications yet."),
                       tr("Start one here, or point your app at %1.").arg(u"http://127.0.0.1:8460"_s));
    empty->setButton(tr("New verification"), themedIcon(m_theme, Icon::Plus, &Tokens::primaryText));
    empty->setLink(tr("Connect your app"));
    return empty;
}

QWidget *Gallery::phones()
{
    QList<QWidget *> all;
    for (const PhoneContent &content :
         {phoneWithMessages(), ringingPhone(), speakingPhone(), phoneWithCalls(), quietPhone()}) {
        auto *phone = new PhoneView(m_theme);
        phone->setContent(content);
        phone->setFixedHeight(m_theme.px(264));
        all.append(phone);
    }
    QWidget *row = rowOf(m_theme, all);
    row->layout()->setContentsMargins(0, 0, 0, 0);
    return row;
}

QImage Gallery::render(qreal devicePixelRatio)
{
    ensurePolished();
    setFixedWidth(m_theme.px(Width));
    setAttribute(Qt::WA_DontShowOnScreen);
    show(); // lays out and shows the children
    resize(m_theme.px(Width),
           layout()->hasHeightForWidth() ? layout()->heightForWidth(m_theme.px(Width)) : sizeHint().height());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // of parts that lie otherwise in this width
    QImage image((QSizeF(size()) * devicePixelRatio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(devicePixelRatio);
    QWidget::render(&image);
    hide();
    return image;
}

void Gallery::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().window);
}

} // namespace ui

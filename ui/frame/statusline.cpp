// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/statusline.h"

#include "ui/theme/theme.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTimeZone>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int StatusHeight = 24;
constexpr int LeastToRead = 4000; // milliseconds
constexpr int ToReadALetter = 70;

} // namespace

QString timeZoneWords()
{
    const QDateTime now = QDateTime::currentDateTime();
    const int minutes = now.offsetFromUtc() / 60;
    QString offset = u"UTC"_s + (minutes < 0 ? u'-' : u'+') + QString::number(std::abs(minutes) / 60);
    if (minutes % 60 != 0)
        offset += u':' + QString::number(std::abs(minutes) % 60).rightJustified(2, u'0');
    const QString id = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    const QString place = id.section(u'/', -1).replace(u'_', u' ');
    return !id.contains(u'/') || id.startsWith("Etc/"_L1) ? offset : place + u", "_s + offset;
}

StatusLine::StatusLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_engine(new Label(theme, TextStyle::Caption, {}, &Tokens::secondary))
    , m_stored(new Label(theme, TextStyle::Caption, {}, &Tokens::secondary))
    , m_api(new QPushButton)
    , m_answering(new Label(theme, TextStyle::Caption, {}, &Tokens::secondary))
    , m_zone(new Label(theme, TextStyle::Caption, timeZoneWords(), &Tokens::secondary))
    , m_facts(new QWidget)
    , m_said(new Label(theme, TextStyle::Caption))
    , m_saidLongEnough(new QTimer(this))
{
    m_api->setFlat(true);
    m_said->hide();
    m_said->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long sentence must not widen the window
    m_saidLongEnough->setSingleShot(true);
    connect(m_saidLongEnough, &QTimer::timeout, this, [this] {
        m_said->hide();
        m_facts->show();
    });
    auto *row = new QHBoxLayout(m_facts);
    row->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *row, metrics::Space12);
    for (QWidget *part : {static_cast<QWidget *>(m_engine), static_cast<QWidget *>(m_stored),
                          static_cast<QWidget *>(m_api), static_cast<QWidget *>(m_answering)}) {
        if (row->count() > 0) {
            auto *line = new QFrame;
            line->setFrameShape(QFrame::VLine);
            measureAlways(theme, line, [&theme, line] { line->setFixedHeight(theme.px(metrics::Space12)); });
            row->addWidget(line);
            m_lineBefore.insert(part, line);
        }
        row->addWidget(part);
    }
    row->addStretch();
    auto *whole = new QHBoxLayout(this);
    whole->addWidget(m_facts, 1);
    whole->addWidget(m_said, 1);
    whole->addWidget(m_zone);
    measureAlways(theme, this, [this, whole] {
        whole->setContentsMargins(m_theme.px(metrics::Space12), 1, m_theme.px(metrics::Space16), 0);
        setFixedHeight(m_theme.px(StatusHeight));
        m_api->setFixedHeight(m_theme.px(StatusHeight) - 1);
        m_api->setFont(m_theme.font(TextStyle::Caption));
    });
    connect(m_api, &QPushButton::clicked, this, &StatusLine::copyApiAddress);
    setStored(0);
    setApi({}, false);
    setAnswering({});
}

void StatusLine::setEngine(const QString &words)
{
    m_engine->setText(words);
}

void StatusLine::setStored(std::size_t verifications)
{
    const QString count = QLocale(QLocale::English).toString(qulonglong(verifications));
    m_stored->setText(count + (verifications == 1 ? u" verification stored"_s : u" verifications stored"_s));
}

void StatusLine::setApi(const QString &address, bool isOn)
{
    m_address = address;
    m_isApiOn = isOn;
    m_api->setEnabled(isOn);
    m_api->setText(address.isEmpty() ? u"no API"_s : isOn ? QString(u"API "_s + address) : u"API off"_s);
    m_api->setToolTip(isOn ? u"Copies the address"_s : QString());
}

void StatusLine::copyApiAddress()
{
    if (!m_isApiOn)
        return;
    copyAndTell(m_theme, *m_api, m_address, u"address copied"_s);
}

void StatusLine::setAnswering(const QString &population)
{
    m_answering->setText(population.isEmpty() ? u"by hand"_s : population);
}

void StatusLine::say(const QString &sentence)
{
    m_facts->hide();
    m_said->setText(m_said->fontMetrics().elidedText(sentence, Qt::ElideRight, m_facts->width()));
    m_said->setToolTip(sentence);
    m_said->show();
    m_saidLongEnough->start(std::max(LeastToRead, int(sentence.size()) * ToReadALetter));
}

QSize StatusLine::minimumSizeHint() const
{
    return {m_api->sizeHint().width(), height()};
}

bool StatusLine::event(QEvent *event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        layOut();
    return isTaken;
}

void StatusLine::resizeEvent(QResizeEvent *)
{
    layOut();
}

void StatusLine::layOut()
{
    const int gap = 2 * m_theme.px(metrics::Space12) + 1;
    int room = width() - 4 * m_theme.px(metrics::Space12) - m_api->sizeHint().width();
    for (QWidget *part : {static_cast<QWidget *>(m_engine), static_cast<QWidget *>(m_zone),
                          static_cast<QWidget *>(m_answering), static_cast<QWidget *>(m_stored)}) {
        room -= part->sizeHint().width() + gap;
        part->setVisible(room >= 0);
        if (QWidget *line = m_lineBefore.value(part))
            line->setVisible(room >= 0);
    }
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.tokens().divider);
}

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/statusline.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTimeZone>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int Height = 24;
constexpr int CopiedMilliseconds = 2000;

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
{
    m_api->setFlat(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(metrics::Space12), 1, theme.px(metrics::Space16), 0);
    row->setSpacing(theme.px(metrics::Space12));
    for (QWidget *part : {static_cast<QWidget *>(m_engine), static_cast<QWidget *>(m_stored),
                          static_cast<QWidget *>(m_api), static_cast<QWidget *>(m_answering)}) {
        if (row->count() > 0) {
            auto *line = new QFrame;
            line->setFrameShape(QFrame::VLine);
            line->setFixedHeight(theme.px(metrics::Space12));
            row->addWidget(line);
        }
        row->addWidget(part);
    }
    row->addStretch();
    row->addWidget(new Label(theme, TextStyle::Caption, timeZoneWords(), &Tokens::secondary));
    const auto measure = [this] {
        setFixedHeight(m_theme.px(Height));
        m_api->setFixedHeight(m_theme.px(Height) - 1);
        m_api->setFont(m_theme.font(TextStyle::Caption));
    };
    connect(&theme, &Theme::changed, this, measure);
    measure();
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
    QGuiApplication::clipboard()->setText(m_address);
    m_api->setText(u"address copied"_s);
    QTimer::singleShot(CopiedMilliseconds, this, [this] { setApi(m_address, m_isApiOn); });
}

void StatusLine::setAnswering(const QString &population)
{
    m_answering->setText(population.isEmpty() ? u"by hand"_s : population);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.tokens().divider);
}

} // namespace ui

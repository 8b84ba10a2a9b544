// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/api/inspector.h"

#include "model/api/exchangetext.h"
#include "model/words/exchangewords.h"
#include "model/words/times.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextOption>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString facts(const engine::ApiExchange &exchange)
{
    QStringList facts{model::timeOfDay(exchange.at), model::tookWords(exchange)};
    if (exchange.status != 0)
        facts << u"HTTP "_s + QString::number(exchange.status);
    facts << model::bytesWords(exchange.request.bytes) + u" in the body, "_s + model::bytesWords(exchange.reply.bytes)
            + u" back"_s;
    facts << u"from "_s + QString::fromStdString(exchange.client);
    return facts.join(u"  ·  "_s);
}

} // namespace

Inspector::Inspector(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_headline(new Label(theme, TextStyle::Section))
    , m_facts(new Label(theme, TextStyle::Caption, {}, &Tokens::secondary))
    , m_curl(new CopyButton(theme, u"Copy as curl"_s, u"Copy as curl"_s))
    , m_board(new QPushButton(u"Show on the Board"_s))
    , m_request(new QPlainTextEdit)
    , m_reply(new QPlainTextEdit)
{
    m_headline->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_headline->setTextFormat(Qt::PlainText);
    setSecretShown(false);
    auto *top = new QHBoxLayout;
    scaleSpacing(theme, *top, metrics::Space8);
    top->addWidget(m_headline, 1);
    for (QPushButton *button : {m_board, static_cast<QPushButton *>(m_curl)}) {
        setSmall(*button);
        top->addWidget(button);
    }
    auto *texts = new QHBoxLayout;
    scaleSpacing(theme, *texts, metrics::Space12);
    texts->addWidget(part(u"Request"_s, *m_request), 1);
    texts->addWidget(part(u"Reply"_s, *m_reply), 1);
    auto *column = new QVBoxLayout(this);
    scaleMargins(theme, *column, {metrics::Space16, metrics::Space12, metrics::Space16, metrics::Space12});
    scaleSpacing(theme, *column, metrics::Space8);
    column->addLayout(top);
    column->addWidget(m_facts);
    column->addLayout(texts, 1);

    connect(m_board, &QPushButton::clicked, this, &Inspector::boardWanted);
    const auto measure = [this] {
        for (QPlainTextEdit *text : {m_request, m_reply})
            text->setFont(m_theme.font(TextStyle::Fixed));
    };
    connect(&theme, &Theme::changed, this, measure);
    measure();
}

QWidget *Inspector::part(const QString &name, QPlainTextEdit &text)
{
    text.setReadOnly(true);
    text.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text.setTabChangesFocus(true);
    text.setWordWrapMode(QTextOption::WrapAnywhere);
    text.setAccessibleName(name);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(m_theme, *column, metrics::Space4);
    column->addWidget(new Label(m_theme, TextStyle::Caption, name, &Tokens::secondary));
    column->addWidget(&text, 1);
    return part;
}

void Inspector::show(const engine::ExchangeLog::Kept &exchange)
{
    const std::uint64_t number = exchange ? exchange->number : 0;
    if (number == m_shown)
        return;
    m_shown = number;
    setEnabled(exchange != nullptr);
    m_headline->setText(exchange ? model::answerWords(*exchange) : QString());
    m_facts->setText(exchange ? facts(*exchange) : QString());
    m_request->setPlainText(exchange ? model::requestText(*exchange) : QString());
    m_reply->setPlainText(exchange ? model::replyText(*exchange) : QString());
    m_board->setVisible(exchange && !exchange->about.empty());
}

void Inspector::setSecretShown(bool isShown)
{
    const QString words = isShown ? u"Copy as curl, with the secret"_s : u"Copy as curl, without the secret"_s;
    m_curl->setWords(words, words);
    m_curl->setToolTip(isShown ? u"The secret is shown at the left, and so it is in the copy"_s
                               : u"Where a secret stood, the copy says SECRET"_s);
}

void Inspector::takeFocus()
{
    m_reply->setFocus(Qt::ShortcutFocusReason);
}

void Inspector::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().base);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.tokens().divider);
}

} // namespace ui

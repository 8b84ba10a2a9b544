// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/api/connectcard.h"

#include "model/api/apisession.h"
#include "ui/api/certificatedialog.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/signedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontMetrics>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextOption>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int CodeLines = 5;
constexpr int CodePadding = 16;

} // namespace

ConnectCard::ConnectCard(const Theme &theme, model::ApiSession &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(session)
    , m_clients(new QComboBox)
    , m_code(new QPlainTextEdit)
    , m_note(new SignedLabel(theme))
    , m_tests(new SignedLabel(theme))
{
    auto *column = new QVBoxLayout(this);
    scaleMargins(theme, *column, {metrics::Space16, metrics::Space12, metrics::Space16, metrics::Space16});
    scaleSpacing(theme, *column, metrics::Space8);
    column->addWidget(new Label(theme, TextStyle::Section, u"Connect your app"_s));
    auto *grid = new QGridLayout;
    scaleSpacing(theme, *grid, metrics::Space8, metrics::Space8);
    grid->setColumnStretch(1, 1);
    m_address = addLine(*grid, u"Address"_s, session.address());
    addLine(*grid, u"Key"_s, session.apiKey());
    addSecret(*grid);
    addTls(*grid);
    column->addLayout(grid);
    column->addWidget(m_tlsNote);

    addScaledSpacing(theme, *column, metrics::Space8);
    column->addWidget(new Label(theme, TextStyle::Body, u"The option to set, in"_s, &Tokens::secondary));
    m_clients->setAccessibleName(u"Client"_s);
    auto *choice = new QHBoxLayout;
    scaleSpacing(theme, *choice, metrics::Space8);
    choice->addWidget(m_clients, 1);
    choice->addWidget(copyButton(u"option"_s, [this] { return m_code->toPlainText(); }));
    column->addLayout(choice);
    m_code->setReadOnly(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setTabChangesFocus(true);
    m_code->setWordWrapMode(QTextOption::WrapAnywhere);
    m_code->setAccessibleName(u"Option"_s);
    column->addWidget(m_code);
    column->addWidget(m_note);
    column->addWidget(m_tests);
    column->addStretch();

    m_tests->setContent(Icon::Info,
                        u"A test reads the PIN with GET /console/v1/verifications/REQUEST_ID, key and secret by HTTP "
                        "Basic; the Board's snippets show how."_s,
                        &Tokens::secondary);
    showAddress();
    connect(&session, &model::ApiSession::stateChanged, this, &ConnectCard::showAddress);
    connect(&session, &model::ApiSession::secretShownChanged, this, &ConnectCard::showSecret);
    connect(m_clients, &QComboBox::currentIndexChanged, this, &ConnectCard::showClient);
    const auto measure = [this] {
        const QFont font = m_theme.font(TextStyle::Fixed);
        m_code->setFont(font);
        m_code->setFixedHeight(CodeLines * QFontMetrics(font).lineSpacing() + m_theme.px(CodePadding));
        fitAddress();
    };
    connect(&theme, &Theme::changed, this, measure);
    measure();
}

CopyButton *ConnectCard::copyButton(const QString &name, std::function<QString()> text)
{
    auto *copy = new CopyButton(m_theme, u"Copy"_s, u"Copy "_s + name.toLower());
    copy->setSource(std::move(text));
    return copy;
}

QLineEdit *ConnectCard::addLine(QGridLayout &grid, const QString &name, const QString &value)
{
    auto *edit = new QLineEdit(value);
    edit->setReadOnly(true);
    edit->setAccessibleName(name);
    edit->setCursorPosition(0);
    const auto measure = [this, edit] { edit->setFont(m_theme.font(TextStyle::Fixed)); };
    connect(&m_theme, &Theme::changed, edit, measure);
    measure();
    const int row = grid.rowCount();
    grid.addWidget(new Label(m_theme, TextStyle::Body, name, &Tokens::secondary), row, 0);
    grid.addWidget(edit, row, 1);
    grid.addWidget(copyButton(name, [edit] { return edit->text(); }), row, 2);
    return edit;
}

// The line holds the secret, and shows it while the button is down; a copy of the line has it either way, other copies
// only then.
void ConnectCard::addSecret(QGridLayout &grid)
{
    m_secret = addLine(grid, u"Secret"_s, m_session.apiSecret());
    m_secret->setEchoMode(QLineEdit::Password);
    m_reveal = new QPushButton(u"Show secret"_s);
    m_reveal->setCheckable(true);
    m_reveal->setToolTip(u"While it is shown, programs and curl lines carry it, too"_s);
    setSmall(*m_reveal);
    connect(m_reveal, &QPushButton::toggled, &m_session, &model::ApiSession::setSecretShown);
    grid.addWidget(m_reveal, grid.rowCount(), 1, Qt::AlignLeft);
}

// The switch, and where the certificate is while it is on.
void ConnectCard::addTls(QGridLayout &grid)
{
    m_https = new QCheckBox(u"Over https, too"_s);
    m_https->setToolTip(u"At a port of its own, for clients that insist on it; http answers as before"_s);
    m_choose = new QPushButton(u"Certificate…"_s);
    m_choose->setToolTip(u"One that is made here, or yours"_s);
    setSmall(*m_choose);
    const int row = grid.rowCount();
    auto *both = new QHBoxLayout;
    scaleSpacing(m_theme, *both, metrics::Space8);
    both->addWidget(m_https);
    both->addWidget(m_choose);
    both->addStretch();
    grid.addLayout(both, row, 1, 1, 2);
    m_certificate = addLine(grid, u"Certificate"_s, {});
    for (int column = 0; column < 3; ++column)
        m_certificateLine << grid.itemAtPosition(row + 1, column)->widget();
    m_tlsNote = new SignedLabel(m_theme);
    connect(m_https, &QCheckBox::clicked, &m_session, &model::ApiSession::setTlsOn);
    connect(m_choose, &QPushButton::clicked, this, &ConnectCard::chooseCertificate);
}

void ConnectCard::chooseCertificate()
{
    auto *dialog = new CertificateDialog(m_theme, m_session.tlsFiles(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &m_session, [this, dialog] { m_session.useTls(dialog->files()); });
    dialog->open();
}

void ConnectCard::showTls()
{
    m_https->setChecked(m_session.isTlsOn());
    const auto tls = m_session.tls();
    for (QWidget *part : m_certificateLine)
        part->setVisible(tls.has_value());
    m_tlsNote->setVisible(tls.has_value());
    if (!tls)
        return;
    m_certificate->setText(tls->certificate);
    m_certificate->setCursorPosition(0);
    m_tlsNote->setContent(Icon::Info,
                          (tls->isMadeHere ? u"Made here, so clients must be told to trust this file, as below. "_s
                                           : u"Clients trust it if they trust who issued it. "_s)
                              + m_session.plainAddress() + u" answers as before."_s);
}

void ConnectCard::showSecret()
{
    const bool isShown = m_session.isSecretShown();
    m_secret->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setChecked(isShown);
    m_reveal->setText(isShown ? u"Hide secret"_s : u"Show secret"_s);
    showAddress();
}

void ConnectCard::showAddress()
{
    m_address->setText(m_session.address());
    m_address->setCursorPosition(0);
    fitAddress();
    showTls();
    const auto tls = m_session.tls();
    const model::ClientAddress address{m_session.plainAddress(), tls ? tls->url : QString(),
                                       tls && tls->isMadeHere ? tls->certificate : QString()};
    m_settings = model::clientSettings(address, m_session.apiKey(), m_session.shownSecret(), m_session.freeNumber());
    if (m_clients->count() == 0) {
        for (const model::ClientSetting &setting : m_settings)
            m_clients->addItem(setting.client);
    }
    showClient();
}

// All of it is seen: it is what people come for.
void ConnectCard::fitAddress()
{
    const int words = QFontMetrics(m_theme.font(TextStyle::Fixed)).horizontalAdvance(m_address->text());
    m_address->setMinimumWidth(words + m_theme.px(metrics::Space24));
}

void ConnectCard::showClient()
{
    const model::ClientSetting &setting = m_settings[std::size_t(std::max(m_clients->currentIndex(), 0))];
    m_code->setPlainText(setting.code);
    const bool hasStandIn = !m_session.isSecretShown() && setting.code.contains("SECRET"_L1);
    m_note->setContent(setting.reaches ? Icon::Info : Icon::Warning,
                       hasStandIn ? setting.note + u" SECRET stands for the secret while it is hidden."_s
                                  : setting.note,
                       setting.reaches ? &Tokens::secondary : &Tokens::expired);
}

QString ConnectCard::client() const
{
    return m_clients->currentText();
}

void ConnectCard::setClient(const QString &name)
{
    if (const int place = m_clients->findText(name); place >= 0)
        m_clients->setCurrentIndex(place);
}

void ConnectCard::takeFocus()
{
    m_address->setFocus(Qt::ShortcutFocusReason);
    m_address->selectAll();
}

void ConnectCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.tokens().divider);
}

} // namespace ui

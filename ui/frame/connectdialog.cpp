// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/connectdialog.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

ConnectDialog::ConnectDialog(const Theme &theme, const QString &address, const QString &apiKey,
                             const QString &apiSecret, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
{
    setWindowTitle(u"Connect your app"_s);
    auto *grid = new QGridLayout(this);
    const int side = theme.px(metrics::Space24);
    grid->setContentsMargins(side, side, side, theme.px(20));
    grid->setHorizontalSpacing(theme.px(metrics::Space12));
    grid->setVerticalSpacing(theme.px(metrics::Space12));
    const QUrl url(address);
    addLine(*grid, u"Address"_s, address);
    addLine(*grid, u"Key"_s, apiKey);
    addLine(*grid, u"Secret"_s, apiSecret, true);
    addLine(*grid, u"npm nexmo 2"_s,
            u"{apiHost: '"_s + url.host() + u"', port: "_s + QString::number(url.port()) + u'}');
    addLine(*grid, u"@vonage/server-sdk 3"_s, u"{apiHost: '"_s + address + u"'}"_s);
    addLine(*grid, u"PHP"_s, u"['base_api_url' => '"_s + address + u"']"_s);
    addLine(*grid, u"Java"_s, u"HttpConfig.builder().apiBaseUri(\""_s + address + u"\")"_s);
    addLine(*grid, u".NET"_s, u"vonage:Url.Api = "_s + address);
    auto *close = new QPushButton(u"Close"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    grid->addWidget(close, grid->rowCount(), 0, 1, 3, Qt::AlignRight);
    grid->setColumnMinimumWidth(1, theme.px(440));
}

void ConnectDialog::addLine(QGridLayout &grid, const QString &name, const QString &value, bool isSecret)
{
    auto *edit = new QLineEdit(value);
    edit->setReadOnly(true);
    edit->setFont(m_theme.font(TextStyle::Fixed));
    edit->setAccessibleName(name);
    edit->setEchoMode(isSecret ? QLineEdit::Password : QLineEdit::Normal);
    edit->setCursorPosition(0);
    auto *copy = new QPushButton(themedIcon(m_theme, Icon::Copy), u"Copy"_s);
    copy->setAutoDefault(false);
    copy->setAccessibleName(u"Copy "_s + name);
    connect(copy, &QPushButton::clicked, this, [value] { QGuiApplication::clipboard()->setText(value); });
    const int row = grid.rowCount();
    grid.addWidget(new Label(m_theme, TextStyle::Body, name, &Tokens::secondary), row, 0);
    grid.addWidget(edit, row, 1);
    grid.addWidget(copy, row, 2);
}

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/methodsheet.h"

#include "ui/theme/theme.h"
#include "ui/widgets/scaledlayout.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize Size{640, 620};
constexpr int LineHeight = 130; // per cent

// Its characters have colours and sizes of their own.
void writeMethods(QTextEdit &text, const Theme &theme, const QString &scope,
                  const std::vector<model::MethodNote> &notes)
{
    text.clear();
    QTextCursor cursor(text.document());
    QTextBlockFormat block;
    block.setLineHeight(LineHeight, QTextBlockFormat::ProportionalHeight);
    QTextCharFormat words;
    words.setFont(theme.font(TextStyle::Caption));
    words.setForeground(theme.tokens().secondary);
    cursor.setBlockFormat(block);
    cursor.insertText(scope, words);
    words.setForeground(theme.tokens().text);
    for (const model::MethodNote &note : notes) {
        block.setTopMargin(theme.px(metrics::Space12));
        words.setFont(theme.font(TextStyle::Strong));
        cursor.insertBlock(block, words);
        cursor.insertText(note.title);
        block.setTopMargin(0);
        words.setFont(theme.font(TextStyle::Body));
        cursor.insertBlock(block, words);
        cursor.insertText(note.text);
    }
    text.moveCursor(QTextCursor::Start);
}

} // namespace

MethodSheet::MethodSheet(const Theme &theme, const QString &scope, const std::vector<model::MethodNote> &notes,
                         QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(u"How computed"_s);
    auto *text = new QTextEdit;
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(u"How the figures were computed: "_s + scope);
    text->setFrameShape(QFrame::NoFrame);
    text->setTabChangesFocus(true);
    measureAlways(theme, text, [=, &theme] { writeMethods(*text, theme, scope, notes); });
    auto *buttons = new QDialogButtonBox;
    auto *close = buttons->addButton(u"Close"_s, QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    const int side = theme.px(metrics::Space16);
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(theme.px(metrics::Space12));
    column->addWidget(text, 1);
    column->addWidget(buttons);
    const QSize most = parent ? parent->window()->size() - QSize(side, side) : screen()->availableSize();
    resize(QSize(theme.px(Size.width()), theme.px(Size.height())).boundedTo(most));
    text->setFocus();
}

} // namespace ui

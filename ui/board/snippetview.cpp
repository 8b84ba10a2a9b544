// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/snippetview.h"

#include "model/snippet/snippet.h"
#include "model/words/numberwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/scaledlayout.h"
#include "ui/widgets/wraplabel.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

SnippetView::SnippetView(const Theme &theme, const model::NumberMask &mask, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_mask(mask)
    , m_language(new ChoiceField)
    , m_copy(new CopyButton(theme, u"Copy"_s, u"Copy the snippet"_s))
    , m_text(new QPlainTextEdit)
    , m_nothing(new WrapLabel(theme, TextStyle::Body))
{
    auto *column = new QVBoxLayout(this);
    scaleMargins(theme, *column, {0, metrics::Space12, 0, 0});
    scaleSpacing(theme, *column, metrics::Space8);
    column->addWidget(head());
    column->addWidget(m_text, 1);
    column->addWidget(m_nothing);
    measureAlways(theme, m_nothing, [this] {
        m_nothing->setContentsMargins(m_theme.px(metrics::Space16), 0, m_theme.px(metrics::Space16), 0);
    });
    m_nothing->setText(u"A program needs the API, and it is off."_s);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(u"Snippet"_s);
    const auto measure = [this] {
        m_text->setFont(m_theme.font(TextStyle::Fixed, 0.9));
        m_text->document()->setDocumentMargin(m_theme.px(metrics::Space16));
    };
    connect(&theme, &Theme::changed, this, measure);
    measure();
    connect(&mask, &model::NumberMask::changed, this, &SnippetView::showSnippet);
    showSnippet();
}

QWidget *SnippetView::head()
{
    for (const model::SnippetLanguage language : model::SnippetLanguages)
        m_language->addItem(model::snippetName(language));
    m_language->setAccessibleName(u"Language of the snippet"_s);
    m_language->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_language->setMinimumContentsLength(8);
    m_copy->setSource([this] { return m_text->toPlainText(); });
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    scaleMargins(m_theme, *row, {metrics::Space16, 0, metrics::Space12, 0});
    scaleSpacing(m_theme, *row, metrics::Space8);
    row->addWidget(m_language, 1);
    row->addWidget(m_copy);
    connect(m_language, &QComboBox::currentIndexChanged, this, &SnippetView::showSnippet);
    return line;
}

void SnippetView::setApi(const QString &address, const QString &shownSecret)
{
    m_address = address;
    m_secret = shownSecret;
    showSnippet();
}

void SnippetView::setRecord(std::shared_ptr<const engine::Record> record)
{
    m_record = std::move(record);
    if (isVisible())
        showSnippet();
}

void SnippetView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showSnippet();
}

void SnippetView::showSnippet()
{
    const bool hasText = m_record && !m_address.isEmpty();
    const QString text = hasText ? model::snippet(model::SnippetLanguages.at(std::size_t(m_language->currentIndex())),
                                                  *m_record, m_mask, m_address, m_secret)
                                 : QString();
    if (text != m_text->toPlainText())
        m_text->setPlainText(text); // only then: who reads it keeps the place
    m_text->setVisible(hasText);
    m_copy->setEnabled(hasText);
    m_language->setEnabled(hasText);
    m_nothing->setVisible(!hasText);
    if (!hasText)
        static_cast<QBoxLayout *>(layout())->setAlignment(m_nothing, Qt::AlignTop);
}

} // namespace ui

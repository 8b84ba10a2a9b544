// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/theme/buttonlook.h"
#include "ui/theme/lines.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int SignPitch = 94;
constexpr int Side = 32; // of the box of one mark
constexpr qreal MarkSize = 2;

class Picture final : public QWidget {
public:
    Picture(const Theme &theme, const std::vector<Mark> &marks, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_marks(marks)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const int gaps = std::max(0, int(m_marks.size()) - 1);
        return {m_theme.px(Side) + gaps * m_theme.px(SignPitch), m_theme.px(Side + metrics::Space4)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = m_theme.tokens();
        const QColor background = palette().color(QPalette::Window);
        QPainter painter(this);
        const auto centre = [this](std::size_t i) {
            return QPointF(m_theme.px(Side) / 2 + int(i) * m_theme.px(SignPitch), m_theme.px(Side) / 2);
        };
        for (std::size_t i = 1; i < m_marks.size(); ++i)
            drawDottedLine(painter, centre(i - 1).x(), centre(i).x(), centre(i).y(), tokens.neutral, m_theme.scale());
        for (std::size_t i = 0; i < m_marks.size(); ++i)
            drawMark(painter, m_marks[i], centre(i), MarkSize * m_theme.scale(), tokens, background);
    }

private:
    const Theme &m_theme;
    const std::vector<Mark> &m_marks;
};

} // namespace

EmptyState::EmptyState(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_picture(new Picture(theme, m_marks, this))
    , m_sentence(new Label(theme, TextStyle::PageSentence))
    , m_subLine(new Label(theme, TextStyle::Body))
    , m_button(new QPushButton)
    , m_link(new QPushButton)
{
    setButtonLook(*m_button, ButtonLook::Primary);
    setButtonLook(*m_link, ButtonLook::Link);
    for (Label *label : {m_sentence, m_subLine}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    for (QPushButton *control : {m_button, m_link}) {
        control->setAutoDefault(false);
        control->hide();
    }
    m_picture->hide();
    m_subLine->hide();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    addScaledSpacing(theme, *column, metrics::Space24);
    column->addWidget(m_sentence);
    addScaledSpacing(theme, *column, metrics::Space8);
    column->addWidget(m_subLine);
    addScaledSpacing(theme, *column, metrics::Space24);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    addScaledSpacing(theme, *column, metrics::Space16);
    column->addWidget(m_link, 0, Qt::AlignHCenter);
    column->addStretch();
}

void EmptyState::setPicture(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    m_picture->setVisible(!m_marks.empty());
    m_picture->updateGeometry();
    m_picture->update();
}

void EmptyState::setSentence(const QString &sentence, const QString &subLine)
{
    m_sentence->setText(sentence);
    m_subLine->setText(subLine);
    m_subLine->setVisible(!subLine.isEmpty());
}

void EmptyState::setButton(const QString &words, const QIcon &icon)
{
    m_button->setText(words);
    m_button->setIcon(icon);
    m_button->setVisible(!words.isEmpty());
}

void EmptyState::setLink(const QString &words)
{
    m_link->setText(words);
    m_link->setVisible(!words.isEmpty());
}

} // namespace ui

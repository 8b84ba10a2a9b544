// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/newverification/workflowchoice.h"

#include "model/words/workflowwords.h"
#include "ui/theme/marks.h"
#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QPainter>
#include <QRadioButton>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int RowsPerColumn = 4; // of two
constexpr int IdX = 35;
constexpr int GlyphX = 62; // centre of the first
constexpr int WordsGap = 16;

class WorkflowRadio final : public QRadioButton {
public:
    WorkflowRadio(const Theme &theme, const engine::Workflow &workflow, std::size_t glyphRoom)
        : m_theme(theme)
        , m_workflow(workflow)
        , m_words(model::workflowDescription(workflow))
        , m_glyphRoom(int(glyphRoom))
    {
        setAccessibleName(u"Workflow "_s + QString::number(workflow.id()) + u": "_s + m_words);
        setFocusPolicy(Qt::StrongFocus);
    }
    // Whichever the account assigns.
    explicit WorkflowRadio(const Theme &theme)
        : m_theme(theme)
        , m_words(u"as the account assigns"_s)
    {
        setAccessibleName(u"Workflow as the account assigns"_s);
        setFocusPolicy(Qt::StrongFocus);
    }

    QSize sizeHint() const override
    {
        const int words = QFontMetrics(m_theme.font(TextStyle::Body)).horizontalAdvance(m_words);
        return {wordsX() + words + m_theme.px(metrics::Space12), m_theme.px(metrics::Control)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }

    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = m_theme.tokens();
        QPainter painter(this);
        const QColor background = isChecked() ? tokens.selection : tokens.window;
        painter.fillRect(rect(), background);
        if (hasFocus())
            drawRoundedBox(painter, rect(), m_theme.px(metrics::Corner), {}, tokens.accent,
                           m_theme.px(metrics::FocusRing));

        QStyleOptionButton option;
        initStyleOption(&option);
        const int box = m_theme.px(metrics::Space16);
        option.rect = QRect(m_theme.px(metrics::Space8), (height() - box) / 2, box, box);
        style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);

        painter.setPen(tokens.text);
        painter.setFont(m_theme.font(TextStyle::Strong));
        if (m_workflow.id() > 0)
            painter.drawText(rect().adjusted(m_theme.px(IdX), 0, 0, 0), Qt::AlignVCenter,
                             QString::number(m_workflow.id()));
        for (std::size_t i = 0; i < m_workflow.stepCount(); ++i) {
            const bool isCall = m_workflow.step(i).channel == engine::Channel::Tts;
            const QPointF centre(m_theme.px(GlyphX + metrics::GlyphPitch * int(i)), height() / 2);
            drawMark(painter, isCall ? Mark::CallGlyph : Mark::SmsGlyph, centre, m_theme.scale(), tokens, background);
        }
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.drawText(rect().adjusted(wordsX(), 0, 0, 0), Qt::AlignVCenter, m_words);
    }

private:
    int wordsX() const
    {
        return m_theme.px(m_glyphRoom == 0 ? IdX : GlyphX + metrics::GlyphPitch * (m_glyphRoom - 1) + 8 + WordsGap);
    }

    const Theme &m_theme;
    engine::Workflow m_workflow;
    QString m_words;
    int m_glyphRoom = 0; // glyphs of the widest workflow, so that all words start at one place
};

} // namespace

WorkflowChoice::WorkflowChoice(const Theme &theme, engine::Dialect dialect, bool offersAssignment, int columns,
                               QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(u"Workflow"_s);
    std::vector<engine::Workflow> workflows;
    std::size_t widest = 0;
    for (engine::WorkflowId id = 1; id <= engine::lastStandardWorkflow(dialect); ++id) {
        workflows.push_back(*engine::standardWorkflow(id, dialect));
        widest = std::max(widest, workflows.back().stepCount());
    }
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.px(metrics::Space8));
    grid->setVerticalSpacing(0);
    const auto add = [&](QWidget *radio, int place) {
        const int column = columns == 1 ? 0 : place / RowsPerColumn;
        grid->addWidget(radio, place - column * RowsPerColumn, column);
    };
    for (std::size_t i = 0; i < workflows.size(); ++i) {
        const engine::WorkflowId id = workflows[i].id();
        auto *radio = new WorkflowRadio(theme, workflows[i], widest);
        m_choices.push_back(radio);
        add(radio, int(i));
        connect(radio, &QRadioButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    }
    m_choices.front()->setChecked(true);
    if (offersAssignment) {
        m_assigned = new WorkflowRadio(theme);
        add(m_assigned, int(m_choices.size()));
        connect(m_assigned, &QAbstractButton::clicked, this, [this] { Q_EMIT chosen(0); });
        m_assigned->setChecked(true);
    }
}

engine::WorkflowId WorkflowChoice::current() const
{
    if (m_assigned && m_assigned->isChecked())
        return 0;
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i]->isChecked())
            return engine::WorkflowId(i + 1);
    }
    return 1;
}

void WorkflowChoice::setCurrent(engine::WorkflowId id)
{
    if (id == 0 && m_assigned)
        m_assigned->setChecked(true);
    else if (id >= 1 && id <= m_choices.size())
        m_choices[id - 1u]->setChecked(true);
}

} // namespace ui

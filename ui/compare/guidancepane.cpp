// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/guidancepane.h"

#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scaledlayout.h"

#include <QGridLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int SignWidth = 36;

// A workflow's marker and id.
class WorkflowSign final : public QWidget {
public:
    WorkflowSign(const Theme &theme, engine::WorkflowId id)
        : m_theme(theme)
        , m_id(id)
    {
        const auto measure = [this] { setFixedSize(m_theme.px(SignWidth), m_theme.px(metrics::Space16 + 2)); };
        connect(&theme, &Theme::changed, this, measure);
        measure();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &tokens = m_theme.tokens();
        drawWorkflowMarker(painter, m_id, QPointF(m_theme.px(7), height() / 2.0),
                           metrics::MarkerRadius * m_theme.scale(), true, tokens, tokens.base);
        painter.setFont(m_theme.font(TextStyle::Strong));
        painter.setPen(tokens.text);
        painter.drawText(rect().adjusted(m_theme.px(20), 0, 0, 0), Qt::AlignVCenter, QString::number(m_id));
    }

private:
    const Theme &m_theme;
    engine::WorkflowId m_id;
};

} // namespace

GuidancePane::GuidancePane(const Theme &theme, const std::vector<model::Guidance> &guidance, QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    scaleSpacing(theme, *grid, metrics::Space4, metrics::Space8);
    grid->setColumnStretch(1, 1);
    auto *title = new QHBoxLayout;
    scaleSpacing(theme, *title, metrics::Space12);
    title->addWidget(new Label(theme, TextStyle::Strong, u"When each workflow fits"_s));
    title->addWidget(new Label(theme, TextStyle::Caption, u"guidance, not data"_s, &Tokens::secondary));
    title->addStretch();
    grid->addLayout(title, 0, 0, 1, 2);
    int row = 1;
    for (const model::Guidance &each : guidance) {
        grid->addWidget(new WorkflowSign(theme, each.workflow), row, 0, Qt::AlignTop);
        const QString messages = each.messages.left(1).toUpper() + each.messages.mid(1);
        auto *words = new Label(theme, TextStyle::Body, messages + u". "_s + each.fits);
        words->setWordWrap(true);
        words->setAccessibleName(u"Workflow "_s + QString::number(each.workflow) + u": "_s + words->text());
        grid->addWidget(words, row++, 1);
    }
    grid->setRowStretch(row, 1);
}

} // namespace ui

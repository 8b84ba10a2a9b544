// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace ui {

class CautionRow;
class Label;
class QuietButton;
class Theme;

// The page's sentence: what the counts allow to say, large; where it comes from above it, what it rests on and what to
// be careful about below. Undecided it looks so: no colour, a dashed edge, hollow markers.
class VerdictCard : public QWidget {
    Q_OBJECT

public:
    explicit VerdictCard(const Theme &theme, QWidget *parent = nullptr);

    void setContent(const model::VerdictContent &content);
    // "Skip 1:23"; shown while the content offers it.
    void setSkip(const QString &words);
    QPushButton *skip() const;
    // Beside "How computed": something to do with the answer. The card owns it.
    QPushButton &addLink(const QString &words);
    QString headline() const;

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void howComputedWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void measure();
    void fitTop();
    std::vector<const QWidget *> links() const;
    void paintMarkers(QPainter &painter) const;

    const Theme &m_theme;
    model::VerdictContent m_content;
    Label *m_tag;
    Label *m_scope;
    Label *m_headline;
    QWidget *m_meterLine;
    QProgressBar *m_meter;
    Label *m_meterWords;
    Label *m_support;
    CautionRow *m_cautions;
    QuietButton *m_skip;
    QPushButton *m_howComputed;
    QBoxLayout *m_top; // tag and scope, and the links
    QBoxLayout *m_links;
    QVBoxLayout *m_column;
};

} // namespace ui

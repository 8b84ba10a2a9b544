// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace ui {

class Label;
class SignedLabel;
class Theme;

// One field of a form: its name before it, a hint beside it, and under it, once the field was left, what is wrong.
class FormField : public QWidget {
    Q_OBJECT

public:
    // Owns the field. The name becomes the field's accessible name as well.
    FormField(const Theme &theme, const QString &name, QWidget *field, int nameWidth, QWidget *parent = nullptr);

    void setHint(const QString &words);
    // Stands under the field while nothing is wrong.
    void setHelp(const QString &words);
    // Empty when the field is in order. It is shown from the moment the field is left, or told to.
    void setProblem(const QString &sentence);
    void showProblems();
    // How wide the words under the field may become, in pixels.
    void setUnderWidth(int width);
    // A field that is used again starts as one that was not left yet.
    void forgetVisit();
    // A button behind the problem that resolves it, shown with problems for which it is offered.
    QPushButton *remedy() const { return m_remedy; }
    void setRemedyOffered(bool isOffered);

    QWidget *field() const { return m_field; }
    bool hasProblem() const { return !m_problem.isEmpty(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showWords();

    QWidget *m_field;
    Label *m_hint;
    SignedLabel *m_under;
    QPushButton *m_remedy;
    QString m_help;
    QString m_problem;
    bool m_wasLeft = false;
    bool m_isRemedyOffered = false;
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QWidget>

#include <memory>

class QPlainTextEdit;

namespace model {
class NumberMask;
}

namespace ui {

class ChoiceField;
class CopyButton;
class Theme;
class WrapLabel;

// The selected verification as a program, in the language chosen, to be read and copied. GUI thread.
class SnippetView : public QWidget {
    Q_OBJECT

public:
    SnippetView(const Theme &theme, const model::NumberMask &mask, QWidget *parent = nullptr);

    // Empty while there is no API that a program could call; the secret, too, while it is not to be seen.
    void setApi(const QString &address, const QString &shownSecret = {});
    void setRecord(std::shared_ptr<const engine::Record> record);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *head();
    void showSnippet();

    const Theme &m_theme;
    const model::NumberMask &m_mask;
    std::shared_ptr<const engine::Record> m_record;
    QString m_address;
    QString m_secret;
    ChoiceField *m_language;
    CopyButton *m_copy;
    QPlainTextEdit *m_text;
    WrapLabel *m_nothing; // instead of the text, where there is none
};

} // namespace ui

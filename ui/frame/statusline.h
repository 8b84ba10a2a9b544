// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QPushButton;
class QTimer;

namespace ui {

class Label;
class Theme;

// The line at the window's foot: how the engine is, how much it holds, where its API is, who answers, the time zone.
// Where large text leaves no room for all of them, what matters least goes.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(const Theme &theme, QWidget *parent = nullptr);

    void setEngine(const QString &words);
    void setStored(std::size_t verifications);
    // A click copies the address, for as long as the API is on.
    void setApi(const QString &address, bool isOn);
    void copyApiAddress();
    // The population that answers the API's requests; empty: a person.
    void setAnswering(const QString &population);
    // Shows a sentence in place of all that for as long as it takes to read it.
    void say(const QString &sentence);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();

    const Theme &m_theme;
    Label *m_engine;
    Label *m_stored;
    QPushButton *m_api;
    Label *m_answering;
    Label *m_zone;
    QWidget *m_facts;
    Label *m_said;
    QTimer *m_saidLongEnough;
    QHash<QWidget *, QWidget *> m_lineBefore; // a fact
    QString m_address; // empty: there is no API
    bool m_isApiOn = false;
};

// "London, UTC+0": the place of the machine's time zone and how far it is from UTC now.
QString timeZoneWords();

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace ui {

class Label;
class Theme;

// The line at the window's foot: how the engine is, how much it holds, where its API is, who answers, the time zone.
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

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Label *m_engine;
    Label *m_stored;
    QPushButton *m_api;
    Label *m_answering;
    QString m_address; // empty: there is no API
    bool m_isApiOn = false;
};

// "London, UTC+0": the place of the machine's time zone and how far it is from UTC now.
QString timeZoneWords();

} // namespace ui

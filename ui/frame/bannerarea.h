// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace engine {
struct StoreState;
}

namespace ui {

class BannerLine;
class Theme;

// The lines between the top bar and the page, only as many as are needed: that data are invented, that something
// failed.
class BannerArea : public QWidget {
    Q_OBJECT

public:
    explicit BannerArea(const Theme &theme, QWidget *parent = nullptr);

    // That every number here is made up, as long as the window is open.
    // `details` say what they were made of, for who asks.
    void showDemo(const QStringList &details);
    // That the store takes no writes, for as long as it does not.
    void showStore(const engine::StoreState &state);
    // Something that went wrong at the start and can be put away.
    void showNotice(const QString &sentence);

Q_SIGNALS:
    void startOnePerWorkflowWanted();
    void startOverWanted();
    void retryWanted();
    void failureShown(const QString &sentence); // another one than before

private:
    void explainDemo(const QStringList &details);

    const Theme &m_theme;
    BannerLine *m_store = nullptr;
    QString m_storeSentence;
};

} // namespace ui

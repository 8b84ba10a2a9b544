// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"
#include "model/words/exchangewords.h"

#include <QStackedWidget>

namespace model {
class ApiSession;
}

namespace ui {

class EventList;
class Theme;
class WrapLabel;

// The exchanges with the API that name the selected verification, a line each, oldest first; or why there are none.
class HttpList : public QStackedWidget {
    Q_OBJECT

public:
    // The session outlives it.
    HttpList(const Theme &theme, const model::ApiSession &session, QWidget *parent = nullptr);

    void show(const std::shared_ptr<const engine::Record> &record);
    QStringList lines() const;

Q_SIGNALS:
    void wanted(const QString &requestId); // to be seen in full

private:
    void showLines();
    model::WhyNone whyNone() const;

    const model::ApiSession &m_session;
    std::shared_ptr<const engine::Record> m_record;
    EventList *m_list;
    WrapLabel *m_none;
};

} // namespace ui

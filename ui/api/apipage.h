// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/requestid.h"
#include "ui/frame/page.h"

class QSplitter;
class QStackedWidget;

namespace model {
class ApiSession;
struct ExchangeFilter;
} // namespace model

namespace ui {

class ApiTools;
class ConnectCard;
class EmptyState;
class ExchangeBar;
class ExchangeTable;
class Inspector;
class SignedLabel;
class Theme;
class WrapLabel;

// The API page: how an app is connected, and what it asked and got. It lays out its parts and joins them to the
// session, which has the data. Session and theme outlive it.
class ApiPage : public Page {
    Q_OBJECT

public:
    ApiPage(const Theme &theme, model::ApiSession &session, QWidget *parent = nullptr);

    // The place where only refused requests are shown, for links.
    static QVariant refusedPlace();
    // The place where those are shown that name this verification.
    static QVariant placeOf(const QString &requestId);
    // Puts the focus where an app's address is copied.
    void showConnect();

    PageId id() const override { return PageId::Api; }
    QString name() const override;
    QWidget *tools() const override;
    void bindActions(Actions &actions) override;
    QList<QWidget *> panes() const override;
    void takeFocus() override;
    QString titleNote() const override;
    QString stateSentence() const override;
    QVariant place() const override;
    void goTo(const QVariant &place) override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;

Q_SIGNALS:
    void boardWanted(engine::RequestId id);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *exchanges();
    void arrange();
    void join();
    void showState();
    void showRows();
    void setFilter(model::ExchangeFilter filter);
    void clearFilter();
    void pressEmptyButton();
    QString firstLine(const QString &secret) const;
    QString selectedCurl() const;
    void copyRow() const;

    const Theme &m_theme;
    model::ApiSession &m_session;
    ApiTools *m_tools;
    WrapLabel *m_sentence;
    SignedLabel *m_problem;
    ConnectCard *m_connect;
    ExchangeBar *m_bar;
    ExchangeTable *m_table;
    Inspector *m_inspector;
    QSplitter *m_tableAndInspector;
    EmptyState *m_empty;
    QStackedWidget *m_tableOrNothing;
    QSplitter *m_split;
    QWidget *m_right; // of the split
};

} // namespace ui

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "tests/ui/shownwindow.h"
#include "ui/frame/pagedeck.h"
#include "ui/handsets/handsetspage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Where every widget that is seen stands, and how large its text is.
QStringList sizes(const QWidget &window)
{
    QStringList all;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        QString line;
        QDebug(&line) << widget->metaObject()->className() << widget->accessibleName() << widget->geometry()
                      << widget->font().pointSizeF();
        all << line;
    }
    return all;
}

struct Grown : tests::ShownWindow {
    void open()
    {
        for (std::uint64_t i = 0; i < 6; ++i)
            run.start(447700900112 + i, engine::WorkflowId(1 + i % 5));
        run.advance(30s);
        show({1440, 900});
    }
    void goTo(ui::PageId page)
    {
        window->pages().show(page);
        settle();
    }
    void setTextSize(double size)
    {
        theme.setTextSize(size);
        settle();
    }
    void settle() const
    {
        QTest::qWait(150); // batches come at most ten a second
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }
};

} // namespace

class tst_TextSize : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPageComesBackAsItWas_data()
    {
        QTest::addColumn<ui::PageId>("page");
        QTest::newRow("handsets") << ui::PageId::Handsets;
        QTest::newRow("compare") << ui::PageId::Compare;
    }

    void aPageComesBackAsItWas()
    {
        QFETCH(ui::PageId, page);
        Grown grown;
        grown.open();
        grown.goTo(page);
        const QStringList before = sizes(*grown.window);
        grown.setTextSize(1.5);
        QVERIFY(sizes(*grown.window) != before);
        grown.setTextSize(1);
        const QStringList after = sizes(*grown.window);
        QCOMPARE(after, before);
    }

    void phonesLookAsIfOpenedAtAChosenSize()
    {
        const auto page = ui::PageId::Handsets;
        Grown grown;
        grown.open();
        grown.goTo(page);
        grown.setTextSize(1.5);
        const QStringList chosen = sizes(grown.window->handsets());
        grown.window.reset();
        grown.show({1440, 900});
        grown.goTo(page);
        const QStringList opened = sizes(grown.window->handsets());
        QCOMPARE(chosen, opened);
    }
};

PINPATH_TEST(tst_TextSize, "tst_textsize")
#include "tst_textsize.moc"

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/ruler.h"
#include "model/timeline/timelinetext.h"
#include "tests/support/testclass.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelinedelegate.h"
#include "ui/timeline/timelineheader.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

namespace tst_timelinedelegate {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_TimelineDelegate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aRowShowsItsLineAndItsMarks();
    void marksOnTheSelectionHaveItsColourAroundThem();
    void aRunningRowMovesWithTheClockAndAnEndedOneDoesNot();
    void aChangedVerificationIsDrawnAnew();
    void hairlinesGoThroughRowsThatAreNotReadYet();
    void aRowThatNoLongerMatchesIsDimmed();
    void theHeaderShowsTheAxisWhereTheRowsHaveTheirHairlines();
    void aTickThatWouldRunThroughALabelGoes();
    void anotherAxisRepaintsTheHeader();

private:
    QImage row(bool isSelected = false, bool isEnabled = true) const;
    void write(const QString &text);

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<model::Ruler> m_ruler;
    std::unique_ptr<ui::TimelineDelegate> m_delegate;
    std::shared_ptr<const engine::Record> m_record;
};

constexpr int Width = 868;
constexpr int Height = 28;
constexpr int Line = Height / 2;

void tst_TimelineDelegate::init()
{
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setScheme(ui::ColourScheme::Light);
    m_ruler = std::make_unique<model::Ruler>();
    m_delegate
        = std::make_unique<ui::TimelineDelegate>(*m_theme, *m_ruler, [this](const QModelIndex &) { return m_record; });
    m_record.reset();
}

void tst_TimelineDelegate::write(const QString &text)
{
    const model::WrittenTimeline timeline = model::timelineFromText(text).front();
    m_record = timeline.record;
    m_ruler->setNow(timeline.now, timeline.isPaused);
}

QImage tst_TimelineDelegate::row(bool isSelected, bool isEnabled) const
{
    QImage image(Width, Height, QImage::Format_RGB32);
    image.fill(isSelected ? m_theme->tokens().selection : m_theme->tokens().base);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.state.setFlag(QStyle::State_Selected, isSelected);
    option.state.setFlag(QStyle::State_Enabled, isEnabled);
    QPainter painter(&image);
    m_delegate->paint(&painter, option, QModelIndex());
    return image;
}

void tst_TimelineDelegate::aRowShowsItsLineAndItsMarks()
{
    const ui::Tokens &tokens = m_theme->tokens();
    write(u"a wf1 sms@0 delivered@7 now@60"_s);
    QCOMPARE(row().pixelColor(24, Line), tokens.running); // the bubble
    QCOMPARE(row().pixelColor(200, Line), tokens.running); // the PIN is at the phone
    QCOMPARE(row().pixelColor(200, Line - 4), tokens.base);
    write(u"a wf1 sms@0 delivered@7 verified@60"_s);
    QCOMPARE(row().pixelColor(200, Line), tokens.neutral);
    QCOMPARE(row().pixelColor(500, Line), tokens.base); // nothing after the end
}

void tst_TimelineDelegate::marksOnTheSelectionHaveItsColourAroundThem()
{
    write(u"a wf4 sms@0 delivered@7 sms@120 delivered@123 verified@290"_s);
    // One pixel left of the second bubble, on the thick line that ends before it.
    QCOMPARE(row(true).pixelColor(437 - 8, Line - 1), m_theme->tokens().selection);
    QCOMPARE(row(false).pixelColor(437 - 8, Line - 1), m_theme->tokens().base);
}

void tst_TimelineDelegate::aRunningRowMovesWithTheClockAndAnEndedOneDoesNot()
{
    write(u"a wf1 sms@0 delivered@7 now@60"_s);
    const QImage before = row();
    m_ruler->setNow(m_ruler->now() + 30s, false);
    QVERIFY(row() != before);
    write(u"a wf1 sms@0 delivered@7 verified@17"_s);
    const QImage ended = row();
    m_ruler->setNow(m_ruler->now() + 30s, false);
    QCOMPARE(row(), ended);
}

void tst_TimelineDelegate::aChangedVerificationIsDrawnAnew()
{
    write(u"a wf1 sms@0 cancelled@60"_s);
    const QImage before = row();
    write(u"a wf1 sms@0 cancelled@60 delivered@70"_s); // a report after the end: another mark, the same line
    QVERIFY(row() != before);
    m_ruler->setRange(300s);
    QVERIFY(row() != before);
}

void tst_TimelineDelegate::hairlinesGoThroughRowsThatAreNotReadYet()
{
    const QImage image = row();
    const int oneMinute = qRound(m_ruler->axis(Width, 1).xAt(1min));
    QCOMPARE(image.pixelColor(oneMinute, 0), m_theme->tokens().grid);
    QCOMPARE(image.pixelColor(oneMinute, Height - 1), m_theme->tokens().grid);
    QCOMPARE(image.pixelColor(oneMinute + 1, Line), m_theme->tokens().base);
}

void tst_TimelineDelegate::aRowThatNoLongerMatchesIsDimmed()
{
    write(u"a wf1 sms@0 delivered@7 verified@60"_s);
    const QColor full = row().pixelColor(200, Line);
    const QColor dimmed = row(false, false).pixelColor(200, Line);
    QVERIFY(dimmed.lightness() > full.lightness());
    QVERIFY(dimmed != m_theme->tokens().base);
}

void tst_TimelineDelegate::theHeaderShowsTheAxisWhereTheRowsHaveTheirHairlines()
{
    QStandardItemModel items(1, 2);
    items.setHorizontalHeaderLabels({u"started"_s, u"timeline"_s});
    QTableView view;
    view.setFrameShape(QFrame::NoFrame);
    view.verticalHeader()->hide();
    view.setShowGrid(false);
    view.setHorizontalHeader(new ui::TimelineHeader(*m_theme, *m_ruler, 1));
    view.setModel(&items);
    view.setItemDelegateForColumn(1, m_delegate.get());
    view.setColumnWidth(0, 100);
    view.setColumnWidth(1, Width);
    view.resize(100 + Width, 120);
    const QImage image = view.grab().toImage();
    const int x = 100 + qRound(m_ruler->axis(Width, 1).xAt(5min));
    const int headerBottom = view.horizontalHeader()->height() - 1;
    QCOMPARE(image.pixelColor(x, headerBottom), m_theme->tokens().controlEdge);
    QCOMPARE(image.pixelColor(x, headerBottom + 3), m_theme->tokens().grid);
    view.setItemDelegateForColumn(1, nullptr); // it does not outlive this test
}

void tst_TimelineDelegate::aTickThatWouldRunThroughALabelGoes()
{
    QImage image(200, Height, QImage::Format_RGB32);
    image.fill(Qt::white);
    const auto ticks = m_ruler->axis(image.width(), 1).ticks();
    {
        QPainter painter(&image);
        ui::paintAxis(painter, ticks, image.rect(), *m_theme);
    }
    const QFontMetrics caption(m_theme->font(ui::TextStyle::Caption));
    int free = 0;
    int drawn = 0;
    for (const model::AxisTick &tick : ticks) {
        if (image.pixelColor(qRound(tick.x), Height - 1) != m_theme->tokens().controlEdge)
            continue;
        QVERIFY2(qRound(tick.x) >= free, qPrintable(tick.label));
        free = qRound(tick.x) + caption.horizontalAdvance(tick.label);
        ++drawn;
    }
    QVERIFY(drawn > 1 && drawn < int(ticks.size()));
}

void tst_TimelineDelegate::anotherAxisRepaintsTheHeader()
{
    QStandardItemModel items(1, 1);
    ui::TimelineHeader header(*m_theme, *m_ruler, 0);
    header.setModel(&items);
    header.resize(Width, Height);
    header.resizeSection(0, Width);
    const QImage before = header.grab().toImage();
    m_ruler->setRange(300s);
    QVERIFY(header.grab().toImage() != before);
}

PINPATH_TEST(tst_TimelineDelegate, "tst_timelinedelegate")

} // namespace tst_timelinedelegate

#include "tst_timelinedelegate.moc"

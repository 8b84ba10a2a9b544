// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/timelinetext.h"
#include "tests/support/testclass.h"
#include "ui/theme/theme.h"
#include "ui/timeline/detailpicture.h"
#include "ui/timeline/previewpicture.h"

#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

namespace tst_detailpicture {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::DetailPicture;

class tst_DetailPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void itsNameIsTheHeadlineAndItsDescriptionTheStory();
    void rightWalksWhatHappenedAndEachIsSpoken();
    void leftBeginsAtTheEnd();
    void homeAndEndJump();
    void theWalkStopsAtBothEnds();
    void theWalkEndsWhenTheFocusLeaves();
    void anotherVerificationEndsTheWalk();
    void newsOfTheSameVerificationKeepTheWalk();
    void countdownsChangeNoName();
    void zOpensAndClosesTheCuts();
    void plusAndMinusZoomAndNullShowsAll();
    void zoomingKeepsNowInView();
    void shiftWithAnArrowPansAsFarAsThereIsSomething();
    void theWalkBringsItsMarkIntoView();
    void theNamesOfTheLanesStandStillWhileTheRestMoves();
    void keysThatAreNotItsOwnGoOn();
    void withoutAVerificationItSaysSo();
    void itIsDrawnInTheColoursOfTheScheme();
    void thePreviewSaysWhatItDraws();

private:
    model::WrittenTimeline written(const QString &text) const { return model::timelineFromText(text).front(); }
    void show(const model::WrittenTimeline &timeline);
    QColor pixel(const QPointF &at);

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<DetailPicture> m_picture;
};

const QString Running = u"a wf4 sms@0 delivered@7 wrong@21 sms@120 delivered@123 now@137"_s;

void tst_DetailPicture::init()
{
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setScheme(ui::ColourScheme::Light);
    m_picture = std::make_unique<DetailPicture>(*m_theme);
    m_picture->resize(m_picture->sizeHint());
    m_picture->show();
    m_picture->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_picture.get()));
}

void tst_DetailPicture::cleanup()
{
    m_picture.reset();
    m_theme.reset();
}

void tst_DetailPicture::show(const model::WrittenTimeline &timeline)
{
    m_picture->setNow(timeline.now, timeline.isPaused);
    m_picture->setRecord(timeline.record);
}

QColor tst_DetailPicture::pixel(const QPointF &at)
{
    return m_picture->grab().toImage().pixelColor(at.toPoint());
}

void tst_DetailPicture::itsNameIsTheHeadlineAndItsDescriptionTheStory()
{
    show(written(Running));
    QCOMPARE(m_picture->accessibleName(), u"Running: second SMS delivered, 2 tries left, 2:43 until it expires."_s);
    QCOMPARE(m_picture->accessibleDescription(),
             u"SMS delivered after 7 s; wrong code at 21 s; second SMS delivered after 3 s; 2:43 left"_s);
}

void tst_DetailPicture::rightWalksWhatHappenedAndEachIsSpoken()
{
    show(written(Running));
    for (const QString &spoken : {u"0:00, requested, PIN 1 made"_s, u"0:00, SMS sent"_s, u"0:07, SMS delivered"_s,
                                  u"0:21, code 0000, wrong"_s}) {
        QTest::keyClick(m_picture.get(), Qt::Key_Right);
        QCOMPARE(m_picture->accessibleName(), spoken);
    }
    QCOMPARE(m_picture->currentStop(), 3U);
}

void tst_DetailPicture::leftBeginsAtTheEnd()
{
    show(written(Running));
    QTest::keyClick(m_picture.get(), Qt::Key_Left);
    QCOMPARE(m_picture->accessibleName(), u"5:00, expires"_s);
    QTest::keyClick(m_picture.get(), Qt::Key_Left);
    QCOMPARE(m_picture->accessibleName(), u"2:03, SMS delivered"_s);
}

void tst_DetailPicture::homeAndEndJump()
{
    show(written(Running));
    QTest::keyClick(m_picture.get(), Qt::Key_End);
    QCOMPARE(m_picture->accessibleName(), u"5:00, expires"_s);
    QTest::keyClick(m_picture.get(), Qt::Key_Home);
    QCOMPARE(m_picture->accessibleName(), u"0:00, requested, PIN 1 made"_s);
}

void tst_DetailPicture::theWalkStopsAtBothEnds()
{
    show(written(Running));
    QTest::keyClick(m_picture.get(), Qt::Key_Home);
    QTest::keyClick(m_picture.get(), Qt::Key_Left);
    QCOMPARE(m_picture->currentStop(), 0U);
    QTest::keyClick(m_picture.get(), Qt::Key_End);
    QTest::keyClick(m_picture.get(), Qt::Key_Right);
    QCOMPARE(m_picture->currentStop(), 6U);
}

void tst_DetailPicture::theWalkEndsWhenTheFocusLeaves()
{
    show(written(Running));
    QTest::keyClick(m_picture.get(), Qt::Key_Right);
    m_picture->clearFocus();
    QVERIFY(!m_picture->currentStop());
    QVERIFY(m_picture->accessibleName().startsWith(u"Running: "));
}

void tst_DetailPicture::anotherVerificationEndsTheWalk()
{
    show(written(Running));
    QTest::keyClick(m_picture.get(), Qt::Key_Right);
    show(model::timelineFromText(Running + u"\nb wf1 sms@0 delivered@7 verified@17"_s).back());
    QVERIFY(!m_picture->currentStop());
    QCOMPARE(m_picture->accessibleName(), u"Verified in 17 s with the code of the SMS."_s);
}

void tst_DetailPicture::newsOfTheSameVerificationKeepTheWalk()
{
    show(written(u"a wf4 sms@0 delivered@7 now@20"_s));
    QTest::keyClick(m_picture.get(), Qt::Key_Right);
    QTest::keyClick(m_picture.get(), Qt::Key_Right);
    show(written(u"a wf4 sms@0 delivered@7 wrong@21 now@22"_s));
    QCOMPARE(m_picture->currentStop(), 1U);
    QCOMPARE(m_picture->accessibleName(), u"0:00, SMS sent"_s);
}

void tst_DetailPicture::countdownsChangeNoName()
{
    const model::WrittenTimeline timeline = written(Running);
    show(timeline);
    const QString name = m_picture->accessibleName();
    const QString description = m_picture->accessibleDescription();
    for (int i = 1; i <= 20; ++i)
        m_picture->setNow(timeline.now + i * 1s, false);
    QCOMPARE(m_picture->accessibleName(), name); // a name-changed event would be spoken
    QCOMPARE(m_picture->accessibleDescription(), description);
    // Whoever comes to it hears how it stands now.
    m_picture->clearFocus();
    m_picture->setFocus();
    QCOMPARE(m_picture->accessibleName(), u"Running: second SMS delivered, 2 tries left, 2:23 until it expires."_s);
}

void tst_DetailPicture::zOpensAndClosesTheCuts()
{
    show(written(Running));
    QSignalSpy changed(m_picture.get(), &DetailPicture::cutsOpenChanged);
    const QImage closed = m_picture->grab().toImage();
    QTest::keyClick(m_picture.get(), Qt::Key_Z);
    QVERIFY(m_picture->areCutsOpen());
    QVERIFY(m_picture->grab().toImage() != closed);
    QTest::keyClick(m_picture.get(), Qt::Key_Z);
    QVERIFY(!m_picture->areCutsOpen());
    QCOMPARE(m_picture->grab().toImage(), closed);
    QCOMPARE(changed.count(), 2);
}

void tst_DetailPicture::plusAndMinusZoomAndNullShowsAll()
{
    show(written(Running));
    const QImage all = m_picture->grab().toImage();
    QTest::keyClick(m_picture.get(), Qt::Key_Minus); // nothing is smaller than all
    QCOMPARE(m_picture->zoom(), 1.0);
    QTest::keyClick(m_picture.get(), Qt::Key_Plus);
    QTest::keyClick(m_picture.get(), Qt::Key_Plus);
    QCOMPARE(m_picture->zoom(), 2.0);
    QVERIFY(m_picture->accessibleName().startsWith(u"Zoomed to 200 %. Running: "));
    QVERIFY(m_picture->grab().toImage() != all);
    QTest::keyClick(m_picture.get(), Qt::Key_Minus);
    QCOMPARE(m_picture->zoom(), 1.5);
    QTest::keyClick(m_picture.get(), Qt::Key_0);
    QCOMPARE(m_picture->zoom(), 1.0);
    QCOMPARE(m_picture->grab().toImage(), all);
}

void tst_DetailPicture::zoomingKeepsNowInView()
{
    show(written(Running));
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(m_picture.get(), Qt::Key_Plus);
        const QImage image = m_picture->grab().toImage();
        int dark = 0; // of the bar of now, in the empty middle between two lanes
        for (int x = m_theme->px(72); x < image.width(); ++x)
            dark += image.pixelColor(x, m_theme->px(60)) == m_theme->tokens().text ? 1 : 0;
        QVERIFY2(dark > 0, qPrintable(QString::number(m_picture->zoom())));
    }
}

void tst_DetailPicture::shiftWithAnArrowPansAsFarAsThereIsSomething()
{
    show(written(Running));
    const QImage all = m_picture->grab().toImage();
    QTest::keyClick(m_picture.get(), Qt::Key_Right, Qt::ShiftModifier); // all is in view
    QCOMPARE(m_picture->grab().toImage(), all);
    QTest::keyClick(m_picture.get(), Qt::Key_Plus);
    QTest::keyClick(m_picture.get(), Qt::Key_Plus);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(m_picture.get(), Qt::Key_Left, Qt::ShiftModifier);
    const QImage first = m_picture->grab().toImage();
    QTest::keyClick(m_picture.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_picture->grab().toImage(), first);
    QTest::keyClick(m_picture.get(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(m_picture->grab().toImage() != first);
    QVERIFY(!m_picture->currentStop()); // it is no walk
}

void tst_DetailPicture::theWalkBringsItsMarkIntoView()
{
    show(written(Running));
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(m_picture.get(), Qt::Key_Plus);
    QTest::keyClick(m_picture.get(), Qt::Key_Home);
    const QImage first = m_picture->grab().toImage();
    QTest::keyClick(m_picture.get(), Qt::Key_End);
    QVERIFY(m_picture->grab().toImage() != first);
    QTest::keyClick(m_picture.get(), Qt::Key_Home);
    QCOMPARE(m_picture->grab().toImage(), first);
}

void tst_DetailPicture::theNamesOfTheLanesStandStillWhileTheRestMoves()
{
    show(written(Running));
    const QRect names(0, 0, m_theme->px(68), m_theme->px(150));
    const QImage before = m_picture->grab(names).toImage();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_picture.get(), Qt::Key_Plus);
    QCOMPARE(m_picture->grab(names).toImage(), before);
}

void tst_DetailPicture::keysThatAreNotItsOwnGoOn()
{
    show(written(Running));
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(m_picture.get(), &escape);
    QVERIFY(!escape.isAccepted());
    QKeyEvent undo(QEvent::KeyPress, Qt::Key_Z, Qt::ControlModifier);
    QCoreApplication::sendEvent(m_picture.get(), &undo);
    QVERIFY(!undo.isAccepted());
    QVERIFY(!m_picture->areCutsOpen());
}

void tst_DetailPicture::withoutAVerificationItSaysSo()
{
    QCOMPARE(m_picture->accessibleName(), u"No verification selected"_s);
    QTest::keyClick(m_picture.get(), Qt::Key_Right); // nothing to walk
    QTest::keyClick(m_picture.get(), Qt::Key_Plus); // nor to zoom
    QCOMPARE(m_picture->zoom(), 1.0);
    QVERIFY(!m_picture->currentStop());
    show(written(Running));
    m_picture->setRecord(nullptr);
    QCOMPARE(m_picture->accessibleName(), u"No verification selected"_s);
}

void tst_DetailPicture::itIsDrawnInTheColoursOfTheScheme()
{
    for (const auto scheme : {ui::ColourScheme::Light, ui::ColourScheme::Dark}) {
        m_theme->setScheme(scheme);
        show(written(Running));
        const qreal scale = m_theme->scale();
        // The left edge of PIN 1's bar, and the bubble of the first message; 2 px lie above the lanes.
        QCOMPARE(pixel(QPointF(82.5, 72) * scale), m_theme->tokens().running);
        QCOMPARE(pixel(QPointF(81, 20) * scale), m_theme->tokens().running);
        // The strip of a cut.
        QCOMPARE(pixel(QPointF(435, 112) * scale), m_theme->tokens().window);
    }
}

void tst_DetailPicture::thePreviewSaysWhatItDraws()
{
    ui::PreviewPicture picture(*m_theme);
    picture.resize(picture.sizeHint());
    const QImage nothing = picture.grab().toImage();
    const engine::Prices prices{engine::Money::fromMilli(50), engine::Money::fromMilli(14),
                                engine::Money::fromMilli(28)};
    picture.setPreview(model::preview(*engine::standardWorkflow(5, engine::Dialect::Vonage), prices));
    QCOMPARE(picture.accessibleName(), u"SMS, call at 2:00; expires at 5:00; at most EUR 0.092."_s);
    const QImage five = picture.grab().toImage();
    QVERIFY(five != nothing);
    picture.setPreview(model::preview(*engine::standardWorkflow(4, engine::Dialect::Vonage), prices));
    QVERIFY(picture.grab().toImage() != five);
}

PINPATH_TEST(tst_DetailPicture, "tst_detailpicture")

} // namespace tst_detailpicture

#include "tst_detailpicture.moc"

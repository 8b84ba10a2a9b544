// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/clockmodel.h"
#include "model/board/verificationcontroller.h"
#include "model/timeline/timelinetext.h"
#include "model/words/numberwords.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"
#include "ui/board/copymenu.h"
#include "ui/board/snippetview.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelinesheet.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_copymenu {

using namespace Qt::StringLiterals;

const QString Address = u"http://127.0.0.1:8460"_s;

std::shared_ptr<engine::Record> record(engine::Source source)
{
    auto record = std::make_shared<engine::Record>(
        *model::timelineFromText(u"a wf4 sms@0 delivered@7 verified@17"_s).front().record);
    record->request.source = source;
    record->request.account = u"a1b2c3d4"_s;
    return record;
}

struct Menu {
    Menu() { controller.setRecord(record(engine::Source::Demo)); }

    QAction *action(const QString &words) const
    {
        for (QAction *each : menu.actions()) {
            if (each->text().remove(u'&').startsWith(words))
                return each;
        }
        return nullptr;
    }

    tests::EngineRun run;
    model::ClockModel clock{*run.engine};
    model::VerificationController controller{*run.engine};
    ui::Theme theme;
    model::NumberMask mask;
    ui::CopyMenu menu{theme, controller, clock, mask};
    QSignalSpy told{&menu, &ui::CopyMenu::told};
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class tst_CopyMenu : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aProgramIsCopiedWithoutTheSecret();
    void withoutAnApiThereIsNoProgram();
    void theTimelineIsCopiedAsAPicture();
    void theTimelineIsSavedAsSvg();
    void theTimelineIsSavedAsPng();
    void inventedDataIsMarkedInThePicture();
    void aMaskedNumberIsInNoFile();
    void aFileThatCannotBeWrittenIsToldInOneSentence();
    void theSnippetFollowsLanguageRecordAndMask();
    void withoutAnApiTheSnippetSaysWhy();
};

void tst_CopyMenu::aProgramIsCopiedWithoutTheSecret()
{
    Menu menu;
    menu.menu.setApi(Address);
    QVERIFY(menu.action(u"curl"_s));
    menu.action(u"curl"_s)->trigger();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(u"number=447700900177"));
    QVERIFY(copied.contains(Address));
    QVERIFY(!copied.contains(menu.run.engine->account().apiSecret));
    QCOMPARE(menu.told.at(0).at(1).toString(), u"Copied for curl, without the secret."_s);
}

void tst_CopyMenu::withoutAnApiThereIsNoProgram()
{
    Menu menu;
    QVERIFY(!menu.action(u"Python"_s)->isEnabled());
    menu.menu.setApi(Address);
    QVERIFY(menu.action(u"Python"_s)->isEnabled());
    QVERIFY(menu.action(u"Save the timeline"_s)->isEnabled());
}

void tst_CopyMenu::theTimelineIsCopiedAsAPicture()
{
    Menu menu;
    menu.action(u"Picture of the timeline"_s)->trigger();
    const QImage picture = QGuiApplication::clipboard()->image();
    QVERIFY(picture.width() > 2 * menu.theme.px(800));
    QCOMPARE(menu.told.count(), 1);
}

void tst_CopyMenu::theTimelineIsSavedAsSvg()
{
    Menu menu;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"timeline.svg"_s);
    menu.menu.saveTimeline(path);
    QCOMPARE(menu.told.at(0).at(0).toBool(), true);
    const QString svg = QString::fromUtf8(contentOf(path));
    for (const QString &part : {u"<svg"_s, u"+44 7700 900177"_s, u"SMS, SMS at 2:00"_s, u"Verified in 17 s"_s,
                                u"EUR 0.0"_s, u"started"_s, u"Demo data, invented"_s})
        QVERIFY2(svg.contains(part), qPrintable(part));
}

void tst_CopyMenu::theTimelineIsSavedAsPng()
{
    Menu menu;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"timeline.PNG"_s);
    menu.menu.saveTimeline(path);
    const QImage picture(path);
    QVERIFY(!picture.isNull());
    QCOMPARE(picture.text(u"Comment"_s), u"Demo data, invented"_s);
}

void tst_CopyMenu::inventedDataIsMarkedInThePicture()
{
    const ui::Theme theme;
    const auto hasViolet = [&](engine::Source source) {
        const auto shown = record(source);
        const QImage picture = ui::TimelineSheet(theme, *shown, model::NumberMask(), {}, false).picture().image(1);
        for (int y = 0; y < theme.px(60); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixelColor(x, y) == theme.tokens().bandViolet)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(hasViolet(engine::Source::Demo));
    QVERIFY(!hasViolet(engine::Source::Window));
}

void tst_CopyMenu::aMaskedNumberIsInNoFile()
{
    Menu menu;
    menu.mask.setOn(true);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"timeline.svg"_s);
    menu.menu.saveTimeline(path);
    const QString svg = QString::fromUtf8(contentOf(path));
    QVERIFY(svg.contains(u"•••177"));
    QVERIFY(!svg.contains(u"7700"));
}

void tst_CopyMenu::aFileThatCannotBeWrittenIsToldInOneSentence()
{
    Menu menu;
    menu.menu.saveTimeline(u"/nowhere/timeline.svg"_s);
    QCOMPARE(menu.told.at(0).at(0).toBool(), false);
    const QString sentence = menu.told.at(0).at(1).toString();
    QVERIFY2(sentence.startsWith(u"The timeline cannot be written into /nowhere/timeline.svg: "), qPrintable(sentence));
    QVERIFY(sentence.endsWith(u'.'));
}

void tst_CopyMenu::theSnippetFollowsLanguageRecordAndMask()
{
    const ui::Theme theme;
    model::NumberMask mask;
    ui::SnippetView view(theme, mask);
    view.resize(300, 300);
    view.show();
    view.setApi(Address);
    view.setRecord(record(engine::Source::Window));
    auto *text = view.findChild<QPlainTextEdit *>();
    auto *language = view.findChild<QComboBox *>();
    QVERIFY(text->toPlainText().startsWith(u"#!/bin/sh"));
    language->setCurrentIndex(language->count() - 1);
    QVERIFY(text->toPlainText().startsWith(u"<?php"));
    QVERIFY(text->toPlainText().contains(u"447700900177"));
    mask.setOn(true);
    QVERIFY(!text->toPlainText().contains(u"447700900177"));
}

void tst_CopyMenu::withoutAnApiTheSnippetSaysWhy()
{
    const ui::Theme theme;
    const model::NumberMask mask;
    ui::SnippetView view(theme, mask);
    view.setRecord(record(engine::Source::Window));
    view.show();
    QVERIFY(!view.findChild<QPlainTextEdit *>()->isVisible());
    const auto labels = view.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text() == "A program needs the API, and it is off."_L1;
    }));
}

PINPATH_TEST(tst_CopyMenu, "tst_copymenu")

} // namespace tst_copymenu

#include "tst_copymenu.moc"

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/detailscenes.h"

#include "app/demodata.h"
#include "app/windowstage.h"
#include "model/timeline/timelinetext.h"
#include "model/words/numberwords.h"
#include "ui/theme/theme.h"
#include "ui/timeline/detailpicture.h"
#include "ui/timeline/timelinesheet.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace app {

using namespace engine;

namespace {

const PhoneNumber Selected(447700900177);

PictureScene scene(const QString &name, QSize size, Prepare prepare)
{
    return windowScene(name, {readScript(afternoon()), size}, [=](WindowStage &stage) {
        stage.select(Selected);
        stage.settle();
        prepare(stage);
    });
}

void press(WindowStage &stage, std::initializer_list<Qt::Key> keys)
{
    auto *picture = stage.window().findChild<ui::DetailPicture *>();
    for (const Qt::Key key : keys) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(picture, &event);
    }
}

void showTab(WindowStage &stage, const QString &name)
{
    for (auto *tabs : stage.window().findChildren<QTabWidget *>()) {
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i) == name)
                tabs->setCurrentIndex(i);
        }
    }
}

class SheetStage final : public PictureStage {
public:
    SheetStage(const ui::Theme &theme, const QString &timeline)
        : m_theme(theme)
        , m_timeline(model::timelineFromText(timeline).front())
    { }

    QImage picture(qreal devicePixelRatio) override
    {
        Record record = *m_timeline.record;
        record.request.source = Source::Demo;
        return ui::TimelineSheet(m_theme, record, model::NumberMask(), m_timeline.now, m_timeline.isPaused)
            .picture()
            .image(devicePixelRatio);
    }

private:
    const ui::Theme &m_theme;
    model::WrittenTimeline m_timeline;
};

PictureScene sheetScene(const QString &name, const QString &timeline)
{
    return {name, [timeline](ui::Theme &theme) -> Result<std::unique_ptr<PictureStage>> {
                return std::unique_ptr<PictureStage>(std::make_unique<SheetStage>(theme, timeline));
            }};
}

} // namespace

std::vector<PictureScene> detailScenes()
{
    return {
        scene(u"detail-snippet"_s, UsualWindow, [](WindowStage &stage) { showTab(stage, u"Snippet"_s); }),
        scene(u"detail-snippet-narrow"_s, LeastWindow, [](WindowStage &stage) { showTab(stage, u"Snippet"_s); }),
        scene(u"detail-zoomed"_s, UsualWindow,
              [](WindowStage &stage) {
                  press(stage, {Qt::Key_Plus, Qt::Key_Plus, Qt::Key_Plus});
              }),
        scene(u"detail-cuts-open"_s, UsualWindow, [](WindowStage &stage) { press(stage, {Qt::Key_Z}); }),
        sheetScene(u"timeline-sheet"_s,
                   u"a wf1 sms@0 delivered@88 wrong@115 call@125 unanswered@150 call@305 answered@312 verified@338"_s),
        sheetScene(u"timeline-sheet-imported"_s, u"a wf1 sms@0 verified@44 imported"_s),
    };
}

} // namespace app

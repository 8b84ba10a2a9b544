// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/gallery/gallery.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bannerline.h"

#include <QLabel>
#include <QTest>

namespace tst_gallery {

using namespace ui;

class tst_Gallery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsDrawnInBothSchemesAtBothPixelRatios();
    void anAddedSectionStandsUnderItsTitleWhereItWasWanted();
    void bannersHoldAllOfTheirButtons();
};

void tst_Gallery::itIsDrawnInBothSchemesAtBothPixelRatios()
{
    Theme theme;
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        theme.setScheme(scheme);
        Gallery gallery(theme);
        const QImage once = gallery.render(1);
        const QImage twice = gallery.render(2);
        QCOMPARE(once.width(), theme.px(1440));
        QCOMPARE(twice.size(), once.size() * 2);
        QCOMPARE(once.pixelColor(2, 2), theme.tokens().window);
        QCOMPARE(twice.pixelColor(2, 2), theme.tokens().window);
    }
}

void tst_Gallery::anAddedSectionStandsUnderItsTitleWhereItWasWanted()
{
    const Theme theme;
    Gallery gallery(theme);
    const int height = gallery.render(1).height();
    auto *content = new QLabel(QStringLiteral("rows"));
    content->setMinimumHeight(100);
    gallery.addSection(QStringLiteral("Lines in rows"), content, 1);
    QVERIFY(gallery.render(1).height() >= height + 100);

    int titleTop = -1;
    int workflowsTop = -1;
    for (const QLabel *label : gallery.findChildren<QLabel *>()) {
        const int top = label->mapTo(&gallery, QPoint()).y();
        if (label->text() == QStringLiteral("Lines in rows"))
            titleTop = top;
        if (label->text() == QStringLiteral("Workflows"))
            workflowsTop = top;
    }
    QVERIFY(titleTop >= 0);
    QVERIFY(titleTop < content->mapTo(&gallery, QPoint()).y());
    QVERIFY(content->mapTo(&gallery, QPoint()).y() < workflowsTop);
}

void tst_Gallery::bannersHoldAllOfTheirButtons()
{
    const Theme theme;
    Gallery gallery(theme);
    gallery.render(1);
    const auto banners = gallery.findChildren<BannerLine *>();
    QVERIFY(!banners.isEmpty());
    for (const BannerLine *banner : banners)
        QVERIFY2(banner->rect().contains(banner->childrenRect()), qPrintable(banner->accessibleName()));
}

PINPATH_TEST(tst_Gallery, "tst_gallery")

} // namespace tst_gallery

#include "tst_gallery.moc"

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/standingpicture.h"

#include "ui/widgets/svgpaper.h"

#include <QBuffer>
#include <QPainter>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qreal FileRatio = 2;

} // namespace

QImage StandingPicture::image(qreal devicePixelRatio) const
{
    QImage image((QSizeF(size) * devicePixelRatio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(devicePixelRatio);
    QPainter painter(&image);
    paint(painter);
    return image;
}

QByteArray StandingPicture::svg() const
{
    SvgPaper paper(size);
    QPainter painter(&paper);
    paint(painter);
    painter.end();
    return paper.svg(title, QString(description + u' ' + mark).trimmed());
}

QByteArray StandingPicture::png() const
{
    QBuffer buffer;
    QImage drawn = image(FileRatio);
    if (!mark.isEmpty())
        drawn.setText(u"Comment"_s, mark);
    drawn.setText(u"Title"_s, title);
    drawn.save(&buffer, "PNG");
    return buffer.data();
}

QString writeFile(const QString &path, const QByteArray &bytes, const QString &what)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0 || !file.commit())
        return what + u" cannot be written into "_s + path + u": "_s + file.errorString() + u'.';
    return {};
}

} // namespace ui

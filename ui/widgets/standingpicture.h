// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <functional>

class QPainter;

namespace ui {

// A picture that stands by itself on a clipboard or in a file, with what it is of as text. Painted when it is asked
// for; what it is of lives as long. GUI thread.
struct StandingPicture {
    QSize size; // at one pixel a point
    QString title;
    QString description;
    QString mark; // of invented data; empty: it is not
    std::function<void(QPainter &)> paint;

    QImage image(qreal devicePixelRatio) const;
    QByteArray svg() const;
    QByteArray png() const; // at two pixels a point: it is read on better screens, too
};

// At once or not at all. What went wrong in one sentence, else an empty text: "The timeline cannot be written into
// ...", where `what` is "The timeline".
QString writeFile(const QString &path, const QByteArray &bytes, const QString &what);

} // namespace ui

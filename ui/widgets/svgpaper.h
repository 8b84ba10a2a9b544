// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QSize>

#include <memory>

namespace ui {

class SvgEngine;

// What is painted on it becomes SVG, to stand in a file or in HTML. It does what QSvgGenerator of Qt 6.4 does not: what
// is clipped stays within its rectangle, words keep their width where the reader has another font, and an element says
// no more than it needs. GUI thread.
class SvgPaper : public QPaintDevice {
public:
    explicit SvgPaper(QSize size);
    ~SvgPaper() override;

    // After painting has ended. `title` and `description` are for those who do not see it; either may be empty.
    QByteArray svg(const QString &title, const QString &description) const;

    QPaintEngine *paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    std::unique_ptr<SvgEngine> m_engine;
};

} // namespace ui

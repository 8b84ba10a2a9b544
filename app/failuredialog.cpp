// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/failuredialog.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace app {

bool isRetryWanted(const QString &sentence)
{
    const QString screen = QGuiApplication::platformName();
    if (screen == "offscreen"_L1 || screen == "minimal"_L1)
        return false;
    QMessageBox box(QMessageBox::Critical, u"Pinpath cannot open"_s, sentence, QMessageBox::Close,
                    QApplication::activeWindow());
    const QPushButton *again = box.addButton(u"Try again"_s, QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Close);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box.exec();
    return box.clickedButton() == again;
}

} // namespace app

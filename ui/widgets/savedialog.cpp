// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/savedialog.h"

#include <QDir>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString filterOf(const QString &suffix)
{
    const QString kind = suffix == "csv"_L1 ? u"CSV table"_s
        : suffix == "html"_L1               ? u"HTML file to read and print"_s
                                            : QString(suffix.toUpper() + u" picture"_s);
    return kind + u" (*."_s + suffix + u')';
}

} // namespace

void askForFile(const SaveQuestion &question, QWidget *parent, std::function<void(const QString &path)> save)
{
    auto *dialog = new QFileDialog(parent, question.title, QDir(question.folder).filePath(question.name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const QString &suffix : question.suffixes)
        filters << filterOf(suffix);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(question.suffixes.first());
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog, filters, suffixes = question.suffixes](const QString &filter) {
                         dialog->setDefaultSuffix(suffixes.value(filters.indexOf(filter)));
                     });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(save));
    dialog->open();
}

} // namespace ui

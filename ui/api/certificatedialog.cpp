// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/api/certificatedialog.h"

#include "ui/theme/buttonlook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signedlabel.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int PathWidth = 380;

} // namespace

CertificateDialog::CertificateDialog(const Theme &theme, const engine::TlsFiles &files, QWidget *parent)
    : QDialog(parent)
    , m_madeHere(new QRadioButton(u"One that is &made here: clients must be told to trust it"_s))
    , m_yours(new QRadioButton(u"&Yours, as PEM files:"_s))
    , m_problem(new SignedLabel(theme))
{
    setWindowTitle(u"Certificate for https"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(metrics::Space8));
    grid->setVerticalSpacing(theme.px(metrics::Space8));
    grid->setContentsMargins(theme.px(metrics::Space24), 0, 0, 0);
    m_certificate = addFile(theme, *grid, u"Certificate"_s);
    m_key = addFile(theme, *grid, u"Key"_s);
    m_certificate->setText(files.certificate);
    m_key->setText(files.key);
    (files.isMadeHere() ? m_madeHere : m_yours)->setChecked(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *use = buttons->addButton(u"Serve over https"_s, QDialogButtonBox::AcceptRole);
    setButtonLook(*use, ButtonLook::Primary);
    auto *column = new QVBoxLayout(this);
    const int side = theme.px(metrics::Space16);
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(theme.px(metrics::Space12));
    column->addWidget(m_madeHere);
    column->addWidget(m_yours);
    column->addLayout(grid);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    use->setDefault(true); // once it is the dialog's: before that, Cancel would be
    connect(buttons, &QDialogButtonBox::accepted, this, &CertificateDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_yours, &QRadioButton::toggled, this, &CertificateDialog::follow);
    follow();
}

QLineEdit *CertificateDialog::addFile(const Theme &theme, QGridLayout &grid, const QString &name)
{
    auto *edit = new QLineEdit;
    edit->setAccessibleName(name);
    edit->setMinimumWidth(theme.px(PathWidth));
    auto *choose = new QPushButton(u"Choose…"_s);
    choose->setAutoDefault(false); // Enter in the field is for the dialog's own button
    choose->setAccessibleName(u"Choose the file of the "_s + name.toLower());
    const int row = grid.rowCount();
    auto *words = new Label(theme, TextStyle::Body, name, &Tokens::secondary);
    words->setBuddy(edit);
    grid.addWidget(words, row, 0);
    grid.addWidget(edit, row, 1);
    grid.addWidget(choose, row, 2);
    connect(edit, &QLineEdit::textEdited, this, [this] { m_yours->setChecked(true); });
    connect(choose, &QPushButton::clicked, this, [this, edit, name] {
        auto *dialog = new QFileDialog(this, name, QFileInfo(edit->text()).path(),
                                       u"PEM files (*.pem *.crt *.cer *.key);;All files (*)"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this, edit](const QString &path) {
            edit->setText(path);
            m_yours->setChecked(true);
        });
        dialog->open();
    });
    return edit;
}

void CertificateDialog::follow()
{
    m_problem->setVisible(false);
}

engine::TlsFiles CertificateDialog::files() const
{
    return m_yours->isChecked() ? engine::TlsFiles{m_certificate->text().trimmed(), m_key->text().trimmed()}
                                : engine::TlsFiles();
}

// Whether they can be read is told where they are used.
void CertificateDialog::accept()
{
    const engine::TlsFiles chosen = files();
    QLineEdit *missing = !m_yours->isChecked() ? nullptr
        : chosen.certificate.isEmpty()         ? m_certificate
        : chosen.key.isEmpty()                 ? m_key
                                               : nullptr;
    if (!missing)
        return QDialog::accept();
    const QString name = missing == m_key ? u"Key"_s : u"Certificate"_s;
    const QString sentence = u"Choose the file of the %1: both are needed."_s.arg(name.toLower());
    m_problem->setContent(Icon::Warning, sentence, &Tokens::failed);
    m_problem->setVisible(true);
    announce(*missing, name, sentence);
    missing->setFocus();
}

} // namespace ui

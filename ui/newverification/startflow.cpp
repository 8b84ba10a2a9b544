// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/newverification/startflow.h"

#include "ui/newverification/newverificationdialog.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using engine::Parameter;

constexpr Parameter Remembered[]{Parameter::Brand,         Parameter::SenderId,  Parameter::CodeLength,
                                 Parameter::Locale,        Parameter::PinExpiry, Parameter::NextEventWait,
                                 Parameter::ChosenWorkflow};

QString settingOf(Parameter parameter)
{
    return u"newVerification/"_s + engine::parameterName(parameter);
}

const QString PopulationSetting = u"newVerification/population"_s;

const QString FirstBrand = u"Acme"_s; // until one is typed: only the number must be

} // namespace

StartFlow::StartFlow(const Theme &theme, engine::Engine &engine, const model::BoardModel &board, QWidget &window)
    : QObject(&window)
    , m_theme(theme)
    , m_window(window)
    , m_form(engine, board)
{
    recall();
    connect(&m_form, &model::NewVerification::started, this, [this](engine::RequestId id, int codeLength) {
        remember();
        Q_EMIT started(id, codeLength);
    });
    // What was repeated without a dialog gets one that says why it was not started.
    connect(&m_form, &model::NewVerification::refused, this, [this](const QString &sentence) {
        if (m_dialog)
            return;
        openWith(m_lastNumber);
        m_dialog->refuse(sentence);
    });
    connect(&m_form, &model::NewVerification::foundTaken, this, [this] {
        if (!m_dialog)
            openWithProblems();
    });
}

void StartFlow::open()
{
    openWith({});
}

void StartFlow::repeat()
{
    m_form.set(Parameter::Number, m_lastNumber);
    if (m_form.isInOrder() && !m_form.taken())
        m_form.start();
    else if (m_lastNumber.isEmpty())
        open();
    else
        openWithProblems();
}

void StartFlow::openWithProblems()
{
    openWith(m_lastNumber);
    m_dialog->start(); // they are shown, and nothing is started with them
}

void StartFlow::openWith(const QString &number)
{
    if (m_dialog)
        return;
    m_form.set(Parameter::Number, number);
    auto *dialog = new NewVerificationDialog(m_theme, m_form, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewVerificationDialog::showWanted, this, &StartFlow::showWanted);
    // Not every window manager gives the focus back by itself.
    connect(dialog, &QDialog::finished, &m_window, [this] { m_window.activateWindow(); });
    m_dialog = dialog;
    dialog->open();
}

void StartFlow::remember()
{
    m_lastNumber = m_form.value(Parameter::Number);
    QSettings settings;
    for (const Parameter parameter : Remembered)
        settings.setValue(settingOf(parameter), m_form.value(parameter));
    settings.setValue(PopulationSetting, m_form.population());
}

void StartFlow::recall()
{
    const QSettings settings;
    m_form.set(Parameter::Brand, FirstBrand);
    for (const Parameter parameter : Remembered) {
        if (const QVariant value = settings.value(settingOf(parameter)); value.isValid())
            m_form.set(parameter, value.toString());
    }
    m_form.setPopulation(settings.value(PopulationSetting).toString());
}

} // namespace ui

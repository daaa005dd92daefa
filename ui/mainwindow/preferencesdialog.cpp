// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/preferencesdialog.h"

#include "ui/common/theme.h"
#include "ui/mainwindow/windowsettings.h"

#include "ui_preferencesdialog.h"

using namespace Qt::StringLiterals;

namespace roster {

PreferencesDialog::PreferencesDialog(WindowSettings &settings, Theme &theme, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::PreferencesDialog>())
{
    m_ui->setupUi(this);
    setObjectName(u"preferencesDialog"_s);
    m_ui->themeCombo->addItem(tr("As the system"), int(Theme::Appearance::System));
    m_ui->themeCombo->addItem(tr("Light"), int(Theme::Appearance::Light));
    m_ui->themeCombo->addItem(tr("Dark"), int(Theme::Appearance::Dark));
    m_ui->themeCombo->setCurrentIndex(m_ui->themeCombo->findData(int(settings.appearance())));
    m_ui->languageCombo->addItem(tr("As the system"), QString());
    // Each in its own words: one who cannot read the present language finds the way back.
    m_ui->languageCombo->addItem(u"English"_s, u"en"_s);
    m_ui->languageCombo->addItem(u"Norsk bokmål"_s, u"nb"_s);
    m_ui->languageCombo->setCurrentIndex(m_ui->languageCombo->findData(settings.language()));
    m_ui->languageNote->hide();

    connect(m_ui->themeCombo, &QComboBox::currentIndexChanged, this, [this, &settings, &theme] {
        const auto chosen = Theme::Appearance(m_ui->themeCombo->currentData().toInt());
        settings.setAppearance(chosen);
        theme.setAppearance(chosen);
    });
    connect(m_ui->languageCombo, &QComboBox::currentIndexChanged, this, [this, &settings] {
        settings.setLanguage(m_ui->languageCombo->currentData().toString());
        m_ui->languageNote->show();
    });
    m_ui->runReviewedBox->setChecked(settings.runsReviewed());
    connect(m_ui->runReviewedBox, &QCheckBox::toggled, this,
            [&settings](bool runs) { settings.setRunsReviewed(runs); });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
}

PreferencesDialog::~PreferencesDialog() = default;

}  // namespace roster

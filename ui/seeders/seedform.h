// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDERS_SEEDFORM_H
#define ROSTER_SEEDERS_SEEDFORM_H

#include "models/seeding/seedoption.h"
#include "models/seeding/seedrequest.h"

#include <QList>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace roster {

class FlowLayout;
struct SeederState;

/// The options of a run: mode, rows, random seed, and what the seeder itself describes, so that a
/// new seeder needs nothing here.
class SeedForm : public QWidget
{
    Q_OBJECT

public:
    explicit SeedForm(const SeederState &seeder, QWidget *parent = nullptr);
    /// Of "Run all": mode, random seed, known rows.
    explicit SeedForm(QWidget *parent);

    /// Options hold only what is not as the seeder has it.
    SeedRequest request() const;
    /// What is typed makes a request.
    bool isComplete() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addCommon();
    void addOption(const SeedOption &option);
    QWidget *choiceField(const SeedOption &option);
    QWidget *numberField(const SeedOption &option);
    QWidget *textField(const SeedOption &option);
    QLabel *addField(const QString &title, QWidget *field, const QString &help = {});
    void showMode();

    /// Where a value is read from.
    struct Field
    {
        QString name;
        QString initial;
        std::function<QString()> value;
    };

    FlowLayout *m_layout;
    QComboBox *m_mode;
    QSpinBox *m_rows = nullptr;
    QLabel *m_rowsLabel = nullptr;
    QLineEdit *m_randomSeed;
    QCheckBox *m_fixture = nullptr;
    QList<Field> m_fields;
};

}  // namespace roster

#endif

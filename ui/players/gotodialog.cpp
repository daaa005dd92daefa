// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/gotodialog.h"

#include "models/browsing/tablechanges.h"
#include "ui/common/notelabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace roster {

GoToDialog::GoToDialog(const TableSchema &schema, QWidget *parent)
    : QDialog(parent), m_schema(schema), m_error(new NoteLabel(u"goToError"_s, this))
{
    setObjectName(u"goToDialog"_s);
    setWindowTitle(tr("Go to a row of %1").arg(schema.name.name));
    constexpr int widthInCharacters = 50;  // its title and a complaint
    setMinimumWidth(fontMetrics().averageCharWidth() * widthInCharacters);
    auto *form = new QFormLayout(this);
    for (const QString &name : schema.primaryKey) {
        auto *field = new QLineEdit(this);
        field->setObjectName(u"goTo_"_s + name);
        field->setAccessibleName(name);
        form->addRow(QString(name).replace(u'&', u"&&"_s), field);
        m_fields << field;
    }
    m_error->hide();
    form->addRow(m_error);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Go"));
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
}

void GoToDialog::choose()
{
    RowKey key;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const SqlValue value = m_fields.at(i)->text().toUtf8();
        const int column = m_schema.indexOf(m_schema.primaryKey.at(i));
        if (const auto valid = validate(m_schema, column, value); !valid) {
            m_error->note(valid.error().message, true);
            m_error->show();
            adjustSize();
            m_fields.at(i)->setFocus();
            m_fields.at(i)->selectAll();
            return;
        }
        key << value;
    }
    accept();
    Q_EMIT chosen(key);
}

}  // namespace roster

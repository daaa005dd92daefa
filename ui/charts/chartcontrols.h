// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTCONTROLS_H
#define ROSTER_CHARTS_CHARTCONTROLS_H

#include "models/charts/chartrequest.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QSpinBox;

namespace roster {

/// What is to be charted: table, column, a second column, and how it is cut into bars.
class ChartControls : public QWidget
{
    Q_OBJECT

public:
    explicit ChartControls(QWidget *parent = nullptr);

    void setTables(const QList<TableName> &tables, const QStringList &titles);
    /// Shows it as chosen, without saying so; false: it is not among the tables.
    bool setTable(const TableName &table);
    TableName table() const;
    /// The columns to choose from; keeps what is chosen where it is still there.
    void setSchema(const TableSchema &schema);
    /// All but the query. `column` is empty where the table has none that can be charted.
    ChartRequest request() const;
    bool followsGrid() const;
    /// At the end of the first line, which leaves the second one its whole width.
    void addButton(QWidget *button);

Q_SIGNALS:
    void tableChosen(const roster::TableName &table);
    void changed();

private:
    QComboBox *combo(const QString &objectName, const QString &label);
    void fillColumns(QComboBox *combo, bool other);
    void fillUnits();
    void onColumnChosen();

    TableSchema m_schema;
    QList<TableName> m_tables;
    QComboBox *m_table;
    QComboBox *m_column;
    QComboBox *m_other;
    QComboBox *m_unit;
    QSpinBox *m_bins;
    QCheckBox *m_whole;
    QCheckBox *m_follow;
    QHBoxLayout *m_firstLine = nullptr;
};

}  // namespace roster

#endif

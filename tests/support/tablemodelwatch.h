// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_TABLEMODELWATCH_H
#define ROSTER_TESTS_TABLEMODELWATCH_H

#include "models/schema/catalogue.h"
#include "models/views/tablemodel.h"
#include "tests/support/testserver.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace roster::test {

/// A TableModel under QAbstractItemModelTester, with spies on what it says.
class TableModelWatch
{
public:
    explicit TableModelWatch(const ConnectionProfile &profile)
        : connections(profile),
          model(connections),
          tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
    }

    /// A cell of the model, NULL as `∅`.
    QString cell(int row, int column) const
    {
        const QModelIndex index = model.index(row, column);
        return index.data(TableModel::IsNullRole).toBool() ? QStringLiteral("∅")
                                                           : index.data().toString();
    }
    /// A row of the model, cells parted by `|`.
    QString row(int row) const
    {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << cell(row, column);
        return cells.join(QLatin1Char('|'));
    }
    /// The row at a position of the whole table; empty where it is not loaded.
    QString at(qint64 position) const
    {
        const qint64 here = position - model.firstPosition();
        return here >= 0 && here < model.rowCount() ? row(int(here)) : QString();
    }
    bool edit(int row, int column, const QVariant &value)
    {
        return model.setData(model.index(row, column), value);
    }

    Connections connections;
    TableModel model;
    QAbstractItemModelTester tester;
    QSignalSpy loaded{&model, &TableModel::loaded};
    QSignalSpy failed{&model, &TableModel::failed};
    QSignalSpy found{&model, &TableModel::found};
    QSignalSpy rejected{&model, &TableModel::rejected};
    QSignalSpy committed{&model, &TableModel::committed};
    QSignalSpy commitFailed{&model, &TableModel::commitFailed};
};

/// The schema of a table as the database has it.
inline TableSchema liveSchema(const ConnectionProfile &profile, const QString &name)
{
    const auto session = Session::open(profile);
    const auto schema = readTable(**session, TableName{QStringLiteral("public"), name});
    if (!schema)
        qFatal("%s", qPrintable(schema.error().toText()));
    return *schema;
}

}  // namespace roster::test

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/columnchange.h"

#include "models/browsing/bindings.h"
#include "models/browsing/blockerwatch.h"
#include "models/browsing/changestatements.h"
#include "models/browsing/commitoutcome.h"
#include "models/browsing/filtervalue.h"
#include "models/browsing/lockwait.h"
#include "models/browsing/rawcondition.h"
#include "models/browsing/tablechanges.h"
#include "models/database/transaction.h"
#include "models/schema/arraytext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Gives tr() the context that lupdate files the text under.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ColumnChange)
};

QString nameApartFrom(const TableSchema &schema)
{
    QString name = u"row_number"_s;
    while (schema.column(name))
        name += u'_';
    return name;
}

/// An error of a statement, with the place in the expression that it is about.
Error explained(Error error, const QString &expression)
{
    const qsizetype start =
        expression.isEmpty() ? -1 : error.statement.indexOf(enclosed(expression));
    // Syntax and names, data, cardinality, what is not supported at this place.
    static const QStringList ofTheText{u"42"_s, u"22"_s, u"21"_s, u"0A"_s};
    if (start < 0 || !ofTheText.contains(error.sqlState.left(2)))
        return error;
    error.kind = Error::Kind::InvalidInput;
    error.hint = Text::tr("Correct the expression; nothing was changed.");
    const qsizetype at = error.position - error.statement.left(start).toUcs4().size() - 2;
    const qsizetype length = expression.toUcs4().size();
    error.position = 0;
    if (at > length && at <= length + 2)
        error.detail = Text::tr("At the end of the expression.");
    else if (at >= 1 && at <= length)
        error.detail = Text::tr("At character %1 of the expression.").arg(at);
    error.statement = expression;
    return error;
}

QString assignment(const Pager &pager, const ColumnChange &change, Bindings &bindings)
{
    const ColumnSchema &column = pager.schema().columns.at(change.column);
    const TableName &table = pager.schema().name;
    const QString value = change.isExpression()
                            ? enclosed(change.expression)
                            : bindings.add(change.value, withoutModifier(column.type));
    QString sql =
        u"UPDATE %1 SET %2 = "_s.arg(quoted(table.schema, table.name), quoted(column.name)) + value;
    if (const QString asked = pager.condition(bindings); !asked.isEmpty())
        sql += u"\nWHERE "_s + asked;
    return sql;
}

Error lostAtCommit(Error error, const Result<CommitOutcome> &outcome)
{
    if (outcome && *outcome == CommitOutcome::RolledBack) {
        error.message = Text::tr("The connection broke at the end, and the server took all of it "
                                 "back: nothing was changed.");
        error.hint = Text::tr("Do it once more.");
    } else {
        error.message = Text::tr("The connection broke at the end, and the server cannot say "
                                 "whether the change was saved.");
        error.hint = Text::tr("Look at the rows (F5) before you do it once more.");
    }
    return error;
}

Result<qint64> write(Session &session, const Pager &pager, const ColumnChange &change,
                     qint64 expectedRows)
{
    Bindings bindings;
    const QString sql = assignment(pager, change, bindings);
    const Result<ResultSet> written = session.query(sql, bindings.values());
    if (!written)
        return fail(pager.explained(explained(written.error(), change.expression)));
    if (written->affected() == expectedRows)
        return expectedRows;
    const QLocale locale;
    return fail(Error::Kind::Conflict,
                Text::tr("The statement would change %1 rows, and %2 were counted: nothing was "
                         "changed.")
                    .arg(locale.toString(written->affected()), locale.toString(expectedRows)),
                Text::tr("Somebody else may have added or changed rows, or a trigger or policy "
                         "leaves rows out. Count them again."));
}

}  // namespace

Result<void> check(const TableSchema &schema, const ColumnChange &change)
{
    const ColumnSchema &column = schema.columns.at(change.column);
    if (!column.updatable || !column.generated.isEmpty()) {
        return fail(
            Error::Kind::Permission,
            Text::tr("%1.%2: you may not change this column.").arg(schema.name.name, column.name),
            Text::tr("Choose another column."));
    }
    if (change.isExpression())
        return checkRawExpression(change.expression);
    return validate(schema, change.column, change.value);
}

QList<int> columnsNamedIn(const TableSchema &schema, const QString &expression)
{
    QString plain = expression;
    plain.replace(uR"("")"_s, uR"(")"_s);
    const auto names = [&plain](const QString &name) {
        return plain.contains(name, Qt::CaseInsensitive);
    };
    const bool isWholeRow = names(schema.name.name) || plain.contains('*'_L1)
                         || plain.contains("U&"_L1, Qt::CaseInsensitive);
    QList<int> columns;
    for (int column = 0; column < schema.columns.size(); ++column) {
        if (isWholeRow || names(schema.columns.at(column).name))
            columns << column;
    }
    return columns.isEmpty() ? QList<int>{0} : columns;
}

Result<QList<SqlValue>> evaluate(Session &session, const TableSchema &schema,
                                 const ColumnChange &change, const QList<int> &columns,
                                 const QList<QList<SqlValue>> &rows)
{
    if (!change.isExpression())
        return QList<SqlValue>(rows.size(), change.value);
    const QString number = quoted(nameApartFrom(schema));
    QStringList arrays;
    QStringList texts;
    QStringList typed;
    QList<SqlValue> values;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        QList<SqlValue> ofColumn;
        ofColumn.reserve(rows.size());
        for (const QList<SqlValue> &row : rows)
            ofColumn << row.at(i);
        values << arrayText(ofColumn);
        const ColumnSchema &column = schema.columns.at(columns.at(i));
        arrays << u"$%1::text[]"_s.arg(i + 1);
        texts << u"v%1"_s.arg(i + 1);
        typed << u"v%1::%2 AS %3"_s.arg(QString::number(i + 1), column.type, quoted(column.name));
    }
    const ColumnSchema &target = schema.columns.at(change.column);
    const QString source =
        u"(SELECT %1, n AS %2 FROM unnest(%3) WITH ORDINALITY AS u(%4, n)) AS "_s.arg(
            typed.join(", "_L1), number, arrays.join(", "_L1), texts.join(", "_L1))
        + quoted(schema.name.name);
    const QString sql = u"SELECT "_s + asWritten(u"e.v"_s, target) + u", e.n FROM (SELECT "_s
                      + enclosed(change.expression) + u"::"_s + castType(target) + u" AS v, "_s
                      + number + u" AS n FROM "_s + source + u") AS e ORDER BY e.n"_s;
    // A person's expression may call any function; none of them shall write.
    const auto transaction = Transaction::begin(session, Transaction::Mode::ReadOnly);
    if (!transaction)
        return fail(transaction.error());
    const Result<ResultSet> result = session.query(sql, values);
    if (!result)
        return fail(explained(result.error(), change.expression));
    QList<SqlValue> all;
    for (int row = 0; row < result->rows(); ++row) {
        if (result->integer(row, 1) == row + 1)
            all << (result->isNull(row, 0) ? SqlValue() : result->bytes(row, 0).toByteArray());
    }
    if (all.size() != rows.size() || result->rows() != rows.size()) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("The expression does not give one value for each row."),
                    Text::tr("Correct the expression; nothing was changed."));
    }
    return all;
}

QString describeChange(const Pager &pager, const ColumnChange &change)
{
    Bindings bindings(Bindings::Style::Literals);
    return assignment(pager, change, bindings) + u';';
}

Result<qint64> changeAll(Session &session, const Pager &pager, const ColumnChange &change,
                         qint64 expectedRows)
{
    ROSTER_TRY(check(pager.schema(), change));
    auto transaction = Transaction::begin(session);
    if (!transaction)
        return fail(transaction.error());
    const Result<int> backend = limitLockWait(session);
    if (!backend)
        return fail(backend.error());
    const BlockerWatch watch(session.profile(), *backend);
    Result<qint64> written = write(session, pager, change, expectedRows);
    if (!written && written.error().sqlState == lockNotAvailable)
        return fail(lockedError(written.error(), pager.schema().name.name, watch.blockers()));
    if (!written)
        return written;
    const Result<QString> number = currentTransaction(session);
    if (!number)
        return fail(number.error());
    if (const Result<void> done = transaction->commit(); !done) {
        if (done.error().kind != Error::Kind::Connection)
            return fail(done.error());
        const Result<CommitOutcome> outcome = findOutcome(session.profile(), *number);
        if (!outcome || *outcome != CommitOutcome::Committed)
            return fail(lostAtCommit(done.error(), outcome));
    }
    return written;
}

}  // namespace roster

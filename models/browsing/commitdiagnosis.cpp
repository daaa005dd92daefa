// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/commitdiagnosis.h"
#include "models/browsing/valuetext.h"

#include "models/browsing/lockwait.h"
#include "models/database/transaction.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Gives tr() the context that lupdate files the text under.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TableChanges)
};

const QString uniqueViolation = u"23505"_s;
const QString foreignKeyViolation = u"23503"_s;
const QString notNullViolation = u"23502"_s;
const QString checkViolation = u"23514"_s;

/// Whether one row can be to blame, so that it is worth looking for it.
bool isAboutARow(const Error &error)
{
    const QString state = error.sqlState;
    return error.kind == Error::Kind::Constraint || state.startsWith("22"_L1)  // data exception
        || state.startsWith("44"_L1)                          // a view's check option
        || state == "42501"_L1                                // a row level security policy
        || state == "P0001"_L1 || state.startsWith("09"_L1);  // a trigger
}

}  // namespace

CommitFailure CommitDiagnosis::explain(const Error &error, const QList<ChangeGroup> &groups,
                                       qsizetype failed)
{
    CommitFailure failure;
    failure.error = inWords(error);
    if (!isAboutARow(error))
        return failure;
    const std::optional<Culprit> culprit = find(groups, failed);
    if (!culprit || culprit->error.sqlState == lockNotAvailable)
        return failure;

    const int member = culprit->group.members.constFirst();
    if (culprit->group.kind == ChangeGroup::Kind::Insert)
        failure.newRow = m_changes.inserts.at(member).id;
    else
        failure.primaryKey = m_changes.rows.at(member).primaryKey;
    const QMap<int, SqlValue> values = written(culprit->group);
    failure.column = columnOf(*culprit);
    failure.error = inWords(culprit->error);
    if (culprit->error.sqlState == uniqueViolation)
        failure.error = uniqueInWords(failure.error, values);
    if (culprit->error.sqlState == foreignKeyViolation)
        failure.error = foreignKeyInWords(failure.error, values, failure.primaryKey);
    if (failure.column >= 0 && failure.error.column.isEmpty())
        failure.error.column = m_schema.columns.at(failure.column).name;
    return failure;
}

std::optional<CommitDiagnosis::Culprit> CommitDiagnosis::find(const QList<ChangeGroup> &groups,
                                                              qsizetype failed)
{
    const auto transaction = Transaction::begin(m_session);
    if (!transaction || !limitLockWait(m_session))
        return std::nullopt;
    // A deferred constraint speaks at COMMIT only: let it speak at each row.
    const bool atCommit = failed >= groups.size();
    if (atCommit && !m_session.query(u"SET CONSTRAINTS ALL IMMEDIATE"_s))
        return std::nullopt;
    for (qsizetype i = 0; i < groups.size() && i <= failed; ++i) {
        if (atCommit || i == failed) {
            if (const auto culprit = narrow(groups.at(i)))
                return culprit;
            continue;
        }
        const Statement statement = statementOf(m_schema, m_changes, groups.at(i));
        if (!m_session.query(statement.sql, statement.values))
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<CommitDiagnosis::Culprit> CommitDiagnosis::narrow(const ChangeGroup &group)
{
    const QString savepoint = u"roster_row"_s;
    if (!m_session.query(u"SAVEPOINT "_s + savepoint))
        return std::nullopt;
    const Statement statement = statementOf(m_schema, m_changes, group);
    const Result<ResultSet> done = m_session.query(statement.sql, statement.values);
    if (done) {
        static_cast<void>(m_session.query(u"RELEASE SAVEPOINT "_s + savepoint));
        return std::nullopt;
    }
    if (!undoTo(savepoint))
        return std::nullopt;
    if (group.members.size() == 1)
        return Culprit{group, done.error()};
    ChangeGroup half = group;
    half.members = group.members.first(group.members.size() / 2);
    if (auto culprit = narrow(half))
        return culprit;
    half.members = group.members.sliced(group.members.size() / 2);
    return narrow(half);
}

bool CommitDiagnosis::undoTo(const QString &savepoint)
{
    return m_session.query(u"ROLLBACK TO SAVEPOINT "_s + savepoint)
        && m_session.query(u"RELEASE SAVEPOINT "_s + savepoint);
}

QMap<int, SqlValue> CommitDiagnosis::written(const ChangeGroup &group) const
{
    const int member = group.members.constFirst();
    if (group.kind == ChangeGroup::Kind::Insert)
        return m_changes.inserts.at(member).values;
    return m_changes.rows.at(member).after;
}

QList<int> CommitDiagnosis::constraintColumns(const Error &error) const
{
    QStringList names;
    if (error.table == m_schema.name.name && !error.constraint.isEmpty()) {
        if (error.constraint == m_schema.primaryKeyName)
            names = m_schema.primaryKey;
        for (const UniqueSchema &unique : m_schema.uniques) {
            if (unique.name == error.constraint)
                names = unique.columns;
        }
        for (const ForeignKeySchema &key : m_schema.foreignKeys) {
            if (key.name == error.constraint)
                names = key.columns;
        }
        for (const IndexSchema &index : m_schema.indexes) {
            if (index.name != error.constraint || !names.isEmpty())
                continue;
            for (const IndexColumn &column : index.columns)
                names << column.column;
        }
    }
    QList<int> columns;
    for (const QString &name : names) {
        if (const int column = m_schema.indexOf(name); column >= 0)
            columns << column;
    }
    return columns;
}

int CommitDiagnosis::columnOf(const Culprit &culprit)
{
    if (culprit.group.kind == ChangeGroup::Kind::Delete)
        return -1;
    const Error &error = culprit.error;
    if (!error.column.isEmpty() && error.table == m_schema.name.name)
        return m_schema.indexOf(error.column);
    const QMap<int, SqlValue> values = written(culprit.group);
    for (const int column : constraintColumns(error)) {
        if (values.contains(column))
            return column;
    }
    if (values.size() == 1)
        return values.firstKey();
    for (const CheckSchema &check : m_schema.checks) {
        if (check.name != error.constraint)
            continue;
        for (const int column : values.keys()) {
            const QString name = QRegularExpression::escape(m_schema.columns.at(column).name);
            const QRegularExpression word(u"(?<!\\w)"_s + name + u"(?!\\w)"_s);
            if (check.expression.contains(word))
                return column;
        }
    }
    return error.sqlState.startsWith("22"_L1) ? unreadableColumn(values) : -1;
}

/// The column whose type cannot take its value, by trying each alone.
int CommitDiagnosis::unreadableColumn(const QMap<int, SqlValue> &values)
{
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (!validateAdded(m_schema, it.key(), it.value()))
            return it.key();
        if (!m_session.query(u"SELECT $1::"_s + m_schema.columns.at(it.key()).type, {it.value()}))
            return it.key();
    }
    return -1;
}

Error CommitDiagnosis::inWords(Error error) const
{
    const QString table = m_schema.name.name;
    const QString said = error.message;
    if (error.sqlState == "25006"_L1) {
        error.message = Text::tr("%1 was not changed: this connection may only read.").arg(table);
        error.hint = Text::tr("Connect without the read-only setting, or to the primary server.");
    } else if (error.sqlState == "42501"_L1) {
        error.message = Text::tr("%1 was not changed: %2.").arg(table, said);
        error.hint = Text::tr("Ask its owner for the right, or connect as another role.");
    } else if (error.sqlState == notNullViolation && error.table == table) {
        error.message = Text::tr("%1.%2: it must not be NULL.").arg(table, error.column);
        error.hint = Text::tr("Type a value.");
    } else if (error.sqlState == checkViolation && error.table == table) {
        if (error.constraint.isEmpty()) {  // what PostgreSQL says of partitions has no name
            error.message = Text::tr("%1: no partition takes these values.").arg(table);
            error.hint = Text::tr("Make a partition for them, or choose other values.");
            error.detail = error.detail.isEmpty() ? said : said + u'\n' + error.detail;
            return error;
        }
        error.message = Text::tr("%1: the rule %2 forbids it.").arg(table, error.constraint);
        for (const CheckSchema &check : m_schema.checks) {
            if (check.name == error.constraint)
                error.hint = Text::tr("The rule: %1").arg(check.expression);
        }
    } else if (error.sqlState == "40001"_L1 || error.sqlState == "40P01"_L1) {
        error.message = Text::tr("%1 was not changed: other sessions wrote the same rows at the "
                                 "same time.")
                            .arg(table);
        error.hint = Text::tr("Nothing is lost; commit again.");
    }
    if (error.message != said)
        error.detail = error.detail.isEmpty() ? said : said + u'\n' + error.detail;
    return error;
}

Error CommitDiagnosis::uniqueInWords(Error error, const QMap<int, SqlValue> &values)
{
    const QList<int> columns = constraintColumns(error);
    if (columns.isEmpty())
        return error;
    const QString said = error.message;
    const std::optional<RowKey> holder = holderOf(columns, values);
    if (!holder) {
        error.message =
            Text::tr("%1 must be unique: another row of this commit has it.").arg(namesOf(columns));
    } else {
        error.message = Text::tr("%1 must be unique: %2 has it.")
                            .arg(namesOf(columns), keyText(m_schema, *holder));
    }
    error.detail = error.detail.isEmpty() ? said : said + u'\n' + error.detail;
    const auto isStaged = [&](const RowChange &row) {
        return holder && row.primaryKey == *holder && row.kind == RowChange::Kind::Update;
    };
    error.hint = std::any_of(m_changes.rows.cbegin(), m_changes.rows.cend(), isStaged)
                   ? Text::tr("Values cannot change places in one commit: commit another value in "
                              "between.")
                   : Text::tr("Choose another value.");
    return error;
}

/// The row that has these values in what is committed.
std::optional<RowKey> CommitDiagnosis::holderOf(const QList<int> &columns,
                                                const QMap<int, SqlValue> &values)
{
    QStringList conditions;
    QList<SqlValue> bound;
    for (const int column : columns) {
        if (!values.contains(column))
            return std::nullopt;
        bound << values.value(column);
        const ColumnSchema &target = m_schema.columns.at(column);
        conditions << u"%1 = $%2::%3"_s.arg(quoted(target.name), QString::number(bound.size()),
                                            castType(target));
    }
    QStringList keys;
    for (const QString &key : m_schema.primaryKey)
        keys << quoted(key);
    if (keys.isEmpty())
        return std::nullopt;
    const Result<ResultSet> found =
        m_session.query(u"SELECT "_s + keys.join(", "_L1) + u" FROM "_s + quoted(m_schema)
                            + u" WHERE "_s + conditions.join(" AND "_L1) + u" LIMIT 1"_s,
                        bound);
    if (!found || found->isEmpty())
        return std::nullopt;
    RowKey key;
    for (int i = 0; i < keys.size(); ++i)
        key << found->bytes(0, i).toByteArray();
    return key;
}

Error CommitDiagnosis::foreignKeyInWords(Error error, const QMap<int, SqlValue> &values,
                                         const std::optional<RowKey> &row) const
{
    const QString said = error.message;
    for (const ForeignKeySchema &key : m_schema.foreignKeys) {
        if (key.name != error.constraint || error.table != m_schema.name.name)
            continue;
        QStringList missing;
        for (const QString &column : key.columns)
            missing << valueExcerpt(values.value(m_schema.indexOf(column)));
        error.message = Text::tr("%1: there is no row of %2 with %3 = %4.")
                            .arg(key.columns.join(", "_L1), key.otherTable,
                                 key.otherColumns.join(", "_L1), missing.join(", "_L1));
        error.hint = Text::tr("Choose a value that exists there.");
    }
    if (error.table != m_schema.name.name) {
        error.message =
            Text::tr("%1 %2 is still used by %3.")
                .arg(m_schema.name.name, row ? keyText(m_schema, *row) : QString(), error.table);
        error.hint = Text::tr("Change or delete those rows first.");
    }
    if (error.message != said)
        error.detail = error.detail.isEmpty() ? said : said + u'\n' + error.detail;
    return error;
}

QString CommitDiagnosis::namesOf(const QList<int> &columns) const
{
    QStringList names;
    for (const int column : columns)
        names << m_schema.columns.at(column).name;
    return names.join(", "_L1);
}

}  // namespace roster

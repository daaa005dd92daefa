// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/schemacreation.h"

#include "models/database/session.h"
#include "models/database/transaction.h"
#include "models/schema/alembicnotice.h"
#include "models/schema/arraytext.h"
#include "models/schema/ddl.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SchemaCreation)
};

using Names = QSet<QPair<QString, QString>>;

QPair<QString, QString> pairOf(const TableName &name)
{
    return {name.schema, name.name};
}

/// What of the names that `tables` need is there: relations (indexes too) and types.
struct Present
{
    Names relations;
    Names types;
};

SqlValue textArray(const QStringList &texts)
{
    QList<SqlValue> elements;
    for (const QString &text : texts)
        elements.append(text.toUtf8());
    return arrayText(elements);
}

Result<Names> presentOf(Session &session, const QString &sql, const QList<TableName> &names)
{
    QStringList schemas;
    QStringList objects;
    for (const TableName &name : names) {
        schemas << name.schema;
        objects << name.name;
    }
    const auto rows = session.query(sql, {textArray(schemas), textArray(objects)});
    if (!rows)
        return fail(rows.error());
    Names present;
    for (int row = 0; row < rows->rows(); ++row)
        present.insert({rows->text(row, 0), rows->text(row, 1)});
    return present;
}

Result<Present> findPresent(Session &session, const QList<TableSchema> &tables)
{
    QList<TableName> relations;
    QList<TableName> types;
    for (const TableSchema &table : tables) {
        relations << table.name;
        for (const ForeignKeySchema &key : table.foreignKeys)
            relations << TableName{key.otherSchema, key.otherTable};
        for (const IndexSchema &index : table.indexes)
            relations << TableName{table.name.schema, index.name};
        for (const TypeStatement &type : createTypeStatements(table))
            types << type.type;
    }
    const auto foundRelations = presentOf(session, QString::fromUtf8(R"(
SELECT n.nspname, c.relname
FROM unnest($1::text[], $2::text[]) AS wanted (schema, name)
JOIN pg_catalog.pg_namespace n ON n.nspname = wanted.schema
JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = wanted.name)"),
                                          relations);
    if (!foundRelations)
        return fail(foundRelations.error());
    const auto foundTypes = presentOf(session, QString::fromUtf8(R"(
SELECT n.nspname, t.typname
FROM unnest($1::text[], $2::text[]) AS wanted (schema, name)
JOIN pg_catalog.pg_namespace n ON n.nspname = wanted.schema
JOIN pg_catalog.pg_type t ON t.typnamespace = n.oid AND t.typname = wanted.name)"),
                                      types);
    if (!foundTypes)
        return fail(foundTypes.error());
    return Present{*foundRelations, *foundTypes};
}

/// Puts the tables in order and writes the statements, against what is there already.
class CreationPlan
{
public:
    explicit CreationPlan(Present present) : m_present(std::move(present)) {}

    Result<SchemaCreation> make(const QList<TableSchema> &tables)
    {
        QList<TableSchema> waiting;
        for (const TableSchema &table : tables) {
            if (m_present.relations.contains(pairOf(table.name)))
                addExisting(table);
            else
                waiting.append(table);
        }
        ROSTER_TRY(checkReferences(waiting));
        while (!waiting.isEmpty())
            addTable(takeNext(waiting));
        m_creation.statements += m_late;
        return m_creation;
    }

private:
    bool isThere(const TableSchema &table, const ForeignKeySchema &key) const
    {
        const TableName other{key.otherSchema, key.otherTable};
        return other == table.name || m_present.relations.contains(pairOf(other));
    }

    static Result<void> missingReference(const TableSchema &table, const ForeignKeySchema &key)
    {
        return fail(
            Error::Kind::NotFound,
            Text::tr("The table %1 refers to %2, which is not there and not declared either.")
                .arg(quoted(table.name.schema, table.name.name),
                     quoted(key.otherSchema, key.otherTable)),
            Text::tr("Declare that table, or create it first."));
    }

    Result<void> checkReferences(const QList<TableSchema> &waiting) const
    {
        Names coming;
        for (const TableSchema &table : waiting)
            coming.insert(pairOf(table.name));
        for (const TableSchema &table : waiting) {
            for (const ForeignKeySchema &key : table.foreignKeys) {
                if (!isThere(table, key) && !coming.contains({key.otherSchema, key.otherTable}))
                    return missingReference(table, key);
            }
        }
        return {};
    }

    /// The first table whose foreign keys all find their tables; in a cycle simply the first.
    TableSchema takeNext(QList<TableSchema> &waiting) const
    {
        auto next = std::find_if(waiting.begin(), waiting.end(), [this](const TableSchema &table) {
            return std::all_of(table.foreignKeys.begin(), table.foreignKeys.end(),
                               [&](const ForeignKeySchema &key) { return isThere(table, key); });
        });
        return waiting.takeAt(next == waiting.end() ? 0 : next - waiting.begin());
    }

    void addExisting(const TableSchema &table)
    {
        m_creation.existing.append(table.name);
        for (const IndexSchema &index : table.indexes) {
            if (!m_present.relations.contains({table.name.schema, index.name}))
                m_creation.missingIndexes << createIndexStatement(table, index);
        }
    }

    void addTable(TableSchema table)
    {
        for (const TypeStatement &type : createTypeStatements(table)) {
            if (!m_present.types.contains(pairOf(type.type))) {
                m_creation.statements << type.sql;
                m_present.types.insert(pairOf(type.type));
            }
        }
        const auto waits = [&](const ForeignKeySchema &key) { return !isThere(table, key); };
        for (const ForeignKeySchema &key : std::as_const(table.foreignKeys)) {
            if (waits(key))
                m_late << addForeignKeyStatement(table, key);
        }
        table.foreignKeys.removeIf(waits);
        QStringList statements = createStatements(table);
        statements.remove(0, createTypeStatements(table).size());
        m_creation.statements += statements;
        m_creation.created.append(table.name);
        m_present.relations.insert(pairOf(table.name));
    }

    Present m_present;
    SchemaCreation m_creation;
    QStringList m_late;  ///< foreign keys of cycles
};

// Two programs that create the tables at once: the second waits and then finds them.
constexpr auto lockSql = "SELECT pg_catalog.pg_advisory_xact_lock("
                         "pg_catalog.hashtext('roster: create declared tables'))";

}  // namespace

Result<SchemaCreation> createDeclaredTables(Session &session, const QList<TableSchema> &tables,
                                            CreationMode mode)
{
    const bool really = mode == CreationMode::Create;
    auto transaction = Transaction::begin(session, really ? Transaction::Mode::ReadWrite
                                                          : Transaction::Mode::ReadOnly);
    if (!transaction)
        return fail(transaction.error());
    if (really)
        ROSTER_TRY(session.query(QString::fromUtf8(lockSql)));
    auto present = findPresent(session, tables);
    if (!present)
        return fail(present.error());
    auto creation = CreationPlan(std::move(*present)).make(tables);
    if (!creation)
        return creation;
    auto notice = alembicNotice(session, creation->created);
    if (!notice)
        return fail(notice.error());
    creation->notice = std::move(*notice);
    if (!really)
        return creation;
    for (const QString &statement : std::as_const(creation->statements))
        ROSTER_TRY(session.query(statement));
    ROSTER_TRY(transaction->commit());
    return creation;
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/neededlocks.h"

#include "models/database/session.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

const auto accessShare = u"AccessShareLock"_s;
const auto rowExclusive = u"RowExclusiveLock"_s;
const auto shareUpdateExclusive = u"ShareUpdateExclusiveLock"_s;
const auto share = u"ShareLock"_s;
const auto shareRowExclusive = u"ShareRowExclusiveLock"_s;
const auto accessExclusive = u"AccessExclusiveLock"_s;

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toString();
}

QString nameOf(const QJsonObject &rangeVar)
{
    return quoted(textOf(rangeVar, "schemaname"), textOf(rangeVar, "relname"));
}

/// The relation of a dotted list of names, as DROP and COMMENT have it; `spare`: how many of the
/// last ones name a part of it.
QString nameOf(const QJsonArray &items, int spare = 0)
{
    QStringList parts;
    for (const auto &item : items) {
        parts << textOf(item.toObject().value(u"String"_s).toObject(), "sval");
    }
    for (; spare > 0 && !parts.isEmpty(); --spare)
        parts.removeLast();
    if (parts.isEmpty())
        return {};
    return quoted(parts.size() > 1 ? parts.at(parts.size() - 2) : QString(), parts.last());
}

/// Collects what the statements of a half lock.
class Collector
{
public:
    void take(const QJsonObject &tree)
    {
        const QString kind = tree.isEmpty() ? QString() : tree.keys().first();
        const QJsonObject node = tree.value(kind).toObject();
        if (kind == "CreateStmt"_L1)
            create(node);
        else if (kind == "AlterTableStmt"_L1)
            alter(node);
        else if (kind == "DropStmt"_L1)
            drop(node);
        else if (kind == "IndexStmt"_L1)
            add(relation(node),
                node.value(u"concurrent"_s).toBool() ? shareUpdateExclusive : share);
        else if (kind == "CreateTrigStmt"_L1)
            add(relation(node), shareRowExclusive);
        else if (kind == "CommentStmt"_L1)
            comment(node);
        else if (kind == "InsertStmt"_L1 || kind == "UpdateStmt"_L1 || kind == "DeleteStmt"_L1)
            change(node);
        else if (kind == "SelectStmt"_L1 || kind == "ViewStmt"_L1 || kind == "CreateTableAsStmt"_L1)
            all(node, accessShare);
        else if (kind == "CreateStatsStmt"_L1 || kind == "VacuumStmt"_L1)
            all(node, shareUpdateExclusive);
        else if (kind == "RenameStmt"_L1 || kind == "AlterObjectSchemaStmt"_L1
                 || kind == "TruncateStmt"_L1 || kind == "ClusterStmt"_L1 || kind == "LockStmt"_L1
                 || kind == "ReindexStmt"_L1 || kind == "RuleStmt"_L1
                 || kind == "CreatePolicyStmt"_L1 || kind == "AlterPolicyStmt"_L1
                 || kind == "RefreshMatViewStmt"_L1)
            all(node, accessExclusive);
        for (const QString &name : createdBy(tree))
            m_created.insert(name);
    }

    QList<NeededLock> locks() const { return m_locks; }

private:
    static QJsonObject relation(const QJsonObject &node)
    {
        return node.value(u"relation"_s).toObject();
    }

    void add(const QJsonObject &rangeVar, const QString &mode)
    {
        if (!rangeVar.isEmpty())
            add(nameOf(rangeVar), mode);
    }

    void add(const QString &name, const QString &mode)
    {
        if (name.isEmpty() || m_created.contains(bare(name)))
            return;
        for (NeededLock &lock : m_locks) {
            if (lock.relation == name) {
                if (rank(mode) > rank(lock.mode))
                    lock.mode = mode;
                return;
            }
        }
        m_locks.append({name, mode});
    }

    /// Every relation that stands anywhere below.
    void all(const QJsonValue &value, const QString &mode)
    {
        if (value.isArray()) {
            for (const auto &part : value.toArray())
                all(part, mode);
            return;
        }
        const QJsonObject object = value.toObject();
        if (object.contains(u"relname"_s) && object.contains(u"relpersistence"_s))
            add(object, mode);
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() != "into"_L1 && it.key() != "view"_L1)
                all(*it, mode);
        }
    }

    void create(const QJsonObject &node)
    {
        references(node.value(u"tableElts"_s));
        for (const auto &parent : node.value(u"inhRelations"_s).toArray()) {
            // The parent of a new partition; of an inheriting table less.
            add(parent.toObject().value(u"RangeVar"_s).toObject(),
                node.contains(u"partbound"_s) ? accessExclusive : shareUpdateExclusive);
        }
    }

    /// The other side of each foreign key.
    void references(const QJsonValue &value)
    {
        if (value.isArray()) {
            for (const auto &part : value.toArray())
                references(part);
            return;
        }
        const QJsonObject object = value.toObject();
        if (object.contains(u"pktable"_s))
            add(object.value(u"pktable"_s).toObject(), shareRowExclusive);
        for (const auto &part : object)
            references(part);
    }

    void alter(const QJsonObject &node)
    {
        QString mode = shareUpdateExclusive;
        for (const auto &value : node.value(u"cmds"_s).toArray()) {
            const QJsonObject command = value.toObject().value(u"AlterTableCmd"_s).toObject();
            const QString one = modeOf(command);
            if (rank(one) > rank(mode))
                mode = one;
            references(command.value(u"def"_s));
            const QJsonObject partition =
                command.value(u"def"_s).toObject().value(u"PartitionCmd"_s).toObject();
            if (!partition.isEmpty())
                add(partition.value(u"name"_s).toObject(), accessExclusive);
        }
        add(relation(node), mode);
    }

    static QString modeOf(const QJsonObject &command)
    {
        const QString type = textOf(command, "subtype");
        static const QStringList light{
            u"AT_ValidateConstraint"_s, u"AT_SetStatistics"_s,   u"AT_ClusterOn"_s,
            u"AT_DropCluster"_s,        u"AT_SetOptions"_s,      u"AT_ResetOptions"_s,
            u"AT_SetRelOptions"_s,      u"AT_ResetRelOptions"_s, u"AT_AttachPartition"_s};
        if (light.contains(type))
            return shareUpdateExclusive;
        if (type.startsWith("AT_EnableTrig"_L1) || type.startsWith("AT_DisableTrig"_L1))
            return shareRowExclusive;
        const QJsonObject constraint =
            command.value(u"def"_s).toObject().value(u"Constraint"_s).toObject();
        return textOf(constraint, "contype") == "CONSTR_FOREIGN"_L1 ? shareRowExclusive
                                                                    : accessExclusive;
    }

    void drop(const QJsonObject &node)
    {
        const QString type = textOf(node, "removeType");
        // A trigger, rule or policy stands behind the name of its table.
        const bool isPart =
            type == "OBJECT_TRIGGER"_L1 || type == "OBJECT_RULE"_L1 || type == "OBJECT_POLICY"_L1;
        const bool isRelation = type == "OBJECT_TABLE"_L1 || type == "OBJECT_INDEX"_L1
                             || type == "OBJECT_VIEW"_L1 || type == "OBJECT_MATVIEW"_L1
                             || type == "OBJECT_SEQUENCE"_L1 || type == "OBJECT_FOREIGN_TABLE"_L1;
        if (!isPart && !isRelation)
            return;
        const bool isQuiet = node.value(u"concurrent"_s).toBool();
        for (const auto &value : node.value(u"objects"_s).toArray()) {
            const QJsonArray items =
                value.toObject().value(u"List"_s).toObject().value(u"items"_s).toArray();
            add(nameOf(items, isPart ? 1 : 0), isQuiet ? shareUpdateExclusive : accessExclusive);
        }
    }

    void comment(const QJsonObject &node)
    {
        const QString type = textOf(node, "objtype");
        const QJsonArray items = node.value(u"object"_s)
                                     .toObject()
                                     .value(u"List"_s)
                                     .toObject()
                                     .value(u"items"_s)
                                     .toArray();
        if (type == "OBJECT_TABLE"_L1 || type == "OBJECT_INDEX"_L1 || type == "OBJECT_VIEW"_L1)
            add(nameOf(items), shareUpdateExclusive);
        else if (type == "OBJECT_COLUMN"_L1 || type == "OBJECT_TABCONSTRAINT"_L1)
            add(nameOf(items, 1), shareUpdateExclusive);
    }

    void change(const QJsonObject &node)
    {
        add(relation(node), rowExclusive);
        all(node, accessShare);
    }

    static QString bare(const QString &name)
    {
        return name.startsWith(R"("public".)"_L1) ? name.mid(9) : name;
    }

    static QStringList createdBy(const QJsonObject &tree)
    {
        QJsonObject made = relation(tree.value(u"CreateStmt"_s).toObject());
        if (made.isEmpty())
            made = tree.value(u"CreateTableAsStmt"_s)
                       .toObject()
                       .value(u"into"_s)
                       .toObject()
                       .value(u"rel"_s)
                       .toObject();
        if (made.isEmpty())
            made = tree.value(u"ViewStmt"_s).toObject().value(u"view"_s).toObject();
        QStringList names;
        if (!made.isEmpty())
            names << bare(nameOf(made));
        const QString index = textOf(tree.value(u"IndexStmt"_s).toObject(), "idxname");
        if (!index.isEmpty())
            names << quoted(index);
        return names;
    }

    static int rank(const QString &mode)
    {
        static const QStringList order{
            accessShare, u"RowShareLock"_s, rowExclusive,       shareUpdateExclusive,
            share,       shareRowExclusive, u"ExclusiveLock"_s, accessExclusive};
        return int(order.indexOf(mode));
    }

    QList<NeededLock> m_locks;
    QSet<QString> m_created;
};

constexpr auto tablesSql = R"(
SELECT coalesce(n.nspname || '.' || c.relname, ''), coalesce(c.reltuples, -1)::bigint,
       coalesce(pg_catalog.pg_total_relation_size(c.oid), 0)
FROM pg_catalog.jsonb_array_elements_text($1::jsonb) WITH ORDINALITY AS needed (name, place)
     LEFT JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(needed.name)
     LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
ORDER BY place
)";

}  // namespace

Result<QList<NeededLock>> neededLocks(const Revision &revision, Direction direction)
{
    const auto statements = statementsOf(revision, direction);
    if (!statements)
        return fail(statements.error());
    Collector collector;
    for (const RevisionStatement &statement : *statements) {
        if (const auto tree = parseStatement(statement.sql))
            collector.take(*tree);
    }
    return collector.locks();
}

Result<RevisionLocks> readRevisionLocks(Session &session, const Revision &revision,
                                        Direction direction)
{
    const auto needed = neededLocks(revision, direction);
    if (!needed)
        return fail(needed.error());
    QJsonArray names;
    for (const NeededLock &lock : *needed)
        names << lock.relation;
    const auto rows = session.query(QString::fromUtf8(tablesSql),
                                    {QJsonDocument(names).toJson(QJsonDocument::Compact)});
    if (!rows)
        return fail(rows.error());
    RevisionLocks locks;
    for (int row = 0; row < rows->rows(); ++row) {
        const QString name = rows->text(row, 0);
        const NeededLock &lock = needed->at(row);
        locks.tables.append({name.isEmpty() ? QString(lock.relation).remove(u'"') : name, lock.mode,
                             !name.isEmpty(), rows->integer(row, 1), rows->integer(row, 2)});
    }
    // Every run also writes the version row.
    const auto holders = lockHolders(
        session, *needed + QList<NeededLock>{{u"public.alembic_version"_s, shareRowExclusive}});
    if (!holders)
        return fail(holders.error());
    locks.holders = *holders;
    return locks;
}

}  // namespace roster

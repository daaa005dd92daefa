// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/lintrules.h"

#include "models/database/session.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Lint)
};

QString textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toString();
}

QJsonObject objectOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toObject();
}

QString rewritten()
{
    return Text::tr("ACCESS EXCLUSIVE while the whole table is written anew: nobody reads or "
                    "writes it");
}

QString scanned()
{
    return Text::tr("ACCESS EXCLUSIVE while every row is read: nobody reads or writes the table");
}

QString destroyed()
{
    return Text::tr("ACCESS EXCLUSIVE, at once; the data is gone");
}

/// The last name of a list of String nodes, with what stands before it.
QString dottedName(const QJsonArray &names)
{
    QStringList parts;
    for (const auto &name : names)
        parts << textOf(objectOf(name.toObject(), "String"), "sval");
    return parts.join(u'.');
}

/// `varchar(10)` of a TypeName node, in format_type()'s words where they differ.
QString typeText(const QJsonObject &type)
{
    static const QHash<QString, QString> words{{u"varchar"_s, u"character varying"_s},
                                               {u"bpchar"_s, u"character"_s},
                                               {u"int2"_s, u"smallint"_s},
                                               {u"int4"_s, u"integer"_s},
                                               {u"int8"_s, u"bigint"_s},
                                               {u"bool"_s, u"boolean"_s},
                                               {u"float4"_s, u"real"_s},
                                               {u"float8"_s, u"double precision"_s},
                                               {u"timestamp"_s, u"timestamp without time zone"_s},
                                               {u"timestamptz"_s, u"timestamp with time zone"_s}};
    const QString name = dottedName(type.value(u"names"_s).toArray()).section(u'.', -1);
    QStringList modifiers;
    for (const auto &modifier : type.value(u"typmods"_s).toArray()) {
        const QJsonObject value = objectOf(objectOf(modifier.toObject(), "A_Const"), "ival");
        modifiers << QString::number(value.value(u"ival"_s).toInt());
    }
    const QString text = words.value(name, name);
    const QString size = modifiers.isEmpty() ? QString() : u'(' + modifiers.join(u',') + u')';
    const qsizetype blank = text.startsWith("timestamp"_L1) ? text.indexOf(u' ') : -1;
    const QString array = type.contains(u"arrayBounds"_s) ? u"[]"_s : QString();
    return (blank < 0 ? text + size : text.left(blank) + size + text.mid(blank)) + array;
}

/// Whether an expression has a function that gives another value each time.
bool isVolatile(const QJsonValue &expression)
{
    static const QStringList stable{u"now"_s,   u"current_setting"_s, u"timezone"_s,
                                    u"lower"_s, u"upper"_s,           u"to_timestamp"_s};
    if (expression.isArray()) {
        for (const auto &part : expression.toArray()) {
            if (isVolatile(part))
                return true;
        }
        return false;
    }
    const QJsonObject object = expression.toObject();
    if (object.contains(u"FuncCall"_s)) {
        const QString name =
            dottedName(objectOf(object, "FuncCall").value(u"funcname"_s).toArray());
        if (!stable.contains(name.section(u'.', -1)))
            return true;
    }
    for (const auto &part : object) {
        if (isVolatile(part))
            return true;
    }
    return false;
}

/// What is said of one subcommand of ALTER TABLE.
class AlterRules
{
public:
    AlterRules(QString schema, QString table, const QJsonObject &command)
        : m_schema(std::move(schema)),
          m_table(std::move(table)),
          m_command(command),
          m_name(textOf(command, "name"))
    {
    }

    QList<LintMatch> matches()
    {
        const QString type = textOf(m_command, "subtype");
        if (type == "AT_DropColumn"_L1)
            add(u"destructive"_s, m_name, LintClass::Destructive, destroyed());
        else if (type == "AT_AddColumn"_L1)
            addColumn(objectOf(objectOf(m_command, "def"), "ColumnDef"));
        else if (type == "AT_AlterColumnType"_L1)
            changeType();
        else if (type == "AT_SetNotNull"_L1)
            setNotNull();
        else if (type == "AT_AddConstraint"_L1)
            addConstraint(objectOf(objectOf(m_command, "def"), "Constraint"), {});
        else if (type == "AT_SetUnLogged"_L1 || type == "AT_SetLogged"_L1
                 || type == "AT_SetAccessMethod"_L1)
            add(u"rewrite"_s, {}, LintClass::Rewrite, rewritten());
        return m_matches;
    }

private:
    QString target() const { return quoted(m_schema, m_table); }

    void add(const QString &rule, const QString &column, LintClass cost, const QString &effect,
             const QString &rewrite = {}, const QString &newType = {})
    {
        m_matches.append({rule, m_schema, m_table, column, cost, effect, rewrite, newType});
    }

    void addColumn(const QJsonObject &column);
    void changeType();
    void setNotNull();
    void addConstraint(const QJsonObject &constraint, const QString &column);

    QString m_schema;
    QString m_table;
    const QJsonObject &m_command;
    QString m_name;
    QList<LintMatch> m_matches;
};

void AlterRules::addColumn(const QJsonObject &column)
{
    const QString name = textOf(column, "colname");
    const QString type = typeText(objectOf(column, "typeName"));
    bool rewrites = type.contains("serial"_L1);
    bool hasDefault = rewrites;
    bool isNotNull = false;
    for (const auto &value : column.value(u"constraints"_s).toArray()) {
        const QJsonObject constraint = objectOf(value.toObject(), "Constraint");
        const QString kind = textOf(constraint, "contype");
        if (kind == "CONSTR_DEFAULT"_L1) {
            hasDefault = true;
            rewrites = rewrites || isVolatile(constraint.value(u"raw_expr"_s));
        } else if (kind == "CONSTR_IDENTITY"_L1 || kind == "CONSTR_GENERATED"_L1) {
            hasDefault = rewrites = true;
        } else if (kind == "CONSTR_NOTNULL"_L1) {
            isNotNull = true;
        } else {
            addConstraint(constraint, name);
        }
    }
    if (rewrites) {
        add(u"rewrite"_s, name, LintClass::Rewrite, rewritten(),
            Text::tr("Add the column without its default, fill it in batches, then set the "
                     "default."));
    } else if (isNotNull && !hasDefault) {
        add(u"not-null"_s, name, LintClass::Rewrite,
            Text::tr("it fails: the rows that are there have no value for it"),
            u"ALTER TABLE %1 ADD COLUMN %2 %3 DEFAULT … NOT NULL"_s.arg(target(), quoted(name),
                                                                        type));
    }
}

void AlterRules::changeType()
{
    const QJsonObject column = objectOf(objectOf(m_command, "def"), "ColumnDef");
    add(u"rewrite"_s, m_name, LintClass::Rewrite, rewritten(),
        Text::tr("Add a column of the new type, fill it in batches, then let it take the name."),
        typeText(objectOf(column, "typeName")));
}

void AlterRules::setNotNull()
{
    const QString check = quoted(m_table + u'_' + m_name + u"_not_null"_s);
    add(u"scan"_s, m_name, LintClass::Scan, scanned(),
        u"ALTER TABLE %1 ADD CONSTRAINT %2 CHECK (%3 IS NOT NULL) NOT VALID;\n"
        "ALTER TABLE %1 VALIDATE CONSTRAINT %2;  -- in a revision of its own\n"
        "ALTER TABLE %1 ALTER COLUMN %3 SET NOT NULL;\nALTER TABLE %1 DROP CONSTRAINT %2;"_s.arg(
            target(), check, quoted(m_name)));
}

void AlterRules::addConstraint(const QJsonObject &constraint, const QString &column)
{
    const QString kind = textOf(constraint, "contype");
    const QString name = textOf(constraint, "conname");
    const bool isNotValid = constraint.value(u"skip_validation"_s).toBool();
    if (kind == "CONSTR_FOREIGN"_L1 && !isNotValid) {
        add(u"foreign-key"_s, column, LintClass::Scan,
            Text::tr("SHARE ROW EXCLUSIVE on this table and on the other one while every row is "
                     "checked: nobody writes either"),
            u"… NOT VALID;\nALTER TABLE %1 VALIDATE CONSTRAINT %2;  -- in a revision of its own"_s
                .arg(target(), quoted(name.isEmpty() ? u"…"_s : name)));
    } else if (kind == "CONSTR_CHECK"_L1 && !isNotValid && column.isEmpty()) {
        add(u"scan"_s, {}, LintClass::Scan, scanned(),
            u"… NOT VALID;\nALTER TABLE %1 VALIDATE CONSTRAINT %2;  -- in a revision of its own"_s
                .arg(target(), quoted(name.isEmpty() ? u"…"_s : name)));
    } else if ((kind == "CONSTR_UNIQUE"_L1 || kind == "CONSTR_PRIMARY"_L1)
               && textOf(constraint, "indexname").isEmpty()) {
        add(u"scan"_s, column, LintClass::Scan, scanned(),
            u"CREATE UNIQUE INDEX CONCURRENTLY %2 ON %1 (…);  -- transaction: no\n"
            "ALTER TABLE %1 ADD CONSTRAINT … %3 USING INDEX %2;"_s.arg(
                target(), quoted(name.isEmpty() ? u"…"_s : name),
                kind == "CONSTR_UNIQUE"_L1 ? u"UNIQUE"_s : u"PRIMARY KEY"_s));
    } else if (kind == "CONSTR_EXCLUSION"_L1) {
        add(u"scan"_s, column, LintClass::Scan, scanned());
    }
}

QList<LintMatch> dropMatches(const QJsonObject &drop)
{
    static const QStringList kinds{u"OBJECT_TABLE"_s, u"OBJECT_MATVIEW"_s, u"OBJECT_SEQUENCE"_s,
                                   u"OBJECT_SCHEMA"_s, u"OBJECT_TYPE"_s};
    QList<LintMatch> matches;
    if (!kinds.contains(textOf(drop, "removeType")))
        return matches;
    for (const auto &value : drop.value(u"objects"_s).toArray()) {
        const QString name =
            dottedName(objectOf(value.toObject(), "List").value(u"items"_s).toArray());
        matches.append({u"destructive"_s,
                        name.contains(u'.') ? name.section(u'.', 0, 0) : u""_s,
                        name.section(u'.', -1),
                        {},
                        LintClass::Destructive,
                        destroyed()});
    }
    return matches;
}

LintMatch onRelation(const QJsonObject &relation, const QString &rule, LintClass cost,
                     const QString &effect, const QString &rewrite = {})
{
    return {rule,   textOf(relation, "schemaname"), textOf(relation, "relname"), {}, cost, effect,
            rewrite};
}

QList<LintMatch> indexMatches(const QJsonObject &index)
{
    if (index.value(u"concurrent"_s).toBool())
        return {};
    return {onRelation(objectOf(index, "relation"), u"index"_s, LintClass::BlocksWrites,
                       Text::tr("SHARE while the index is built: nobody writes the table"),
                       u"CREATE INDEX CONCURRENTLY …  -- transaction: no"_s)};
}

QList<LintMatch> alterMatches(const QJsonObject &alter)
{
    QList<LintMatch> matches;
    if (textOf(alter, "objtype") != "OBJECT_TABLE"_L1)
        return matches;
    const QJsonObject relation = objectOf(alter, "relation");
    for (const auto &value : alter.value(u"cmds"_s).toArray()) {
        const QJsonObject command = objectOf(value.toObject(), "AlterTableCmd");
        matches += AlterRules(textOf(relation, "schemaname"), textOf(relation, "relname"), command)
                       .matches();
    }
    return matches;
}

}  // namespace

QStringList createdRelations(const QJsonObject &tree)
{
    QJsonObject relation = objectOf(objectOf(tree, "CreateStmt"), "relation");
    if (relation.isEmpty()) {
        relation = objectOf(objectOf(objectOf(tree, "CreateTableAsStmt"), "into"), "rel");
    }
    return relation.isEmpty() ? QStringList() : QStringList{textOf(relation, "relname")};
}

QList<LintMatch> lintMatches(const QJsonObject &tree)
{
    const QString kind = tree.isEmpty() ? QString() : tree.keys().first();
    const QJsonObject node = tree.value(kind).toObject();
    if (kind == "AlterTableStmt"_L1)
        return alterMatches(node);
    if (kind == "DropStmt"_L1)
        return dropMatches(node);
    if (kind == "IndexStmt"_L1)
        return indexMatches(node);
    if (kind == "TruncateStmt"_L1) {
        QList<LintMatch> matches;
        for (const auto &value : node.value(u"relations"_s).toArray())
            matches << onRelation(objectOf(value.toObject(), "RangeVar"), u"destructive"_s,
                                  LintClass::Destructive, destroyed());
        return matches;
    }
    if ((kind == "UpdateStmt"_L1 || kind == "DeleteStmt"_L1) && !node.contains(u"whereClause"_s)) {
        return {
            onRelation(objectOf(node, "relation"),
                       kind == "DeleteStmt"_L1 ? u"destructive"_s : u"bulk-update"_s,
                       kind == "DeleteStmt"_L1 ? LintClass::Destructive : LintClass::BlocksWrites,
                       Text::tr("every row is changed and stays locked to the end"),
                       Text::tr("Change the rows in batches, with transaction: no."))};
    }
    if (kind == "RenameStmt"_L1 && textOf(node, "renameType") != "OBJECT_TABCONSTRAINT"_L1) {
        return {onRelation(objectOf(node, "relation"), u"rename"_s, LintClass::Instant,
                           Text::tr("ACCESS EXCLUSIVE, at once; programs that run now use the old "
                                    "name"))};
    }
    return {};
}

bool isInstantTypeChange(const QString &from, const QString &to)
{
    if (from == to)
        return true;
    static const QRegularExpression shape(u"^([a-z ]+?)(?:\\((\\d+)(?:,(\\d+))?\\))?$"_s);
    const auto a = shape.match(from);
    const auto b = shape.match(to);
    if (!a.hasMatch() || !b.hasMatch())
        return false;
    const QString varying = u"character varying"_s;
    const bool isText = a.captured(1) == varying || a.captured(1) == "text"_L1;
    if (isText && (to == "text"_L1 || to == varying))
        return true;
    if (a.captured(1) != b.captured(1))
        return false;
    if (a.captured(1) == varying)
        return a.hasCaptured(2) && b.captured(2).toInt() >= a.captured(2).toInt();
    if (a.captured(1) == "numeric"_L1)
        return to == "numeric"_L1
            || (b.captured(3).toInt() == a.captured(3).toInt() && a.hasCaptured(2)
                && b.captured(2).toInt() >= a.captured(2).toInt());
    return false;
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/renames.h"

#include "models/database/session.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

class RenamesText
{
    Q_DECLARE_TR_FUNCTIONS(Renames)
};

bool isNamed(const SchemaObject &object, const QString &name)
{
    QString full = bareName(object.schema) + u'.';
    switch (object.kind) {
    case ObjectKind::Schema:
        return bareName(object.name) == name;
    case ObjectKind::Column:
        full += bareName(object.relation) + u'.' + bareName(object.name);
        break;
    case ObjectKind::Table:
    case ObjectKind::View:
    case ObjectKind::MaterializedView:
    case ObjectKind::Sequence:
    case ObjectKind::Enum:
    case ObjectKind::Domain:
    case ObjectKind::CompositeType:
    case ObjectKind::RangeType:
        full += bareName(object.name);
        break;
    default:
        return false;
    }
    return full == name || full == u"public."_s + name;
}

QString keywords(const SchemaObject &object)
{
    if (object.kind == ObjectKind::Enum || object.kind == ObjectKind::CompositeType
        || object.kind == ObjectKind::RangeType)
        return u"TYPE"_s;
    return kindKey(object.kind).toUpper().replace(u'_', u' ');
}

QString statementFor(const SchemaObject &object, const QString &name)
{
    const QString to = quoted(name);
    switch (object.kind) {
    case ObjectKind::Column:
        return u"ALTER TABLE %1 RENAME COLUMN %2 TO %3"_s.arg(object.qualifiedRelation(),
                                                              object.name, to);
    default:
        return u"ALTER %1 %2 RENAME TO %3"_s.arg(keywords(object), object.qualifiedName(), to);
    }
}

/// The new name without what `object` is in, if it repeats that: `public.b` of `public.a`,
/// `t.b` of `t.a`.
QString withoutPlace(const SchemaObject &object, const QString &name)
{
    QStringList places{bareName(object.schema)};
    if (object.kind == ObjectKind::Column) {
        const QString relation = bareName(object.relation);
        places = {bareName(object.schema) + u'.' + relation, relation};
    }
    for (const QString &place : std::as_const(places)) {
        if (!place.isEmpty() && name.startsWith(place + u'.'))
            return name.sliced(place.size() + 1);
    }
    return name;
}

struct Rename
{
    const SchemaObject *object = nullptr;
    QString to;  ///< without quotes
};

/// A schema's name once the renames are carried out.
QString renamedSchema(const QString &schema, const QList<Rename> &renames)
{
    const auto rename = std::ranges::find_if(renames, [&schema](const Rename &one) {
        return one.object->kind == ObjectKind::Schema && one.object->name == schema;
    });
    return bareName(rename == renames.cend() ? schema : rename->to);
}

QString bareColumn(const SchemaObject &column)
{
    return QStringList{bareName(column.schema), bareName(column.relation), bareName(column.name)}
        .join(u'.');
}

/// A column's full name, without quotes, once the renames are carried out.
QString renamedColumn(const SchemaObject &column, const QList<Rename> &renames)
{
    SchemaObject after = column;
    for (const Rename &rename : renames) {
        const SchemaObject &object = *rename.object;
        if (object.kind == ObjectKind::Table && column.schema == object.schema
            && column.relation == object.name)
            after.relation = quoted(rename.to);
        if (object.kind == ObjectKind::Column && column.identity() == object.identity())
            after.name = quoted(rename.to);
    }
    after.schema = renamedSchema(column.schema, renames);
    return bareColumn(after);
}

QStringList sequenceRenames(const SchemaSnapshot &from, const QList<Rename> &renames,
                            const SchemaSnapshot &to)
{
    const auto columnOf = [](const SchemaSnapshot &snapshot, const SchemaObject &owner) {
        return snapshot.find(u"column "_s + owner.value(Property::Column));
    };
    QHash<QString, const SchemaObject *> owners;
    for (const SchemaObject &object : to.objects()) {
        const SchemaObject *column =
            object.kind == ObjectKind::SequenceOwner ? columnOf(to, object) : nullptr;
        if (column)
            owners.insert(bareColumn(*column), &object);
    }
    QStringList statements;
    for (const SchemaObject &object : from.objects()) {
        const SchemaObject *column =
            object.kind == ObjectKind::SequenceOwner ? columnOf(from, object) : nullptr;
        const SchemaObject *wanted =
            column ? owners.value(renamedColumn(*column, renames)) : nullptr;
        if (!wanted || bareName(wanted->schema) != renamedSchema(object.schema, renames)
            || wanted->name == object.name
            || from.find(u"sequence %1.%2"_s.arg(object.schema, wanted->name))
            || to.find(u"sequence %1.%2"_s.arg(wanted->schema, object.name)))
            continue;
        statements << u"ALTER SEQUENCE %1 RENAME TO %2"_s.arg(object.qualifiedName(), wanted->name);
    }
    return statements;
}

/// The indexes that a renamed partition has from its parent have names after it.
QStringList indexRenames(const SchemaSnapshot &from, const QList<Rename> &renames,
                         const SchemaSnapshot &to)
{
    const auto key = [](const SchemaObject &clone) {
        const QString definition = clone.value(Property::Definition);
        return kindKey(clone.kind) + u' ' + definition.mid(definition.indexOf(" USING "_L1));
    };
    QStringList statements;
    for (const Rename &rename : renames) {
        const SchemaObject &table = *rename.object;
        if (table.kind != ObjectKind::Table || !table.has(Property::PartitionOf))
            continue;
        QHash<QString, QString> wanted;
        for (const SchemaObject &clone : to.clones()) {
            if (bareName(clone.schema) == renamedSchema(table.schema, renames)
                && bareName(clone.relation) == rename.to)
                wanted.insert(key(clone), clone.name);
        }
        for (const SchemaObject &clone : from.clones()) {
            if (clone.schema != table.schema || clone.relation != table.name
                || clone.sharedName().isEmpty())
                continue;
            const QString name = wanted.take(key(clone));
            if (name.isEmpty() || name == clone.name)
                continue;
            statements << u"ALTER INDEX IF EXISTS %1.%2 RENAME TO %3"_s.arg(clone.schema,
                                                                            clone.name, name);
        }
    }
    return statements;
}

/// The object of that name, where tables count before anything else.
const SchemaObject *objectNamed(const SchemaSnapshot &snapshot, const QString &name)
{
    const SchemaObject *found = nullptr;
    for (const SchemaObject &object : snapshot.objects()) {
        const bool isBetter =
            !found || object.kind == ObjectKind::Table || found->kind == ObjectKind::Schema;
        if (isBetter && isNamed(object, name))
            found = &object;
    }
    return found;
}

/// Columns go by the names that their tables had, so they come first, and schemas last.
int place(const SchemaObject &object)
{
    return object.kind == ObjectKind::Column ? 0 : object.kind == ObjectKind::Schema ? 2 : 1;
}

}  // namespace

QString bareName(QString name)
{
    if (name.startsWith(u'"')) {
        name = name.mid(1, name.size() - 2);
        name.replace(u"\"\""_s, u"\""_s);
    }
    return name;
}

Result<QStringList> renameStatements(const SchemaSnapshot &snapshot, const QStringList &renames,
                                     const SchemaSnapshot &to)
{
    QList<Rename> carriedOut;
    for (const QString &rename : renames) {
        const qsizetype sign = rename.indexOf(u'=');
        const QString from = rename.left(sign).trimmed();
        const QString name = rename.mid(sign + 1).trimmed();
        if (sign < 1 || name.isEmpty()) {
            return fail(Error::Kind::Usage,
                        RenamesText::tr("--rename %1 says no rename.").arg(rename),
                        RenamesText::tr("Write table.column=new or table=new."));
        }
        const SchemaObject *found = objectNamed(snapshot, from);
        if (!found) {
            return fail(Error::Kind::NotFound,
                        RenamesText::tr("--rename %1: there is no table or column %2 to rename.")
                            .arg(rename, from));
        }
        carriedOut.append({found, withoutPlace(*found, name)});
    }
    std::ranges::stable_sort(carriedOut, {},
                             [](const Rename &rename) { return place(*rename.object); });
    QStringList statements;
    QStringList last;
    for (const Rename &rename : std::as_const(carriedOut)) {
        QStringList &list = rename.object->kind == ObjectKind::Schema ? last : statements;
        list << statementFor(*rename.object, rename.to);
    }
    return statements + sequenceRenames(snapshot, carriedOut, to)
         + indexRenames(snapshot, carriedOut, to) + last;
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/renames.h"

#include "models/database/session.h"

#include <QCoreApplication>

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
    case ObjectKind::Column:
        full += bareName(object.relation) + u'.' + bareName(object.name);
        break;
    case ObjectKind::Table:
    case ObjectKind::View:
    case ObjectKind::MaterializedView:
    case ObjectKind::Sequence:
    case ObjectKind::Enum:
    case ObjectKind::Domain:
        full += bareName(object.name);
        break;
    default:
        return false;
    }
    return full == name || full == u"public."_s + name;
}

QString statementFor(const SchemaObject &object, const QString &name)
{
    const QString to = quoted(name);
    switch (object.kind) {
    case ObjectKind::Column:
        return u"ALTER TABLE %1 RENAME COLUMN %2 TO %3"_s.arg(object.qualifiedRelation(),
                                                              object.name, to);
    case ObjectKind::Enum:
        return u"ALTER TYPE %1 RENAME TO %2"_s.arg(object.qualifiedName(), to);
    default:
        return u"ALTER %1 %2 RENAME TO %3"_s.arg(kindKey(object.kind).toUpper().replace(u'_', u' '),
                                                 object.qualifiedName(), to);
    }
}

struct Rename
{
    const SchemaObject *object = nullptr;
    QString to;  ///< without quotes
};

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
        if (!wanted || wanted->schema != object.schema || wanted->name == object.name
            || from.find(u"sequence "_s + wanted->qualifiedName())
            || to.find(u"sequence "_s + object.qualifiedName()))
            continue;
        statements << u"ALTER SEQUENCE %1 RENAME TO %2"_s.arg(object.qualifiedName(), wanted->name);
    }
    return statements;
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
    QStringList statements;
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
        const SchemaObject *found = nullptr;
        for (const SchemaObject &object : snapshot.objects()) {
            if (isNamed(object, from) && (!found || object.kind == ObjectKind::Table))
                found = &object;
        }
        if (!found) {
            return fail(Error::Kind::NotFound,
                        RenamesText::tr("--rename %1: there is no table or column %2 to rename.")
                            .arg(rename, from));
        }
        statements << statementFor(*found, name);
        carriedOut.append({found, name});
    }
    return statements + sequenceRenames(snapshot, carriedOut, to);
}

}  // namespace roster

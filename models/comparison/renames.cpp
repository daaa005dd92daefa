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

}  // namespace

QString bareName(QString name)
{
    if (name.startsWith(u'"')) {
        name = name.mid(1, name.size() - 2);
        name.replace(u"\"\""_s, u"\""_s);
    }
    return name;
}

Result<QStringList> renameStatements(const SchemaSnapshot &snapshot, const QStringList &renames)
{
    QStringList statements;
    for (const QString &rename : renames) {
        const qsizetype sign = rename.indexOf(u'=');
        const QString from = rename.left(sign).trimmed();
        const QString to = rename.mid(sign + 1).trimmed();
        if (sign < 1 || to.isEmpty()) {
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
        statements << statementFor(*found, to);
    }
    return statements;
}

}  // namespace roster

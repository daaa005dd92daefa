// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/autogenerate.h"

#include "models/database/session.h"
#include "models/schema/declaredtables.h"

using namespace Qt::StringLiterals;

namespace roster {

QString declaredFingerprintOf(const SchemaSnapshot &snapshot)
{
    QStringList names;
    for (const TableSchema &table : declaredTables())
        names << table.name.schema + u'.' + table.name.name;
    const SchemaSnapshot declared = snapshot.filtered([&](const SchemaObject &object) {
        return object.kind == ObjectKind::Table && names.contains(object.qualifiedName());
    });
    return u"%1:sha256:%2"_s.arg(snapshot.majorVersion()).arg(declared.fingerprint());
}

Result<QString> declaredFingerprint(Session &session)
{
    const auto snapshot = SchemaSnapshot::read(session);
    if (!snapshot)
        return fail(snapshot.error());
    return declaredFingerprintOf(*snapshot);
}

}  // namespace roster

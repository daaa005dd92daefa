// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/changescript.h"

#include "models/comparison/changeplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

QString ChangeScript::toSql() const
{
    QString text;
    for (const ScriptStatement &statement : statements) {
        const QStringList notes = statement.note.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &note : notes)
            text += u"-- "_s + note + u'\n';
        text += statement.sql + u";\n"_s;
    }
    return text;
}

bool ChangeScript::isDestructive() const
{
    return std::any_of(statements.cbegin(), statements.cend(),
                       [](const ScriptStatement &statement) { return statement.isDestructive; });
}

ChangeScript changeScript(const SchemaSnapshot &from, const SchemaSnapshot &to)
{
    return ChangePlan(from, to).script();
}

}  // namespace roster

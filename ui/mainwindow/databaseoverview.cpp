// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/databaseoverview.h"

#include "models/database/connections.h"
#include "models/schema/catalogue.h"
#include "models/schema/declaredtables.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// The table that most people come for.
bool isMain(const TableName &table)
{
    return table == TableName{u"public"_s, u"players"_s};
}

DatabaseOverview overviewOf(const ServerInfo &server, const QList<RelationInfo> &relations)
{
    DatabaseOverview overview;
    overview.server = server;
    QList<TableName> declared;
    for (const TableSchema &table : declaredTables())
        declared << table.name;
    overview.missing = declared;
    for (const OptionalTable &optional : optionalTables())
        declared << optional.table.name;
    for (const RelationInfo &relation : relations) {
        overview.missing.removeAll(relation.name);
        overview.relations << RelationEntry{relation.name, relation.kind,
                                            declared.contains(relation.name)};
    }
    std::stable_sort(overview.relations.begin(), overview.relations.end(),
                     [](const RelationEntry &a, const RelationEntry &b) {
                         const auto rank = [](const RelationEntry &relation) {
                             return isMain(relation.name) ? 0 : relation.declared ? 1 : 2;
                         };
                         return rank(a) < rank(b);
                     });
    return overview;
}

}  // namespace

const RelationEntry *DatabaseOverview::find(const TableName &table) const
{
    const auto at = std::find_if(relations.cbegin(), relations.cend(),
                                 [&](const RelationEntry &each) { return each.name == table; });
    return at == relations.cend() ? nullptr : &*at;
}

QString titleOf(const RelationEntry &relation)
{
    QString title = relation.name.name;
    if (relation.declared) {
        title.replace(u'_', u' ');
        title.replace(0, 1, title.first(1).toUpper());
        title = QCoreApplication::translate("Tables", title.toUtf8().constData());
    }
    return title;
}

Running<Result<DatabaseOverview>> readOverview(Connections &connections)
{
    return connections.page().run(
        QCoreApplication::translate("DatabaseOverview", "Read the list of tables"),
        [](Session &session, Progress &) -> Result<DatabaseOverview> {
            const auto server = readServerInfo(session);
            if (!server)
                return fail(server.error());
            const auto relations = listRelations(session);
            if (!relations)
                return fail(relations.error());
            return overviewOf(*server, *relations);
        },
        Job::Visibility::Quiet);
}

}  // namespace roster

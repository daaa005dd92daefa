// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_SNAPSHOTQUERYPARTS_H
#define ROSTER_COMPARISON_SNAPSHOTQUERYPARTS_H

#include <QString>

namespace roster {

/// The name of relation c in namespace n.
inline constexpr auto qualified = "quote_ident(n.nspname) || '.' || quote_ident(c.relname)";

/// Conditions on namespace n and the object: no system's, no extension's.
QString own(const char *catalogue, const char *oid);
/// The same of relation c, and not Alembic's.
QString ownRelation();
/// GRANT statements of an access list; `publicByDefault`: PUBLIC has rights where nothing is said.
QString grants(const char *acl, const char *owner, const char *what, bool publicByDefault);

QString tablesSql();
QString columnsSql();
QString defaultsSql();
QString constraintsSql(const char *types);
QString indexesSql();
/// What partitions and heirs have from their parents.
QString constraintClonesSql(const char *types);
QString indexClonesSql();
QString viewsSql(const char *letter);

QString aggregatesSql();
QString operatorsSql();
QString ownCastsSql();
QString textSearchDictionariesSql();
QString textSearchConfigurationsSql();
QString foreignDataWrappersSql();
QString serversSql();
QString foreignTablesSql();
QString publicationsSql(int majorVersion);

}  // namespace roster

#endif

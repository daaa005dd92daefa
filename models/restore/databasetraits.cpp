// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/databasetraits.h"

#include "models/database/session.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

constexpr auto traitsSql = R"(
SELECT d.oid, d.datname, r.rolname, r.rolsuper, pg_catalog.pg_has_role(d.datdba, 'USAGE'),
       pg_catalog.pg_encoding_to_char(d.encoding), d.datcollate, d.datctype, %1,
       t.spcname, d.datconnlimit, d.datistemplate, d.datallowconn, d.datacl IS NULL,
       pg_catalog.shobj_description(d.oid, 'pg_database'),
       CASE WHEN pg_catalog.has_database_privilege(d.oid, 'CONNECT')
            THEN pg_catalog.pg_database_size(d.oid) ELSE -1 END
FROM pg_catalog.pg_database d JOIN pg_catalog.pg_roles r ON r.oid = d.datdba
JOIN pg_catalog.pg_tablespace t ON t.oid = d.dattablespace WHERE )";

constexpr auto grantsSql = R"(
SELECT pg_catalog.pg_get_userbyid(a.grantor),
       CASE WHEN a.grantee = 0 THEN '' ELSE pg_catalog.pg_get_userbyid(a.grantee) END,
       a.privilege_type, a.is_grantable
FROM pg_catalog.pg_database d,
     pg_catalog.aclexplode(d.datacl) WITH ORDINALITY AS a(grantor, grantee, privilege_type,
                                                          is_grantable, place)
WHERE d.oid = $1::oid ORDER BY a.place)";

constexpr auto settingsSql = R"(
SELECT coalesce(r.rolname, ''), pg_catalog.split_part(c.setting, '=', 1),
       substr(c.setting, strpos(c.setting, '=') + 1)
FROM pg_catalog.pg_db_role_setting s LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole,
     unnest(s.setconfig) WITH ORDINALITY AS c(setting, place)
WHERE s.setdatabase = $1::oid ORDER BY r.rolname NULLS FIRST, c.place)";

constexpr auto labelsSql = R"(
SELECT provider, label FROM pg_catalog.pg_shseclabel
WHERE objoid = $1::oid AND classoid = 'pg_catalog.pg_database'::pg_catalog.regclass
ORDER BY provider)";

QString localeColumns(int version)
{
    if (version >= 170000)
        return u"d.datlocprovider, d.datlocale, d.daticurules"_s;
    if (version >= 160000)
        return u"d.datlocprovider, d.daticulocale, d.daticurules"_s;
    return version >= 150000 ? u"d.datlocprovider, d.daticulocale, ''"_s : u"'', '', ''"_s;
}

QString grantee(const QString &role)
{
    return role.isEmpty() ? u"PUBLIC"_s : quoted(role);
}

/// The variables whose value is a list of quoted names (GUC_LIST_QUOTE; pg_dump has the same list).
bool isQuotedList(const QString &name)
{
    static const QSet<QString> lists{u"local_preload_libraries"_s,   u"search_path"_s,
                                     u"session_preload_libraries"_s, u"shared_preload_libraries"_s,
                                     u"temp_tablespaces"_s,          u"unix_socket_directories"_s};
    return lists.contains(name.toLower());
}

/// The elements of `a, "B c"`.
QStringList listElements(const QString &value)
{
    QStringList elements;
    QString element;
    bool isQuoted = false;
    for (qsizetype at = 0; at < value.size(); ++at) {
        const QChar character = value.at(at);
        if (character == u'"') {
            const bool isDoubled = isQuoted && at + 1 < value.size() && value.at(at + 1) == u'"';
            if (isDoubled) {
                element += character;
                ++at;
            } else {
                isQuoted = !isQuoted;
            }
        } else if (character == u',' && !isQuoted) {
            elements << element;
            element.clear();
        } else if (isQuoted || !character.isSpace()) {
            element += character;
        }
    }
    elements << element;
    return elements;
}

Result<void> readParts(Session &session, DatabaseTraits &traits, bool hasGrants)
{
    const QList<SqlValue> oid{QByteArray::number(traits.oid)};
    const auto grants = session.query(QString::fromUtf8(grantsSql), oid);
    if (!grants)
        return fail(grants.error());
    if (hasGrants) {
        traits.grants.emplace();
        for (int row = 0; row < grants->rows(); ++row)
            *traits.grants << DatabaseGrant{grants->text(row, 0), grants->text(row, 1),
                                            grants->text(row, 2), grants->boolean(row, 3)};
    }
    const auto settings = session.query(QString::fromUtf8(settingsSql), oid);
    if (!settings)
        return fail(settings.error());
    for (int row = 0; row < settings->rows(); ++row)
        traits.settings << DatabaseSetting{settings->text(row, 0), settings->text(row, 1),
                                           settings->text(row, 2)};
    const auto labels = session.query(QString::fromUtf8(labelsSql), oid);
    if (!labels)
        return fail(labels.error());
    for (int row = 0; row < labels->rows(); ++row)
        traits.labels << DatabaseLabel{labels->text(row, 0), labels->text(row, 1)};
    return {};
}

}  // namespace

QString settingValue(const QString &name, const QString &value)
{
    if (!isQuotedList(name))
        return literal(value);
    QStringList constants;
    for (const QString &element : listElements(value))
        constants << literal(element);
    return constants.join(", "_L1);
}

Result<DatabaseTraits> DatabaseTraits::read(Session &session, const QString &name)
{
    return readWhere(session, u"d.datname = $1"_s, name);
}

Result<DatabaseTraits> DatabaseTraits::read(Session &session, qint64 oid)
{
    return readWhere(session, u"d.oid = $1::oid"_s, QString::number(oid));
}

Result<DatabaseTraits> DatabaseTraits::readWhere(Session &session, const QString &condition,
                                                 const QString &value)
{
    const QString sql =
        QString::fromUtf8(traitsSql).arg(localeColumns(session.serverVersion())) + condition;
    const auto row = session.query(sql, {value.toUtf8()});
    if (!row)
        return fail(row.error());
    if (row->isEmpty()) {
        return fail(Error::Kind::NotFound,
                    Text::tr("There is no database %1 on this server.").arg(value),
                    Text::tr("Check the name."));
    }
    DatabaseTraits traits;
    traits.oid = row->integer(0, 0);
    traits.name = row->text(0, 1);
    traits.owner = row->text(0, 2);
    traits.ownerIsSuperuser = row->boolean(0, 3);
    traits.isOurs = row->boolean(0, 4);
    traits.encoding = row->text(0, 5);
    traits.collate = row->text(0, 6);
    traits.ctype = row->text(0, 7);
    traits.provider = row->text(0, 8);
    traits.icuLocale = row->text(0, 9);
    traits.icuRules = row->text(0, 10);
    traits.tablespace = row->text(0, 11);
    traits.connectionLimit = int(row->integer(0, 12));
    traits.isTemplate = row->boolean(0, 13);
    traits.allowsConnections = row->boolean(0, 14);
    if (!row->isNull(0, 16))
        traits.comment = row->text(0, 16);
    traits.bytes = row->integer(0, 17);
    ROSTER_TRY(readParts(session, traits, !row->boolean(0, 15)));
    return traits;
}

bool DatabaseTraits::isSameDress(const DatabaseTraits &other) const
{
    return owner == other.owner && grants == other.grants && settings == other.settings
        && connectionLimit == other.connectionLimit && isTemplate == other.isTemplate
        && comment == other.comment;
}

QString DatabaseTraits::createStatement(const QString &newName) const
{
    QString sql = u"CREATE DATABASE %1 OWNER %2 TEMPLATE template0 ENCODING %3 LC_COLLATE %4 "
                  "LC_CTYPE %5 ALLOW_CONNECTIONS false"_s.arg(quoted(newName), quoted(owner),
                                                              literal(encoding), literal(collate),
                                                              literal(ctype));
    // To name template0's own wants a right on it that the default does not.
    if (tablespace != "pg_default"_L1)
        sql += u" TABLESPACE "_s + quoted(tablespace);
    if (provider == "i"_L1) {
        sql += u" LOCALE_PROVIDER icu ICU_LOCALE %1"_s.arg(literal(icuLocale));
        if (!icuRules.isEmpty())
            sql += u" ICU_RULES %1"_s.arg(literal(icuRules));
    } else if (provider == "b"_L1) {
        sql += u" LOCALE_PROVIDER builtin BUILTIN_LOCALE %1"_s.arg(literal(icuLocale));
    } else if (provider == "c"_L1) {
        sql += u" LOCALE_PROVIDER libc"_s;  // template0 may have another one
    }
    return sql;
}

QStringList DatabaseTraits::grantStatements(const DatabaseTraits &other) const
{
    if (grants == other.grants && owner == other.owner)
        return {};
    const QString target = quoted(other.name);
    const QString revoke = u"REVOKE ALL ON DATABASE "_s + target + u" FROM "_s;
    QStringList statements{revoke + u"PUBLIC"_s, revoke + quoted(owner)};
    // What the default means, written out: SQL cannot bring an ACL back to none.
    const QList<DatabaseGrant> wanted =
        grants.value_or(QList<DatabaseGrant>{{owner, {}, u"TEMPORARY"_s, false},
                                             {owner, {}, u"CONNECT"_s, false},
                                             {owner, owner, u"CREATE"_s, false},
                                             {owner, owner, u"TEMPORARY"_s, false},
                                             {owner, owner, u"CONNECT"_s, false}});
    for (const DatabaseGrant &grant : wanted) {
        const QString sql = u"GRANT %1 ON DATABASE %2 TO %3%4"_s.arg(
            grant.privilege, target, grantee(grant.grantee),
            grant.grantable ? u" WITH GRANT OPTION"_s : QString());
        // Who grants as the owner's member or as a superuser does it in the owner's name; any
        // other grantor has to do it himself.
        if (grant.grantor != owner)
            statements << u"SET LOCAL ROLE "_s + quoted(grant.grantor) << sql << u"RESET ROLE"_s;
        else
            statements << sql;
    }
    return statements;
}

QStringList DatabaseTraits::settingStatements(const DatabaseTraits &other) const
{
    if (settings == other.settings)
        return {};
    const QString target = quoted(other.name);
    const auto subject = [&](const QString &role) {
        return role.isEmpty() ? u"ALTER DATABASE "_s + target
                              : u"ALTER ROLE %1 IN DATABASE %2"_s.arg(quoted(role), target);
    };
    QStringList statements;
    QSet<QString> reset;
    for (const DatabaseSetting &setting : other.settings) {
        if (reset.contains(setting.role))
            continue;
        reset.insert(setting.role);
        statements << subject(setting.role) + u" RESET ALL"_s;
    }
    for (const DatabaseSetting &setting : settings) {
        QStringList variable;  // `roster.environment` is two identifiers
        for (const QString &part : setting.name.split(u'.'))
            variable << quoted(part);
        statements << u"%1 SET %2 = %3"_s.arg(subject(setting.role), variable.join(u'.'),
                                              settingValue(setting.name, setting.value));
    }
    return statements;
}

QStringList DatabaseTraits::dressStatements(const DatabaseTraits &other) const
{
    const QString alter = u"ALTER DATABASE "_s + quoted(other.name);
    QStringList statements;
    if (owner != other.owner)
        statements << alter + u" OWNER TO "_s + quoted(owner);
    statements += grantStatements(other);
    statements += settingStatements(other);
    statements << alter
                      + u" WITH ALLOW_CONNECTIONS %1 CONNECTION LIMIT %2 IS_TEMPLATE %3"_s
                            .arg(allowsConnections ? u"true"_s : u"false"_s)
                            .arg(connectionLimit)
                            .arg(isTemplate ? u"true"_s : u"false"_s);
    statements << u"COMMENT ON DATABASE %1 IS %2"_s.arg(quoted(other.name),
                                                        comment ? literal(*comment) : u"NULL"_s);
    return statements;
}

QStringList DatabaseTraits::labelStatements(const QString &target) const
{
    QStringList statements;
    for (const DatabaseLabel &label : labels)
        statements << u"SECURITY LABEL FOR %1 ON DATABASE %2 IS %3"_s.arg(
            quoted(label.provider), quoted(target), literal(label.label));
    return statements;
}

}  // namespace roster

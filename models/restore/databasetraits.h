// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_DATABASETRAITS_H
#define ROSTER_RESTORE_DATABASETRAITS_H

#include "models/core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace roster {

class Session;

/// One privilege on a database, as its ACL has it.
struct DatabaseGrant
{
    QString grantor;
    QString grantee;  ///< empty: PUBLIC
    QString privilege;
    bool grantable = false;
    bool operator==(const DatabaseGrant &) const = default;
};

/// One `ALTER DATABASE … SET` or `ALTER ROLE … IN DATABASE … SET`.
struct DatabaseSetting
{
    QString role;  ///< empty: for all roles
    QString name;
    QString value;  ///< as the catalogue keeps it
    bool operator==(const DatabaseSetting &) const = default;
};

struct DatabaseLabel
{
    QString provider;
    QString label;
    bool operator==(const DatabaseLabel &) const = default;
};

/// What belongs to a database itself and not to what is in it: it follows no dump and no rename.
struct DatabaseTraits
{
    QString name;
    qint64 oid = 0;
    QString owner;
    bool ownerIsSuperuser = false;
    bool isOurs = false;  ///< the connected role is its owner, a member of that, or a superuser
    QString encoding;
    QString collate;
    QString ctype;
    QString provider;   ///< `c`, `i`, `b`; empty before 15
    QString icuLocale;  ///< of provider i
    QString icuRules;   ///< 16 and later
    QString tablespace;
    int connectionLimit = -1;
    bool isTemplate = false;
    bool allowsConnections = true;
    std::optional<QList<DatabaseGrant>> grants;  ///< nullopt: PostgreSQL's default
    QList<DatabaseSetting> settings;
    QList<DatabaseLabel> labels;
    std::optional<QString> comment;
    qint64 bytes = -1;  ///< -1: the role may not know

    /// From any database of the server. Errors: NotFound, those of Session::query.
    static Result<DatabaseTraits> read(Session &session, const QString &name);
    /// The same by OID: the name may have changed since.
    static Result<DatabaseTraits> read(Session &session, qint64 oid);

    /// Owner, grants, settings, limit, template and comment are the same.
    bool isSameDress(const DatabaseTraits &other) const;

    /// `CREATE DATABASE` of an empty one like this, nobody may connect to yet.
    QString createStatement(const QString &newName) const;
    /// What makes the database `other` (now as said) dressed like this one, fit for a transaction.
    /// Labels are left out: a provider may be missing.
    QStringList dressStatements(const DatabaseTraits &other) const;
    QStringList labelStatements(const QString &target) const;

private:
    static Result<DatabaseTraits> readWhere(Session &session, const QString &condition,
                                            const QString &value);
    QStringList grantStatements(const DatabaseTraits &other) const;
    QStringList settingStatements(const DatabaseTraits &other) const;
};

/// `value` of the catalogue as it must stand behind `SET name =`: the elements of a list variable
/// one by one, anything else as one constant.
QString settingValue(const QString &name, const QString &value);

}  // namespace roster

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_SCHEMASIDE_H
#define ROSTER_MIGRATION_SCHEMASIDE_H

#include "models/comparison/schemasnapshot.h"
#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/database/connectionprofile.h"
#include "models/migration/revisionfiles.h"
#include "models/schema/tableschema.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace roster {

class Session;

/// One side of a comparison, as a person names it.
struct SchemaSide
{
    enum class Kind {
        Declared,  ///< what the program's tables are declared as
        Database,  ///< a live one
        Revision,  ///< what the revisions up to this one make
        File,      ///< a .sql file of DDL, or what `pg_dump -s` wrote
        Nothing,   ///< an empty database
    };

    Kind kind = Kind::Declared;
    QString text;               ///< as it was written
    ConnectionProfile profile;  ///< of Database

    /// `declared`, a URL, a path that ends in `.sql` or holds a slash, else a revision: `head`,
    /// `base`, an id. Errors: Usage for a URL that cannot be read.
    static Result<SchemaSide> parse(const QString &text);
};

/// Reads sides of a comparison. What is not a database yet is built in a scratch database, on the
/// other side's server where there is one, else (or where that may not be) on the local one.
class SchemaSideReader
{
public:
    /// `local` starts the private server.
    using Local = std::function<Result<ConnectionProfile>()>;

    SchemaSideReader(Local local, RevisionSources revisions, Progress &progress);
    ~SchemaSideReader();
    Q_DISABLE_COPY_MOVE(SchemaSideReader)

    struct Sides
    {
        SchemaSnapshot from;  ///< with the renames carried out
        SchemaSnapshot to;
        QStringList renames;  ///< their statements
    };
    /// `renames`: each `table.old=new` or `table=new`, carried out on `from` first (in a copy).
    /// Errors: NotFound (file, revision), InvalidInput (SQL of a file, with its line; a rename of
    /// what is not there), Connection, Permission, Cancelled.
    Result<Sides> read(const SchemaSide &from, const SchemaSide &to, const QStringList &renames);
    Result<SchemaSnapshot> read(const SchemaSide &side);
    /// Where databases may be made to build in: the server of `other` if it lets us, else the local
    /// one. Lives as long as the reader.
    Result<Session *> serverFor(const SchemaSide &other);
    /// The session to one database, opened when first asked for. Lives as long as the reader.
    Result<Session *> open(const ConnectionProfile &profile);

private:
    Result<void> findOptional(Session &session);
    Result<SchemaSnapshot> readBeside(const SchemaSide &side, const SchemaSide &other);
    Result<SchemaSnapshot> built(const SchemaSide &side, Session &server);
    Result<void> build(const SchemaSide &side, Session &scratch);
    Result<void> runFile(const QString &path, Session &scratch);
    Result<SchemaSnapshot> renamed(const SchemaSnapshot &from, const QStringList &renames,
                                   const SchemaSide &other);

    Local m_local;
    RevisionSources m_revisions;
    QList<TableSchema> m_optional;
    Progress &m_progress;
    std::vector<std::unique_ptr<Session>> m_sessions;
    Session *m_localSession = nullptr;
};

}  // namespace roster

#endif

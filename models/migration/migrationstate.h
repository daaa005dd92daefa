// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_MIGRATIONSTATE_H
#define ROSTER_MIGRATION_MIGRATIONSTATE_H

#include "models/database/connectionprofile.h"
#include "models/migration/migrationlog.h"
#include "models/migration/replacements.h"
#include "models/migration/revisionfiles.h"

#include <optional>

namespace roster {

class Session;

/// Where a database stands in the history that the files and its own log tell.
class MigrationState
{
public:
    /// Only reads. Errors: those of Session::query.
    static Result<MigrationState> read(Session &session, const RevisionFiles &files);
    /// As if these rows stood in alembic_version.
    void setRows(const QStringList &rows);

    const RevisionGraph &graph() const { return m_graph; }
    /// Why nothing may run: unreadable files, duplicates, cycles.
    const QList<Error> &faults() const { return m_faults; }
    bool hasVersionTable() const { return m_hasVersionTable; }
    /// Where the database stands: the rows of alembic_version, and for one that a squash replaces
    /// the squash.
    const QStringList &rows() const { return m_rows; }
    /// As they stand in the table.
    const QStringList &tableRows() const { return m_tableRows; }
    /// Whether a file, not only the log, has this revision; also one that a squash replaces.
    bool hasFile(const QString &id) const { return m_known.contains(id); }
    /// Revisions with `replaces`; those that are idle in the log left out.
    const QList<SquashPlace> &squashes() const { return m_squashes; }
    /// Applied only in that all of what it replaces was, and no row says its name.
    bool isCounted(const QString &id) const { return m_counted.contains(id); }
    const QSet<QString> &applied() const { return m_applied; }
    bool isApplied(const QString &id) const { return m_applied.contains(id); }
    /// Rows that neither a file nor the log explains: Alembic's, most often.
    const QStringList &unknownRows() const { return m_unknownRows; }
    /// Rows that another row stands on.
    const QStringList &redundantRows() const { return m_redundantRows; }
    /// Somebody else (Alembic) made this database: the embedded revisions are not for it.
    bool isForeign() const { return m_isForeign; }
    /// What `upgrade heads` would have to run, in order; also what only Alembic can run.
    const QStringList &pending() const { return m_pending; }
    /// The heads that concern this database.
    QStringList heads() const;
    /// What a new revision stands on: the heads, and rows of Alembic's that nothing here stands on.
    /// Errors: Usage where there are several, and what is wrong with the files.
    Result<QStringList> parentsOfNew() const;
    /// Applied files whose checksum is not the log's.
    const QStringList &changedFiles() const { return m_changed; }
    const QList<MigrationLogEntry> &log() const { return m_log; }
    /// The last entry of a revision, of those that ended well where `finishedOnly`.
    std::optional<MigrationLogEntry> lastEntry(const QString &revision,
                                               bool finishedOnly = false) const;
    /// The upgrade or downgrade that stopped half way.
    std::optional<MigrationLogEntry> halfDone() const;

    /// The ids that lead to `target` (head, heads, base, current, +N, -N, ID, a prefix, ID+N,
    /// ID-N), in the order they run. Errors: Usage (several heads, unclear ids), NotFound, and
    /// Refused where the way leads over what cannot be run here.
    Result<QStringList> upgradePath(const QString &target) const;
    Result<QStringList> downgradePath(const QString &target) const;
    /// The rows that `target` stands for: for stamp, and to show one revision.
    Result<QStringList> resolve(const QString &target) const;

    const QString &databaseName() const { return m_database; }
    Environment environment() const { return m_environment; }

private:
    void readLog(QList<MigrationLogEntry> log);
    void build(const RevisionFiles &files);
    void addFromLog(QList<Revision> &revisions) const;
    void findApplied();
    void findPending();
    Result<QStringList> headTarget() const;
    Result<QString> resolveId(const QString &prefix) const;
    Result<QStringList> stepsFrom(const QString &id, int steps) const;
    Result<void> checkWay(const QStringList &path, Direction direction) const;

    RevisionGraph m_graph;
    QList<Error> m_faults;
    bool m_hasVersionTable = false;
    QStringList m_rows;
    QStringList m_tableRows;
    QList<SquashPlace> m_squashes;
    QSet<QString> m_counted;
    QHash<QString, QString> m_replacedBy;
    QSet<QString> m_known;  ///< ids with a file
    QSet<QString> m_applied;
    QStringList m_unknownRows;
    QStringList m_redundantRows;
    bool m_isForeign = false;
    QStringList m_pending;
    QStringList m_changed;
    QList<MigrationLogEntry> m_log;
    QHash<QString, qsizetype> m_lastEntry;
    QHash<QString, qsizetype> m_lastFinished;
    QString m_database;
    Environment m_environment = Environment::Production;
};

}  // namespace roster

#endif

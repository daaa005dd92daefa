// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_REVISION_H
#define ROSTER_MIGRATION_REVISION_H

#include "models/core/result.h"
#include "models/migration/sqltokens.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace roster {

/// A place in a file, both from 1; the column counts characters.
struct FilePosition
{
    int line = 1;
    int column = 1;
};

/// One statement of a section, from its first token to its last, without the semicolon.
struct RevisionStatement
{
    QByteArray sql;
    FilePosition position;   ///< of its first token, in the file
    QList<SqlToken> tokens;  ///< without comments; offsets count from the start of `sql`

    /// Where in the file the character `character` (from 1) of the statement stands.
    FilePosition at(int character) const;
    /// Where in the file the byte `offset` of the statement stands.
    FilePosition atByte(qsizetype offset) const;
    /// Whether its first words are these (in capitals).
    bool startsWith(const QList<QByteArray> &words) const;
};

/// One half of a revision, as it stands in the file.
struct RevisionSection
{
    QByteArray text;    ///< UTF-8, line ends are \n
    int firstLine = 1;  ///< of `text` in the file
};

/// `allow: RULE OBJECT reason …`: a finding of lint that somebody looked at.
struct LintAllowance
{
    QString rule;
    QString object;  ///< `table` or `table.column`; `*` is any
    QString reason;
};

/// One step of a schema's history, whoever wrote it.
struct Revision
{
    enum class Source {
        Embedded,  ///< built into the program
        File,      ///< a .sql file of a folder
        Alembic,   ///< a .py file that is no twin of ours: neither run nor undone by us
        Log,       ///< its file is gone, the database's log has the text
        Missing,   ///< only named by another one
    };

    QString id;
    QStringList parents;  ///< `down_revision`
    QStringList dependsOn;
    QStringList replaces;
    QStringList labels;  ///< `branch_labels` of Alembic's files
    QString message;
    QString created;  ///< as the file has it
    bool transactional = true;
    QList<LintAllowance> allowances;
    QString toSchema;      ///< `15:sha256:…`, empty: not said
    QString irreversible;  ///< why there is no way back, empty: there is one
    RevisionSection upgrade;
    RevisionSection downgrade;
    QString checksum;  ///< `sha256:…` over tokens and graph keys; of a twin: what it says
    QByteArray text;   ///< the whole file, UTF-8, line ends are \n
    QString path;      ///< absolute, or a name for errors
    Source source = Source::File;
    QString needsPython;  ///< of a .py file: what in it is no literal

    bool isRunnable() const { return source < Source::Alembic || source == Source::Log; }
    /// The name of its file, for messages.
    QString fileName() const;
    /// `3f9c2a7b11d0 (add guilds)`.
    QString title() const;
    /// Parents and what it depends on.
    QStringList allParents() const { return parents + dependsOn; }
};

enum class Direction { Upgrade, Downgrade };

/// The statements of one half. Errors: InvalidInput with file, line and column for a quote that
/// does not end and for what a revision may not hold: psql's backslash commands, COPY FROM STDIN,
/// transaction control.
Result<QList<RevisionStatement>> statementsOf(const Revision &revision, Direction direction);

/// The statements of any SQL, whatever they are; `file` is for errors. InvalidInput as above for
/// what cannot be scanned.
Result<QList<RevisionStatement>> statementsOf(const RevisionSection &section, const QString &file);

/// An InvalidInput `file:line:column: message`.
Error fileError(const QString &file, FilePosition position, const QString &message,
                const QString &hint = {});

}  // namespace roster

#endif

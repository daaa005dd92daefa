// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_REVISIONFILE_H
#define ROSTER_MIGRATION_REVISIONFILE_H

#include "models/migration/revision.h"

namespace roster {

/// What a new revision begins with; ids and times are made where they are empty.
struct NewRevision
{
    QString id;       ///< 12 hex digits
    QString created;  ///< `2026-11-22T10:34:38Z`
    QStringList parents;
    QStringList dependsOn;
    QStringList replaces;
    QString message;
    bool transactional = true;
    QStringList allow;  ///< each `RULE OBJECT reason`
    QString toSchema;
    QString upgrade;    ///< SQL
    QString downgrade;  ///< SQL, or `-- irreversible: reason`
};

/// Revisions as .sql files: reading, checking and writing the format (see README).
namespace RevisionFile {

/// The revision in `bytes`; `path` names it. Byte order mark and CRLF are accepted. Errors:
/// InvalidInput, with line and column; also where the file's name and its revision differ.
Result<Revision> parse(const QByteArray &bytes, const QString &path, Revision::Source source);
/// Also NotFound and System.
Result<Revision> read(const QString &path, Revision::Source source = Revision::Source::File);

/// The text of a file.
QByteArray format(const NewRevision &revision);
/// `20261122_103438_3f9c2a7b11d0_add_guilds.sql`
QString fileNameOf(const NewRevision &revision);
/// The same by what a revision's header says; a time that it does not say is now.
QString fileNameOf(const Revision &revision);
/// Fills in id and time, checks what it wrote by reading it, and puts the file into `folder` (made
/// when needed) at once or not at all. Errors: InvalidInput, System.
Result<Revision> write(NewRevision revision, const QString &folder);
/// The same with a text that somebody may have changed by hand; its header names the file. Errors:
/// also Refused where a file of the name is there.
Result<Revision> writeText(const QByteArray &text, const QString &folder);

/// No revision is longer.
inline constexpr qint64 largest = qint64{16} * 1024 * 1024;

}  // namespace RevisionFile

}  // namespace roster

#endif

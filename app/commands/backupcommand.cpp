// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/action.h"
#include "app/commands/backupactions.h"
#include "app/commands/context.h"

#include <QCoreApplication>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr std::array actions{
    Action{"create", 0, 0, BackupActions::create},
    Action{"list", 0, 1, BackupActions::list},
    Action{"verify", 1, 1, BackupActions::verify},
    Action{"drill", 1, 1, BackupActions::drill},
    Action{"prune", 0, 1, BackupActions::prune},
    Action{"schedule", 1, 2, BackupActions::schedule},
    Action{"inspect", 1, 1, BackupActions::inspect},
};

/// `roster backup …`: making, listing and checking backups.
class BackupCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(BackupCommand)

public:
    QString name() const override { return u"backup"_s; }
    QString summary() const override { return tr("make, list and check backups"); }
    QStringList usage() const override
    {
        return {u"create [--to FOLDER] [--format dump.zst|sql.gz] [--roles] [--json]"_s,
                u"list [FOLDER] [--json]"_s,
                u"verify FILE|FOLDER [--level LEVEL] [--json]"_s,
                u"drill FILE|FOLDER [--database NAME] [--json]"_s,
                u"inspect FILE [--database NAME] [--json]"_s,
                u"inspect FILE --table NAME [--find TEXT] [--limit N] [--format FORM]"_s,
                u"prune [FOLDER] [--dry-run] [--json]"_s,
                u"schedule show|install|remove [ID] [--every day] [--at 3:15]"_s};
    }
    QString details() const override
    {
        return QStringList{
            tr("FOLDER is where backups are: that of docker-postgres-backup-local, a plain "
               "folder of dumps, or Roster's own, which is meant when none is named."),
            tr("create writes FOLDER/last/DATABASE-STAMP.dump.zst and links it as the day's, the "
               "week's and the month's. It gets its name only when it is whole and was read "
               "again; beside it lies what was counted in it."),
            tr("inspect reads a dump of any of pg_dump's formats to its end, packed or not, "
               "without a server, and says what is in it: versions, revision, roles, extensions "
               "and the rows of each table. It ends with 1 for a file that is damaged, cut off or "
               "refused. Of a pg_dumpall file it lists the databases, or says what is in the one "
               "that --database names."),
            tr("With --table it writes the rows of that table instead, those that hold the text of "
               "--find in any column (=TEXT: a column that is just that)."),
            tr("verify reads it to its end: bytes (a look at it), checksum, or full (the default: "
               "all of it is unpacked and read as a dump). It ends with 1 for a file that is "
               "damaged, cut off, or that restore would refuse. What it found is noted beside "
               "the file."),
            tr("drill restores it for trial on the server that --url and its like mean, into a "
               "database that nobody else sees, checks it, and drops that database again. Of a "
               "FOLDER: its newest."),
            tr("prune removes what has served its time: of Roster's own backups only, never the "
               "last one that was verified, never so many that fewer than --least are left."),
            tr("schedule writes a systemd user timer, or a line into the crontab, that calls "
               "create --prune with the same options. --on-success and --on-failure are started "
               "without a shell, what happened in ROSTER_BACKUP_STATUS, _FILE and _ERROR.")}
            .join(u'\n');
    }
    QList<Option> options() const override
    {
        return {
            {u"to"_s, u"FOLDER"_s, tr("create: where to; made where it is missing")},
            {u"format"_s, u"FORMAT"_s,
             tr("create: dump.zst (pg_dump's custom format, the default) or sql.gz; inspect "
                "--table: "
                "table (the default), csv or json")},
            {u"roles"_s, {}, tr("create: also the server's roles, without passwords")},
            {u"pg-dump"_s, u"FILE"_s, tr("create: this pg_dump instead of one that fits")},
            {u"encrypt"_s, u"TOOL:KEY"_s, tr("create: to age:RECIPIENT or gpg:KEY"), true},
            {u"prune"_s, {}, tr("create: then remove what has served its time")},
            {u"on-success"_s, u"COMMAND"_s, tr("create: then run this")},
            {u"on-failure"_s, u"COMMAND"_s, tr("create: run this when it failed")},
            {u"every"_s, u"TIME"_s, tr("schedule: hour, day, week or month; day if not said")},
            {u"at"_s, u"H:MM"_s, tr("schedule: when; 3:15 if not said")},
            {u"database"_s, u"NAME"_s, tr("inspect, drill: which database of a pg_dumpall file")},
            {u"table"_s, u"NAME"_s, tr("inspect: the rows of this table, as SCHEMA.TABLE")},
            {u"find"_s, u"TEXT"_s, tr("inspect --table: only rows that hold it")},
            {u"limit"_s, u"N"_s, tr("inspect --table: no more than so many rows")},
            {u"level"_s, u"LEVEL"_s, tr("verify: bytes, checksum or full")},
            {u"dry-run"_s, {}, tr("prune, schedule: say what would be done, and change nothing")},
            {u"keep-last"_s, u"DAYS"_s, tr("prune: days in `last`; 1 if not said")},
            {u"keep-daily"_s, u"DAYS"_s, tr("prune: days in `daily`; 7 if not said")},
            {u"keep-weekly"_s, u"WEEKS"_s, tr("prune: weeks in `weekly`; 4 if not said")},
            {u"keep-monthly"_s, u"MONTHS"_s, tr("prune: months in `monthly`; 6 if not said")},
            {u"least"_s, u"N"_s, tr("prune: backups that stay whatever their age; 3 if not said")},
            {u"json"_s, {}, tr("write the answer as JSON")}};
    }
    std::pair<int, int> words() const override { return {1, 3}; }

    Result<ExitCode> run(Context &context) override { return runAction(*this, actions, context); }
};

}  // namespace

std::unique_ptr<Command> makeBackupCommand()
{
    return std::make_unique<BackupCommand>();
}

}  // namespace roster

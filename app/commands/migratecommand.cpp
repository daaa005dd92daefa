// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/action.h"
#include "app/commands/context.h"
#include "app/commands/migrateactions.h"

#include <QCoreApplication>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr std::array actions{
    Action{"status", 0, 0, MigrateActions::status},
    Action{"history", 0, 0, MigrateActions::history},
    Action{"heads", 0, 0, MigrateActions::heads},
    Action{"current", 0, 0, MigrateActions::current},
    Action{"show", 1, 1, MigrateActions::show},
    Action{"check", 0, 0, MigrateActions::check},
    Action{"lint", 0, 1, MigrateActions::lint},
    Action{"rehearse", 0, 1, MigrateActions::rehearse},
    Action{"upgrade", 0, 1, MigrateActions::upgrade},
    Action{"downgrade", 1, 1, MigrateActions::downgrade},
    Action{"stamp", 1, 1, MigrateActions::stamp},
    Action{"new", 0, 0, MigrateActions::create},
    Action{"merge", 0, 20, MigrateActions::merge},
    Action{"squash", 1, 2, MigrateActions::squash},
    Action{"export", 0, 0, MigrateActions::exportTwins},
};

/// `roster migrate …`: the history of the schema.
class MigrateCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(MigrateCommand)

public:
    QString name() const override { return u"migrate"_s; }
    QString summary() const override { return tr("bring the schema up or down its history"); }
    QStringList usage() const override
    {
        return {u"status|history|heads|current|check [--json]"_s,
                u"show REV"_s,
                u"lint [REV] [--json]"_s,
                u"rehearse [REV|head|+N] [--json]"_s,
                u"upgrade [REV|head|heads|+N] [--dry-run]"_s,
                u"downgrade REV|-N|base [--dry-run]"_s,
                u"stamp REV|head|base|current"_s,
                u"new -m TEXT [--autogenerate [--rename OLD=NEW] [--fill COLUMN=VALUE]|--empty]"_s,
                u"merge [REV REV …] [-m TEXT]"_s,
                u"squash [FIRST] LAST [-m TEXT] [--dry-run] [--untried]"_s,
                u"export --alembic DIR"_s};
    }
    QString details() const override
    {
        return tr(
            "REV is a revision's id, or its first digits. upgrade without a word means head.\n"
            "Each revision is one transaction with its row in alembic_version; beside\n"
            "Alembic, and beside another Roster, it is safe. What already runs elsewhere is\n"
            "waited for.\n"
            "stamp only notes that the database is at a revision; `stamp current` takes\n"
            "changed files as they are now.\n"
            "squash writes one revision that replaces all from FIRST to LAST, tries it out, and\n"
            "keeps their files: databases in the middle need them.\n"
            "check ends with 3 when the database is not what the files say.\n"
            "On a production database a change wants --yes with the database's name.");
    }
    QList<Option> options() const override
    {
        return {
            {u"migrations"_s, u"DIR"_s, tr("a folder of revisions over the built-in ones")},
            {u"alembic"_s, u"DIR"_s, tr("a backend's folder with alembic.ini, or of its versions")},
            {u"dry-run"_s, {}, tr("write the SQL and change nothing")},
            {u"lock-timeout"_s, u"SECONDS"_s,
             tr("wait so long for a lock, four times; 5 if not said")},
            {u"yes"_s, u"DATABASE"_s, tr("the name of the production database that is meant")},
            {u"message"_s, u"TEXT"_s, tr("what a new revision does"), false, u'm'},
            {u"autogenerate"_s,
             {},
             tr("a new revision that makes the tables as they are declared")},
            {u"rename"_s, u"OLD=NEW"_s,
             tr("table.column=name or table=name: what was renamed, not dropped"), true},
            {u"no-renames"_s, {}, tr("what looks like a new name is none")},
            {u"fill"_s, u"COLUMN=VALUE"_s,
             tr("table.column=value: what rows that exist get in a new column that must not be "
                "NULL; an SQL expression stands in parentheses"),
             true},
            {u"empty"_s, {}, tr("a new revision without statements")},
            {u"untried"_s, {}, tr("write the squash without building both ways to compare them")},
            {u"json"_s, {}, tr("write the answer as JSON")}};
    }
    std::pair<int, int> words() const override { return {1, 21}; }

    Result<ExitCode> run(Context &context) override { return runAction(*this, actions, context); }
};

}  // namespace

std::unique_ptr<Command> makeMigrateCommand()
{
    return std::make_unique<MigrateCommand>();
}

}  // namespace roster

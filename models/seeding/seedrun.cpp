// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seedrun.h"

#include "models/database/serverinfo.h"
#include "models/database/session.h"
#include "models/schema/alembicnotice.h"
#include "models/schema/catalogue.h"
#include "models/schema/declaredtables.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Gives tr() the context that lupdate files the text under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SeedRunner)
};

QString qualified(const TableName &table)
{
    return quoted(table.schema, table.name);
}

QString plain(const TableName &table)
{
    return table.schema == "public"_L1 ? table.name : table.schema + u'.' + table.name;
}

}  // namespace

SeedRun::SeedRun(Session &session, const Seeder &seeder, SeedRequest request)
    : m_session(session), m_seeder(seeder), m_request(std::move(request))
{
}

Result<void> SeedRun::checkEnvironment(Session &session)
{
    const auto info = readServerInfo(session);
    if (!info)
        return fail(info.error());
    if (info->environment != Environment::Production)
        return {};
    if (!info->isMarkKnown()) {
        return fail(
            Error::Kind::Refused,
            Words::tr("%1 is marked as \u201c%2\u201d, which is none of development, staging "
                      "and production and so counts as production: no made-up rows are "
                      "written to it.")
                .arg(info->displayName(), info->mark.left(40)),
            Words::tr("If it is not: ALTER DATABASE … SET roster.environment = "
                      "'development'."));
    }
    return fail(Error::Kind::Refused,
                Words::tr("%1 counts as production, so no made-up rows are written to it.")
                    .arg(info->displayName()),
                Words::tr("If it is not: say so in the profile, and in the database by "
                          "ALTER DATABASE … SET roster.environment = 'development'."));
}

Result<void> SeedRun::begin()
{
    if (m_request.fixture && m_seeder.fixtureRows() == 0) {
        return fail(Error::Kind::InvalidInput,
                    Words::tr("The seeder %1 has no fixture.").arg(m_seeder.title()));
    }
    auto options = SeedOptions::make(m_seeder.options(), m_request.options);
    if (!options)
        return fail(options.error());
    m_input.options = std::move(*options);
    m_input.randomSeed = m_request.randomSeed;
    m_input.fixture = m_request.fixture;
    m_input.rows = m_request.rows >= 0 ? m_request.rows
                 : m_request.fixture   ? m_seeder.fixtureRows()
                                       : m_seeder.defaultRows();
    ROSTER_TRY(checkRows());
    auto live = readTable(m_session, m_seeder.table());
    if (!live && live.error().kind == Error::Kind::NotFound) {
        QString command = u"roster schema create"_s;
        for (const OptionalTable &optional : optionalTables()) {
            if (optional.table.name == m_seeder.table())
                command += u" --with "_s + optional.group;
        }
        const auto notice = alembicNotice(m_session, {m_seeder.table()});
        if (!notice)
            return fail(notice.error());
        return fail(Error::Kind::NotFound,
                    Words::tr("There is no table %1.").arg(qualified(m_seeder.table())),
                    (Words::tr("Create it first.") + u' ' + *notice).trimmed(), command);
    }
    if (!live)
        return fail(live.error());
    m_live = std::move(*live);
    if (m_live.name == TableName{u"roster"_s, SeedHistory::part().name}) {
        return fail(Error::Kind::Refused,
                    Words::tr("%1 is Roster's own record; no made-up rows are written to it.")
                        .arg(qualified(m_live.name)));
    }
    if (!m_live.privileges.insert || !m_live.privileges.select) {
        Error error;
        error.kind = Error::Kind::Permission;
        error.message =
            Words::tr("This role may not read and insert rows in %1.").arg(plain(m_live.name));
        error.hint =
            Words::tr("Have it granted: GRANT SELECT, INSERT ON %1 TO %2")
                .arg(qualified(m_live.name), quoted(QString::fromUtf8(PQuser(m_session.handle()))));
        error.schema = m_live.name.schema;
        error.table = m_live.name.name;
        return fail(error);
    }
    auto history = SeedHistory::open(m_session);
    if (!history)
        return fail(history.error());
    m_history.emplace(std::move(*history));
    return {};
}

Result<void> SeedRun::checkRows()
{
    if (m_input.rows > m_seeder.maxRows()) {
        return fail(Error::Kind::InvalidInput,
                    Words::tr("The seeder %1 cannot make %2 rows.")
                        .arg(m_seeder.title(), QString::number(m_input.rows)),
                    Words::tr("It makes %1 at most.").arg(m_seeder.maxRows()));
    }
    if (m_request.fixture && m_input.rows < m_seeder.fixtureRows()) {
        return fail(Error::Kind::InvalidInput,
                    Words::tr("The fixture of %1 has more rows than that.").arg(m_seeder.title()),
                    Words::tr("Ask for %n row(s) or more.", nullptr, int(m_seeder.fixtureRows())));
    }
    return {};
}

Result<void> SeedRun::readNow()
{
    const qsizetype numbered = numberedColumn(m_live);
    const QString highest =
        numbered < 0 ? u"NULL"_s
                     : u"(SELECT max(%1) FROM %2)"_s.arg(quoted(m_live.columns.at(numbered).name),
                                                         qualified(m_live.name));
    const QString only = m_live.kind == RelationKind::PartitionedTable ? QString() : u"ONLY "_s;
    const auto now = m_session.query(
        u"SELECT (SELECT count(*) FROM %1), %2"_s.arg(only + qualified(m_live.name), highest));
    if (!now)
        return fail(now.error());
    m_rowsNow = now->integer(0, 0);
    m_highestId = now->bytes(0, 1).toByteArray();
    return {};
}

Result<void> SeedRun::readFirstNumber()
{
    if (replaces()) {
        m_input.firstNumber = 0;
        return {};
    }
    ROSTER_TRY(readNow());
    if (m_request.mode == SeedRequest::Mode::TopUp)
        m_input.rows = std::max<qint64>(0, m_input.rows - m_rowsNow);
    // A table that nobody else touched goes on exactly where its last run ended.
    m_input.firstNumber =
        std::max<qint64>(m_highestId.isEmpty() ? m_rowsNow : m_highestId.toLongLong(), 0);
    const auto batches = m_history->batches(m_live.name);
    if (!batches)
        return fail(batches.error());
    for (const SeedBatch &batch : *batches) {
        if (batch.state == SeedBatch::State::There && batch.seeder == m_seeder.name())
            m_input.firstNumber = std::max(m_input.firstNumber, batch.firstNumber + batch.rows);
    }
    return {};
}

Result<SeedCheck> SeedRun::check()
{
    ROSTER_TRY(readFirstNumber());
    SeedCheck check;
    check.table = m_live.name;
    check.database = QString::fromUtf8(PQdb(m_session.handle()));
    check.firstNumber = m_input.firstNumber;
    check.rowsNow = m_rowsNow;
    check.noHistory = m_history->obstacle();
    check.rows = m_input.rows;
    if (replaces()) {
        const auto found = victims();
        if (!found)
            return fail(found.error());
        check.victims = *found;
        check.rowsNow = found->constFirst().rows;
    }
    return check;
}

Result<void> SeedRun::confirm(const SeedCheck &check) const
{
    if (!check.needsConfirmation())
        return {};
    const QString &typed = m_request.confirmation;
    if (!typed.isEmpty()
        && (typed == check.database || typed == check.table.name
            || typed == check.table.schema + u'.' + check.table.name)) {
        return {};
    }
    QStringList tables;
    for (const SeedVictim &victim : check.victims) {
        if (victim.holdsOthers)
            tables << Words::tr("%1 (%Ln row(s))", nullptr,
                                int(std::min<qint64>(victim.rows, std::numeric_limits<int>::max())))
                          .arg(plain(victim.table));
    }
    return fail(Error::Kind::Refused,
                Words::tr("Rows would go that no seeder made, or that were edited since: %1.")
                    .arg(tables.join(", "_L1)),
                Words::tr("If they may go, type the database's name, %1. Or keep the rows that are "
                          "there.")
                    .arg(check.database),
                Words::tr("%1 or %2").arg(u"--yes "_s + check.database, u"--append"_s));
}

Result<void> SeedRun::checkColumns() const
{
    for (const QString &name : m_rows->columns()) {
        const ColumnSchema *column = m_live.column(name);
        if (column && column->generated.isEmpty())
            continue;
        Error error;
        error.kind = column ? Error::Kind::InvalidInput : Error::Kind::NotFound;
        error.message = (column ? Words::tr("%1.%2 is generated by the server, so no value can be "
                                            "written to it.")
                                : Words::tr("The table %1 has no column %2."))
                            .arg(plain(m_live.name), name);
        error.hint = Words::tr("The table is not as it is declared. Fill it as any other table, by "
                               "what the database says of it.");
        error.command =
            u"roster seed run --table "_s + m_live.name.schema + u'.' + m_live.name.name;
        error.schema = m_live.name.schema;
        error.table = m_live.name.name;
        error.column = name;
        return fail(error);
    }
    return {};
}

Result<void> SeedRun::makeRows()
{
    auto rows = m_seeder.prepare(m_session, m_live, m_input);
    if (!rows)
        return fail(rows.error());
    m_rows = std::move(*rows);
    ROSTER_TRY(checkColumns());
    if (m_rows->columns().isEmpty() && m_input.rows > 0) {
        return fail(
            Error::Kind::InvalidInput,
            Words::tr("%1 has no column that values could be written to.").arg(plain(m_live.name)));
    }
    const qint64 left = m_rows->mostNumbers() - m_input.firstNumber;
    if (m_input.rows <= left)
        return {};
    if (m_request.rows < 0 && left > 0) {
        m_input.rows = left;
        return {};
    }
    return fail(
        Error::Kind::InvalidInput,
        Words::tr("%1: %2 rows are asked for, and %3 can be made.")
            .arg(plain(m_live.name), QString::number(m_input.rows),
                 QString::number(std::max<qint64>(left, 0))),
        Words::tr("Its rows must differ from each other, and refer to rows of other tables: "
                  "fill those first, or ask for fewer."));
}

Result<SeedPreview> SeedRun::preview(int firstRows)
{
    ROSTER_TRY(readFirstNumber());
    ROSTER_TRY(makeRows());
    const qint64 firstId = replaces() || m_highestId.isEmpty() ? 1 : m_highestId.toLongLong() + 1;
    return previewOf(*m_rows, m_live, m_input.rows, firstId, firstRows);
}

Result<SeedReport> SeedRun::execute(Progress &progress, Purpose purpose, qint64 before)
{
    QElapsedTimer clock;
    clock.start();
    if (purpose == Purpose::Write)
        ROSTER_TRY(awaitOtherRuns(progress));
    if (replaces() && purpose == Purpose::Write)
        ROSTER_TRY(lockRows());
    const auto checked = check();
    if (!checked)
        return fail(checked.error());
    if (purpose == Purpose::Write)
        ROSTER_TRY(confirm(*checked));
    bool emptied = false;
    if (replaces()) {
        progress.setText(Words::tr("%1: removing the old rows").arg(plain(m_live.name)));
        const auto replaced = replaceRows(*checked, purpose);
        if (!replaced)
            return fail(replaced.error());
        emptied = *replaced;
    }
    ROSTER_TRY(makeRows());
    progress.setText(Words::tr("%1: writing rows").arg(plain(m_live.name)));
    const auto ids = idSource(purpose, emptied);
    if (!ids)
        return fail(ids.error());
    const SeedTarget target{m_live.name, fitsBinary(*m_rows, m_live),
                            emptied && m_live.kind == RelationKind::Table};
    const qint64 count =
        purpose == Purpose::Rehearse ? std::min(m_input.rows, rehearsedRows) : m_input.rows;
    const auto written = writeRows(m_session, progress, *m_rows, count, target, *ids, before);
    if (!written)
        return fail(explained(written.error(), m_seeder, m_live));
    if (replaces())
        ROSTER_TRY(continueNumbering());
    // What is deferred fails here, where the error can still be explained, not at the end.
    const auto constraints = m_session.query(u"SET CONSTRAINTS ALL IMMEDIATE"_s);
    if (!constraints)
        return fail(explained(constraints.error(), m_seeder, m_live));
    return finish(*checked, purpose, count - *written, clock.elapsed());
}

Result<SeedReport> SeedRun::finish(const SeedCheck &check, Purpose purpose, qint64 leftOut,
                                   qint64 milliseconds)
{
    SeedReport report;
    report.seeder = m_seeder.name();
    report.table = m_live.name;
    report.mode = m_request.mode;
    report.rows = m_input.rows - leftOut;
    report.leftOut = leftOut;
    report.firstNumber = m_input.firstNumber;
    report.randomSeed = m_input.randomSeed;
    report.options = m_input.options.toMap();
    report.victims = check.victims;
    report.milliseconds = milliseconds;
    report.noHistory = m_history->obstacle();
    report.rehearsed = purpose == Purpose::Rehearse;
    auto notice = alembicNotice(m_session, {m_live.name});
    if (!notice)
        return fail(notice.error());
    report.notice = std::move(*notice);
    if (replaces()) {
        QList<TableName> tables;
        for (const SeedVictim &victim : check.victims)
            tables << victim.table;
        ROSTER_TRY(m_history->markReplaced(tables));
    }
    if (m_input.rows == 0)
        return report;
    SeedBatch batch;
    batch.seeder = report.seeder;
    batch.version = m_seeder.version();
    batch.table = report.table;
    batch.randomSeed = report.randomSeed;
    batch.options = report.options;
    batch.fixture = m_input.fixture;
    batch.rows = m_input.rows;
    batch.written = report.rows;
    batch.firstNumber = m_input.firstNumber;
    batch.keys = m_keys;
    batch.references = m_input.references;
    batch.milliseconds = milliseconds;
    const auto number = m_history->record(batch);
    if (!number)
        return fail(number.error());
    report.batch = purpose == Purpose::Rehearse ? 0 : *number;
    return report;
}

void SeedRun::analyze()
{
    static_cast<void>(m_session.query(u"ANALYZE "_s + qualified(m_live.name)));
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seedrunner.h"

#include "models/database/serverinfo.h"
#include "models/database/session.h"
#include "models/database/transaction.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Gives tr() the context that lupdate files the text under.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedRunner)
};

QString qualified(const TableName &table)
{
    return quoted(table.schema, table.name);
}

QStringList qualified(const QList<TableName> &tables)
{
    QStringList names;
    for (const TableName &table : tables)
        names << qualified(table);
    return names;
}

/// Columns of a table that a sequence of their own numbers upwards, and that sequence.
constexpr auto sequencesQuery = R"(
SELECT a.attname, n.nspname, s.relname
FROM pg_depend AS d
JOIN pg_class AS s ON s.oid = d.objid AND s.relkind = 'S'
JOIN pg_namespace AS n ON n.oid = s.relnamespace
JOIN pg_sequence AS q ON q.seqrelid = s.oid AND q.seqincrement > 0
JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
  AND d.refobjid = $1::regclass AND d.deptype IN ('a', 'i')
)";

/// Runs a statement that may fail and leaves the transaction usable then.
Result<void> attempt(Session &session, const QString &sql)
{
    ROSTER_TRY(session.query(u"SAVEPOINT roster_attempt"_s));
    const auto done = session.query(sql);
    if (!done)
        ROSTER_TRY(session.query(u"ROLLBACK TO SAVEPOINT roster_attempt"_s));
    ROSTER_TRY(session.query(u"RELEASE SAVEPOINT roster_attempt"_s));
    if (!done)
        return fail(done.error());
    return {};
}

}  // namespace

SeedRunner::SeedRunner(const Seeder &seeder, const SeedRequest &request)
    : m_seeder(seeder), m_request(request)
{
}

Result<SeedReport> SeedRunner::run(Session &session, Progress &progress)
{
    QElapsedTimer clock;
    clock.start();
    ROSTER_TRY(checkRequest());
    ROSTER_TRY(checkEnvironment(session));
    ROSTER_TRY(checkTables(session));

    auto transaction = Transaction::begin(session);
    if (!transaction)
        return fail(transaction.error());
    bool isTruncated = false;
    if (!m_request.append) {
        progress.setText(Text::tr("Removing the old rows"));
        const Result<bool> replaced = replaceRows(session);
        if (!replaced)
            return fail(replaced.error());
        isTruncated = *replaced;
    }
    progress.setText(Text::tr("Writing rows"));
    progress.setTotal(m_request.rows);
    const Result<qint64> rows =
        m_seeder.run(session, progress, RandomSource(m_request.randomSeed), m_request, isTruncated);
    if (!rows)
        return fail(rows.error());
    progress.setDone(*rows);
    if (!m_request.append)
        ROSTER_TRY(continueNumbering(session));
    ROSTER_TRY(transaction->commit());
    // Without it the planner and the row estimate know nothing of the rows until autovacuum comes.
    for (const QString &table : qualified(m_seeder.tables()))
        static_cast<void>(session.query(u"ANALYZE "_s + table));
    return SeedReport{m_seeder.name(),      m_seeder.tables(), *rows,
                      m_request.randomSeed, !m_request.append, clock.elapsed()};
}

Result<void> SeedRunner::checkRequest()
{
    if (m_request.fixture && m_seeder.fixtureRows() == 0) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("The seeder %1 has no fixture.").arg(m_seeder.name()));
    }
    if (m_request.rows < 0)
        m_request.rows = m_request.fixture ? m_seeder.fixtureRows() : m_seeder.defaultRows();
    if (m_request.rows > m_seeder.maxRows()) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("The seeder %1 cannot make %2 rows.")
                        .arg(m_seeder.name(), QString::number(m_request.rows)),
                    Text::tr("It makes %1 at most.").arg(m_seeder.maxRows()));
    }
    if (m_request.fixture && m_request.rows < m_seeder.fixtureRows()) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("The fixture of %1 has more rows than that.").arg(m_seeder.name()),
                    Text::tr("Ask for %n row(s) or more.", nullptr, int(m_seeder.fixtureRows())));
    }
    return {};
}

Result<void> SeedRunner::checkEnvironment(Session &session) const
{
    const auto info = readServerInfo(session);
    if (!info)
        return fail(info.error());
    if (info->environment != Environment::Production)
        return {};
    return fail(Error::Kind::Refused,
                Text::tr("%1 counts as production, so no made-up rows are written to it.")
                    .arg(info->displayName()),
                Text::tr("If it is not: say so in the profile, and in the database by "
                         "ALTER DATABASE … SET roster.environment = 'development'."));
}

Result<void> SeedRunner::checkTables(Session &session) const
{
    for (const QString &table : qualified(m_seeder.tables())) {
        const auto found = session.query(u"SELECT to_regclass($1) IS NOT NULL"_s, {table.toUtf8()});
        if (!found)
            return fail(found.error());
        if (!found->boolean(0, 0)) {
            return fail(Error::Kind::NotFound, Text::tr("There is no table %1.").arg(table),
                        Text::tr("Create it first: roster schema create"));
        }
    }
    return {};
}

Result<bool> SeedRunner::replaceRows(Session &session) const
{
    const QStringList tables = qualified(m_seeder.tables());
    ROSTER_TRY(session.query(u"SET LOCAL lock_timeout = '5s'"_s));
    const auto truncated =
        attempt(session, u"TRUNCATE "_s + tables.join(", "_L1) + u" RESTART IDENTITY"_s);
    if (!truncated) {
        const Error &error = truncated.error();
        // 0A000: another table refers to this one. 42501: no right to TRUNCATE, or not the owner
        // of the sequence.
        if (error.sqlState != "0A000"_L1 && error.sqlState != "42501"_L1)
            return fail(error);
        for (qsizetype i = tables.size() - 1; i >= 0; --i)
            ROSTER_TRY(session.query(u"DELETE FROM "_s + tables.at(i)));
    }
    ROSTER_TRY(session.query(u"SET LOCAL lock_timeout = DEFAULT"_s));
    return truncated.has_value();
}

Result<void> SeedRunner::continueNumbering(Session &session) const
{
    for (const TableName &table : m_seeder.tables()) {
        const auto sequences =
            session.query(QString::fromLatin1(sequencesQuery), {qualified(table).toUtf8()});
        if (!sequences)
            return fail(sequences.error());
        for (int row = 0; row < sequences->rows(); ++row) {
            const QString sequence = quoted(sequences->text(row, 1), sequences->text(row, 2));
            const auto next =
                session.query(u"SELECT coalesce(max("_s + quoted(sequences->text(row, 0))
                              + u")::bigint, 0) + 1 FROM "_s + qualified(table));
            if (!next)
                return fail(next.error());
            const QString number = next->text(0, 0);
            // Undone by a rollback, which setval() is not; but only its owner may.
            const auto restarted =
                attempt(session, u"ALTER SEQUENCE "_s + sequence + u" RESTART WITH "_s + number);
            if (restarted)
                continue;
            if (restarted.error().kind != Error::Kind::Permission)
                return fail(restarted.error());
            ROSTER_TRY(session.query(u"SELECT setval($1::regclass, $2::bigint, false)"_s,
                                     {sequence.toUtf8(), number.toUtf8()}));
        }
    }
    return {};
}

}  // namespace roster

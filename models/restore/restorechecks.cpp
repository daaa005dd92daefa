// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/restorechecks.h"

#include "models/database/cancellable.h"
#include "models/migration/versiontable.h"
#include "models/restore/statementpool.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

constexpr auto tablesSql = R"(
SELECT n.nspname, c.relname, c.relkind FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
ORDER BY 1, 2)";

// What ANALYZE alone takes: of a partitioned table the parts go with it. Catalogs, too. The largest
// first; of a partitioned one the size is not known.
constexpr auto analysedSql = R"(
SELECT pg_catalog.format('%I.%I', n.nspname, c.relname),
       CASE c.relkind WHEN 'p' THEN 9223372036854775807
                      ELSE pg_catalog.pg_relation_size(c.oid) END AS bytes
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
ORDER BY 2 DESC, 1)";

constexpr qint64 bytesAtOnce = qint64(4) << 20;  // of small tables in one ANALYZE
constexpr qsizetype mostAtOnce = 20;

constexpr auto censusSql = R"(
WITH ours AS (SELECT oid FROM pg_catalog.pg_namespace
              WHERE nspname <> 'information_schema' AND nspname !~ '^pg_')
SELECT 'tables', count(*) FROM pg_catalog.pg_class
  WHERE relkind IN ('r', 'p', 'f') AND relnamespace IN (SELECT oid FROM ours)
UNION ALL SELECT 'indexes', count(*) FROM pg_catalog.pg_class
  WHERE relkind IN ('i', 'I') AND relnamespace IN (SELECT oid FROM ours)
UNION ALL SELECT 'views', count(*) FROM pg_catalog.pg_class
  WHERE relkind IN ('v', 'm') AND relnamespace IN (SELECT oid FROM ours)
UNION ALL SELECT 'sequences', count(*) FROM pg_catalog.pg_class
  WHERE relkind = 'S' AND relnamespace IN (SELECT oid FROM ours)
UNION ALL SELECT 'constraints', count(*) FROM pg_catalog.pg_constraint
  WHERE connamespace IN (SELECT oid FROM ours)
UNION ALL SELECT 'functions', count(*) FROM pg_catalog.pg_proc
  WHERE pronamespace IN (SELECT oid FROM ours)
UNION ALL SELECT 'triggers', count(*) FROM pg_catalog.pg_trigger WHERE NOT tgisinternal)";

constexpr auto invalidIndexesSql = R"(
SELECT i.indexrelid::pg_catalog.regclass FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
WHERE c.relkind = 'i' AND NOT (i.indisvalid AND i.indisready) ORDER BY 1)";

constexpr auto unvalidatedSql = R"(
SELECT pg_catalog.format('%s on %s', conname, conrelid::pg_catalog.regclass)
FROM pg_catalog.pg_constraint WHERE NOT convalidated ORDER BY 1)";

// A column's own sequence: serial (a) or identity (i).
constexpr auto sequencesSql = R"(
SELECT s.oid::pg_catalog.regclass, d.refobjid::pg_catalog.regclass,
       pg_catalog.quote_ident(a.attname), q.seqincrement
FROM pg_catalog.pg_class s JOIN pg_catalog.pg_sequence q ON q.seqrelid = s.oid
JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
  AND d.objid = s.oid AND d.refclassid = d.classid AND d.deptype IN ('a', 'i')
JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid AND t.typname IN ('int2', 'int4', 'int8')
WHERE s.relkind = 'S' ORDER BY 1)";

class Checking
{
public:
    Checking(Session &session, const QList<Session *> &beside, const LoadReport &loaded,
             const RestoreChecks::Options &options, Progress &progress)
        : m_session(session),
          m_sessions(QList<Session *>{&session} + beside),
          m_loaded(loaded),
          m_options(options),
          m_progress(progress)
    {
    }

    Result<RestoreCheckReport> run()
    {
        for (Session *session : std::as_const(m_sessions))
            ROSTER_TRY(session->script(u"SET search_path = ''; SET row_security = off"_s));
        ROSTER_TRY(countAndAnalyse());
        ROSTER_TRY(compareRows());
        ROSTER_TRY(census());
        ROSTER_TRY(indexes());
        ROSTER_TRY(constraints());
        ROSTER_TRY(sequences());
        ROSTER_TRY(revisions());
        return m_report;
    }

private:
    Result<void> countAndAnalyse();
    Result<void> addCounts(StatementPool &pool);
    Result<void> addAnalyses(StatementPool &pool);
    Result<void> compareRows();
    Result<void> census();
    Result<void> indexes();
    Result<void> constraints();
    Result<void> sequences();
    Result<void> revisions();

    Session &m_session;
    QList<Session *> m_sessions;  ///< with it
    const LoadReport &m_loaded;
    const RestoreChecks::Options &m_options;
    Progress &m_progress;
    RestoreCheckReport m_report;
    QMap<LoadReport::TableKey, qint64> m_counted;
};

/// Together, over all sessions: neither changes anything, and an ANALYZE uses one core only.
Result<void> Checking::countAndAnalyse()
{
    m_progress.setText(Text::tr("Counting and analysing the restored tables"));
    StatementPool pool(m_sessions, {}, m_progress);
    ROSTER_TRY(addCounts(pool));
    ROSTER_TRY(addAnalyses(pool));
    return pool.finish();
}

Result<void> Checking::addCounts(StatementPool &pool)
{
    const auto tables = m_session.query(QString::fromUtf8(tablesSql));
    if (!tables)
        return fail(tables.error());
    for (int row = 0; row < tables->rows(); ++row) {
        const QString schema = tables->text(row, 0);
        const QString name = tables->text(row, 1);
        // What inherits is counted by itself; of a partitioned table the parts are its rows.
        const bool isPartitioned = tables->text(row, 2) == "p"_L1;
        const qsizetype at = isPartitioned ? -1 : m_report.tables.size();
        if (!isPartitioned)
            m_report.tables << RestoreCheckReport::Table{schema, name, -1};
        const QString sql = u"SELECT count(*) FROM %1%2"_s.arg(
            isPartitioned ? QString() : u"ONLY "_s, quoted(schema, name));
        pool.add({.sql = sql.toUtf8(), .done = [this, schema, name, at](const ResultSet &count) {
                      m_counted.insert({schema, name}, count.integer(0, 0));
                      if (at >= 0)
                          m_report.tables[at].rows = count.integer(0, 0);
                  }});
    }
    return {};
}

Result<void> Checking::addAnalyses(StatementPool &pool)
{
    const auto tables = m_session.query(QString::fromUtf8(analysedSql));
    if (!tables)
        return fail(tables.error());
    QStringList names;
    qint64 bytes = 0;
    for (int row = 0; row < tables->rows(); ++row) {
        names << tables->text(row, 0);
        bytes += std::min(tables->integer(row, 1), bytesAtOnce);
        if (bytes < bytesAtOnce && names.size() < mostAtOnce && row + 1 < tables->rows())
            continue;
        pool.add({.sql = (u"ANALYZE "_s + names.join(", "_L1)).toUtf8()});
        names.clear();
        bytes = 0;
    }
    return {};
}

Result<void> Checking::compareRows()
{
    for (auto it = m_loaded.rows.cbegin(); it != m_loaded.rows.cend(); ++it) {
        const QString name = it.key().first + u'.' + it.key().second;
        const qint64 counted = m_counted.value(it.key(), -1);
        if (counted < 0) {
            m_report.warnings
                << Text::tr("%1 is no table by now: its rows were not counted.").arg(name);
        } else if (counted != it.value()) {
            m_report.failures << Text::tr("%1: the dump has %2 rows, in the table are %3.")
                                     .arg(name)
                                     .arg(it.value())
                                     .arg(counted);
        }
    }
    for (auto it = m_options.expectedRows.cbegin(); it != m_options.expectedRows.cend(); ++it) {
        qint64 counted = -1;
        for (auto at = m_counted.cbegin(); at != m_counted.cend(); ++at) {
            if (at.key().first + u'.' + at.key().second == it.key())
                counted = at.value();
        }
        if (counted != it.value()) {
            m_report.failures << Text::tr("%1: the manifest says %2 rows, in the table are %3.")
                                     .arg(it.key())
                                     .arg(it.value())
                                     .arg(std::max<qint64>(counted, 0));
        }
    }
    if (m_report.failures.isEmpty()) {
        m_report.passed << Text::tr("rows sent, rows the server took and rows counted are the same "
                                    "in %n table(s)",
                                    nullptr, int(m_loaded.rows.size()));
    }
    return {};
}

Result<void> Checking::census()
{
    const auto rows = m_session.query(QString::fromUtf8(censusSql));
    if (!rows)
        return fail(rows.error());
    for (int row = 0; row < rows->rows(); ++row)
        m_report.census.insert(rows->text(row, 0), rows->integer(row, 1));
    return {};
}

Result<void> Checking::indexes()
{
    const auto rows = m_session.query(QString::fromUtf8(invalidIndexesSql));
    if (!rows)
        return fail(rows.error());
    for (int row = 0; row < rows->rows(); ++row)
        m_report.failures << Text::tr("The index %1 is not valid.").arg(rows->text(row, 0));
    if (rows->isEmpty())
        m_report.passed << Text::tr("all indexes are valid");
    return {};
}

Result<void> Checking::constraints()
{
    const auto rows = m_session.query(QString::fromUtf8(unvalidatedSql));
    if (!rows)
        return fail(rows.error());
    for (int row = 0; row < rows->rows(); ++row) {
        m_report.warnings << Text::tr(
                                 "The constraint %1 was never checked (NOT VALID), as the dump "
                                 "has it.")
                                 .arg(rows->text(row, 0));
    }
    if (rows->isEmpty())
        m_report.passed << Text::tr("all constraints are validated");
    return {};
}

Result<void> Checking::sequences()
{
    const auto rows = m_session.query(QString::fromUtf8(sequencesSql));
    if (!rows)
        return fail(rows.error());
    bool isBehind = false;
    for (int row = 0; row < rows->rows(); ++row) {
        const bool isDown = rows->integer(row, 3) < 0;
        const auto found = m_session.query(
            u"SELECT s.last_value, x.last FROM %1 s, (SELECT %2(%3) AS last FROM %4) x "
            "WHERE x.last IS NOT NULL AND (s.last_value %5 x.last OR "
            "(s.last_value = x.last AND NOT s.is_called))"_s.arg(
                rows->text(row, 0), isDown ? u"min"_s : u"max"_s, rows->text(row, 2),
                rows->text(row, 1), isDown ? u">"_s : u"<"_s));
        if (!found)
            return fail(found.error());
        if (found->isEmpty())
            continue;
        isBehind = true;
        m_report.warnings << Text::tr("The sequence %1 stands at %2, the largest %3.%4 is %5: the "
                                      "next row made there would fail. It is so in the dump; "
                                      "setval('%1', %5) mends it.")
                                 .arg(rows->text(row, 0), found->text(0, 0), rows->text(row, 1),
                                      rows->text(row, 2), found->text(0, 1));
    }
    if (!isBehind)
        m_report.passed << Text::tr("no sequence is behind its column");
    return {};
}

Result<void> Checking::revisions()
{
    const auto rows = VersionTable::read(m_session);
    if (!rows)
        return fail(rows.error());
    m_report.hasVersionTable = rows->has_value();
    m_report.revisions = rows->value_or(QStringList());
    if (!m_report.hasVersionTable)
        m_report.warnings << Text::tr("There is no alembic_version: no revision is noted.");
    for (const QString &revision : std::as_const(m_report.revisions)) {
        if (!m_options.knownRevisions.isEmpty() && !m_options.knownRevisions.contains(revision))
            m_report.warnings << Text::tr("The revision %1 is not known here (the backend's own?).")
                                     .arg(revision);
    }
    if (!m_report.revisions.isEmpty())
        m_report.passed << Text::tr("revision %1").arg(m_report.revisions.join(", "_L1));
    return {};
}

}  // namespace

qint64 RestoreCheckReport::allRows() const
{
    qint64 sum = 0;
    for (const Table &table : tables)
        sum += table.rows;
    return sum;
}

Result<RestoreCheckReport> RestoreChecks::run(Session &side, const LoadReport &loaded,
                                              const Options &options, Progress &progress,
                                              const QList<Session *> &beside)
{
    const Cancellable cancellable(side, progress);
    progress.setText(Text::tr("Checking what was restored"));
    return Checking(side, beside, loaded, options, progress).run();
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/dumploader.h"

#include "models/dump/sqlwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <ranges>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

constexpr int batchStatements = 200;
constexpr qsizetype listenEach = qsizetype(4) << 20;  // bytes: a refused COPY is noticed by then
constexpr qsizetype shownBytes = 300;                 // of a statement that failed
constexpr int rightsWords = 4000;                     // a GRANT of columns has many
constexpr int fewWords = 12;

bool mayBeRights(const QList<SqlWord> &words)
{
    return !words.isEmpty()
        && (words[0].is("grant") || words[0].is("revoke") || words[0].is("alter")
            || words[0].is("set") || words[0].is("reset"));
}

QString tableName(const LoadReport::TableKey &key)
{
    return key.first.isEmpty() ? key.second : key.first + u'.' + key.second;
}

}  // namespace

qint64 LoadReport::allRows() const
{
    qint64 sum = 0;
    for (const qint64 count : rows)
        sum += count;
    return sum;
}

DumpLoader::DumpLoader(Session &session, Session &elevated, Options options, Progress &progress)
    : m_session(session), m_elevated(elevated), m_options(std::move(options)), m_progress(progress)
{
}

DumpLoader::~DumpLoader()
{
    m_pool.reset();
    if (m_isCopying)
        giveUpCopy("given up");
    if (m_isOpen)
        static_cast<void>(m_session.query(u"ROLLBACK"_s));
}

Error DumpLoader::errorAt(Error error, QByteArrayView sql, qint64 line) const
{
    const bool isOfRows = m_isCopying || !m_copySql.isEmpty();
    return errorOf(std::move(error), sql, line, isOfRows ? tableName(m_copyTable) : QString());
}

/// `what`: the table whose rows it is about; empty: a statement.
Error DumpLoader::errorOf(Error error, QByteArrayView sql, qint64 line, const QString &what) const
{
    const QString shown = QString::fromUtf8(sql.first(std::min(sql.size(), shownBytes))).trimmed();
    error.statement = shown;
    if (error.kind == Error::Kind::Cancelled) {
        error.hint = Text::tr("Nothing was changed.");
        return error;
    }
    const QString cause = error.kind == Error::Kind::Connection && !error.detail.isEmpty()
                            ? error.detail
                            : error.message;
    const QString name = what.isEmpty() ? shown.section(u'\n', 0, 0) : what;
    error.message = Text::tr("Line %1 of the dump, %2: %3").arg(line).arg(name.left(100), cause);
    if (error.kind == Error::Kind::Connection) {
        error.hint = Text::tr("The server ended the connection; its log says why. The live "
                              "database was not touched: start again.");
    } else if (error.sqlState == "42501"_L1) {
        error.hint = Text::tr("The dump is run as %1, which may not do this. If you trust the "
                              "file, let it run as the connected role (--trust-dump).")
                         .arg(m_options.runAs);
    } else if (error.sqlState.startsWith("53"_L1)) {
        error.hint = Text::tr("The server ran out of something (disk, memory, connections): see "
                              "its message, make room, start again.");
    } else if (error.hint.isEmpty() || error.sqlState.startsWith("42P01"_L1)) {
        error.hint = Text::tr("The live database was not touched. Look at that line of the dump.");
    }
    return error;
}

Result<void> DumpLoader::begin()
{
    if (m_options.isOneTransaction || m_isOpen
        || PQtransactionStatus(m_session.handle()) != PQTRANS_IDLE)
        return {};
    ROSTER_TRY(m_session.query(u"BEGIN"_s));
    m_isOpen = true;
    m_inBatch = 0;
    return {};
}

Result<void> DumpLoader::commit()
{
    if (!m_isOpen)
        return {};
    m_isOpen = false;
    if (PQtransactionStatus(m_session.handle()) == PQTRANS_IDLE)
        return {};  // the dump's own COMMIT
    const auto done = m_session.query(u"COMMIT"_s);
    if (!done)
        return fail(done.error());
    return {};
}

Result<void> DumpLoader::execute(Session &session, QByteArrayView sql, qint64 line)
{
    if (m_progress.isCancelled())
        return fail(Error::Kind::Cancelled, Text::tr("Cancelled."),
                    Text::tr("Nothing was changed."));
    const QByteArray text = sql.toByteArray();  // its bytes are in the dump's own encoding
    // One statement and no more: what is run with more rights is known by its first words.
    PGresult *result =
        PQexecParams(session.handle(), text.constData(), 0, nullptr, nullptr, nullptr, nullptr, 0);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH) {
        PQclear(result);
        PQputCopyEnd(session.handle(), "not expected");
        while (PGresult *rest = PQgetResult(session.handle()))
            PQclear(rest);
        return fail(errorAt(
            {.kind = Error::Kind::InvalidInput, .message = Text::tr("a COPY where none can stand")},
            sql, line));
    }
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
        return fail(errorAt(session.errorFrom(result, {}), sql, line));
    m_affected = QByteArrayView(PQcmdTuples(result)).toLongLong();
    PQclear(result);
    ++m_report.statements;
    return {};
}

Result<void> DumpLoader::statement(QByteArrayView sql, qint64 line)
{
    QList<SqlWord> words = sqlWords(sql, fewWords);
    if (mayBeRights(words) && words.size() == fewWords)
        words = sqlWords(sql, rightsWords);
    if (words.isEmpty())
        return {};
    m_copySql.clear();
    switch (kindOf(words)) {
    case DumpStatementKind::Refused:
        return fail(errorAt({.kind = Error::Kind::InvalidInput,
                             .message = Text::tr("no dump of pg_dump holds such a statement"),
                             .hint = Text::tr("The file was written or changed by somebody else. "
                                              "Take the line out if you know what it is for.")},
                            sql, line));
    case DumpStatementKind::Outside:
        m_report.notes << Text::tr("Line %1: grants and texts of a whole database are those of the "
                                   "live one; this was skipped: %2")
                              .arg(line)
                              .arg(QString::fromUtf8(
                                  sql.first(std::min<qsizetype>(sql.size(), 80))));
        return {};
    case DumpStatementKind::Rights:
        m_deferred << Deferred{sql.toByteArray(), line};
        return {};
    case DumpStatementKind::Extension:
        return extension(sql, words[0].text, line);
    case DumpStatementKind::Preamble:
        return preamble(sql, words[1].text, line);
    case DumpStatementKind::Begin:
        if (m_options.isOneTransaction)
            return {};
        ROSTER_TRY(commit());
        return execute(m_session, sql, line);
    case DumpStatementKind::Commit:
        if (m_options.isOneTransaction)
            return {};
        break;
    case DumpStatementKind::Insert:
    case DumpStatementKind::Plain:
        break;
    }
    const auto beside = buildBeside(sql, words, line);
    if (!beside)
        return fail(beside.error());
    if (*beside)
        return {};
    ROSTER_TRY(begin());
    ROSTER_TRY(execute(m_session, sql, line));
    if (kindOf(words) == DumpStatementKind::Insert && words.size() > 4) {
        const bool hasSchema = words[3].is(".");
        m_report.rows[{hasSchema ? QString::fromUtf8(words[2].text) : QString(),
                       QString::fromUtf8(words[hasSchema ? 4 : 2].text)}] += m_affected;
    }
    // Text in the dump's encoding goes over the other session, too.
    if (words[0].is("set")
        && (words.value(1).is("client_encoding")
            || words.value(1).is("standard_conforming_strings")))
        ROSTER_TRY(execute(m_elevated, sql, line));
    return ++m_inBatch < batchStatements ? Result<void>() : commit();
}

/// What may fail without ending a transaction that is not ours.
Result<void> DumpLoader::tried(Session &session, QByteArrayView sql, qint64 line)
{
    if (!m_options.isOneTransaction)
        return execute(session, sql, line);
    ROSTER_TRY(session.query(u"SAVEPOINT tried"_s));
    auto done = execute(session, sql, line);
    if (done)
        ROSTER_TRY(session.query(u"RELEASE SAVEPOINT tried"_s));
    else
        static_cast<void>(session.query(u"ROLLBACK TO SAVEPOINT tried"_s));
    return done;
}

Result<void> DumpLoader::preamble(QByteArrayView sql, const QByteArray &variable, qint64 line)
{
    ROSTER_TRY(commit());
    m_isSettingKnown = false;
    auto done = tried(m_session, sql, line);
    if (done || done.error().sqlState != "42704"_L1)
        return done;
    m_report.notes << Text::tr("Line %1: this server does not know the setting %2, which was "
                               "skipped.")
                          .arg(line)
                          .arg(QString::fromUtf8(variable));
    return {};
}

Result<void> DumpLoader::extension(QByteArrayView sql, const QByteArray &first, qint64 line)
{
    ROSTER_TRY(settle());
    ROSTER_TRY(commit());  // it may need a schema that the dump just made
    auto done = tried(m_elevated, sql, line);
    if (done || first != "comment" || done.error().sqlState != "42501"_L1)
        return done;
    m_report.notes << Text::tr("Line %1: the comment of an extension belongs to whom the extension "
                               "belongs to; it was skipped.")
                          .arg(line);
    return {};
}

Result<void> DumpLoader::beginCopy(QByteArrayView sql, const QString &schema, const QString &table,
                                   qint64 line)
{
    m_copyTable = {schema, table};
    m_copySql = sql.toByteArray();
    m_copyLine = line;
    m_sent = 0;
    if (m_pool && m_pool->locks(DumpBuild::tableOfCopy(sql)))
        ROSTER_TRY(settle());
    ROSTER_TRY(begin());
    // One statement and no more, as in execute().
    PGresult *result = PQexecParams(m_session.handle(), m_copySql.constData(), 0, nullptr, nullptr,
                                    nullptr, nullptr, 0);
    if (PQresultStatus(result) != PGRES_COPY_IN)
        return fail(errorAt(m_session.errorFrom(result, {}), m_copySql, line));
    PQclear(result);
    m_isCopying = true;
    m_unread = 0;
    m_progress.setText(Text::tr("Restoring %1").arg(tableName(m_copyTable)));
    return {};
}

void DumpLoader::giveUpCopy(const char *why)
{
    m_isCopying = false;
    PQputCopyEnd(m_session.handle(), why);
    while (PGresult *result = PQgetResult(m_session.handle()))
        PQclear(result);
}

Result<void> DumpLoader::checkCopying()
{
    if (m_progress.isCancelled()) {
        giveUpCopy("cancelled");
        return fail(Error::Kind::Cancelled, Text::tr("Cancelled."),
                    Text::tr("Nothing was changed."));
    }
    if (m_pool) {
        if (auto pumped = m_pool->pump(m_mostBeside); !pumped) {
            giveUpCopy("given up");
            return pumped;
        }
    }
    if (m_unread < listenEach)
        return {};
    m_unread = 0;
    PQconsumeInput(m_session.handle());
    return {};
}

Result<void> DumpLoader::rows(QByteArrayView lines)
{
    ROSTER_TRY(checkCopying());
    constexpr qsizetype most = std::numeric_limits<int>::max() / 2;
    for (qsizetype at = 0; at < lines.size(); at += most) {
        const QByteArrayView piece = lines.sliced(at, std::min(most, lines.size() - at));
        m_unread += piece.size();
        m_sent += piece.size();
        if (PQputCopyData(m_session.handle(), piece.data(), int(piece.size())) == 1)
            continue;
        m_isCopying = false;
        Error error;
        bool isNamed = false;
        while (PGresult *result = PQgetResult(m_session.handle())) {
            if (!isNamed && PQresultStatus(result) == PGRES_FATAL_ERROR) {
                error = m_session.errorFrom(result, {});
                isNamed = true;
            } else {
                PQclear(result);
            }
        }
        if (!isNamed)
            error = m_session.errorFrom(nullptr, {});
        return fail(errorAt(error, m_copySql, m_copyLine));
    }
    return {};
}

Result<void> DumpLoader::endCopy(qint64 rows, qint64 line)
{
    ROSTER_TRY(checkCopying());
    m_isCopying = false;
    if (PQputCopyEnd(m_session.handle(), nullptr) != 1)
        return fail(errorAt(m_session.errorFrom(nullptr, {}), m_copySql, m_copyLine));
    qint64 taken = 0;
    std::optional<Error> error;
    while (PGresult *result = PQgetResult(m_session.handle())) {
        if (PQresultStatus(result) == PGRES_COMMAND_OK || error) {
            taken = QByteArrayView(PQcmdTuples(result)).toLongLong();
            PQclear(result);
        } else {
            error = m_session.errorFrom(result, {});
        }
    }
    if (error)
        return fail(errorAt(*error, m_copySql, m_copyLine));
    if (rows >= 0 && taken != rows) {
        return fail(errorAt(
            {.kind = Error::Kind::InvalidInput,
             .message = Text::tr("%1 rows were sent and the server took %2").arg(rows).arg(taken)},
            m_copySql, line));
    }
    ROSTER_TRY(resolveCopyTable());
    m_report.rows[m_copyTable] += taken;
    ++m_report.statements;
    ROSTER_TRY(buildAhead());
    m_copySql.clear();
    return ++m_inBatch < batchStatements ? Result<void>() : commit();
}

/// Old dumps name tables by the search_path alone, and change that as they go.
Result<void> DumpLoader::resolveCopyTable()
{
    if (!m_copyTable.first.isEmpty())
        return {};
    const auto row = m_session.query(
        u"SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = "
        "c.relnamespace WHERE c.oid = pg_catalog.to_regclass($1)"_s,
        {quoted(m_copyTable.second).toUtf8()});
    if (!row)
        return fail(row.error());
    if (!row->isEmpty())
        m_copyTable.first = row->text(0, 0);
    return {};
}

}  // namespace roster

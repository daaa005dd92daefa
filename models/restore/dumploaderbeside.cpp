// SPDX-License-Identifier: GPL-3.0-or-later
// What comes beside the dump's own order: indexes and keys before it, owners and rights behind it.
#include "models/restore/dumploader.h"

#include "models/dump/sqlwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

constexpr int batchStatements = 200;
constexpr int rightsWords = 4000;  // a GRANT of columns has many
// Below, a commit and a session more are no gain.
constexpr qsizetype leastBytesAhead = qsizetype(1) << 20;

// What the dump SET so far, as statements; `role` is not among them.
constexpr auto settingsSql = R"(
SELECT pg_catalog.string_agg(pg_catalog.format('SELECT pg_catalog.set_config(%L, %L, false)',
                                               name, setting), '; ' ORDER BY name)
FROM pg_catalog.pg_settings WHERE source = 'session' AND context IN ('user', 'superuser')
  AND name <> 'client_encoding' AND name !~ '^transaction_')";

bool hasWord(const QList<SqlWord> &words, QByteArrayView keyword)
{
    return std::ranges::any_of(words, [keyword](const SqlWord &word) { return word.is(keyword); });
}

}  // namespace

/// After a commit: what is made beside must see what was loaded, and wait for none of our locks.
bool DumpLoader::canBuildBeside()
{
    if (!m_hasAskedBuilders && m_options.builders && !m_options.isOneTransaction) {
        m_hasAskedBuilders = true;
        const QList<Session *> sessions = m_options.builders();
        if (sessions.size() > 1) {
            m_mostBeside = int(sessions.size()) - 1;
            m_pool = std::make_unique<StatementPool>(
                sessions, QList<Session *>{&m_session}, m_progress,
                [this](Error error, const StatementPool::Task &task) {
                    return errorOf(std::move(error), task.sql, task.line, {});
                });
        }
    }
    return m_pool && PQtransactionStatus(m_session.handle()) == PQTRANS_IDLE;
}

Result<void> DumpLoader::readSettings()
{
    if (m_isSettingKnown)
        return {};
    const auto row = m_session.query(QString::fromUtf8(settingsSql));
    if (!row)
        return fail(row.error());
    m_settings = row->bytes(0, 0).toByteArray();
    m_encoding = clientEncoding();
    m_isSettingKnown = true;
    return {};
}

Result<void> DumpLoader::addBuild(const QByteArray &sql, qint64 line, const DumpBuild &build)
{
    ROSTER_TRY(readSettings());
    m_pool->add({.sql = sql,
                 .line = line,
                 .tables = build.tables,
                 .isAlone = build.isAlone,
                 .settings = m_settings,
                 .encoding = m_encoding});
    ++m_report.statements;
    return {};
}

/// What may be made now that all rows of a table are there.
Result<void> DumpLoader::buildAhead()
{
    if (!m_options.ahead || m_options.isOneTransaction || m_sent < leastBytesAhead)
        return {};
    const auto builds = m_options.ahead->of(DumpBuild::tableOfCopy(m_copySql));
    if (builds.isEmpty())
        return {};
    ROSTER_TRY(commit());
    if (!canBuildBeside())
        return {};
    for (const DumpBuilds::Build &build : builds) {
        ROSTER_TRY(addBuild(build.sql, build.line, build.build));
        m_begun.insert(build.line);
    }
    return m_pool->pump(m_mostBeside);
}

/// Whether the statement is taken care of. One that could meet what is being made waits for that.
Result<bool> DumpLoader::buildBeside(QByteArrayView sql, const QList<SqlWord> &words, qint64 line)
{
    if (m_begun.contains(line))
        return true;
    static const QList<QByteArrayView> harmless{"create", "alter", "comment", "insert"};
    const bool isSetting =
        std::ranges::none_of(harmless, [&words](QByteArrayView word) { return words[0].is(word); });
    const auto build = isSetting ? std::nullopt : DumpBuild::of(sql);
    // Which parts of partitioned tables a foreign key locks, its text does not show.
    m_hasPartitions = m_hasPartitions || (words[0].is("alter") && hasWord(words, "attach"));
    if (build && !(build->isForeignKey && m_hasPartitions)) {
        ROSTER_TRY(commit());
        if (canBuildBeside()) {
            ROSTER_TRY(addBuild(sql.toByteArray(), line, *build));
            ROSTER_TRY(m_pool->pump(m_mostBeside + 1));
            return true;
        }
    }
    if (build || !DumpBuild::goesBeside(words))
        ROSTER_TRY(settle());
    m_isSettingKnown = m_isSettingKnown && !isSetting;
    return false;
}

/// Waits for all that is being made.
Result<void> DumpLoader::settle()
{
    if (!m_pool || m_pool->isIdle())
        return {};
    ROSTER_TRY(commit());
    qsizetype left = -1;
    return m_pool->finish([this, &left] {
        if (left == m_pool->left())
            return;
        left = m_pool->left();
        m_progress.setText(Text::tr("Making indexes and keys: %n to go", nullptr, int(left)));
    });
}

Result<void> DumpLoader::runDeferred(const Deferred &deferred)
{
    QByteArray sql = deferred.sql;
    const QList<SqlWord> roles = roleWords(sqlWords(sql, rightsWords));
    for (const SqlWord &role : std::ranges::reverse_view(roles)) {
        const QString name = QString::fromUtf8(role.text);
        if (m_options.leftOutRoles.contains(name)) {
            const QString note =
                Text::tr("What names the role %1 was left out (owner, grants).").arg(name);
            if (!m_report.notes.contains(note))
                m_report.notes << note;
            return {};
        }
        if (m_options.roleMap.contains(name)) {
            sql.replace(role.begin, role.end - role.begin,
                        quoted(m_options.roleMap.value(name)).toUtf8());
        }
    }
    return execute(m_elevated, sql, deferred.line);
}

Result<LoadReport> DumpLoader::finish()
{
    ROSTER_TRY(settle());
    ROSTER_TRY(commit());
    m_progress.setText(Text::tr("Setting owners and rights"));
    int number = 0;
    for (const Deferred &deferred : std::as_const(m_deferred)) {
        if (number % batchStatements == 0 && !m_options.isOneTransaction)
            ROSTER_TRY(m_elevated.query(number == 0 ? u"BEGIN"_s : u"COMMIT AND CHAIN"_s));
        ++number;
        const auto done = runDeferred(deferred);
        if (!done && !m_options.isOneTransaction)
            static_cast<void>(m_elevated.query(u"ROLLBACK"_s));
        if (!done)
            return fail(done.error());
    }
    if (number > 0 && !m_options.isOneTransaction)
        ROSTER_TRY(m_elevated.query(u"COMMIT"_s));
    return m_report;
}

}  // namespace roster

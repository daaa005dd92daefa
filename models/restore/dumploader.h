// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_DUMPLOADER_H
#define ROSTER_RESTORE_DUMPLOADER_H

#include "models/core/progress.h"
#include "models/database/session.h"
#include "models/restore/dumpbuilds.h"
#include "models/restore/statementpool.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>
#include <utility>

namespace roster {

/// What a dump brought in.
struct LoadReport
{
    using TableKey = std::pair<QString, QString>;  ///< schema, name
    QMap<TableKey, qint64> rows;  ///< of the tables that rows came for, as the server counted them
    qint64 statements = 0;
    QStringList notes;  ///< for people: what was skipped or left out, and why

    qint64 allRows() const;
};

/// Runs the statements and rows of a dump on a side database, never by psql. Hand over the items in
/// their order; the first error ends it, with line, statement and table. Many transactions: one
/// alone runs out of locks at some thousand tables, and what is half done is dropped anyway. While
/// rows of other tables come in, indexes and keys are made over sessions of their own.
class DumpLoader
{
public:
    struct Options
    {
        QMap<QString, QString> roleMap;  ///< role in the dump → role on this server
        QSet<QString> leftOutRoles;      ///< what names them is skipped: the owner keeps it
        QString runAs;                   ///< who `session` is, for messages
        /// The caller's, which is open: nothing is committed, and a failed statement ends it.
        bool isOneTransaction = false;
        /// Opens further sessions with the rights of `session`, for indexes and keys side by side;
        /// at least two are worth it. Called once at most. They must outlive the loader.
        std::function<QList<Session *>()> builders;
        /// What may be made before the dump comes to it.
        std::shared_ptr<const DumpBuilds> ahead;
    };

    /// `session` runs what the dump says, as the owner; `elevated`, as the connected role, runs
    /// extensions and, at the end, who owns and who may. Both may be the same. Both must be taken
    /// under `progress` by the caller (Cancellable).
    DumpLoader(Session &session, Session &elevated, Options options, Progress &progress);
    ~DumpLoader();
    Q_DISABLE_COPY_MOVE(DumpLoader)

    Result<void> statement(QByteArrayView sql, qint64 line);
    /// Whether the server reads backslashes in plain strings as escapes by now.
    bool hasPlainEscapes() const
    {
        return qstrcmp(PQparameterStatus(m_session.handle(), "standard_conforming_strings"), "off")
            == 0;
    }
    /// As the server has it by now.
    QByteArray clientEncoding() const
    {
        return PQparameterStatus(m_session.handle(), "client_encoding");
    }
    Result<void> beginCopy(QByteArrayView sql, const QString &schema, const QString &table,
                           qint64 line);
    /// Any piece of its lines.
    Result<void> rows(QByteArrayView lines);
    /// `rows` as the reader counted them; another number of the server's is an error.
    Result<void> endCopy(qint64 rows, qint64 line);
    /// The rest: who owns, who may. Nothing may follow.
    Result<LoadReport> finish();

private:
    struct Deferred
    {
        QByteArray sql;
        qint64 line = 0;
    };

    Result<void> execute(Session &session, QByteArrayView sql, qint64 line);
    Result<void> tried(Session &session, QByteArrayView sql, qint64 line);
    Result<void> preamble(QByteArrayView sql, const QByteArray &variable, qint64 line);
    Result<void> extension(QByteArrayView sql, const QByteArray &first, qint64 line);
    Result<void> begin();
    Result<void> commit();
    Result<void> runDeferred(const Deferred &deferred);
    Result<void> checkCopying();
    Result<void> resolveCopyTable();
    Error errorAt(Error error, QByteArrayView sql, qint64 line) const;
    Error errorOf(Error error, QByteArrayView sql, qint64 line, const QString &what) const;
    void giveUpCopy(const char *why);

    bool canBuildBeside();
    Result<void> addBuild(const QByteArray &sql, qint64 line, const DumpBuild &build);
    Result<void> readSettings();
    Result<void> buildAhead();
    Result<bool> buildBeside(QByteArrayView sql, const QList<SqlWord> &words, qint64 line);
    Result<void> settle();

    Session &m_session;
    Session &m_elevated;
    Options m_options;
    Progress &m_progress;
    LoadReport m_report;
    QList<Deferred> m_deferred;
    bool m_isOpen = false;  ///< our transaction
    int m_inBatch = 0;
    bool m_isCopying = false;
    QByteArray m_copySql;
    LoadReport::TableKey m_copyTable;
    qint64 m_copyLine = 0;
    qsizetype m_unread = 0;  ///< bytes sent since the server was listened to
    qint64 m_affected = 0;   ///< of the statement that ran last

    std::unique_ptr<StatementPool> m_pool;  ///< null: all in its order
    bool m_hasAskedBuilders = false;
    int m_mostBeside = 0;   ///< while rows come in
    QSet<qint64> m_begun;   ///< lines of what was made ahead
    qsizetype m_sent = 0;   ///< bytes of this table's rows
    QByteArray m_settings;  ///< statements that make a session read and build as `session` does
    QByteArray m_encoding;
    bool m_isSettingKnown = false;
    bool m_hasPartitions = false;
};

}  // namespace roster

#endif

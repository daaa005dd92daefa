// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BENCH_CONTEXT_H
#define ROSTER_BENCH_CONTEXT_H

#include "models/browsing/pager.h"
#include "models/database/session.h"

#include <QStringList>

#include <memory>

namespace roster::bench {

/// The server that benchmarks run on, and the sizes they run at.
class Context
{
public:
    /// `url`: of a server's maintenance database, superuser. `rows`: the large size.
    Context(const QString &url, qint64 rows, QStringList only);

    qint64 rows() const { return m_rows; }
    bool wants(const QString &section) const
    {
        return m_only.isEmpty() || m_only.contains(section);
    }

    /// A database with a players table of so many rows, made when first asked for and then kept.
    ConnectionProfile players(qint64 rows) const;
    /// An empty database of its own.
    ConnectionProfile fresh(const QString &name) const;
    void drop(const QString &name) const;
    /// Its maintenance database.
    const ConnectionProfile &server() const { return m_server; }
    std::unique_ptr<Session> open(const ConnectionProfile &profile) const;

private:
    ConnectionProfile m_server;
    qint64 m_rows;
    QStringList m_only;
};

/// Ends the program where a benchmark cannot go on.
[[noreturn]] void giveUp(const QString &why);
/// To hand to another program.
QString urlOf(const ConnectionProfile &profile);
/// Runs one statement that must work.
ResultSet must(Session &session, const QString &sql, const QList<SqlValue> &values = {});

/// So many players' keys in the default order (level, name, id), anywhere in the table.
QList<RowKey> randomKeys(Session &session, int count);

// One function a section.
void benchPages(const Context &context);
void benchWindow(const Context &context);
void benchMemory(const Context &context);
/// In a process of its own: prints the resident kilobytes.
void measureMemory(const Context &context);
void benchDump(const Context &context);
/// In a process of its own, whose memory is measured.
void readDump(const QString &path);
void benchWrites(const Context &context);
void benchSeeding(const Context &context);
void benchExport(const Context &context);
void benchBackup(const Context &context);
void benchRestore(const Context &context);
void benchCharts(const Context &context);
void benchStartUp(const Context &context);
void benchComparison(const Context &context);
void benchPeers(const Context &context);

}  // namespace roster::bench

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DUMPSECTIONS_H
#define ROSTER_DUMP_DUMPSECTIONS_H

#include "models/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace roster {

struct SqlWord;

/// A database as a dump makes it; what is not said is empty.
struct DumpedDatabase
{
    QString name;
    QString encoding;
    QString locale;
};

/// Which statements of a dump belong to the one database that is read. A cluster's dump goes from
/// database to database by \connect; pg_dump -C makes its one database and connects to it. Whatever
/// leads elsewhere is refused with its line.
class DumpSections
{
public:
    enum class Use { Give, Skip };

    DumpSections() = default;
    /// `wanted`: the one that is read, empty for all of a cluster's (to look at them), or for a
    /// dump of one database whatever its name.
    DumpSections(bool isCluster, QString wanted);

    /// A line that begins with a backslash. True: psql would begin a new session there, and so does
    /// who reads it. Errors: Refused; InvalidInput where a section is cut off.
    Result<bool> command(QByteArrayView line, qint64 number);
    /// A comment between statements.
    void comment(QByteArrayView line);
    /// Errors: Refused.
    Result<Use> statement(const QList<SqlWord> &words, qint64 line);
    /// Behind the last line. Errors: Refused, InvalidInput, NotFound (no such database).
    Result<void> end(qint64 line) const;

    bool isCluster() const { return m_isCluster; }
    bool isEnded() const { return m_isEnded; }  ///< the last line of a cluster's dump was read
    /// In whose section it reads; of a cluster, empty before the first.
    QString current() const { return named(m_current); }
    /// In the order in which they come, as far as it was read.
    QList<DumpedDatabase> databases() const;
    DumpedDatabase database(const QString &name) const { return m_made.value(name.toUtf8()); }
    /// That a cluster's dump makes before the databases.
    const QStringList &roles() const { return m_roles; }
    /// For people: what was passed over.
    const QStringList &notes() const { return m_notes; }

private:
    static QString named(const QByteArray &name);
    Result<bool> connect(const QByteArray &name, qint64 line);
    Result<bool> connectWithin(const QByteArray &name, qint64 line);
    Result<Use> ofCluster(const QList<SqlWord> &words, qint64 line);
    Result<Use> ofOne(const QList<SqlWord> &words, qint64 line);
    Result<Use> before(const QList<SqlWord> &words, qint64 line);
    bool isOfCurrent(const QList<SqlWord> &words);
    void notePassedOver(const QByteArray &name);
    void noteMade(const QList<SqlWord> &words);
    bool isWanted() const { return m_wanted.isEmpty() || current() == m_wanted; }

    bool m_isCluster = false;
    QString m_wanted;
    QByteArray m_current;
    QByteArray m_announced;  ///< one database's: made, or dropped to be made, not connected to yet
    qint64 m_announcedLine = 0;
    bool m_isMade = false;
    bool m_isEncodingSet = false;  ///< `\encoding SQL_ASCII`: a \connect comes next
    bool m_hasContent = false;     ///< one database's: something of it was given
    bool m_isComplete = false;     ///< the current section
    bool m_isEnded = false;
    QList<QByteArray> m_connected;
    QMap<QByteArray, DumpedDatabase> m_made;
    QStringList m_roles;
    QStringList m_notes;
};

}  // namespace roster

#endif

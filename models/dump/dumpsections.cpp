// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumpsections.h"

#include "models/dump/dumperror.h"
#include "models/dump/psqlconnect.h"
#include "models/dump/sqlwords.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

// A dump is hostile input: names must not fill the memory.
constexpr qsizetype mostDatabases = 10'000;
constexpr qsizetype mostRoles = 100'000;
constexpr qsizetype shownBytes = 60;

/// What pg_dump sets before it does anything.
bool isPreamble(const QList<SqlWord> &words)
{
    return words[0].is("set")
        || (words[0].is("select") && words.value(1).is("pg_catalog")
            && words.value(3).is("set_config"));
}

bool isDefinition(const SqlWord &word)
{
    return word.is("create") || word.is("drop") || word.is("alter");
}

/// `UPDATE pg_catalog.pg_database`, with which pg_dumpall --clean frees a template to be dropped.
bool isTemplateFlag(const QList<SqlWord> &words)
{
    return words[0].is("update") && words.value(1).is("pg_catalog")
        && words.value(3).is("pg_database");
}

/// The database of CREATE, DROP, ALTER DATABASE or ALTER ROLE … IN DATABASE; empty: none.
QByteArray databaseOf(const QList<SqlWord> &words)
{
    if (isDefinition(words[0]) && words.value(1).is("database"))
        return words.value(words.value(2).is("if") ? 4 : 2).text;
    const bool isRole =
        words[0].is("alter") && (words.value(1).is("role") || words.value(1).is("user"));
    return isRole && words.value(3).is("in") && words.value(4).is("database") ? words.value(5).text
                                                                              : QByteArray();
}

Result<void> checkReach(const QList<SqlWord> &words, qint64 line)
{
    const SqlWord second = words.value(1);
    const bool reachesOut = words[0].is("load") || (isDefinition(words[0]) && second.is("database"))
                         || (words[0].is("alter") && second.is("system"));
    if (!reachesOut)
        return {};
    const QByteArray what = words[0].is("load") ? words[0].text : words[0].text + ' ' + second.text;
    return fail(
        refusedLine(line, DumpMessages::tr("%1 reaches beyond the database that is restored (a "
                                           "dump of pg_dump -C, or of several databases?).")
                              .arg(QString::fromUtf8(what.toUpper()))));
}

Error cutOff(qint64 line, const QString &database)
{
    return {.kind = Error::Kind::InvalidInput,
            .message = DumpMessages::tr("The dump is cut off: at line %1, that of %2 is not at its "
                                        "last line yet.")
                           .arg(line)
                           .arg(database),
            .hint = DumpMessages::tr("Take another backup: this one is not whole.")};
}

}  // namespace

DumpSections::DumpSections(bool isCluster, QString wanted)
    : m_isCluster(isCluster), m_wanted(std::move(wanted))
{
}

QString DumpSections::named(const QByteArray &name)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(name);
    return decoder.hasError() ? QString::fromLatin1(name) : text;
}

QList<DumpedDatabase> DumpSections::databases() const
{
    QList<DumpedDatabase> found;
    for (const QByteArray &name : m_connected) {
        DumpedDatabase one = m_made.value(name);
        one.name = named(name);
        found << one;
    }
    return found;
}

Result<bool> DumpSections::command(QByteArrayView line, qint64 number)
{
    if (PsqlConnect::isRestriction(line))
        return false;
    // Before a name that is not plain: it goes with the \connect, and means nothing by itself.
    const bool mayConnect = m_isCluster || !m_announced.isEmpty();
    if (mayConnect && PsqlConnect::isPlainEncoding(line)) {
        m_isEncodingSet = true;
        return false;
    }
    if (const auto name = PsqlConnect::databaseOf(line); mayConnect && name) {
        m_isEncodingSet = false;
        return m_isCluster ? connect(*name, number) : connectWithin(*name, number);
    }
    return fail(
        refusedLine(number, DumpMessages::tr("%1 is a command for psql, and no such is run.")
                                .arg(QString::fromUtf8(line).left(shownBytes))));
}

/// Of a cluster.
Result<bool> DumpSections::connect(const QByteArray &name, qint64 line)
{
    if (m_isEnded)
        return fail(refusedLine(line, DumpMessages::tr("a \\connect behind the dump's end.")));
    if (name == m_current && !m_isComplete)
        return false;  // again, for what was set for it to count
    if (!m_current.isEmpty() && isWanted() && !m_isComplete)
        return fail(cutOff(line, current()));
    if (m_connected.contains(name)) {
        return fail(refusedLine(line, DumpMessages::tr("a second \\connect to %1, which it was "
                                                       "done with.")
                                          .arg(named(name))));
    }
    if (m_connected.size() >= mostDatabases)
        return fail(refusedLine(line, DumpMessages::tr("more databases than are read.")));
    m_connected << name;
    m_current = name;
    m_isComplete = false;
    return true;
}

/// Of a dump of one database: to itself. What it set before stays: nothing of it was left out.
Result<bool> DumpSections::connectWithin(const QByteArray &name, qint64 line)
{
    if (!m_isMade || name != m_announced) {
        return fail(refusedLine(line, DumpMessages::tr("a \\connect to %1, which is not the "
                                                       "database that this dump makes.")
                                          .arg(named(name))));
    }
    if (m_connected.isEmpty())
        m_connected << name;
    m_current = name;
    return false;
}

void DumpSections::comment(QByteArrayView line)
{
    if (line.startsWith("-- PostgreSQL database dump complete"))
        m_isComplete = true;
    else if (!m_isCluster && line.startsWith("-- PostgreSQL database dump"))
        m_isComplete = false;  // one more behind it: `pg_dump --section` into one file
    else if (m_isCluster && line.startsWith("-- PostgreSQL database cluster dump complete"))
        m_isEnded = true;
}

void DumpSections::noteMade(const QList<SqlWord> &words)
{
    const bool isNew = words[0].is("create") && words.value(1).is("database");
    if (!isNew || m_made.size() >= mostDatabases)
        return;
    DumpedDatabase made{.name = named(words.value(2).text), .encoding = {}, .locale = {}};
    for (qsizetype at = 3; at + 2 < words.size(); ++at) {
        if (!words[at + 1].is("=") || !words[at + 2].isText)
            continue;
        if (words[at].is("encoding"))
            made.encoding = QString::fromUtf8(words[at + 2].text);
        else if (words[at].is("locale") || words[at].is("lc_collate"))
            made.locale = QString::fromUtf8(words[at + 2].text);
    }
    m_made.insert(words.value(2).text, made);
}

void DumpSections::notePassedOver(const QByteArray &name)
{
    const QString note =
        DumpMessages::tr("What the dump says of %1 itself (how it is made, owner, settings) was "
                         "passed over: the database it is restored into keeps its own.")
            .arg(named(name));
    const bool isRead = !m_isCluster || !m_wanted.isEmpty();
    if (isRead && !m_notes.contains(note))
        m_notes << note;
}

/// ALTER DATABASE and ALTER ROLE … IN DATABASE of the very database that is read.
bool DumpSections::isOfCurrent(const QList<SqlWord> &words)
{
    if (!words[0].is("alter") || m_current.isEmpty() || databaseOf(words) != m_current)
        return false;
    notePassedOver(m_current);
    return true;
}

Result<DumpSections::Use> DumpSections::statement(const QList<SqlWord> &words, qint64 line)
{
    if (words.isEmpty())
        return Use::Give;
    if (m_isEncodingSet) {
        return fail(refusedLine(line, DumpMessages::tr("a statement between \\encoding and its "
                                                       "\\connect.")));
    }
    noteMade(words);
    auto use = m_isCluster ? ofCluster(words, line) : ofOne(words, line);
    if (use && *use == Use::Give)
        ROSTER_TRY(checkReach(words, line));
    return use;
}

Result<DumpSections::Use> DumpSections::ofCluster(const QList<SqlWord> &words, qint64 line)
{
    if (m_isEnded)
        return fail(refusedLine(line, DumpMessages::tr("a statement behind the dump's end.")));
    if (m_current.isEmpty()) {
        const bool isRole = words[0].is("create") && words.value(1).is("role");
        if (isRole && m_roles.size() < mostRoles)
            m_roles << named(words.value(2).text);
        return Use::Skip;
    }
    if (!isWanted())
        return Use::Skip;
    if (!m_isComplete)
        return isOfCurrent(words) ? Use::Skip : Use::Give;
    // Behind it, the next one is made. Anything else would be left out without a word.
    if (isPreamble(words) || isTemplateFlag(words) || !databaseOf(words).isEmpty())
        return Use::Skip;
    return fail(refusedLine(
        line,
        DumpMessages::tr("a statement behind the end of what belongs to %1.").arg(current())));
}

Result<DumpSections::Use> DumpSections::ofOne(const QList<SqlWord> &words, qint64 line)
{
    if (m_isComplete)
        return fail(refusedLine(line, DumpMessages::tr("a statement behind the dump's end.")));
    if (m_current.isEmpty() && !m_hasContent)
        return before(words, line);
    return isOfCurrent(words) ? Use::Skip : Use::Give;
}

/// Of a dump of one database, before anything of it.
Result<DumpSections::Use> DumpSections::before(const QList<SqlWord> &words, qint64 line)
{
    if (isTemplateFlag(words))
        return Use::Skip;
    const QByteArray name = databaseOf(words);
    const bool isSame = m_announced.isEmpty() || m_announced == name;
    const bool isNext = words[0].is("alter") ? m_isMade : !m_isMade;
    if (!name.isEmpty() && words.value(1).is("database") && isSame && isNext) {
        m_announced = name;
        m_announcedLine = line;
        m_isMade = m_isMade || words[0].is("create");
        if (!m_wanted.isEmpty() && named(name) != m_wanted) {
            return fail(
                Error::Kind::NotFound,
                DumpMessages::tr("%1 is not in the dump: it is of %2.").arg(m_wanted, named(name)));
        }
        notePassedOver(name);
        return Use::Skip;
    }
    if (isPreamble(words))
        return Use::Give;
    if (!m_announced.isEmpty()) {
        return fail(refusedLine(m_announcedLine,
                                DumpMessages::tr("it makes or drops %1, and goes on without a "
                                                 "\\connect to it.")
                                    .arg(named(m_announced))));
    }
    m_hasContent = true;
    return Use::Give;
}

Result<void> DumpSections::end(qint64 line) const
{
    if (!m_isCluster) {
        if (!m_announced.isEmpty() && m_current.isEmpty()) {
            return fail(refusedLine(m_announcedLine,
                                    DumpMessages::tr("it makes or drops %1, and goes on without a "
                                                     "\\connect to it.")
                                        .arg(named(m_announced))));
        }
        if (!m_wanted.isEmpty() && m_announced.isEmpty()) {
            return fail(Error::Kind::NotFound,
                        DumpMessages::tr("The dump is of one database and does not say of which."),
                        DumpMessages::tr("Leave --database out."));
        }
        return {};
    }
    if (!m_isEnded)
        return fail(cutOff(line, m_current.isEmpty() ? DumpMessages::tr("the server") : current()));
    QStringList names;
    for (const QByteArray &name : m_connected)
        names << named(name);
    if (m_wanted.isEmpty() || names.contains(m_wanted))
        return {};
    return fail(Error::Kind::NotFound,
                DumpMessages::tr("There is no database %1 in the dump.").arg(m_wanted),
                DumpMessages::tr("It holds: %1.").arg(names.join(u", "_s)));
}

}  // namespace roster

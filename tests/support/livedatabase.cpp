// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livedatabase.h"

#include "models/restore/restoreleftovers.h"
#include "tests/support/testserver.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace roster::test {

namespace {

std::unique_ptr<Session> opened(const QString &database)
{
    auto session = Session::open(LiveDatabase::profileOf(database));
    if (!session)
        qFatal("%s", qPrintable(session.error().toText()));
    return std::move(*session);
}

}  // namespace

LiveDatabase::LiveDatabase(const QString &name, const QString &creation) : m_name(name)
{
    runIn(u"postgres"_s, u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(quoted(name)));
    runIn(u"postgres"_s, u"CREATE DATABASE %1 %2"_s.arg(quoted(name), creation));
}

LiveDatabase::~LiveDatabase()
{
    for (const QString &database : leftovers() + QStringList{m_name})
        runIn(u"postgres"_s, u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(quoted(database)));
}

ConnectionProfile LiveDatabase::profileOf(const QString &database)
{
    ConnectionProfile profile;
    profile.parameters = {
        {u"host"_s, serverHost()}, {u"user"_s, u"roster"_s}, {u"dbname"_s, database}};
    return profile;
}

QString LiveDatabase::url() const
{
    return u"postgresql://roster@/%1?host=%2"_s.arg(
        QString::fromLatin1(QUrl::toPercentEncoding(m_name)), serverHost());
}

void LiveDatabase::runIn(const QString &database, const QString &sql)
{
    if (const auto done = opened(database)->script(sql); !done)
        qFatal("%s", qPrintable(done.error().toText() + u'\n' + sql));
}

QString LiveDatabase::rowsIn(const QString &database, const QString &sql)
{
    const auto result = opened(database)->query(sql);
    if (!result)
        qFatal("%s", qPrintable(result.error().toText() + u'\n' + sql));
    QStringList lines;
    for (int row = 0; row < result->rows(); ++row) {
        QStringList cells;
        for (int column = 0; column < result->columns(); ++column)
            cells << (result->isNull(row, column) ? u"∅"_s : result->text(row, column));
        lines << cells.join(u'|');
    }
    return lines.join(u'\n');
}

void LiveDatabase::run(const QString &sql) const
{
    runIn(m_name, sql);
}

QString LiveDatabase::rows(const QString &sql) const
{
    return rowsIn(m_name, sql);
}

QString LiveDatabase::fingerprint() const
{
    const QString dress = rows(uR"(
SELECT d.oid, datdba::regrole, datacl, datconnlimit, datallowconn, datistemplate,
       shobj_description(d.oid, 'pg_database'),
       (SELECT string_agg(setrole::text || setconfig::text, ';' ORDER BY setrole)
        FROM pg_db_role_setting WHERE setdatabase = d.oid)
FROM pg_database d WHERE datname = current_database())"_s);
    const QString tables = rows(uR"(
SELECT c.oid::regclass, c.relacl,
       (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %s', c.oid::regclass),
                                            false, true, '')))[1]
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
ORDER BY 1)"_s);
    return dress + u'\n' + tables;
}

QStringList LiveDatabase::leftovers() const
{
    const auto server = RestoreServer::connect(profile(), m_name);
    if (!server)
        qFatal("%s", qPrintable(server.error().toText()));
    const auto list = RestoreLeftovers::list(**server, m_name);
    if (!list)
        qFatal("%s", qPrintable(list.error().toText()));
    QStringList names;
    for (const RestoreLeftover &leftover : *list)
        names << leftover.name;
    return names;
}

}  // namespace roster::test

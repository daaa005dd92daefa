// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/restoresource.h"

#include "tests/support/dumptext.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roster::test {

namespace {

constexpr int patienceMs = 20000;
constexpr auto schemaSql = R"(
SET ROLE PREFIX_owner;
CREATE TABLE players (id serial PRIMARY KEY, name varchar(100) NOT NULL, level int NOT NULL,
                      created_at timestamp NOT NULL);
CREATE INDEX ix_level ON players (level DESC);
CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);
INSERT INTO alembic_version VALUES ('3f9c2a7b11d0');
CREATE TABLE items (id int PRIMARY KEY, player int REFERENCES players, what text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
RETURN NEW; END$$;
CREATE TRIGGER t BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION f();
CREATE VIEW strong AS SELECT * FROM players WHERE level > 10;
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM players;
INSERT INTO players (name, level, created_at)
SELECT 'p' || n, n % 100, '2026-01-01'::timestamp + n * interval '1 s' FROM generate_series(1, 500) n;
INSERT INTO items SELECT n, n, E'a\tb\\n' FROM generate_series(1, 100) n;
GRANT SELECT ON players TO PREFIX_reader;
RESET ROLE;
ALTER TABLE items OWNER TO PREFIX_other)";

}  // namespace

RestoreSource::RestoreSource(QString prefix) : m_prefix(std::move(prefix))
{
    const auto named = [&](const QString &sql) {
        return QString(sql).replace(u"PREFIX"_s, m_prefix);
    };
    LiveDatabase::runIn(u"postgres"_s,
                        named(u"CREATE ROLE PREFIX_owner CREATEDB LOGIN; CREATE ROLE "
                              "PREFIX_reader; CREATE ROLE PREFIX_other; CREATE ROLE PREFIX_poor "
                              "LOGIN"_s));
    const LiveDatabase source(named(u"PREFIX_source"_s), named(u"OWNER PREFIX_owner"_s));
    source.run(named(u"SET ROLE PREFIX_owner; GRANT CREATE ON SCHEMA public TO PREFIX_other; "
                     "RESET ROLE"_s));
    source.run(named(QString::fromUtf8(schemaSql)));
    m_dump = dumpOf(source.name());
}

RestoreSource::~RestoreSource()
{
    LiveDatabase::runIn(
        u"postgres"_s,
        u"DROP ROLE PREFIX_owner, PREFIX_reader, PREFIX_other, PREFIX_poor"_s.replace(u"PREFIX"_s,
                                                                                      m_prefix));
    // Those of another test that restores at the same time go soon.
    const QString left = u"SELECT rolname FROM pg_roles WHERE rolname LIKE "
                         "'roster\\_restore\\_%'"_s;
    if (!QTest::qWaitFor([&] { return LiveDatabase::rowsIn(u"postgres"_s, left).isEmpty(); },
                         patienceMs))
        qFatal("a restore left a role");
}

RestoreRequest requestFor(const LiveDatabase &live, const QByteArray &dump)
{
    RestoreRequest request;
    request.server = live.profile();
    request.database = live.name();
    request.from = u"test.sql"_s;
    request.fill = fillFrom(dump);
    return request;
}

}  // namespace roster::test

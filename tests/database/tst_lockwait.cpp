// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/tablechanges.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

TableSchema notes()
{
    ColumnSchema id;
    id.name = u"id"_s;
    id.type = u"integer"_s;
    id.kind = TypeKind::Integer;
    ColumnSchema text;
    text.name = u"text"_s;
    text.type = u"text"_s;
    text.kind = TypeKind::Text;
    TableSchema schema;
    schema.name = {u"public"_s, u"notes"_s};
    schema.columns = {id, text};
    schema.primaryKey = {u"id"_s};
    return schema;
}

/// The text of row 1, from "old" to this.
TableChanges change(const QByteArray &text)
{
    RowChange row;
    row.primaryKey = {"1"};
    row.before.insert(1, "old");
    row.after.insert(1, text);
    TableChanges changes;
    changes.rows << row;
    return changes;
}

}  // namespace

/// A commit that meets a lock of somebody else.
class LockWaitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<test::TestDatabase>();
        m_database->run(u"CREATE TABLE notes (id int PRIMARY KEY, text text);"
                        "INSERT INTO notes VALUES (1, 'old')"_s);
    }
    void cleanup() { m_database.reset(); }

    void namesWhoHasTheRow()
    {
        const auto other = m_database->open();
        QVERIFY(other->script(u"SET application_name = 'nightly'; BEGIN;"
                              "SELECT * FROM notes FOR UPDATE"_s));
        const QString pid = other->query(u"SELECT pg_backend_pid()"_s)->text(0, 0);

        const auto session = m_database->open();
        QVERIFY(session->query(u"SET lock_timeout = '3s'"_s));  // sooner than the usual five
        const auto refused = commit(*session, notes(), change("new"));
        QVERIFY(!refused);
        const Error error = refused.error().error;
        QCOMPARE(error.kind, Error::Kind::Timeout);
        QCOMPARE(error.sqlState, u"55P03"_s);
        QVERIFY2(error.message.startsWith(
                     u"notes was not changed: rows of it are locked by roster (process %1, "
                     "nightly) since 20"_s.arg(pid)),
                 qPrintable(error.message));
        QVERIFY(!error.hint.isEmpty());
        QVERIFY(refused.error().conflicts.isEmpty());

        QVERIFY(other->query(u"ROLLBACK"_s));
        const auto again = commit(*session, notes(), change("new"));
        QVERIFY2(again, qPrintable(again ? QString() : again.error().error.toText()));
        QCOMPARE(m_database->rows(u"SELECT text FROM notes"_s), u"new"_s);
    }

    void saysSoToWhoMayNotSeeMore()
    {
        m_database->run(u"DROP ROLE IF EXISTS narrow; CREATE ROLE narrow LOGIN CONNECTION LIMIT 1;"
                        "GRANT SELECT, UPDATE ON notes TO narrow"_s);
        const auto other = m_database->open();
        QVERIFY(other->script(u"BEGIN; UPDATE notes SET text = 'theirs'"_s));
        {
            const auto session = Session::open(m_database->profileAs(u"narrow"_s));
            QVERIFY(session);
            QVERIFY((*session)->query(u"SET lock_timeout = '1s'"_s));
            const auto refused = commit(**session, notes(), change("new"));
            QVERIFY(!refused);
            QCOMPARE(refused.error().error.message,
                     u"notes was not changed: another session has locked rows of it."_s);
        }
        QVERIFY(other->query(u"ROLLBACK"_s));
        m_database->run(u"DROP OWNED BY narrow; DROP ROLE narrow"_s);
    }

    void waitsFiveSecondsInThatTransactionOnly()
    {
        m_database->run(u"CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                        "NEW.text := current_setting('lock_timeout'); RETURN NEW; END $$;"
                        "CREATE TRIGGER stamp BEFORE UPDATE ON notes FOR EACH ROW "
                        "EXECUTE FUNCTION stamp()"_s);
        const auto session = m_database->open();
        QVERIFY(commit(*session, notes(), change("new")));
        QCOMPARE(m_database->rows(u"SELECT text FROM notes"_s), u"5s"_s);
        QCOMPARE(session->query(u"SHOW lock_timeout"_s)->text(0, 0), u"0"_s);
    }

private:
    std::unique_ptr<test::TestDatabase> m_database;
};

QTEST_GUILESS_MAIN(LockWaitTest)
#include "tst_lockwait.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/conflictmodel.h"
#include "tests/support/tablemodelwatch.h"
#include "tests/support/testserver.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using roster::test::TableModelWatch;

namespace {

enum Column { Id, Name, Level };

constexpr int rowsInAll = 12;  // few, so that they meet

/// A person at a window: edits, commits, and decides where somebody else was there before.
class Person
{
public:
    Person(const ConnectionProfile &profile, quint32 seed) : watch(profile), m_random(seed)
    {
        QObject::connect(&watch.model, &TableModel::commitFailed, &watch.model,
                         [this](const CommitFailure &failure) { decide(failure); });
    }

    void act()
    {
        TableModel &model = watch.model;
        if (model.isCommitting() || model.isLoading() || model.rowCount() == 0)
            return;
        const int row = int(m_random.bounded(model.rowCount()));
        switch (m_random.bounded(8)) {
        case 0:
            commit();
            break;
        case 1:
            model.refresh();
            break;
        case 2:
            model.revertRow(row);
            break;
        default:
            model.setData(model.index(row, m_random.bounded(2) == 0 ? Name : Level),
                          QString::number(m_random.bounded(100000)));
        }
    }

    void commit()
    {
        if (watch.model.stagedCount() == 0 || watch.model.isCommitting())
            return;
        for (const RowChange &row : watch.model.changes().rows)
            note(row.primaryKey, row.before, row.after);
        watch.model.commit();
    }

    TableModelWatch watch;
    /// What this person would have changed over what value that was seen, by any commit.
    QSet<QString> agreed;
    int conflicts = 0;

private:
    void note(const RowKey &key, const QMap<int, SqlValue> &before,
              const QMap<int, SqlValue> &after)
    {
        for (auto it = after.cbegin(); it != after.cend(); ++it) {
            agreed << u"%1|%2|%3|%4"_s.arg(
                QString::fromUtf8(*key.constFirst()), it.key() == Name ? u"name"_s : u"level"_s,
                QString::fromUtf8(*before.value(it.key())), QString::fromUtf8(*it.value()));
        }
    }

    void decide(const CommitFailure &failure)
    {
        conflicts += int(failure.conflicts.size());
        ConflictModel model(watch.model.schema(), failure.conflicts);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int line = 0; line < model.rowCount(); ++line) {
            const int choice = int(m_random.bounded(4));
            if (choice == 0) {
                model.setData(model.index(line, ConflictModel::Outcome),
                              QString::number(m_random.bounded(100000)), Qt::EditRole);
            } else if (choice < 3) {
                model.choose({line}, choice == 1 ? ConflictModel::Choice::Mine
                                                 : ConflictModel::Choice::Theirs);
            }
        }
        watch.model.settle(model.decisions());
    }

    QRandomGenerator m_random;
};

}  // namespace

/// Several people edit the same few rows: whatever is written was written over a value that its
/// writer had seen.
class TwoSessionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyOverwritesUnseen();

private:
    test::TestDatabase m_database;
};

void TwoSessionsTest::nobodyOverwritesUnseen()
{
    m_database.run(uR"(
        CREATE TABLE players (id int PRIMARY KEY, name text NOT NULL, level int NOT NULL);
        INSERT INTO players SELECT n, n, n FROM generate_series(1, %1) n;
        CREATE TABLE written (at bigserial, what text);
        CREATE FUNCTION write_down() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF NEW.name <> OLD.name THEN
                INSERT INTO written (what) VALUES (concat_ws('|', OLD.id, 'name', OLD.name, NEW.name));
            END IF;
            IF NEW.level <> OLD.level THEN
                INSERT INTO written (what) VALUES (concat_ws('|', OLD.id, 'level', OLD.level, NEW.level));
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER write_down BEFORE UPDATE ON players
            FOR EACH ROW EXECUTE FUNCTION write_down())"_s.arg(rowsInAll));
    Person first(m_database.profile(), 1);
    Person second(m_database.profile(), 2);
    for (Person *person : {&first, &second}) {
        person->watch.model.open(test::liveSchema(m_database.profile(), u"players"_s));
        QTRY_COMPARE(person->watch.loaded.size(), 1);
    }
    const int seconds = qEnvironmentVariableIsSet("ROSTER_FULL") ? 120 : 6;
    QElapsedTimer clock;
    clock.start();
    // As long as it takes them to meet, however slow the machine is.
    const auto haveMet = [&] { return first.conflicts > 5 && second.conflicts > 5; };
    while (clock.elapsed() < seconds * 1000 || (!haveMet() && clock.elapsed() < 120000)) {
        first.act();
        second.act();
        QTest::qWait(1);
    }
    for (Person *person : {&first, &second})
        QTRY_VERIFY(!person->watch.model.isCommitting());
    const QStringList written =
        m_database.rows(u"SELECT what FROM written ORDER BY at"_s).split(u'\n');
    QVERIFY(written.size() > 50);
    QVERIFY(haveMet());
    for (const QString &one : written)
        QVERIFY2(first.agreed.contains(one) || second.agreed.contains(one), qPrintable(one));
}

QTEST_GUILESS_MAIN(TwoSessionsTest)
#include "tst_twosessions.moc"

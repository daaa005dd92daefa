// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/connections.h"
#include "tests/support/tablemodelwatch.h"
#include "tests/support/testserver.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using roster::test::TableModelWatch;

namespace {

enum Column { Id, Name, Level, Note };

/// The steps a model told, as an undo stack keeps them.
class Steps : public QObject
{
public:
    explicit Steps(TableModel &model) : m_model(model)
    {
        connect(&model, &TableModel::acted, this,
                [this](const StagedStepPointer &step, const QString &text) {
                    m_done << step;
                    names << text;
                });
        connect(&model, &TableModel::stepsForgotten, this, [this] { m_done.clear(); });
    }
    qsizetype count() const { return m_done.size(); }
    bool undo(qsizetype at) { return m_model.replay(m_done.at(at), true); }
    bool redo(qsizetype at) { return m_model.replay(m_done.at(at), false); }

    QStringList names;

private:
    TableModel &m_model;
    QList<StagedStepPointer> m_done;
};

}  // namespace

/// Each act on staged edits is one step, and can be undone and done again in order.
class StagedStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database.run(u"DROP TABLE IF EXISTS players CASCADE;"
                       "CREATE TABLE players (id serial PRIMARY KEY, name text NOT NULL, level "
                       "int, note text);"
                       "INSERT INTO players (name, level, note)"
                       " SELECT 'p' || n, n % 100, 'n' || n FROM generate_series(1, 7000) n;"
                       "ANALYZE players"_s);
    }

    void undoesAnEdit()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        Steps steps(watch.model);
        QVERIFY(watch.edit(0, Level, u"7"_s));
        QVERIFY(watch.edit(0, Level, u"8"_s));
        QVERIFY(watch.edit(0, Level, u"1"_s));  // as it was
        QCOMPARE(steps.names, QStringList(3, u"edit of level"_s));
        QCOMPARE(watch.model.stagedCount(), 0);
        QVERIFY(steps.undo(2));
        QCOMPARE(watch.cell(0, Level), u"8"_s);
        QVERIFY(steps.undo(1));
        QCOMPARE(watch.cell(0, Level), u"7"_s);
        QVERIFY(steps.undo(0));
        QCOMPARE(watch.cell(0, Level), u"1"_s);
        QCOMPARE(watch.model.stagedCount(), 0);
        QVERIFY(steps.redo(0));
        QVERIFY(steps.redo(1));
        QCOMPARE(watch.cell(0, Level), u"8"_s);
        // What changes nothing is no step.
        QVERIFY(watch.edit(0, Level, u"8"_s));
        watch.model.revertRow(3);
        QCOMPARE(steps.count(), 3);
    }

    void severalActsAreOne()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        Steps steps(watch.model);
        watch.model.beginAct(u"all of it"_s);
        QVERIFY(watch.edit(0, Level, u"7"_s));
        QVERIFY(watch.model.insertRows(0, 2));
        QVERIFY(watch.edit(1, Name, u"Arne"_s));
        watch.model.endAct();
        QCOMPARE(steps.names, QStringList{u"all of it"_s});
        QVERIFY(steps.undo(0));
        QCOMPARE(watch.model.stagedCount(), 0);
        QCOMPARE(watch.cell(0, Name), u"p1"_s);
        QVERIFY(steps.redo(0));
        QCOMPARE(watch.cell(1, Name), u"Arne"_s);
        QCOMPARE(watch.cell(2, Level), u"7"_s);
    }

    /// Thousands of rows, most of them not loaded, as a deletion of what was edited before.
    void undoesWhatWasDoneToMany()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        Steps steps(watch.model);
        QVERIFY(watch.edit(0, Level, u"7"_s));
        GridSelection notes;
        notes.set({0, 6499, Note, Note});
        act([&](const auto &ready) {
            watch.model.setSelected(notes, {{Note, std::nullopt}}, &watch.model, ready);
        });
        QVERIFY(watch.model.insertRows(0, 1));
        const QString before = watch.model.previewSql();
        act([&](const auto &ready) {
            watch.model.removePositions({{0, 6000}}, &watch.model, ready);
        });
        QCOMPARE(steps.count(), 4);
        QCOMPARE(watch.model.stagedCount(), 6500);
        const QString after = watch.model.previewSql();
        QVERIFY(steps.undo(3));
        QCOMPARE(watch.model.stagedCount(), 6501);
        QCOMPARE(watch.model.previewSql(), before);
        QVERIFY(steps.undo(2));
        QVERIFY(steps.undo(1));
        QCOMPARE(watch.model.stagedCount(), 1);
        QCOMPARE(watch.cell(0, Note), u"n1"_s);
        for (int step = 1; step < 4; ++step)
            QVERIFY(steps.redo(step));
        QCOMPARE(watch.model.previewSql(), after);
        watch.model.discard();
        QCOMPARE(watch.model.stagedCount(), 0);
        QVERIFY(steps.undo(4));
        QCOMPARE(watch.model.previewSql(), after);
    }

    void aCommitEndsTheHistory()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        Steps steps(watch.model);
        QVERIFY(watch.edit(0, Level, u"7"_s));
        watch.model.commit();
        QTRY_COMPARE(watch.committed.size(), 1);
        QCOMPARE(steps.count(), 0);
        QTRY_VERIFY(!watch.model.isCommitting());
        QVERIFY(watch.edit(0, Level, u"9"_s));
        QCOMPARE(steps.count(), 1);
        m_database.run(u"ALTER TABLE players DROP COLUMN note"_s);
        watch.model.refresh();
        QTRY_COMPARE(watch.model.columnCount(), 3);
        QCOMPARE(steps.count(), 0);
        QCOMPARE(watch.model.stagedCount(), 1);
    }

    /// Undone after somebody else changed another field of the row: no conflict comes of that.
    void undoneEditsStandOnTheRowAsItIsNow()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        Steps steps(watch.model);
        QVERIFY(watch.edit(0, Level, u"7"_s));
        watch.model.revertRow(0);
        m_database.run(u"UPDATE players SET note = 'theirs' WHERE id = 1"_s);
        watch.model.refresh();
        QTRY_COMPARE(watch.cell(0, Note), u"theirs"_s);
        QVERIFY(steps.undo(1));
        watch.model.commit();
        QTRY_COMPARE(watch.committed.size() + watch.commitFailed.size(), 1);
        QCOMPARE(m_database.rows(u"SELECT level, note FROM players WHERE id = 1"_s), u"7|theirs"_s);
    }

    void survivesAnyOrderOfActs_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1U, 2U, 3U, 4U, 5U, 6U})
            QTest::addRow("seed %u", seed) << seed;
    }

    /// Whatever is done, each state comes back, forth and back again, wherever the window stands.
    void survivesAnyOrderOfActs()
    {
        QFETCH(quint32, seed);
        TableModelWatch watch(m_database.profile());
        open(watch);
        Steps steps(watch.model);
        QRandomGenerator random(seed);
        QStringList states{watch.model.previewSql()};
        for (int round = 0; round < 60; ++round) {
            actAtRandom(watch, random);
            if (steps.count() > states.size() - 1)
                states << watch.model.previewSql();
            QCOMPARE(steps.count(), states.size() - 1);
            QCOMPARE(watch.model.previewSql(), states.constLast());
        }
        for (int round = 0; round < 3; ++round) {
            for (qsizetype at = steps.count(); at-- > 0;) {
                QVERIFY(steps.undo(at));
                QCOMPARE(watch.model.previewSql(), states.at(at));
                if (random.bounded(20) == 0)
                    move(watch, random);
            }
            QCOMPARE(watch.model.stagedCount(), 0);
            for (qsizetype at = 0; at < steps.count(); ++at) {
                QVERIFY(steps.redo(at));
                QCOMPARE(watch.model.previewSql(), states.at(at + 1));
            }
        }
    }

private:
    void open(TableModelWatch &watch)
    {
        watch.model.open(test::liveSchema(m_database.profile(), u"players"_s));
        QTRY_COMPARE(watch.loaded.size(), 1);
        QTRY_VERIFY(!watch.model.isLoading());
    }

    template <class Call>
    static void act(const Call &call)
    {
        bool done = false;
        call([&done](const Result<int> &rows) {
            done = true;
            QVERIFY2(rows, rows ? "" : qPrintable(rows.error().toText()));
        });
        QTRY_VERIFY(done);
    }

    static void move(TableModelWatch &watch, QRandomGenerator &random)
    {
        if (random.bounded(2) == 0)
            watch.model.goToStart();
        else
            watch.model.require(random.bounded(7000), 30);
        QTest::qWait(30);
        QTRY_VERIFY(!watch.model.isLoading());
    }

    static void actAtRandom(TableModelWatch &watch, QRandomGenerator &random)
    {
        TableModel &model = watch.model;
        const int row = random.bounded(qMin(20, model.rowCount()));
        const qint64 position = model.firstPosition() + row;
        GridSelection cells;
        cells.set({position, position + random.bounded(5), Level, Note});
        switch (random.bounded(9)) {
        case 0:
            model.insertRows(random.bounded(3), 1 + random.bounded(3));
            break;
        case 1:
            model.removeRows(row, 1);
            break;
        case 2:
            model.revertRow(row);
            break;
        case 3:
            act([&](const auto &ready) {
                model.setSelected(cells, {{Level, SqlValue("5")}}, &model, ready);
            });
            break;
        case 4:
            act([&](const auto &ready) { model.revertSelected(cells, &model, ready); });
            break;
        case 5:
            act([&](const auto &ready) {
                model.removePositions({{position, position + 3}}, &model, ready);
            });
            break;
        case 6:
            if (random.bounded(6) == 0)
                model.discard();
            else
                move(watch, random);
            break;
        default:
            watch.edit(row, Level, QString::number(random.bounded(3)));
        }
    }

    test::TestDatabase m_database;
};

QTEST_GUILESS_MAIN(StagedStepsTest)
#include "tst_stagedsteps.moc"

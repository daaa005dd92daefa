// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/journaltext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

TableSchema schema()
{
    TableSchema table;
    table.name = {u"public"_s, u"players"_s};
    for (const QString &name : {u"id"_s, u"name"_s, u"note"_s}) {
        ColumnSchema column;
        column.name = name;
        table.columns << column;
    }
    table.primaryKey = {u"id"_s};
    return table;
}

/// Text in every shape that a database lets through.
SqlValue anyValue(QRandomGenerator &random)
{
    const QList<SqlValue> values{std::nullopt,
                                 QByteArray(""),
                                 "Arne"_ba,
                                 "a\nb\t\"c\"\\"_ba,
                                 "\xff\xfe not UTF-8"_ba,
                                 u"Ærø 🎲 \u202ex"_s.toUtf8(),
                                 "{}"_ba};
    return values.at(random.bounded(values.size()));
}

/// What the edits hold, as a journal would tell it.
QString told(const StagedEdits &edits)
{
    const TableChanges changes = edits.changes();
    QStringList lines;
    const auto list = [](const QMap<int, SqlValue> &values) {
        QStringList all;
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            all << schema().columns.at(it.key()).name + u'='
                       + (it.value() ? QString::fromLatin1(it.value()->toHex()) : u"NULL"_s);
        return all.join(u',');
    };
    for (const RowChange &row : changes.rows) {
        const bool isDeletion = row.kind == RowChange::Kind::Delete;
        lines << u"%1 %2 %3 %4"_s.arg(QString::fromUtf8(*row.primaryKey.at(0)), row.xmin,
                                      isDeletion ? u"-"_s : list(row.before),
                                      isDeletion ? u"-"_s : list(row.after));
    }
    for (const NewRow &row : changes.inserts)
        lines << u"new %1"_s.arg(list(row.values));
    return lines.join(u'\n');
}

QString told(const JournalContents &journal)
{
    QStringList lines;
    const auto list = [](const QMap<QString, SqlValue> &values) {
        QStringList all;
        for (const ColumnSchema &column : schema().columns) {
            if (const auto it = values.constFind(column.name); it != values.cend())
                all << column.name + u'=' + (*it ? QString::fromLatin1((*it)->toHex()) : u"NULL"_s);
        }
        return all.join(u',');
    };
    for (const JournalledRow &row : journal.rows)
        lines << u"%1 %2 %3 %4"_s.arg(QString::fromUtf8(*row.primaryKey.at(0)), row.xmin,
                                      row.isDeletion ? u"-"_s : list(row.before),
                                      row.isDeletion ? u"-"_s : list(row.after));
    for (const JournalledNew &row : journal.added)
        lines << u"new %1"_s.arg(list(row.values));
    return lines.join(u'\n');
}

void actAtRandom(StagedEdits &edits, QRandomGenerator &random)
{
    const QByteArray id = QByteArray::number(random.bounded(6));
    const StagedEdits::Target target{"1:" + id, {id}, QString::number(700 + random.bounded(3))};
    const int at = edits.addedCount() > 0 ? int(random.bounded(edits.addedCount())) : -1;
    switch (random.bounded(9)) {
    case 0:
        edits.remove(target);
        break;
    case 1:
        edits.revert(target.identity);
        break;
    case 2:
        edits.insert(at < 0 ? 0 : at, {{1, anyValue(random)}});
        break;
    case 3:
        if (at >= 0)
            edits.removeAdded(at);
        break;
    case 4:
        if (at >= 0)
            edits.setAdded(at, 2, anyValue(random));
        break;
    case 5:
        edits.revertCell(target.identity, 1);
        break;
    case 6:
        if (random.bounded(10) == 0)
            edits.clear();
        break;
    default:
        edits.set(target, 1 + random.bounded(2), "as it was"_ba, anyValue(random));
    }
}

}  // namespace

/// What a journal of staged edits says after whatever happened to it.
class JournalTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Steps forth and back: the journal always says what is staged.
    void followsTheEdits()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            QRandomGenerator random(seed);
            StagedEdits edits;
            QByteArray text = JournalText::header(schema(), u"a"_s);
            QList<StagedStep> steps;
            for (int round = 0; round < 200; ++round) {
                if (!steps.isEmpty() && random.bounded(5) == 0) {
                    const StagedStep step = steps.takeLast();
                    edits.replay(step, true);
                    static_cast<void>(edits.takeStep());
                    text += JournalText::step(schema(), step, true);
                } else {
                    actAtRandom(edits, random);
                    const StagedStep step = edits.takeStep();
                    if (step.isEmpty())
                        continue;
                    steps << step;
                    text += JournalText::step(schema(), step, false);
                }
                if (random.bounded(40) == 0)
                    text =
                        JournalText::header(schema(), u"a"_s) + JournalText::all(schema(), edits);
                const auto read = JournalText::read(text);
                QVERIFY(read);
                QCOMPARE(told(*read), told(edits));
                QCOMPARE(read->count(), edits.count());
            }
        }
    }

    /// Cut at any byte it says what was staged after the last act that is whole.
    void readsWhateverACrashLeft()
    {
        QRandomGenerator random(7);
        StagedEdits edits;
        QByteArray text = JournalText::header(schema(), u"a"_s);
        QMap<qsizetype, QString> states{{0, {}}};
        for (int round = 0; round < 30; ++round) {
            actAtRandom(edits, random);
            const StagedStep step = edits.takeStep();
            if (step.isEmpty())
                continue;
            text += JournalText::step(schema(), step, false);
            states.insert(text.size(), told(edits));
        }
        QVERIFY(states.size() > 15);
        for (qsizetype length = 0; length <= text.size(); ++length) {
            const auto read = JournalText::read(text.first(length));
            QVERIFY2(read, qPrintable(QString::number(length)));
            QCOMPARE(told(*read), *std::prev(states.upperBound(length)));
            // Or with what the disk held before behind it.
            const auto overwritten = JournalText::read(text.first(length) + "\0\0garbage\n\n"_ba);
            QVERIFY(overwritten || length < JournalText::header(schema(), u"a"_s).size());
            if (overwritten)
                QCOMPARE(told(*overwritten), told(*read));
        }
    }

    void aChangedByteEndsIt()
    {
        StagedEdits edits;
        edits.set({"1:1", {"1"_ba}, u"7"_s}, 1, "a"_ba, "b"_ba);
        const QByteArray first = JournalText::header(schema(), u"a"_s)
                               + JournalText::step(schema(), edits.takeStep(), false);
        edits.set({"1:2", {"2"_ba}, u"7"_s}, 1, "a"_ba, "b"_ba);
        QByteArray text = first + JournalText::step(schema(), edits.takeStep(), false);
        text[first.size() + 20] = char(text.at(first.size() + 20) ^ 1);
        const auto read = JournalText::read(text);
        QVERIFY(read);
        QCOMPARE(read->count(), 1);
    }

    void knowsACommitUnderWay()
    {
        StagedEdits edits;
        edits.set({"1:1", {"1"_ba}, u"7"_s}, 1, "a"_ba, "b"_ba);
        QByteArray text = JournalText::header(schema(), u"a"_s)
                        + JournalText::step(schema(), edits.takeStep(), false)
                        + JournalText::commit(u"4711"_s);
        QCOMPARE(JournalText::read(text)->transaction, u"4711"_s);
        QCOMPARE(JournalText::read(text + JournalText::commit({}))->transaction, QString());
        edits.set({"1:1", {"1"_ba}, u"7"_s}, 1, "a"_ba, "c"_ba);
        text += JournalText::step(schema(), edits.takeStep(), false);
        QCOMPARE(JournalText::read(text)->transaction, QString());
    }

    void refusesWhatIsNoJournal()
    {
        QVERIFY(JournalText::read({}));
        QVERIFY(!JournalText::read("id,name\n1,Arne\n"));
        QVERIFY(!JournalText::read("\n"));
        QByteArray newer = JournalText::header(schema(), u"a"_s);
        newer.replace("\"journal\":1", "\"journal\":2");
        QVERIFY(!JournalText::read(newer));
    }
};

QTEST_GUILESS_MAIN(JournalTextTest)
#include "tst_journaltext.moc"

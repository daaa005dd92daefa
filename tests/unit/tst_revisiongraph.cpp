// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/alembicreader.h"
#include "models/migration/revisionfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

Revision node(const QString &id, const QStringList &parents = {}, const QStringList &needs = {})
{
    Revision revision;
    revision.id = id;
    revision.parents = parents;
    revision.dependsOn = needs;
    revision.path = id + u".sql"_s;
    return revision;
}

QString listing(const RevisionGraph &graph)
{
    QStringList ids;
    for (const Revision &revision : graph.revisions())
        ids << revision.id;
    return ids.join(u' ');
}

QString joined(const RevisionGraph &graph, const QSet<QString> &ids)
{
    return graph.ordered(ids).join(u' ');
}

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

}  // namespace

class RevisionGraphTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersBranchesAndMerges()
    {
        // a - b - d(b, c), a - c, e needs c
        const RevisionGraph graph({node(u"d"_s, {u"b"_s, u"c"_s}), node(u"e"_s, {}, {u"c"_s}),
                                   node(u"c"_s, {u"a"_s}), node(u"b"_s, {u"a"_s}), node(u"a"_s)});
        QVERIFY(graph.faults().isEmpty());
        QCOMPARE(listing(graph), u"a c b e d"_s);
        QCOMPARE(graph.heads(), QStringList({u"e"_s, u"d"_s}));
        QCOMPARE(graph.bases(), QStringList({u"a"_s, u"e"_s}));
        QCOMPARE(joined(graph, graph.ancestors({u"e"_s})), u"a c e"_s);
        QCOMPARE(joined(graph, graph.descendants({u"c"_s})), u"c e d"_s);
        QCOMPARE(graph.tips({u"a"_s, u"b"_s, u"c"_s}), QStringList({u"c"_s, u"b"_s}));
        QCOMPARE(graph.tips({u"a"_s, u"d"_s, u"e"_s}), QStringList({u"e"_s, u"d"_s}));
        QCOMPARE(graph.childrenOf(u"c"_s), QStringList{u"d"_s});
    }

    void namesCyclesDuplicatesAndGaps()
    {
        const RevisionGraph cycle({node(u"x"_s), node(u"a"_s, {u"c"_s}), node(u"b"_s, {u"a"_s}),
                                   node(u"c"_s, {u"b"_s}), node(u"d"_s, {u"c"_s})});
        QCOMPARE(cycle.faults().size(), 1);
        QCOMPARE(cycle.faults().first().message, u"The revisions form a cycle: a → c → b → a."_s);

        Revision copy = node(u"a"_s);
        copy.path = u"b.sql"_s;
        QCOMPARE(RevisionGraph({node(u"a"_s), copy}).faults().first().message,
                 u"The revision a is declared twice: a.sql and b.sql."_s);

        const RevisionGraph gap({node(u"a"_s, {u"gone"_s})});
        QVERIFY(gap.faults().isEmpty());  // the database may know it
        QCOMPARE(gap.find(u"gone"_s)->source, Revision::Source::Missing);
        QCOMPARE(gap.heads(), QStringList{u"a"_s});
    }

    void aFolderLiesOverWhatIsEmbedded()
    {
        Revision embedded = node(u"a"_s);
        embedded.source = Revision::Source::Embedded;
        const RevisionGraph graph({embedded, node(u"a"_s)});
        QVERIFY(graph.faults().isEmpty());
        QCOMPARE(graph.find(u"a"_s)->source, Revision::Source::File);
    }

    void twinsAreKnownByTheirChecksum()
    {
        Revision own = node(u"a"_s);
        own.checksum = u"sha256:1"_s;
        Revision twin = own;
        twin.source = Revision::Source::Alembic;
        twin.path = u"a.py"_s;
        const RevisionGraph graph({own, twin});
        QVERIFY(graph.faults().isEmpty());
        QVERIFY(graph.staleTwins().isEmpty());
        QVERIFY(graph.hasTwin(u"a"_s));
        twin.checksum = u"sha256:2"_s;
        QCOMPARE(RevisionGraph({own, twin}).staleTwins(), QStringList{u"a.py"_s});
        twin.checksum.clear();
        QCOMPARE(RevisionGraph({own, twin}).faults().size(), 1);
    }

    void idsByPrefix()
    {
        const RevisionGraph graph({node(u"abc1"_s), node(u"abd2"_s), node(u"ab"_s)});
        QCOMPARE(*graph.resolve(u"abc"_s), u"abc1"_s);
        QCOMPARE(*graph.resolve(u"ab"_s), u"ab"_s);
        QCOMPARE(graph.resolve(u"a"_s).error().kind, Error::Kind::Usage);
        QCOMPARE(graph.resolve(u"x"_s).error().kind, Error::Kind::NotFound);
        QCOMPARE(graph.resolve(QString()).error().kind, Error::Kind::NotFound);
    }

    void manyTakeNoTime()
    {
        QList<Revision> chain;
        for (int i = 0; i < 5000; ++i)
            chain.prepend(
                node(u"r%1"_s.arg(i), i ? QStringList{u"r%1"_s.arg(i - 1)} : QStringList()));
        const RevisionGraph graph(chain);
        QCOMPARE(graph.heads(), QStringList{u"r4999"_s});
        QCOMPARE(graph.revisions().at(2500).id, u"r2500"_s);
        QCOMPARE(graph.ancestors({u"r4999"_s}).size(), 5000);
        QCOMPARE(graph.tips(graph.ancestors({u"r4999"_s})), QStringList{u"r4999"_s});
    }

    void readsPythonWithoutRunningIt_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &source, const QString &expected) {
            QTest::newRow(name) << source << expected;
        };
        row("template",
            u"\"\"\"add guilds\n\nRevision ID: a1\nRevises: b2\nCreate Date: 2026-01-02 "
            "03:04:05.6\n\n\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n\n\n"
            "# revision identifiers, used by Alembic.\nrevision = 'a1'\ndown_revision = 'b2'\n"
            "branch_labels = None\ndepends_on = None\n\ndef upgrade() -> None:\n"
            "    revision = 'no'\n"_s,
            u"a1|b2|||add guilds|2026-01-02 03:04:05.6|"_s);
        row("annotated",
            u"'''x'''\nfrom typing import Union\nrevision: str = \"a1\"\n"
            "down_revision: Union[str, None] = (\n    \"b2\",  # one\n    'c3',\n)\n"
            "branch_labels: Union[str, Sequence[str], None] = ['l1', \"l2\"]\n"
            "depends_on = \\\n    r'd4'\n"_s,
            u"a1|b2,c3|l1,l2|d4|x||"_s);
        row("none", u"revision = 'a' 'b'\ndown_revision = None"_s, u"ab||||||"_s);
        row("computed", u"revision = 'a1'\ndown_revision = previous()\n"_s,
            u"a1||||||down_revision"_s);
        row("f-string", u"revision = 'a1'\ndown_revision = f'b{2}'\n"_s,
            u"a1||||||down_revision"_s);
        row("compared", u"revision = 'a1'\nrevision == 'b2'\n"_s, u"a1||||||"_s);
        row("quoted", u"x = \"revision = 'z'\"\ny = '''\nrevision = 'z'\n'''\nrevision = 'a1'\n"_s,
            u"a1||||||"_s);
        row("no revision", u"def upgrade():\n    revision = 1\n"_s, u"-"_s);
        row("unfinished", u"revision = 'a1\nx = ('''"_s, u"a1||||||"_s);
    }

    void readsPythonWithoutRunningIt()
    {
        QFETCH(QString, source);
        const auto revision = AlembicReader::parse(source, u"a.py"_s);
        const QString actual =
            !revision ? u"-"_s
                      : QStringList({revision->id, revision->parents.join(u','),
                                     revision->labels.join(u','), revision->dependsOn.join(u','),
                                     revision->message, revision->created, revision->needsPython})
                            .join(u'|');
        QTEST(actual, "expected");
    }

    void findsVersionFolders()
    {
        QTemporaryDir root;
        const QString python = u"revision = '%1'\n"_s;
        write(root.filePath(u"alembic.ini"_s),
              "[loggers]\nkeys = x\n[alembic]\nscript_location = %(here)s/db\n");
        write(root.filePath(u"db/versions/2024/b_x.py"_s), python.arg(u"b"_s).toUtf8());
        write(root.filePath(u"db/versions/a_x.py"_s), python.arg(u"a"_s).toUtf8());
        write(root.filePath(u"db/versions/__init__.py"_s), python.arg(u"no"_s).toUtf8());
        write(root.filePath(u"db/versions/.#a_x.py"_s), python.arg(u"no"_s).toUtf8());
        write(root.filePath(u"other/c_x.py"_s), python.arg(u"c"_s).toUtf8());
        const auto ids = [&](const QString &folder) {
            const auto revisions = AlembicReader::readFolder(root.filePath(folder));
            QStringList found;
            for (const Revision &revision : *revisions)
                found << revision.id;
            found.sort();
            return found.join(u' ');
        };
        QCOMPARE(ids(u"."_s), u"a b"_s);
        QCOMPARE(ids(u"db"_s), u"a b"_s);
        QCOMPARE(ids(u"db/versions/2024"_s), u"b"_s);
        write(root.filePath(u"alembic.ini"_s),
              "[alembic]\nversion_locations = %(here)s/other db/versions\n");
        QCOMPARE(ids(u"."_s), u"a b c"_s);
        QVERIFY(!AlembicReader::readFolder(root.filePath(u"none"_s)));
    }

    void embeddedOnesAreSound()
    {
        const RevisionFiles files = RevisionFiles::embedded();
        QCOMPARE(files.faults.size(), 0);
        QVERIFY(!files.revisions.isEmpty());
        const RevisionGraph graph(files.revisions);
        QVERIFY(graph.faults().isEmpty());
        QCOMPARE(graph.heads().size(), 1);
        QCOMPARE(graph.bases().size(), 1);
    }
};

QTEST_GUILESS_MAIN(RevisionGraphTest)
#include "tst_revisiongraph.moc"

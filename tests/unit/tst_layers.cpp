// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Storeys from the ground up: a file includes its own and lower ones only. Siblings of the same
/// height do not see one another.
const QMap<QString, int> &storeys()
{
    static const QMap<QString, int> heights{
        {u"models/core"_s, 0},
        {u"models/database"_s, 1},
        {u"models/schema"_s, 2},
        {u"models/tables"_s, 3},
        {u"models/comparison"_s, 3},
        {u"models/browsing"_s, 3},
        {u"models/seeding"_s, 3},
        {u"models/migration"_s, 4},
        {u"models/dump"_s, 2},
        {u"models/history"_s, 4},
        {u"models/charts"_s, 4},
        {u"models/seeders"_s, 4},
        {u"models/restore"_s, 5},
        {u"models/backup"_s, 6},
        {u"models/views"_s, 7},
        {u"ui"_s, 8},
        {u"app"_s, 9},
    };
    return heights;
}

QString storeyOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    const QString folder = parts.first() == "models"_L1 && parts.size() > 2
                             ? parts.mid(0, 2).join(u'/')
                             : parts.first();
    return storeys().contains(folder) ? folder : QString();
}

struct Source
{
    QString path;
    QString text;
};

QList<Source> sources(const QStringList &folders)
{
    QList<Source> result;
    const QDir root(QString::fromUtf8(ROSTER_SOURCE_DIR));
    for (const QString &folder : folders) {
        QDirIterator it(root.filePath(folder), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                result.append(
                    {root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    return result;
}

QStringList includesOf(const QString &text)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s,
                                            QRegularExpression::MultilineOption);
    QStringList result;
    for (auto it = include.globalMatch(text); it.hasNext();)
        result << it.next().captured(1);
    return result;
}

/// What is wrong with one include, or nothing.
QString fault(const QString &path, const QString &include)
{
    const QString from = storeyOf(path);
    if (from == "ui"_L1
        && (include.startsWith("QSql"_L1) || include.startsWith("QtSql"_L1)
            || include.startsWith("libpq"_L1)))
        return u"%1 speaks SQL: %2"_s.arg(path, include);
    static const QRegularExpression widgets(
        u"^(QtWidgets|QApplication$|QMessageBox|QDialog|Q\\w*Widget$|QMainWindow)"_s);
    if (from.startsWith("models/"_L1) && widgets.match(include).hasMatch())
        return u"%1 draws: %2"_s.arg(path, include);
    const QString to = storeyOf(include);
    if (to.isEmpty() || to == from || storeys().value(to) < storeys().value(from))
        return {};
    return u"%1 includes upwards or sideways: %2"_s.arg(path, include);
}

}  // namespace

/// The house rules that a compiler does not check.
class LayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ruleFindsFaults_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("down") << u"ui/a.cpp"_s << u"models/views/b.h"_s << true;
        QTest::newRow("up") << u"models/views/a.cpp"_s << u"ui/b.h"_s << false;
        QTest::newRow("up in models") << u"models/core/a.h"_s << u"models/schema/b.h"_s << false;
        QTest::newRow("sideways") << u"models/seeding/a.h"_s << u"models/browsing/b.h"_s << false;
        QTest::newRow("sql in ui") << u"ui/players/a.cpp"_s << u"QSqlQuery"_s << false;
        QTest::newRow("widget in models") << u"models/views/a.cpp"_s << u"QMessageBox"_s << false;
    }

    void ruleFindsFaults()
    {
        QFETCH(QString, path);
        QFETCH(QString, include);
        QFETCH(bool, allowed);
        QCOMPARE(fault(path, include).isEmpty(), allowed);
    }

    void includesGoDownwards()
    {
        QStringList faults;
        const auto all = sources({u"app"_s, u"ui"_s, u"models"_s});
        QVERIFY(all.size() > 20);
        for (const Source &source : all) {
            for (const QString &include : includesOf(source.text)) {
                if (const QString wrong = fault(source.path, include); !wrong.isEmpty())
                    faults << wrong;
            }
        }
        QCOMPARE(faults.join(u'\n'), QString());
    }

    void everyFileNamesItsLicence()
    {
        QStringList without;
        for (const Source &source : sources({u"app"_s, u"ui"_s, u"models"_s, u"tests"_s})) {
            if (!source.text.startsWith("// SPDX-License-Identifier: GPL-3.0-or-later\n"_L1))
                without << source.path;
        }
        QCOMPARE(without.join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(LayersTest)
#include "tst_layers.moc"

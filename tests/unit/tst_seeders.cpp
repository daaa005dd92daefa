// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seeder.h"

#include <QSet>
#include <QTest>

using namespace roster;

class SeedersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Of two with one name only the first is ever run, and a batch would be taken back by it.
    void eachHasANameOfItsOwn()
    {
        QSet<QString> taken;
        const QList<const Seeder *> all = seeders();
        QVERIFY(!all.isEmpty());
        for (const Seeder *seeder : all) {
            const QStringList names = QStringList{seeder->name()} + seeder->aliases();
            for (const QString &name : names) {
                QVERIFY2(!taken.contains(name.toLower()),
                         qPrintable(name + QStringLiteral(": override name() of one of the two")));
                taken.insert(name.toLower());
            }
        }
    }
};

QTEST_GUILESS_MAIN(SeedersTest)
#include "tst_seeders.moc"

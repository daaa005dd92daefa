// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/privatefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class PrivateFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheFolderThatIsClosed()
    {
        const QTemporaryDir top;
        const QString outer = QFileInfo(top.path()).canonicalFilePath();
        const QString inner = outer + u"/a/b"_s;
        QVERIFY(QDir().mkpath(inner));
        constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        constexpr auto passing = owner | QFile::ExeGroup | QFile::ExeOther;
        const SystemAccount stranger{4'000'000, 4'000'000, false};
        for (const QString &folder : {outer, outer + u"/a"_s, inner})
            QVERIFY(QFile::setPermissions(folder, passing));
        QCOMPARE(closedTo(stranger, inner), QString());
        QVERIFY(QFile::setPermissions(inner, owner));
        QCOMPARE(closedTo(stranger, inner), inner);
        QVERIFY(QFile::setPermissions(outer, owner));
        QCOMPARE(closedTo(stranger, inner), outer);
        const QFileInfo found(outer);
        QCOMPARE(closedTo({found.ownerId(), found.groupId(), true}, inner), QString());
    }
};

QTEST_GUILESS_MAIN(PrivateFolderTest)
#include "tst_privatefolder.moc"

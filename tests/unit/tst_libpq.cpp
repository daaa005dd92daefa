// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

class LibpqTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNotLoadedAtTheStart()
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_TRACE_LOADED_OBJECTS"_s, u"1"_s);  // the loader lists, then ends
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(ROSTER_BINARY), {});
        QVERIFY(program.waitForFinished());
        const QString loaded = QString::fromLocal8Bit(program.readAllStandardOutput());
        QVERIFY2(loaded.contains(u"libQt6Sql"_s), qPrintable(loaded));
        QVERIFY2(!loaded.contains(u"libpq"_s), "add what is missing to models/database/libpq.cpp");
    }

    void isThereWhenCalled()
    {
        char *error = nullptr;
        PQconninfoOption *options = PQconninfoParse("host=here", &error);
        QVERIFY(options);
        PQconninfoFree(options);
    }
};

QTEST_GUILESS_MAIN(LibpqTest)
#include "tst_libpq.moc"

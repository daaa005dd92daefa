// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QUuid>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster::test {

namespace {

[[noreturn]] void giveUp(const QString &why)
{
    qFatal("%s", qPrintable(why));
    std::abort();
}

QString script()
{
    return QString::fromUtf8(ROSTER_SOURCE_DIR "/tests/support/postgres-server");
}

/// Stops the server that this program started, at its end.
struct OwnServer
{
    QString directory;
    ~OwnServer()
    {
        if (!directory.isEmpty())
            remove(directory);
    }

    static QString prefix() { return QDir::tempPath() + u"/roster-test-"_s; }

    static void remove(const QString &directory)
    {
        QProcess::execute(script(), {u"stop"_s, directory});
        QDir(directory).removeRecursively();
    }

    /// What killed test programs left behind: their servers, too, still run.
    static void removeLeftovers()
    {
        const QFileInfo pattern(prefix() + u'*');
        for (const QFileInfo &found :
             QDir(pattern.path()).entryInfoList({pattern.fileName()}, QDir::Dirs)) {
            const QString pid = found.fileName().section(u'-', -1);
            if (found.ownerId() == ::geteuid() && !QFile::exists(u"/proc/"_s + pid))
                remove(found.filePath());
        }
    }
};

QString location()
{
    QString directory = qEnvironmentVariable("ROSTER_TEST_SERVER");
    if (directory.isEmpty()) {
        static OwnServer own;
        if (own.directory.isEmpty()) {
            OwnServer::removeLeftovers();
            own.directory =
                OwnServer::prefix() + QString::number(QCoreApplication::applicationPid());
            if (QProcess::execute(script(), {u"start"_s, own.directory}) != 0)
                giveUp(u"The tests' PostgreSQL did not start; see the lines above."_s);
        }
        directory = own.directory;
    }
    QFile file(directory + u"/location"_s);
    if (!file.open(QIODevice::ReadOnly))
        giveUp(u"No PostgreSQL for the tests at %1: run them by ctest."_s.arg(directory));
    return QString::fromUtf8(file.readAll().trimmed());
}

ConnectionProfile profileOf(const QString &database)
{
    ConnectionProfile profile;
    profile.parameters = {
        {u"host"_s, serverHost()}, {u"user"_s, u"roster"_s}, {u"dbname"_s, database}};
    return profile;
}

std::unique_ptr<Session> opened(const ConnectionProfile &profile)
{
    auto session = Session::open(profile);
    if (!session)
        giveUp(session.error().toText());
    return std::move(*session);
}

}  // namespace

QString serverHost()
{
    static const QString host = location() + u"/run"_s;
    return host;
}

TestDatabase::TestDatabase()
{
    const QString name = u"test_"_s + QUuid::createUuid().toString(QUuid::Id128);
    const auto admin = opened(profileOf(u"postgres"_s));
    if (const auto made = admin->query(u"CREATE DATABASE "_s + quoted(name)); !made)
        giveUp(made.error().toText());
    m_profile = profileOf(name);
}

TestDatabase::~TestDatabase()
{
    const auto admin = opened(profileOf(u"postgres"_s));
    static_cast<void>(admin->query(u"DROP DATABASE "_s + quoted(m_profile.value(u"dbname"_s))
                                   + u" WITH (FORCE)"_s));
}

QString TestDatabase::url() const
{
    return u"postgresql://roster@/%1?host=%2"_s.arg(m_profile.value(u"dbname"_s), serverHost());
}

ConnectionProfile TestDatabase::profileAs(const QString &role) const
{
    ConnectionProfile profile = m_profile;
    profile.parameters.insert(u"user"_s, role);
    return profile;
}

std::unique_ptr<Session> TestDatabase::open() const
{
    return opened(m_profile);
}

void TestDatabase::run(const QString &sql) const
{
    if (const auto done = open()->script(sql); !done)
        giveUp(done.error().toText() + u'\n' + sql);
}

QString TestDatabase::rows(const QString &sql) const
{
    const auto result = open()->query(sql);
    if (!result)
        giveUp(result.error().toText() + u'\n' + sql);
    QStringList lines;
    for (int row = 0; row < result->rows(); ++row) {
        QStringList cells;
        for (int column = 0; column < result->columns(); ++column)
            cells << (result->isNull(row, column) ? u"∅"_s : result->text(row, column));
        lines << cells.join(u'|');
    }
    return lines.join(u'\n');
}

}  // namespace roster::test

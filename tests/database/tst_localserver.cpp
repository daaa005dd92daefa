// SPDX-License-Identifier: GPL-3.0-or-later
// Started by root it runs everything as root (the server under another account) and then once
// more as an ordinary user. `tst_localserver --use FOLDER` is a Roster that uses the server until
// its input ends.
#include "models/database/localserver.h"
#include "models/database/postmaster.h"
#include "models/database/session.h"
#include "tests/support/smalldisk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

constexpr int soonMs = 20'000;

/// In memory where there is room: some sixty clusters are made, stopped and deleted here, and
/// waiting for a disk proves nothing.
QString temporaryFolder()
{
    const QStorageInfo memory(u"/dev/shm"_s);
    const bool roomy = memory.isReady() && memory.bytesAvailable() > (qint64(1) << 30);
    return roomy ? u"/dev/shm/roster-tst.XXXXXX"_s : u"/tmp/roster-tst.XXXXXX"_s;
}

LocalPaths pathsIn(const QString &folder)
{
    LocalPaths paths = LocalPaths::under(folder + u"/server"_s);
    paths.sockets = folder + u"/s"_s;
    return paths;
}

bool writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// A folder for one test; nothing runs in it when it goes.
class Place
{
public:
    Place() : m_paths(pathsIn(m_folder.path()))
    {
        QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner
                                                   | QFile::ExeOwner | QFile::ExeGroup
                                                   | QFile::ExeOther);
    }
    ~Place()
    {
        Progress progress;
        LocalServer server(m_paths);
        static_cast<void>(server.stop(progress, true));
    }
    Q_DISABLE_COPY_MOVE(Place)

    QString folder() const { return m_folder.path(); }
    const LocalPaths &paths() const { return m_paths; }
    LocalPaths &paths() { return m_paths; }
    /// With a cluster from the start: copied, since initdb's own care for the disk takes seconds.
    void fill() const
    {
        static const Place pattern(Made{});
        QDir().mkpath(m_paths.folder);
        QProcess::execute(u"cp"_s, {u"-a"_s, pattern.paths().cluster(), m_paths.cluster()});
    }
    /// What the server's folder holds of clusters, whole or half.
    QStringList clusters() const
    {
        return QDir(m_paths.folder).entryList({u"data*"_s}, QDir::Dirs | QDir::Hidden);
    }

private:
    struct Made
    {
    };
    explicit Place(Made) : Place()
    {
        Progress progress;
        LocalServer server(m_paths);
        if (const auto made = server.acquire(progress); !made)
            qFatal("%s", qPrintable(made.error().toText()));
    }

    QTemporaryDir m_folder{temporaryFolder()};
    LocalPaths m_paths;
};

/// Another Roster.
class User
{
public:
    explicit User(const Place &place)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {u"--use"_s, place.folder()});
    }
    ~User() { leave(); }
    Q_DISABLE_COPY_MOVE(User)

    /// The postmaster it got; 0 when it failed.
    qint64 server()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(60'000))
                return 0;
        }
        return m_process.readLine().trimmed().toLongLong();
    }
    qint64 pid() const { return m_process.processId(); }
    void leave()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(60'000);
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

int useUntilInputEnds(const QString &folder)
{
    Progress progress;
    LocalServer server(pathsIn(folder));
    const auto profile = server.acquire(progress);
    if (!profile) {
        std::cerr << qPrintable(profile.error().toText()) << '\n';
        return 1;
    }
    std::cout << server.status()->pid << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
    }
    server.release();
    return 0;
}

QString one(const ConnectionProfile &profile, const QString &sql)
{
    const auto session = Session::open(profile);
    if (!session)
        return session.error().toText();
    const auto result = (*session)->query(sql);
    return result ? result->text(0, 0) : result.error().toText();
}

bool isRoot()
{
    return ::geteuid() == 0;
}

}  // namespace

class LocalServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_place = std::make_unique<Place>(); }
    void cleanup() { m_place.reset(); }

    void makesStartsAndStops()
    {
        LocalServer server(paths());
        QVERIFY(!server.status()->exists);
        const auto profile = server.acquire(m_progress);
        QVERIFY2(profile, text(profile));
        QCOMPARE(profile->value(u"dbname"_s), u"roster"_s);
        const LocalStatus status = *server.status();
        QVERIFY(status.exists && status.running && !status.kept);
        QVERIFY(status.bytes > 1'000'000);
        QVERIFY(
            status.version.startsWith(one(*profile, u"SHOW server_version"_s).section(u' ', 0, 0)));
        QVERIFY(qAbs(status.since.secsTo(QDateTime::currentDateTime())) < 60);
        QCOMPARE(status.users.size(), 1);
        QCOMPARE(status.users.first().pid, QCoreApplication::applicationPid());
        QCOMPARE(QFileInfo(u"/proc/%1"_s.arg(status.pid)).ownerId() == 0, false);
        server.release();
        QVERIFY(!server.status()->running);
        QVERIFY(!Postmaster::isAlive(pid_t(status.pid)));
        QVERIFY(server.acquire(m_progress));  // and once more
    }

    void hasTheSettings_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("checksums") << u"data_checksums"_s << u"on"_s;
        QTest::newRow("no TCP") << u"listen_addresses"_s << QString();
        QTest::newRow("safe") << u"fsync"_s << u"on"_s;
        QTest::newRow("English") << u"lc_messages"_s << u"C"_s;
        QTest::newRow("encoding") << u"server_encoding"_s << u"UTF8"_s;
        QTest::newRow("log") << u"max_wal_size"_s << u"4GB"_s;
        QTest::newRow("socket") << u"unix_socket_permissions"_s << u"0700"_s;
    }

    void hasTheSettings()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        static Place shared;
        static LocalServer server(shared.paths());
        const auto profile = server.acquire(m_progress);
        QVERIFY2(profile, text(profile));
        QCOMPARE(one(*profile, u"SHOW "_s + name), value);
        if (name == "unix_socket_permissions"_L1) {
            struct stat found{};
            QCOMPARE(::stat(qPrintable(shared.paths().sockets), &found), 0);
            QCOMPARE(found.st_mode & 0777, mode_t(0700));
            server.release();
        }
    }

    void livesInAnyFolder_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("blanks and quotes") << u"my 'own' \"data\" folder"_s;
        QTest::newRow("letters") << u"blåbær 日本"_s;
        QTest::newRow("longer than a socket path") << QString(120, u'x');
    }

    void livesInAnyFolder()
    {
        QFETCH(QString, name);
        m_place->paths() = LocalPaths::under(m_place->folder() + u'/' + name);
        m_place->fill();
        const LocalPaths odd = paths();
        LocalServer server(odd);
        const auto profile = server.acquire(m_progress);
        QVERIFY2(profile, text(profile));
        QCOMPARE(one(*profile, u"SELECT 1"_s), u"1"_s);
        server.release();
        QVERIFY(!server.status()->running);
        QDir(odd.sockets).removeRecursively();
    }

    void lastOneOutStopsIt()
    {
        m_place->fill();
        User first(*m_place);
        const qint64 pid = first.server();
        QVERIFY(pid > 0);
        User second(*m_place);
        QCOMPARE(second.server(), pid);
        LocalServer server(paths());
        QCOMPARE(server.status()->users.size(), 2);
        first.leave();
        QCOMPARE(server.status()->pid, pid);
        second.leave();
        QVERIFY(!server.status()->running);
        QVERIFY(!Postmaster::isAlive(pid_t(pid)));
    }

    void severalStartAtOnce()
    {
        std::vector<std::unique_ptr<User>> users;
        for (int i = 0; i < 5; ++i)
            users.push_back(std::make_unique<User>(*m_place));
        const qint64 pid = users.front()->server();
        QVERIFY(pid > 0);
        for (std::size_t i = 1; i < users.size(); ++i)
            QCOMPARE(users[i]->server(), pid);
        QCOMPARE(m_place->clusters(), QStringList{u"data"_s});
        users.clear();
        QVERIFY(!LocalServer(paths()).status()->running);
    }

    void killedUserIsForgotten()
    {
        m_place->fill();
        User user(*m_place);
        const qint64 pid = user.server();
        user.kill();
        LocalServer server(paths());
        QCOMPARE(server.status()->users.size(), 0);
        QCOMPARE(server.status()->pid, pid);  // nobody was there to stop it
        QVERIFY(server.acquire(m_progress));
        QCOMPARE(server.status()->pid, pid);
        server.release();
        QVERIFY(!server.status()->running);
    }

    void keptOneGoesOn()
    {
        m_place->fill();
        LocalServer server(paths());
        QVERIFY(server.start(m_progress, true));
        QVERIFY(server.status()->kept);
        {
            User user(*m_place);
            QCOMPARE(user.server(), server.status()->pid);
            const auto refused = server.stop(m_progress);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Error::Kind::Refused);
            QVERIFY(refused.error().message.contains(QString::number(user.pid())));
        }
        QVERIFY(server.status()->running);
        QVERIFY(server.stop(m_progress));
        QVERIFY(!server.status()->running);
        QVERIFY(server.acquire(m_progress));
        QVERIFY(!server.status()->kept);  // was said of the run before
    }

    void stopSparesOtherPrograms()
    {
        m_place->fill();
        LocalServer server(paths());
        QVERIFY(server.start(m_progress, true));
        LocalServer other(paths());
        const auto profile = other.acquire(m_progress);
        const auto session = Session::open(*profile);
        QVERIFY(session);
        other.release();  // its connection stays, as psql's would
        const auto refused = server.stop(m_progress);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY(server.stop(m_progress, true));
        QVERIFY(!server.status()->running);
    }

    void survivesAStalePidFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray rest = "\n%1\n1700000000\n5432\n%2\n\n  1234  5678\nready   \n";
        QTest::newRow("of a process that is gone") << "4194000" + rest;
        QTest::newRow("of a process that is another program by now")
            << QByteArray::number(QCoreApplication::applicationPid()) + rest;
        QTest::newRow("of process 1") << "1" + rest;
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray("\0\xff\n\n", 4);
    }

    void survivesAStalePidFile()
    {
        QFETCH(QByteArray, content);
        m_place->fill();
        LocalServer server(paths());
        content.replace("%1", QFile::encodeName(paths().cluster()));
        content.replace("%2", QFile::encodeName(paths().sockets));
        QVERIFY(writeFile(paths().cluster() + u"/postmaster.pid"_s, content));
        giveToServer(paths().cluster() + u"/postmaster.pid"_s);
        QVERIFY(QDir().mkpath(paths().sockets)
                && writeFile(paths().sockets + u"/.s.PGSQL.5432.lock"_s, content));
        giveToServer(paths().sockets);
        QVERIFY(!server.status()->running);
        const auto profile = server.acquire(m_progress);
        QVERIFY2(profile, text(profile));
        QCOMPARE(one(*profile, u"SELECT 1"_s), u"1"_s);
    }

    void survivesAKilledServer()
    {
        m_place->fill();
        LocalServer server(paths());
        const auto profile = server.acquire(m_progress);
        QVERIFY2(profile, text(profile));
        // A backend that computes does not notice by itself that its postmaster is gone. The
        // time-out ends it should this test be killed here.
        QProcess busy;
        busy.start(u"psql"_s, {u"-h"_s, profile->value(u"host"_s), u"-U"_s, u"roster"_s, u"-d"_s,
                               u"roster"_s, u"-c"_s, u"SET statement_timeout = '1min'"_s, u"-c"_s,
                               u"DO $$ BEGIN LOOP PERFORM 1; END LOOP; END $$"_s});
        QTRY_VERIFY_WITH_TIMEOUT(
            one(*profile, u"SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'DO %' "
                          u"AND state = 'active'"_s)
                == u"1"_s,
            soonMs);
        const qint64 before = server.status()->pid;
        QCOMPARE(::kill(pid_t(before), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!server.status()->running, soonMs);
        const auto again = server.acquire(m_progress);
        QVERIFY2(again, text(again));
        QVERIFY(server.status()->pid != before);
        QCOMPARE(server.status()->users.size(), 1);
        QCOMPARE(one(*again, u"SELECT 1"_s), u"1"_s);
        busy.waitForFinished();
    }

    void killedWhileMaking()
    {
        User user(*m_place);
        QTRY_VERIFY_WITH_TIMEOUT(halfMade(), soonMs);
        user.kill();
        QVERIFY(!LocalServer(paths()).status()->exists);
        LocalServer server(paths());
        const auto profile = server.acquire(m_progress);
        QVERIFY2(profile, text(profile));
        QCOMPARE(m_place->clusters(), QStringList{u"data"_s});
    }

    void cancelledWhileMaking()
    {
        Progress progress;
        LocalServer server(paths());
        auto made = std::make_unique<Result<ConnectionProfile>>();
        std::thread worker([&] { *made = server.acquire(progress); });
        const bool begun = QTest::qWaitFor([this] { return halfMade(); }, soonMs);
        progress.cancel();
        worker.join();
        QVERIFY(begun);
        QVERIFY(!*made);
        QCOMPARE(made->error().kind, Error::Kind::Cancelled);
        QCOMPARE(m_place->clusters(), QStringList());
        QCOMPARE(server.status()->users.size(), 0);
    }

    void leavesAnotherVersionAlone()
    {
        m_place->fill();
        LocalServer server(paths());
        const QString version = server.status()->version;
        QVERIFY(writeFile(paths().cluster() + u"/PG_VERSION"_s, "12\n"));
        const auto before = listing();
        const auto refused = server.acquire(m_progress);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY(refused.error().message.contains(u"PostgreSQL 12"_s));
        QVERIFY(refused.error().message.contains(u"PostgreSQL "_s + version));
        QVERIFY(refused.error().hint.contains(u"postgresql-12"_s));
        QCOMPARE(listing(), before);
        QCOMPARE(server.status()->version, u"12"_s);
    }

    void saysWhatToInstall()
    {
        m_place->paths().binaries = {u"/nowhere/bin"_s};
        const auto missing = LocalServer(paths()).acquire(m_progress);
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, Error::Kind::NotFound);
        QVERIFY(missing.error().hint.contains(u"apt install postgresql"_s));
    }

    void refusesWhatIsNotItsOwn_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what :
             {"socket folder is a link", "socket folder of another account",
              "data folder of another account", "folder is a file", "cluster is something else"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void refusesWhatIsNotItsOwn()
    {
        QFETCH(QString, what);
        const QString victim = m_place->folder() + u"/victim"_s;
        QVERIFY(QDir().mkpath(victim));
        const QByteArray sockets = QFile::encodeName(paths().sockets);
        if (what.contains("another account"_L1) && !isRoot())
            m_place->paths() = foreignPaths(what);
        else if (what == "socket folder is a link"_L1)
            QCOMPARE(::symlink(qPrintable(victim), sockets.constData()), 0);
        else if (what == "socket folder of another account"_L1)
            QVERIFY(::mkdir(sockets.constData(), 0700) == 0
                    && ::chown(sockets.constData(), 12345, 12345) == 0);
        else if (what == "data folder of another account"_L1)
            QVERIFY(QDir().mkpath(paths().folder)
                    && ::chown(qPrintable(paths().folder), 12345, 12345) == 0);
        else if (what == "folder is a file"_L1)
            QVERIFY(writeFile(paths().folder, "text"));
        else
            QVERIFY(QDir().mkpath(paths().cluster())
                    && writeFile(paths().cluster() + u"/letter.txt"_s, "dear"));
        const auto refused = LocalServer(paths()).acquire(m_progress);
        QVERIFY(!refused);
        QVERIFY2(
            refused.error().kind
                == (what == "folder is a file"_L1 ? Error::Kind::System : Error::Kind::Refused),
            text(refused));
        QVERIFY(!refused.error().hint.isEmpty());
        QVERIFY(QDir(victim).isEmpty());
    }

    void saysThatItCannotWrite()
    {
        if (isRoot())
            return;  // root may write anywhere; the ordinary user's run has this
        QFile::setPermissions(m_place->folder(), QFile::ReadOwner | QFile::ExeOwner);
        const auto refused = LocalServer(paths()).acquire(m_progress);
        QFile::setPermissions(m_place->folder(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Permission);
        QVERIFY(refused.error().message.contains(paths().folder));
    }

    void fullDisk()
    {
        test::SmallDisk disk(m_place->paths(), m_place->folder());
        LocalServer server(paths());
        const auto small = server.acquire(m_progress);
        QVERIFY(!small);
        QVERIFY2(small.error().message.contains(u"disk is full"_s), text(small));
        QCOMPARE(m_place->clusters(), QStringList());

        QVERIFY(disk.free());
        const auto enough = server.acquire(m_progress);
        QVERIFY2(enough, text(enough));
        server.release();
        QVERIFY(disk.fill());
        const auto full = server.acquire(m_progress);
        QVERIFY(!full);
        QVERIFY2(full.error().message.contains(u"disk is full"_s), text(full));
        QVERIFY(!server.status()->running);
        QVERIFY(disk.free());
        const auto freed = server.acquire(m_progress);
        QVERIFY2(freed, text(freed));
        server.release();
    }

    void showsTheServersWordsWhenItDoesNotStart()
    {
        m_place->fill();
        LocalServer server(paths());
        QFile settings(paths().cluster() + u"/postgresql.auto.conf"_s);
        QVERIFY(settings.open(QIODevice::ReadWrite));
        const QByteArray good = settings.readAll();
        settings.write("shared_buffers = 'a lot'\n");
        settings.close();
        const auto failed = server.acquire(m_progress);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Error::Kind::System);
        QVERIFY2(failed.error().detail.contains(u"shared_buffers"_s), text(failed));
        QCOMPARE(server.status()->users.size(), 0);
        QVERIFY(writeFile(settings.fileName(), good));
        QVERIFY(server.acquire(m_progress));
    }

    void resetsOnlyWhatNobodyUses()
    {
        m_place->fill();
        LocalServer server(paths());
        {
            User user(*m_place);
            QVERIFY(user.server() > 0);
            const auto refused = server.reset(m_progress);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Error::Kind::Refused);
        }
        QVERIFY(server.start(m_progress, true));
        const auto reset = server.reset(m_progress);
        QVERIFY2(reset, text(reset));
        QVERIFY(!server.status()->exists && !server.status()->running);
        QCOMPARE(m_place->clusters(), QStringList());
        QVERIFY(server.acquire(m_progress));
    }

    void makesTheDatabaseAgain()
    {
        m_place->fill();
        LocalServer server(paths());
        auto profile = server.acquire(m_progress);
        QVERIFY2(profile, text(profile));
        profile->parameters[u"dbname"_s] = u"postgres"_s;
        QCOMPARE(one(*profile, u"DROP DATABASE roster"_s), QString());
        QVERIFY(server.acquire(m_progress));
    }

    /// Kills a Roster at any moment between nothing and a running server.
    void survivesBeingKilledAtAnyMoment()
    {
        if (!qEnvironmentVariableIsSet("ROSTER_FULL"))
            return;
        for (int round = 0; round < 15; ++round) {
            {
                Place place;
                User user(place);
                QTest::qWait(QRandomGenerator::global()->bounded(2500));
                user.kill();
                LocalServer server(place.paths());
                const auto profile = server.acquire(m_progress);
                QVERIFY2(profile, text(profile));
                QCOMPARE(place.clusters(), QStringList{u"data"_s});
            }
        }
    }

    void runsForAnOrdinaryUserToo()
    {
        if (!isRoot())
            return;
        QTemporaryDir home(u"/tmp/roster-tst-home.XXXXXX"_s);
        QCOMPARE(::chown(qPrintable(home.path()), 65534, 65534), 0);
        QProcess again;
        again.setProcessChannelMode(QProcess::ForwardedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home.path());
        again.setProcessEnvironment(environment);
        QStringList call{u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s,
                         QCoreApplication::applicationFilePath()};
        if (!qEnvironmentVariableIsSet("ROSTER_FULL"))  // else everything once more
            call << u"makesStartsAndStops"_s << u"livesInAnyFolder"_s << u"severalStartAtOnce"_s
                 << u"survivesAStalePidFile"_s << u"survivesAKilledServer"_s
                 << u"refusesWhatIsNotItsOwn"_s << u"saysThatItCannotWrite"_s << u"fullDisk"_s;
        again.start(u"setpriv"_s, call);
        QVERIFY(again.waitForFinished(900'000));
        QCOMPARE(again.exitCode(), 0);
    }

private:
    const LocalPaths &paths() const { return m_place->paths(); }

    template <class R>
    static const char *text(const R &result)
    {
        static QByteArray last;
        last = result ? QByteArray("no error") : result.error().toText().toUtf8();
        return last.constData();
    }

    bool halfMade() const
    {
        const QStringList names = m_place->clusters();
        return names.size() == 1 && names.first() != "data"_L1
            && QFile::exists(paths().folder + u'/' + names.first() + u"/PG_VERSION"_s);
    }

    /// Every file of the cluster with its size and time.
    QStringList listing() const
    {
        QStringList lines;
        QDirIterator it(paths().cluster(), QDir::Files | QDir::Hidden,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            it.next();
            lines << u"%1 %2 %3"_s.arg(it.filePath())
                         .arg(it.fileInfo().size())
                         .arg(it.fileInfo().lastModified().toMSecsSinceEpoch());
        }
        lines.sort();
        return lines;
    }

    /// PostgreSQL wants to own what it reads.
    void giveToServer(const QString &path) const
    {
        struct stat found{};
        QCOMPARE(::stat(qPrintable(paths().cluster()), &found), 0);
        QCOMPARE(::chown(qPrintable(path), found.st_uid, found.st_gid), 0);
    }

    /// For who cannot give folders away: some that root has.
    LocalPaths foreignPaths(const QString &what) const
    {
        LocalPaths foreign = paths();
        (what.startsWith("socket"_L1) ? foreign.sockets : foreign.folder) = u"/var/lib"_s;
        return foreign;
    }

    std::unique_ptr<Place> m_place;
    Progress m_progress;
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--use"_L1)
        return useUntilInputEnds(arguments.value(2));
    LocalServerTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_localserver.moc"

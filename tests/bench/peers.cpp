// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/context.h"
#include "tests/bench/measure.h"
#include "tests/bench/openedpage.h"
#include "tests/bench/watchedapplication.h"
#include "ui/mainwindow/tabletab.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QUrl>
#include <QUrlQuery>

#include <memory>

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

constexpr auto adminerFolder = "/usr/share/adminer";
constexpr qint64 farOffset = 1'000'000;
constexpr int adminerRows = 50;  // a page of its

/// Adminer on PHP's own server, logged in once.
class Adminer
{
public:
    explicit Adminer(const ConnectionProfile &profile)
        : m_profile(profile),
          m_address(u"127.0.0.1:%1"_s.arg(QRandomGenerator::global()->bounded(20000, 30000)))
    {
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.start(u"php"_s, {u"-S"_s, m_address, u"-t"_s, QString::fromUtf8(adminerFolder)});
        if (!m_server.waitForStarted())
            giveUp(u"php did not start."_s);
        const QString page = u"http://%1/adminer.php"_s.arg(m_address);
        curl({u"--retry"_s, u"20"_s, u"--retry-connrefused"_s, u"--retry-delay"_s, u"1"_s, page});
        const QString form = u"--data-urlencode"_s;
        curl({u"-L"_s, form, u"auth[driver]=pgsql"_s, form,
              u"auth[server]="_s + profile.value(u"host"_s), form,
              u"auth[username]="_s + profile.value(u"user"_s), form, u"auth[password]=any"_s, form,
              u"auth[db]="_s + profile.value(u"dbname"_s), page});
    }
    ~Adminer()
    {
        m_server.kill();
        m_server.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Adminer)

    /// Milliseconds until a page of players, in the order that Roster shows them in, is there.
    double page(qint64 number)
    {
        QUrlQuery query{{u"username"_s, m_profile.value(u"user"_s)},
                        {u"db"_s, m_profile.value(u"dbname"_s)},
                        {u"ns"_s, u"public"_s},
                        {u"select"_s, u"players"_s},
                        {u"order[0]"_s, u"level"_s},
                        {u"desc[0]"_s, u"1"_s},
                        {u"order[1]"_s, u"name"_s},
                        {u"order[2]"_s, u"id"_s},
                        {u"page"_s, QString::number(number)}};
        const QString server =
            QString::fromUtf8(QUrl::toPercentEncoding(m_profile.value(u"host"_s)));
        const double seconds =
            curl({u"-g"_s, u"http://%1/adminer.php?pgsql=%2&%3"_s.arg(
                               m_address, server, query.toString(QUrl::FullyEncoded))});
        QFile answer(m_folder.filePath(u"answer"_s));
        if (!answer.open(QIODevice::ReadOnly) || answer.readAll().count("<tr") != adminerRows + 1)
            giveUp(u"Adminer's page does not hold %1 rows."_s.arg(adminerRows));
        return seconds * 1000;
    }

private:
    double curl(const QStringList &arguments)
    {
        const QString cookies = m_folder.filePath(u"cookies"_s);
        QProcess process;
        process.start(u"curl"_s,
                      QStringList{u"-s"_s, u"-b"_s, cookies, u"-c"_s, cookies, u"-o"_s,
                                  m_folder.filePath(u"answer"_s), u"-w"_s, u"%{time_total}"_s}
                          + arguments);
        if (!process.waitForFinished(600'000) || process.exitCode() != 0)
            giveUp(u"curl %1 failed."_s.arg(arguments.join(u' ')));
        return process.readAllStandardOutput().toDouble();
    }

    ConnectionProfile m_profile;
    QTemporaryDir m_folder;
    QString m_address;
    QProcess m_server;
};

/// Clicks a table in a window whose connection stands, again and again.
class FirstPage : private QObject
{
public:
    explicit FirstPage(const ConnectionProfile &profile) : m_connections(profile)
    {
        m_window.resize(1280, 800);
        m_window.show();
        opened();  // the connection, and what is loaded once
    }

    /// Milliseconds from the click until its first rows are painted: the catalogue is asked for
    /// them, the page's widgets are made.
    double opened()
    {
        QElapsedTimer clock;
        clock.start();
        auto *tab = new TableTab(m_connections, {u"public"_s, u"players"_s}, m_memory);
        connect(tab, &TableTab::pageCreated, this, [this, tab] {
            m_view = tab->page()->findChild<TableView *>();
            m_view->viewport()->installEventFilter(this);
        });
        m_window.addWidget(tab);
        m_window.setCurrentWidget(tab);
        m_loop.exec();
        const double milliseconds = double(clock.nsecsElapsed()) / 1e6;
        if (tab->page()->model().rowCount() < m_view->visibleRows())
            giveUp(u"The first page has no rows."_s);
        delete tab;
        return milliseconds;
    }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        const QAbstractItemModel *model = m_view->model();
        if (event->type() == QEvent::Paint && model && model->rowCount() > 0) {
            m_view->viewport()->removeEventFilter(this);  // one paint, one end
            QCoreApplication::postEvent(&m_loop, new QEvent(QEvent::Quit), Qt::HighEventPriority);
        }
        return false;
    }

    NoMemory m_memory;
    Connections m_connections;
    QStackedWidget m_window;
    QEventLoop m_loop;
    TableView *m_view = nullptr;
};

}  // namespace

void benchPeers(const Context &context)
{
    if (!QFile::exists(QString::fromUtf8(adminerFolder) + u"/adminer.php"_s)) {
        note(u"not measured: wants the packages adminer, php-cli, php-pgsql and curl"_s);
        return;
    }
    const ConnectionProfile profile = context.players(context.rows());
    Adminer adminer(profile);
    // Ours from the click to the paint; adminer's answer is yet to be painted.
    FirstPage firstPage(profile);
    Samples clicks, answers;
    auto &application = *static_cast<WatchedApplication *>(qApp);
    application.setWatching(false);
    for (int round = 0; round < 31; ++round) {
        clicks.add(firstPage.opened());
        answers.add(adminer.page(0));
    }
    application.setWatching(true);
    report(u"first page from the click, painted: to adminer's answer"_s,
           clicks.median() / answers.median(), 1);
    if (context.rows() < 2 * farOffset) {
        note(u"the far page wants two million rows"_s);
        return;
    }
    OpenedPage page(profile);
    Samples ours, theirs;
    for (int round = 0; round < 3; ++round) {
        page.jump(page.anyPosition());
        page.rest();
        ours.add(page.jump(farOffset + round).painted);
        page.rest();
        theirs.add(adminer.page(farOffset / adminerRows + round));
    }
    report(u"rows at offset 1,000,000, painted: to adminer's answer"_s,
           ours.median() / theirs.median(), 0.01);
}

}  // namespace roster::bench

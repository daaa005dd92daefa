// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupfolder.h"
#include "tests/bench/context.h"
#include "tests/bench/measure.h"
#include "tests/bench/processes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

QString inShell(const QString &line)
{
    return u"set -o pipefail; "_s + line;
}

qint64 newestSize(const QString &folder)
{
    Progress nobody;
    const auto listing = BackupFolder::list(folder, nobody);
    if (!listing || listing->files.isEmpty() || !listing->files.first().isGood())
        giveUp(u"There is no good backup in %1."_s.arg(folder));
    return listing->files.first().size;
}

void benchCreating(const QString &url, const QString &folder)
{
    const QString roster = QString::fromUtf8(ROSTER_BINARY);
    const QString backups = folder + u"/backups"_s;
    Samples ours;
    Samples toNull;
    Samples piped;
    qint64 peak = 0;
    for (int round = 0; round < 3; ++round) {
        const Outcome mine = run(
            roster, {u"backup"_s, u"create"_s, u"--quiet"_s, u"--to"_s, backups, u"--url"_s, url});
        ours.add(mine.milliseconds);
        peak = mine.peakKilobytes;
        toNull.add(run(u"pg_dump"_s, {u"--file=/dev/null"_s, u"-d"_s, url}).milliseconds);
        piped.add(
            run(u"bash"_s,
                {u"-c"_s, inShell(u"pg_dump -Fc -Z0 -d '%1' | zstd -qf3T2 -o '%2/piped.zst'"_s.arg(
                              url, folder))})
                .milliseconds);
    }
    report(u"roster backup create: to pg_dump to null"_s, ours.median() / toNull.median(), 1.5);
    note(
        u"the same: to pg_dump -Fc -Z0 | zstd -T2, which counts, reads and syncs nothing: %1"_s.arg(
            ours.median() / piped.median(), 0, 'f', 2));
    note(u"its memory: %1 MB"_s.arg(peak / 1024));
    const QString packed = folder + u"/packed.gz"_s;
    run(u"bash"_s, {u"-c"_s, inShell(u"pg_dump -d '%1' | gzip -6 > '%2'"_s.arg(url, packed))});
    report(u"its size: to a plain dump by gzip -6"_s,
           double(newestSize(backups)) / double(QFileInfo(packed).size()), 1.05);
}

void benchListing(const QString &folder)
{
    constexpr int count = 10000;
    const QString many = folder + u"/many/last"_s;
    QDir().mkpath(many);
    run(u"bash"_s, {u"-c"_s, inShell(u"printf -- '--\\n-- PostgreSQL database dump\\n--\\n' | gzip "
                                     "> '%1/dump.gz'"_s.arg(folder))});
    for (int i = 0; i < count; ++i) {
        const QDateTime at = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addSecs(i);
        QFile::copy(folder + u"/dump.gz"_s,
                    many + u"/game-%1.sql.gz"_s.arg(BackupName::stampFor(at, BackupSlot::Last)));
    }
    Samples whole;
    Samples first;
    for (int round = 0; round < 5; ++round) {
        Progress nobody;
        whole.add(
            timed([&] { static_cast<void>(BackupFolder::list(folder + u"/many"_s, nobody)); }));
        first.add(timed([&] {
            static_cast<void>(BackupFolder::list(folder + u"/many"_s, nobody,
                                                 [](const QList<BackupFile> &) { return false; }));
        }));
    }
    note(u"a folder of 10,000 backups: its first 200 after %1 ms, all after %2 ms"_s
             .arg(first.median(), 0, 'f', 0)
             .arg(whole.median(), 0, 'f', 0));
}

}  // namespace

void benchBackup(const Context &context)
{
    const QTemporaryDir folder;
    benchListing(folder.path());
    benchCreating(urlOf(context.players(context.rows())), folder.path());
}

}  // namespace roster::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumpfile.h"
#include "tests/bench/context.h"
#include "tests/bench/measure.h"
#include "tests/bench/processes.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

constexpr qint64 leastBytes = qint64(300) * 1000 * 1000;
constexpr qsizetype blockBytes = qsizetype(256) * 1024;
constexpr qint64 smallRows = 100000;
constexpr qint64 mostRows = 8000000;  // some 400 MB
constexpr int rounds = 5;

QString packedDump(const Context &context, qint64 rows, const QString &folder)
{
    const QString path = u"%1/%2.sql.gz"_s.arg(folder).arg(rows);
    run(u"bash"_s, {u"-c"_s, u"set -o pipefail; pg_dump -d '%1' | gzip > '%2'"_s.arg(
                                 urlOf(context.players(rows)), path)});
    return path;
}

qint64 readToEnd(const QString &path)
{
    const auto file = DumpFile::open(path);
    if (!file)
        giveUp(file.error().toText());
    const auto source = file->bytes();
    QByteArray block(blockBytes, Qt::Uninitialized);
    for (qint64 bytes = 0;;) {
        const auto got = source->read(std::span(block.data(), std::size_t(block.size())));
        if (!got)
            giveUp(got.error().toText());
        if (*got == 0)
            return bytes;
        bytes += *got;
    }
}

/// In a process of its own.
qint64 peakOf(const QString &path)
{
    const QStringList same = QCoreApplication::arguments().mid(1);
    return run(QCoreApplication::applicationFilePath(), same + QStringList{u"--read-dump"_s, path})
        .peakKilobytes;
}

}  // namespace

void readDump(const QString &path)
{
    static_cast<void>(readToEnd(path));
}

void benchDump(const Context &context)
{
    const QTemporaryDir folder;
    const qint64 rows = qMin(context.rows(), mostRows);
    const QString large = packedDump(context, rows, folder.path());
    if (const qint64 bytes = readToEnd(large); bytes < leastBytes)
        note(u"only %1 MB: more --rows tell more"_s.arg(bytes / 1000000));
    const Pair pair = interleaved(
        rounds, [&](int) { readToEnd(large); }, [&](int) { run(u"gunzip"_s, {u"-c"_s, large}); });
    report(u"a plain dump in gzip, read to its end: to gunzip"_s,
           pair.ours.median() / pair.floor.median(), 1.3);
    const QString small = packedDump(context, qMin(rows, smallRows), folder.path());
    report(u"its memory: to that for %1 rows"_s.arg(smallRows),
           double(peakOf(large)) / double(peakOf(small)), 1.1);
}

}  // namespace roster::bench

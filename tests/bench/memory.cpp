// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"
#include "tests/bench/openedpage.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

constexpr int patienceMs = 600000;

qint64 residentKilobytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        giveUp(u"No /proc here."_s);
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.mid(at + 6, 20).trimmed().split(' ').first().toLongLong();
}

}  // namespace

void measureMemory(const Context &context)
{
    OpenedPage opened(context.players(context.rows()));
    opened.jump(opened.anyPosition());
    opened.await(u"the survey"_s, [&] { return opened.model().positionIsExact(); });
    for (int i = 0; i < 100; ++i) {
        opened.rest();
        opened.jump(opened.anyPosition());
    }
    QTextStream(stdout) << residentKilobytes() << Qt::endl;
}

void benchMemory(const Context &context)
{
    const auto memoryAt = [&](qint64 rows) {
        context.players(rows);
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QStringList arguments = QApplication::arguments().mid(1);
        arguments << u"--memory-of"_s << QString::number(rows);
        child.start(QApplication::applicationFilePath(), arguments);
        if (!child.waitForFinished(patienceMs) || child.exitCode() != 0)
            giveUp(u"The memory run failed."_s);
        return child.readAllStandardOutput().trimmed().toDouble();
    };
    const double small = memoryAt(100000);
    report(u"memory after 100 jumps: to that at 100,000 rows"_s, memoryAt(context.rows()) / small,
           1.2);
}

}  // namespace roster::bench

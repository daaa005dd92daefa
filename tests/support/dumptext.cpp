// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dumptext.h"

#include "models/restore/sqlwords.h"
#include "tests/support/testserver.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace roster::test {

namespace {

struct Lines
{
    QByteArrayView text;
    qint64 number = 0;

    bool isOver() const { return text.isEmpty(); }
    QByteArrayView next()
    {
        ++number;
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = end < 0 ? text : text.first(end + 1);
        text = text.sliced(line.size());
        return line;
    }
};

Result<void> feedCopy(DumpLoader &loader, const QByteArray &sql, Lines &lines)
{
    const auto words = sqlWords(sql, 4);
    ROSTER_TRY(loader.beginCopy(sql, QString::fromUtf8(words[1].text),
                                QString::fromUtf8(words[3].text), lines.number));
    qint64 rows = 0;
    while (!lines.isOver()) {
        const QByteArrayView line = lines.next();
        if (line == "\\.\n")
            return loader.endCopy(rows, lines.number);
        ++rows;
        ROSTER_TRY(loader.rows(line));
    }
    return fail(Error::Kind::InvalidInput, u"the dump ends within COPY"_s);
}

}  // namespace

QByteArray dumpOf(const QString &database, const QStringList &options)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGDATABASE"_s, database);
    process.setProcessEnvironment(environment);
    process.start(u"pg_dump"_s, QStringList{u"-h"_s, serverHost(), u"-U"_s, u"roster"_s} + options);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        qFatal("pg_dump: %s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

DatabaseFill fillFrom(const QByteArray &dump)
{
    return [dump](FillTarget &target, Progress &progress) -> Result<LoadReport> {
        DumpLoader loader(target.session, target.elevated, target.options, progress);
        Lines lines{dump};
        QByteArray sql;
        while (!lines.isOver()) {
            const QByteArrayView line = lines.next();
            if (sql.isEmpty() && (line.startsWith("--") || line.startsWith("\\") || line == "\n"))
                continue;
            sql += line.toByteArray();
            if (!line.endsWith(";\n"))
                continue;
            if (sql.startsWith("COPY "))
                ROSTER_TRY(feedCopy(loader, sql, lines));
            else
                ROSTER_TRY(loader.statement(sql, lines.number));
            sql.clear();
        }
        return loader.finish();
    };
}

}  // namespace roster::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/restorefiles.h"

#include "tests/support/dumptext.h"
#include "tests/support/program.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace roster::test {

RestoreFiles::RestoreFiles(const QString &prefix)
{
    const LiveDatabase source(prefix + u"_source"_s);
    source.run(u"CREATE TABLE players (id serial PRIMARY KEY, name varchar(100) NOT NULL); INSERT "
               "INTO players (name) SELECT 'p' || n FROM generate_series(1, 1000) n; CREATE TABLE "
               "alembic_version (version_num varchar(32) NOT NULL, CONSTRAINT alembic_version_pkc "
               "PRIMARY KEY (version_num)); INSERT INTO alembic_version VALUES ('abc')"_s);
    m_dump = dumpOf(source.name());
}

QString RestoreFiles::write(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("not written");
    return file.fileName();
}

QString RestoreFiles::packed(const QString &name, const QByteArray &text) const
{
    const QString plain = write(u"plain"_s, text);
    const QString target = path(name);
    if (QProcess::execute(u"bash"_s, {u"-c"_s, u"gzip -c '%1' > '%2'"_s.arg(plain, target)}) != 0)
        qFatal("gzip");
    return target;
}

QByteArray withTail(const QByteArray &dump, const QByteArray &tail)
{
    QByteArray text = dump;
    return text.replace("--\n-- PostgreSQL database dump complete",
                        tail
                            + "--\n-- PostgreSQL database "
                              "dump complete");
}

std::unique_ptr<QProcess> started(const LiveDatabase &live, const QString &file)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(bareEnvironment());
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(QString::fromUtf8(ROSTER_BINARY),
                   {u"restore"_s, file, u"--replace"_s, live.name(), u"--yes-replace"_s,
                    live.name(), u"--url"_s, live.url()});
    return process;
}

}  // namespace roster::test

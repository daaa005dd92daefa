// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/alembicproject.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster::test {

namespace {

const QString support = QString::fromUtf8(ROSTER_SOURCE_DIR "/tests/support");

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
}

QString output(const QString &program, const QStringList &words)
{
    QProcess process;
    process.start(program, words);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString pgDump()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    QStringList found = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(found.begin(), found.end(),
              [](const QString &a, const QString &b) { return a.toInt() > b.toInt(); });
    return found.isEmpty() ? u"pg_dump"_s : versions.filePath(found.first() + u"/bin/pg_dump"_s);
}

}  // namespace

AlembicProject::AlembicProject()
{
    const QDir dir(m_folder.path());
    dir.mkpath(u"db/versions"_s);
    for (const QString &name : {u"env.py"_s, u"script.py.mako"_s})
        QFile::copy(support + u"/alembic/"_s + name, dir.filePath(u"db/"_s + name));
    write(dir.filePath(u"alembic.ini"_s), "[alembic]\nscript_location = %(here)s/db\n");
}

void AlembicProject::addFirst()
{
    write(m_folder.filePath(u"db/versions/43d6668d0b1f_players.py"_s), R"("""players

Revision ID: 43d6668d0b1f
Revises:
Create Date: 2026-01-02 03:04:05.678901

"""
from alembic import op
import sqlalchemy as sa


revision = '43d6668d0b1f'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'players',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('name', sa.String(length=100), nullable=False),
        sa.Column('level', sa.Integer(), nullable=False),
        sa.Column('total_exp', sa.Integer(), nullable=False),
        sa.Column('created_at', sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint('id'),
    )


def downgrade() -> None:
    op.drop_table('players')
)");
}

std::unique_ptr<QProcess> AlembicProject::start(const QStringList &words,
                                                const TestDatabase &database) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ROSTER_TEST_URL"_s, database.url());
    environment.insert(u"ROSTER_TEST_SUPPORT"_s, support);
    environment.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_folder.path());
    process->start(u"/usr/bin/python3"_s,
                   QStringList{u"-c"_s, u"from alembic.config import main; main()"_s} + words);
    return process;
}

QString AlembicProject::run(const QStringList &words, const TestDatabase &database) const
{
    const auto process = start(words, database);
    if (!process->waitForFinished(60000))
        qFatal("alembic did not end");
    const QString text =
        QString::fromUtf8(process->readAllStandardOutput() + process->readAllStandardError())
            .trimmed();
    return process->exitCode() == 0 ? text : u"exit %1: %2"_s.arg(process->exitCode()).arg(text);
}

QString alembicDifferences(const TestDatabase &database, bool withIndex)
{
    QStringList words{support + u"/backend_models.py"_s, u"compare"_s, database.url()};
    if (withIndex)
        words << u"index"_s;
    return output(u"/usr/bin/python3"_s, words).trimmed();
}

QString dumpedSchema(const TestDatabase &database, const QStringList &options)
{
    QStringList lines;
    for (const QString &line :
         output(pgDump(), QStringList{u"--schema-only"_s, u"--dbname"_s, database.url()} + options)
             .split(u'\n')) {
        // Newer releases fence the dump with a random key.
        if (!line.startsWith(u"\\restrict") && !line.startsWith(u"\\unrestrict"))
            lines << line;
    }
    return lines.join(u'\n');
}

}  // namespace roster::test

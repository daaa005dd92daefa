// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/backupsource.h"

#include "tests/support/program.h"

using namespace Qt::StringLiterals;

namespace roster::test {

BackupSource::BackupSource()
{
    m_database.run(uR"(
        CREATE TABLE players (id serial PRIMARY KEY, name text);
        INSERT INTO players (name) SELECT 'player ' || i FROM generate_series(1, 2000) i;
        CREATE TABLE "odd "" name" (x int); INSERT INTO "odd "" name" VALUES (1), (2);
        CREATE TABLE parted (id int) PARTITION BY RANGE (id);
        CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10);
        INSERT INTO parted SELECT generate_series(0, 4);
        CREATE TABLE parent (id int); CREATE TABLE child () INHERITS (parent);
        INSERT INTO child VALUES (1);
        CREATE TABLE alembic_version (version_num varchar(32));
        INSERT INTO alembic_version VALUES ('5f2ab61c09d7');
        SELECT lo_create(4711))"_s);
}

Result<BackupReceipt> BackupSource::run(BackupRequest request, Progress *progress) const
{
    Progress nobody;
    const auto session = m_database.open();
    if (request.folder.isEmpty())
        request.folder = folder();
    return BackupRun::run(*session, progress ? *progress : nobody, request);
}

BackupListing BackupSource::list() const
{
    Progress nobody;
    return BackupFolder::list(folder(), nobody).value_or(BackupListing());
}

QStringList BackupSource::files() const
{
    const auto found = runShell(u"cd '%1' && find . -type f | sort"_s.arg(folder()));
    return QString::fromUtf8(found.out).split(u'\n', Qt::SkipEmptyParts);
}

}  // namespace roster::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/revisionfiles.h"

#include "models/migration/alembicreader.h"
#include "models/migration/revisionfile.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RevisionFiles)
};

void addFolder(RevisionFiles &files, const QString &folder, Revision::Source source)
{
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        auto revision = RevisionFile::read(dir.absoluteFilePath(name), source);
        if (revision)
            files.revisions.append(std::move(*revision));
        else
            files.faults.append(revision.error());
    }
}

}  // namespace

RevisionFiles RevisionFiles::embedded()
{
    RevisionFiles files;
    addFolder(files, u":/migrations"_s, Revision::Source::Embedded);
    return files;
}

Result<RevisionFiles> RevisionFiles::load(const RevisionSources &sources)
{
    RevisionFiles files;
    if (sources.embedded)
        files = embedded();
    QStringList alembic;
    if (!sources.folder.isEmpty()) {
        if (!QDir(sources.folder).exists()) {
            return fail(Error::Kind::NotFound,
                        Text::tr("There is no folder %1.").arg(sources.folder),
                        Text::tr("Make it, or choose another folder of revisions."),
                        u"roster migrate new --migrations DIR"_s);
        }
        addFolder(files, sources.folder, Revision::Source::File);
        alembic << sources.folder;
    }
    if (!sources.alembic.isEmpty()
        && QDir(sources.alembic).absolutePath() != QDir(sources.folder).absolutePath())
        alembic << sources.alembic;
    for (const QString &folder : std::as_const(alembic)) {
        const auto revisions = AlembicReader::readFolder(folder);
        if (!revisions)
            return fail(revisions.error());
        files.revisions += *revisions;
    }
    return files;
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/revisionfolder.h"

#include "models/migration/revisionfile.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace roster::test {

QString revisionId(const QString &digits)
{
    return digits.leftJustified(12, u'0');
}

QString RevisionFolder::add(const QString &id, const QStringList &parents, const QString &upgrade,
                            const QString &downgrade, bool transactional,
                            const QStringList &replaces)
{
    NewRevision revision;
    revision.id = revisionId(id);
    revision.created = u"2026-11-22T10:34:38Z"_s;
    revision.message = u"step "_s + id;
    for (const QString &parent : parents)
        revision.parents << revisionId(parent);
    for (const QString &replaced : replaces)
        revision.replaces << revisionId(replaced);
    revision.transactional = transactional;
    revision.upgrade = upgrade;
    revision.downgrade = downgrade;
    const auto written = RevisionFile::write(revision, m_folder.path());
    if (!written)
        qFatal("%s", qPrintable(written.error().toText()));
    return revision.id;
}

QString RevisionFolder::pathOf(const QString &id) const
{
    const QStringList names = QDir(m_folder.path()).entryList({u"*_"_s + revisionId(id) + u"*"_s});
    return m_folder.filePath(names.value(0));
}

void RevisionFolder::remove(const QString &id)
{
    QFile::remove(pathOf(id));
}

RevisionFiles RevisionFolder::files() const
{
    const auto files = RevisionFiles::load({m_folder.path(), {}, false});
    if (!files)
        qFatal("%s", qPrintable(files.error().toText()));
    return *files;
}

QString told(const Result<MigrationReport> &report)
{
    if (!report)
        return report.error().message;
    QStringList steps;
    for (const MigrationStep &step : report->steps) {
        steps << (step.direction == Direction::Upgrade ? u"up "_s : u"down "_s)
                     + step.revision.left(2) + (step.resumed ? u" again"_s : QString());
    }
    QStringList rows;
    for (const QString &row : report->rows)
        rows << row.left(2);
    return steps.join(", "_L1) + u" -> "_s + rows.join(u' ');
}

}  // namespace roster::test

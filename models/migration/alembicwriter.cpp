// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/alembicwriter.h"

#include "models/migration/alembicreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QMap>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AlembicWriter)
};

/// The inside of a """…""" literal.
QString pythonText(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u"\"\"\""_s, u"\\\"\\\"\\\""_s);
    if (text.endsWith(u'"'))
        text = text.chopped(1) + u"\\\""_s;
    return text;
}

QString pythonString(const QString &text)
{
    return u"\"\"\""_s + pythonText(text) + u"\"\"\""_s;
}

QString pythonIds(const QStringList &ids)
{
    if (ids.isEmpty())
        return u"None"_s;
    QStringList quotedIds;
    for (const QString &id : ids)
        quotedIds << u'"' + id + u'"';
    return ids.size() == 1 ? quotedIds.first() : u'(' + quotedIds.join(", "_L1) + u')';
}

/// The body of one function. DDL takes the text as it is but for %; other ways make binds of
/// `:name`, and asyncpg refuses several statements at once.
QString body(const Revision &revision, Direction direction)
{
    if (direction == Direction::Downgrade && !revision.irreversible.isEmpty())
        return u"    raise NotImplementedError(%1)\n"_s.arg(pythonString(revision.irreversible));
    const auto statements = statementsOf(revision, direction);
    if (!statements || statements->isEmpty())
        return u"    pass\n"_s;
    QString indent = u"    "_s;
    QString text;
    if (!revision.transactional) {
        text += indent + u"with op.get_context().autocommit_block():\n"_s;
        indent += u"    "_s;
    }
    for (const RevisionStatement &statement : *statements) {
        QString sql = QString::fromUtf8(statement.sql);
        sql.replace(u'%', u"%%"_s);
        text += indent + u"op.execute(sa.DDL("_s + pythonString(sql) + u"))\n"_s;
    }
    return text;
}

QString fileNameOf(const Revision &revision)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    QString slug = revision.message.toLower().replace(other, u"_"_s).left(40);
    while (slug.endsWith(u'_'))
        slug.chop(1);
    return slug.isEmpty() ? revision.id + u".py"_s : revision.id + u'_' + slug + u".py"_s;
}

Result<void> write(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return fail(Error::Kind::System,
                Text::tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

}  // namespace

QByteArray AlembicWriter::format(const Revision &revision)
{
    QString created = revision.created;
    created.replace(u'T', u' ').remove(u'Z');
    const QString parents = revision.parents.isEmpty() ? u"None"_s : revision.parents.join(", "_L1);
    QString text;
    text += u"\"\"\""_s + pythonText(revision.message) + u"\n\n"_s;
    text += u"Revision ID: "_s + revision.id + u"\nRevises: "_s + parents + u"\nCreate Date: "_s
          + created + u"\n\nWritten by Roster from "_s + pythonText(revision.fileName())
          + u"; change that file.\nRoster checksum: "_s + revision.checksum + u"\n\n\"\"\"\n"_s;
    text += u"from alembic import op\nimport sqlalchemy as sa\n\n\n"
            "# revision identifiers, used by Alembic.\nrevision = \""_s
          + revision.id + u"\"\ndown_revision = "_s + pythonIds(revision.parents)
          + u"\nbranch_labels = None\ndepends_on = "_s + pythonIds(revision.dependsOn);
    text += u"\n\n\ndef upgrade() -> None:\n"_s + body(revision, Direction::Upgrade)
          + u"\n\ndef downgrade() -> None:\n"_s + body(revision, Direction::Downgrade);
    return text.toUtf8();
}

Result<QStringList> AlembicWriter::exportTo(const QString &folder, const RevisionGraph &graph,
                                            const QStringList &ids)
{
    const auto there = AlembicReader::readFolder(folder);
    if (!there)
        return fail(there.error());
    QMap<QString, Revision> known;
    for (const Revision &revision : *there)
        known.insert(revision.id, revision);
    const QDir versions(AlembicReader::versionFolders(folder).first());
    QStringList written;
    QList<std::pair<QString, QByteArray>> files;
    for (const QString &id : ids) {
        const Revision &revision = *graph.find(id);
        for (const QString &replaced : revision.replaces) {
            if (known.contains(replaced)) {
                return fail(Error::Kind::Refused,
                            Text::tr("%1 still has a file of %2, which %3 replaces: Alembic would "
                                     "see two heads.")
                                .arg(versions.path(), replaced, revision.title()),
                            Text::tr("Take the files of what it replaces away there, once every "
                                     "database has it."));
            }
        }
        for (const QString &parent : revision.allParents()) {
            if (!known.contains(parent)) {
                return fail(Error::Kind::Refused,
                            Text::tr("%1 has no file of %2, the parent of %3: with a gap there, "
                                     "no command of Alembic's would run.")
                                .arg(versions.path(), parent, revision.title()),
                            Text::tr("Choose Alembic's folder that holds it."), u"--alembic DIR"_s);
            }
        }
        const auto twin = known.constFind(id);
        if (twin != known.cend() && twin->checksum == revision.checksum
            && twin->parents == revision.parents && twin->dependsOn == revision.dependsOn)
            continue;
        const QString path =
            twin != known.cend() ? twin->path : versions.absoluteFilePath(fileNameOf(revision));
        files.emplaceBack(path, format(revision));
        known.insert(id, revision);
    }
    for (const auto &[path, text] : std::as_const(files)) {
        ROSTER_TRY(write(path, text));
        written << path;
    }
    return written;
}

Result<QStringList> AlembicWriter::exportable(const QString &folder, const RevisionGraph &graph)
{
    const auto there = AlembicReader::readFolder(folder);
    if (!there)
        return fail(there.error());
    bool hasOthers = false;
    for (const Revision &revision : *there)
        hasOthers = hasOthers || revision.checksum.isEmpty();
    QStringList files;
    for (const Revision &revision : graph.revisions()) {
        if (revision.isRunnable() && (revision.source != Revision::Source::Embedded || !hasOthers))
            files << revision.id;
    }
    QSet<QString> wanted = graph.ancestors(files);
    wanted.removeIf([&](const QString &id) {
        const Revision *revision = graph.find(id);
        return !revision || !revision->isRunnable();
    });
    return graph.ordered(wanted);
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/revisionfile.h"

#include "models/migration/revisionheader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStringDecoder>

#include <array>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RevisionFile)
};

/// UTF-8 with \n as its line ends, or what is wrong with the bytes.
Result<QByteArray> normalized(QByteArray bytes, const QString &path)
{
    if (bytes.size() > RevisionFile::largest) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("%1 is larger than 16 MB: that is no revision.").arg(path));
    }
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
        return fail(Error::Kind::InvalidInput, Text::tr("%1 is UTF-16.").arg(path),
                    Text::tr("Save it as UTF-8."));
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(bytes);
    if (bytes.contains('\0') || decoder.hasError()) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("%1 is no text file: it holds bytes that are no UTF-8.").arg(path));
    }
    bytes.replace("\r\n", "\n");
    bytes.replace('\r', '\n');
    if (bytes.trimmed().isEmpty())
        return fail(Error::Kind::InvalidInput, Text::tr("%1 is empty.").arg(path));
    return bytes;
}

/// `-- irreversible: reason` in the downgrade section.
QString irreversibleReason(const QByteArray &downgrade)
{
    static const QRegularExpression line(u"^--\\s*irreversible\\s*:\\s*(.*)$"_s,
                                         QRegularExpression::MultilineOption);
    const auto match = line.match(QString::fromUtf8(downgrade));
    if (!match.hasMatch())
        return {};
    const QString reason = match.captured(1).trimmed();
    return reason.isEmpty() ? Text::tr("no reason given") : reason;
}

/// The token stream of one section, fit for a hash: comments, blanks and line ends do not count.
QByteArray tokenStream(const QList<RevisionStatement> &statements)
{
    QByteArray stream;
    for (const RevisionStatement &statement : statements) {
        for (const SqlToken &token : statement.tokens) {
            stream += QByteArrayView(statement.sql)
                          .sliced(token.start, token.end - token.start)
                          .toByteArray();
            stream += '\x1F';
        }
        stream += '\x1E';
    }
    return stream;
}

Result<QString> checksumOf(const Revision &revision)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto addText = [&](const QString &text) { hash.addData(text.toUtf8() + '\x1D'); };
    addText(revision.id);
    for (const QStringList &keys : {revision.parents, revision.dependsOn, revision.replaces}) {
        QStringList sorted = keys;
        sorted.sort();
        addText(sorted.join(u','));
    }
    addText(revision.transactional ? u"yes"_s : u"no"_s);
    for (const Direction direction : {Direction::Upgrade, Direction::Downgrade}) {
        const auto statements = statementsOf(revision, direction);
        if (!statements)
            return fail(statements.error());
        hash.addData(tokenStream(*statements) + '\x1C');
    }
    return u"sha256:"_s + QString::fromLatin1(hash.result().toHex());
}

Result<void> checkFileName(const Revision &revision, const QString &path)
{
    static const QRegularExpression pattern(u"^\\d{8}_\\d{6}_([0-9a-f]{12})(_[^/]*)?\\.sql$"_s);
    const auto match = pattern.match(QFileInfo(path).fileName());
    if (!match.hasMatch()) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("%1: a revision's file is named like "
                             "20261122_103438_3f9c2a7b11d0_add_guilds.sql.")
                        .arg(path),
                    Text::tr("Rename the file."));
    }
    if (match.captured(1) != revision.id) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("%1: the file is named for the revision %2, its header says %3.")
                        .arg(path, match.captured(1), revision.id),
                    Text::tr("Make them the same; a copied file needs an id of its own."));
    }
    return {};
}

}  // namespace

Result<Revision> RevisionFile::parse(const QByteArray &bytes, const QString &path,
                                     Revision::Source source)
{
    const auto text = normalized(bytes, path);
    if (!text)
        return fail(text.error());
    auto revision = readRevisionHeader(*text, path);
    if (!revision)
        return revision;
    revision->text = *text;
    revision->path = path;
    revision->source = source;
    revision->irreversible = irreversibleReason(revision->downgrade.text);
    const auto checksum = checksumOf(*revision);
    if (!checksum)
        return fail(checksum.error());
    revision->checksum = *checksum;
    return revision;
}

Result<Revision> RevisionFile::read(const QString &path, Revision::Source source)
{
    QFile file(path);
    if (!file.exists())
        return fail(Error::Kind::NotFound, Text::tr("There is no file %1.").arg(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::System,
                    Text::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    auto revision = parse(file.read(largest + 1), path, source);
    if (revision)
        ROSTER_TRY(checkFileName(*revision, path));
    return revision;
}

Result<Revision> RevisionFile::write(NewRevision revision, const QString &folder)
{
    completeNewRevision(revision);
    return writeText(format(revision), folder);
}

QString RevisionFile::fileNameOf(const Revision &revision)
{
    NewRevision header;
    header.id = revision.id;
    header.message = revision.message;
    static const QRegularExpression time(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"_s);
    if (time.match(revision.created).hasMatch())
        header.created = revision.created;
    completeNewRevision(header);
    return fileNameOf(header);
}

Result<Revision> RevisionFile::writeText(const QByteArray &text, const QString &folder)
{
    auto revision = parse(text, Text::tr("new revision"), Revision::Source::File);
    if (!revision)
        return revision;
    const QString path = QDir(folder).absoluteFilePath(fileNameOf(*revision));
    // A colon first is Qt's for what is built into the program.
    if (folder.startsWith(u':') || !QDir().mkpath(folder)) {
        return fail(Error::Kind::System, Text::tr("The folder %1 cannot be made.").arg(folder),
                    Text::tr("Choose another folder of revisions."), u"--migrations DIR"_s);
    }
    if (QFile::exists(path))
        return fail(Error::Kind::Refused, Text::tr("%1 is there already.").arg(path));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail(Error::Kind::System,
                    Text::tr("%1 cannot be written: %2").arg(path, file.errorString()));
    }
    revision->path = path;
    return revision;
}

}  // namespace roster

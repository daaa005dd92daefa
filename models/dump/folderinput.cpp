// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/folderinput.h"

#include "models/dump/compressionmagic.h"
#include "models/dump/dumperror.h"

#include <QFile>
#include <QRegularExpression>

#include <cerrno>

#include <dirent.h>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qsizetype blockBytes = qsizetype(256) * 1024;
constexpr qsizetype tailBytes = 2;

/// Rows of a table. pg_dump ends COPY's by `\.` and three line ends, INSERTs by two.
bool isRows(const QString &name)
{
    static const QRegularExpression pattern(uR"(^\d+\.dat(\.|$))"_s);
    return pattern.match(name).hasMatch();
}

Error noPlainFile(const QString &path)
{
    Error error;
    error.kind = Error::Kind::InvalidInput;
    error.message = DumpMessages::tr("%1 is no plain file.").arg(path);
    error.hint = DumpMessages::tr("pg_dump writes nothing else into its folder; use another one.");
    return error;
}

}  // namespace

Result<QList<FolderInput::Member>> FolderInput::list()
{
    const HeldFile &folder = *m_file.held();
    // Another description of the same folder: pg_restore has the held one.
    const int own = ::openat(folder.descriptor(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const std::unique_ptr<DIR, int (*)(DIR *)> entries(own >= 0 ? ::fdopendir(own) : nullptr,
                                                       &::closedir);
    if (!entries)
        return fail(dumpFileError(folder.path(), errno));
    QList<Member> members;
    while (const dirent *entry = ::readdir(entries.get())) {
        const QString name = QFile::decodeName(entry->d_name);
        if (name == u"."_s || name == u".."_s)
            continue;
        struct stat state = {};
        if (::fstatat(folder.descriptor(), entry->d_name, &state, AT_SYMLINK_NOFOLLOW) != 0)
            return fail(dumpFileError(folder.path() + u'/' + name, errno));
        if (!S_ISREG(state.st_mode))
            return fail(noPlainFile(folder.path() + u'/' + name));
        members.append({name, state.st_size});
        m_total += state.st_size;
    }
    return members;
}

Result<void> FolderInput::run(FileDescriptor pipe)
{
    pipe.close();
    const auto members = list();
    if (!members)
        return fail(members.error());
    for (const Member &member : *members) {
        if (m_isAbandoned)
            return {};
        ROSTER_TRY(check(*m_file.held(), member));
    }
    if (m_file.held()->isReplaced()) {
        m_warnings << DumpMessages::tr("%1 was replaced or removed while it was read; this is what "
                                       "was there before.")
                          .arg(m_file.path());
    }
    return m_file.held()->checkUnchanged();
}

Result<void> FolderInput::check(const HeldFile &folder, const Member &member)
{
    auto file = HeldFile::openIn(folder, member.name);
    if (!file)
        return fail(file.error());
    if ((*file)->size() != member.size)
        return fail(dumpWrittenTo((*file)->path()));
    QByteArray block(blockBytes, Qt::Uninitialized);
    const auto head = (*file)->readAt(0, std::span(block.data(), 16));
    if (!head)
        return fail(head.error());
    const QString name = m_file.fileName() + u'/' + member.name;
    const auto compression = compressionOf(QByteArrayView(block).first(*head));
    auto source = ByteSource::ofFile(*file);
    if (compression && member.name != u"toc.dat"_s)
        source = ByteSource::unpacked(*compression, std::move(source), name);
    const qint64 before = m_consumed;
    QByteArray tail;
    while (!m_isAbandoned) {
        const auto got = source->read(std::span(block.data(), std::size_t(block.size())));
        m_consumed = before + source->consumed();
        if (!got)
            return fail(got.error());
        if (*got == 0)
            break;
        tail.append(QByteArrayView(block).first(*got).last(qMin(tailBytes, *got)));
        tail = tail.right(tailBytes);
    }
    if (!m_isAbandoned && isRows(member.name) && tail != "\n\n")
        return fail(truncatedDump(name, {}));
    return {};
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumpfile.h"

#include "models/dump/dumperror.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

Error unknown(const DumpHead &head, const QString &path)
{
    if (head.isHollow) {
        return noDump(DumpMessages::tr("%1 holds nothing.").arg(path),
                      DumpMessages::tr("Use another backup."));
    }
    if (!head.encryption.isEmpty()) {
        return noDump(DumpMessages::tr("%1 is encrypted by %2.").arg(path, head.encryption),
                      DumpMessages::tr("Decrypt it first, with the key that stays with you: %1")
                          .arg(head.encryption == "gpg"_L1 ? u"gpg -o DUMP -d FILE"_s
                                                           : u"age -d -i KEY -o DUMP FILE"_s));
    }
    return noDump(
        DumpMessages::tr("%1 is no dump of PostgreSQL's, whatever its name says.").arg(path),
        DumpMessages::tr("Choose a file that pg_dump or pg_dumpall wrote."));
}

}  // namespace

Result<DumpFile> DumpFile::open(const QString &path, Progress *progress)
{
    const auto held = HeldFile::open(path, progress);
    if (!held)
        return fail(held.error());
    return of(*held);
}

Result<DumpFile> DumpFile::of(const std::shared_ptr<const HeldFile> &held)
{
    DumpFile file(held);
    if (file.m_head.error)
        return fail(*file.m_head.error);
    if (file.format() == Format::Unknown)
        return fail(unknown(file.m_head, file.path()));
    return file;
}

QString DumpFile::label() const
{
    return m_database.isEmpty() ? fileName() : u"%1 (%2)"_s.arg(fileName(), m_database);
}

std::unique_ptr<ByteSource> DumpFile::bytes() const
{
    return ByteSource::ofFile(m_held, compressions(), m_watcher);
}

}  // namespace roster

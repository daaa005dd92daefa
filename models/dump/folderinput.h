// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_FOLDERINPUT_H
#define ROSTER_DUMP_FOLDERINPUT_H

#include "models/dump/archiveinput.h"

#include <QList>

namespace roster {

/// The files of a directory dump, each read to its end: pg_restore takes the end of a truncated one
/// for its end.
class FolderInput : public ArchiveInput
{
public:
    explicit FolderInput(DumpFile file) : m_file(std::move(file)) {}

    qint64 total() const override { return m_total; }

protected:
    Result<void> run(FileDescriptor pipe) override;

private:
    struct Member
    {
        QString name;
        qint64 size = 0;
    };

    Result<QList<Member>> list();
    Result<void> check(const HeldFile &folder, const Member &member);

    DumpFile m_file;
    std::atomic<qint64> m_total = 0;
};

}  // namespace roster

#endif

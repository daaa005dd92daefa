// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_PIPEINPUT_H
#define ROSTER_DUMP_PIPEINPUT_H

#include "models/dump/archiveinput.h"

namespace roster {

/// The unpacked bytes of one file, written to pg_restore as long as it wants any.
class PipeInput : public ArchiveInput
{
public:
    explicit PipeInput(DumpFile file) : m_file(std::move(file)) {}

    qint64 total() const override { return m_file.size(); }

protected:
    Result<void> run(FileDescriptor pipe) override;

private:
    DumpFile m_file;
};

}  // namespace roster

#endif

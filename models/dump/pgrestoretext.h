// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_PGRESTORETEXT_H
#define ROSTER_DUMP_PGRESTORETEXT_H

#include "models/dump/archiveinput.h"
#include "models/dump/dumptext.h"

#include <QByteArray>

#include <optional>

namespace roster {

/// An archive's SQL as a child pg_restore writes it. The child gets no name on its command line:
/// its input is a pipe of what we unpack, or the folder that we hold.
class PgRestoreText : public DumpText
{
public:
    static Result<std::unique_ptr<DumpText>> start(const DumpFile &file,
                                                   const QStringList &binaries, Progress &progress);
    /// Kills it where it still runs.
    ~PgRestoreText() override;
    Q_DISABLE_COPY_MOVE(PgRestoreText)

    Result<qsizetype> read(std::span<char> buffer) override;
    qint64 consumed() const override { return m_input->consumed(); }
    qint64 total() const override { return m_input->total(); }
    QStringList warnings() const override;

private:
    PgRestoreText(const DumpFile &file, Progress &progress);
    Result<void> startProgram(const QString &program);
    Result<qsizetype> next(std::span<char> buffer);
    Result<void> checkGoing();
    Result<qsizetype> readOutput(std::span<char> buffer);
    void readErrors();
    Result<void> finish();
    Error failed(int exitCode) const;

    DumpFile m_file;
    Progress &m_progress;
    std::unique_ptr<ArchiveInput> m_input;
    FileDescriptor m_output;
    FileDescriptor m_errors;
    qint64 m_pid = 0;
    QByteArray m_said;
    bool m_isAtEnd = false;
    int m_silentPolls = 0;  ///< since it has all its input
    std::optional<Error> m_error;
    QStringList m_warnings;
};

}  // namespace roster

#endif

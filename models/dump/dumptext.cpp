// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumptext.h"

#include "models/dump/aheadsource.h"
#include "models/dump/dumperror.h"
#include "models/dump/pgrestoretext.h"

namespace roster {

namespace {

class PlainText : public DumpText
{
public:
    PlainText(const DumpFile &file, Progress &progress)
        : m_source(file.compressions().isEmpty() ? file.bytes()
                                                 : std::make_unique<AheadSource>(file.bytes())),
          m_progress(progress)
    {
    }

    Result<qsizetype> read(std::span<char> buffer) override
    {
        if (m_progress.isCancelled())
            return fail(Error::Kind::Cancelled, DumpMessages::tr("Cancelled."));
        return m_source->read(buffer);
    }
    qint64 consumed() const override { return m_source->consumed(); }
    qint64 total() const override { return m_source->total(); }
    QStringList warnings() const override { return m_source->warnings(); }

private:
    std::unique_ptr<ByteSource> m_source;
    Progress &m_progress;
};

}  // namespace

Result<std::unique_ptr<DumpText>> DumpText::open(const DumpFile &file, const QStringList &binaries,
                                                 Progress &progress)
{
    if (!file.isArchive())
        return std::make_unique<PlainText>(file, progress);
    return PgRestoreText::start(file, binaries, progress);
}

}  // namespace roster

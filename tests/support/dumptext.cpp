// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dumptext.h"

#include "models/restore/dumploading.h"
#include "tests/support/testserver.h"

#include <QProcess>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster::test {

namespace {

class TextBytes : public ByteSource
{
public:
    explicit TextBytes(QByteArray text) : m_text(std::move(text)) {}
    Result<qsizetype> read(std::span<char> buffer) override
    {
        const qsizetype count = std::min(qsizetype(buffer.size()), m_text.size() - m_at);
        std::copy_n(m_text.constData() + m_at, count, buffer.data());
        m_at += count;
        return count;
    }
    qint64 consumed() const override { return m_at; }
    QStringList warnings() const override { return {}; }

private:
    QByteArray m_text;
    qsizetype m_at = 0;
};

}  // namespace

QByteArray dumpOf(const QString &database, const QStringList &options)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGDATABASE"_s, database);
    process.setProcessEnvironment(environment);
    process.start(u"pg_dump"_s, QStringList{u"-h"_s, serverHost(), u"-U"_s, u"roster"_s} + options);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        qFatal("pg_dump: %s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

SqlDumpReader readerOf(const QByteArray &dump)
{
    return SqlDumpReader(std::make_unique<TextBytes>(dump));
}

DatabaseFill fillFrom(const QByteArray &dump)
{
    return [dump](FillTarget &target, Progress &progress) -> Result<LoadReport> {
        DumpLoader loader(target.session, target.elevated, target.options, progress);
        SqlDumpReader reader = readerOf(dump);
        while (true) {
            const auto item = reader.next();
            if (!item)
                return fail(item.error());
            ROSTER_TRY(loadItem(loader, *item));
            if (item->kind == SqlDumpItem::Kind::End)
                return loader.finish();
        }
    };
}

}  // namespace roster::test

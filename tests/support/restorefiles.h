// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_RESTOREFILES_H
#define ROSTER_TESTS_RESTOREFILES_H

#include "tests/support/livedatabase.h"

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace roster::test {

/// Files for `roster restore`, in a folder of their own.
class RestoreFiles
{
public:
    /// Makes, dumps and drops the database PREFIX_source: 1,000 players, and revision `abc`.
    explicit RestoreFiles(const QString &prefix);

    const QByteArray &dump() const { return m_dump; }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// The path of what was written.
    QString write(const QString &name, const QByteArray &text) const;
    QString packed(const QString &name, const QByteArray &text) const;  ///< by gzip

private:
    QTemporaryDir m_folder;
    QByteArray m_dump;
};

/// The dump with something before pg_dump's last line.
QByteArray withTail(const QByteArray &dump, const QByteArray &tail);

/// `roster restore FILE --replace` at work, confirmed.
std::unique_ptr<QProcess> started(const LiveDatabase &live, const QString &file);

}  // namespace roster::test

#endif

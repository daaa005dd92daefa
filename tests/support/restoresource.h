// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_RESTORESOURCE_H
#define ROSTER_TESTS_RESTORESOURCE_H

#include "models/restore/restorerequest.h"
#include "tests/support/livedatabase.h"

#include <QByteArray>
#include <QString>

namespace roster::test {

/// The dump of a database with something of every kind, and the roles that own it or may use it:
/// PREFIX_owner (may create databases and log in), PREFIX_reader, PREFIX_other, PREFIX_poor (may
/// log in). At its end the roles go, and it looks whether a restore left one.
class RestoreSource
{
public:
    explicit RestoreSource(QString prefix);
    ~RestoreSource();
    Q_DISABLE_COPY_MOVE(RestoreSource)

    const QByteArray &dump() const { return m_dump; }

private:
    QString m_prefix;
    QByteArray m_dump;
};

/// To replace `live` by what `dump` holds.
RestoreRequest requestFor(const LiveDatabase &live, const QByteArray &dump);

/// The error as a test shows it.
QString why(const auto &result)
{
    return result ? QString() : result.error().toText();
}

}  // namespace roster::test

#endif

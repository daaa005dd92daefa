// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_DUMPTEXT_H
#define ROSTER_TESTS_DUMPTEXT_H

#include "models/dump/sqldumpreader.h"
#include "models/restore/restorerequest.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace roster::test {

/// What pg_dump writes of a database, as plain text; a failure ends the test program.
QByteArray dumpOf(const QString &database, const QStringList &options = {});

SqlDumpReader readerOf(const QByteArray &dump);

/// Hands the text of a dump to a DumpLoader.
DatabaseFill fillFrom(const QByteArray &dump);

}  // namespace roster::test

#endif

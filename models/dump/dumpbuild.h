// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DUMPBUILD_H
#define ROSTER_DUMP_DUMPBUILD_H

#include "models/dump/sqlwords.h"

#include <QByteArrayList>

#include <optional>

namespace roster {

/// An index or a key, as pg_dump writes them once the rows are there: what takes long, and may be
/// made beside others.
struct DumpBuild
{
    /// The tables that it locks, the first its own; each as tableKey() has it.
    QByteArrayList tables;
    bool isAlone = false;  ///< nothing else may be made on these tables meanwhile
    bool isForeignKey = false;

    /// nullopt for any other statement, and for keys whose locks the text does not show.
    static std::optional<DumpBuild> of(QByteArrayView sql);
    /// Schema and name in the dump's own bytes, of a COPY.
    static QByteArray tableOfCopy(QByteArrayView sql);
    /// Whether a statement can run while others are being made: it touches no table, and does not
    /// change what names mean.
    static bool goesBeside(const QList<SqlWord> &words);
};

}  // namespace roster

#endif

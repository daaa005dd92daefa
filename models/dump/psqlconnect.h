// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_PSQLCONNECT_H
#define ROSTER_DUMP_PSQLCONNECT_H

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace roster {

/// The few lines for psql that pg_dump and pg_dumpall write, and nothing that is like them.
struct PsqlConnect
{
    /// `\restrict KEY`, `\unrestrict KEY`
    static bool isRestriction(QByteArrayView line);
    /// `\encoding SQL_ASCII`
    static bool isPlainEncoding(QByteArrayView line);
    /// The bytes of the database's name in `\connect name`, `\connect "na""me"` or
    /// `\connect -reuse-previous=on "dbname='na\'me'"`. nullopt: anything else, as a connection
    /// string that says more than a name.
    static std::optional<QByteArray> databaseOf(QByteArrayView line);
};

}  // namespace roster

#endif

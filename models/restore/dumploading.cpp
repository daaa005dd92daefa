// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/dumploading.h"

#include <QCoreApplication>

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

}  // namespace

Result<void> loadItem(DumpLoader &loader, const SqlDumpItem &item)
{
    switch (item.kind) {
    case SqlDumpItem::Kind::Statement:
        ROSTER_TRY(loader.statement(item.sql, item.line));
        if (SqlScanner::hidesQuotes(loader.clientEncoding())) {
            return fail(Error::Kind::InvalidInput,
                        Text::tr("Line %1 of the dump changes client_encoding in a way that no "
                                 "dump of pg_dump does: what follows could be read in two ways.")
                            .arg(item.line),
                        Text::tr("The file was written or changed by somebody else. Take the line "
                                 "out if you know what it is for."));
        }
        if (loader.hasPlainEscapes() == item.hasPlainEscapes)
            return {};
        return fail(Error::Kind::InvalidInput,
                    Text::tr("Line %1 of the dump changes standard_conforming_strings in a way "
                             "that no dump of pg_dump does: what follows could be read in two "
                             "ways.")
                        .arg(item.line),
                    Text::tr("The file was written or changed by somebody else. Take the line "
                             "out if you know what it is for."));
    case SqlDumpItem::Kind::CopyStart:
        return loader.beginCopy(item.sql, item.schema, item.table, item.line);
    case SqlDumpItem::Kind::CopyRows:
        return loader.rows(item.bytes);
    case SqlDumpItem::Kind::CopyEnd:
        return loader.endCopy(item.rows, item.line);
    case SqlDumpItem::Kind::End:
        break;
    }
    return {};
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/commandtext.h"

#include "models/database/connectionurl.h"
#include "models/database/localpaths.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roster {

QString shellLine(const QStringList &words)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:=,@%+-]+$"_s);
    QStringList quotedWords;
    for (const QString &word : words) {
        QString inner = word;
        quotedWords << (plain.match(word).hasMatch()
                            ? word
                            : u'\'' + inner.replace(u'\'', uR"('\'')"_s) + u'\'');
    }
    return quotedWords.join(u' ');
}

QStringList databaseOptions(const ConnectionProfile &profile)
{
    const QString host = profile.value(u"host"_s);
    if (profile.parameters.isEmpty() || (!host.isEmpty() && host == LocalPaths::standard().sockets))
        return {};
    if (!profile.name.isEmpty())
        return {u"--profile"_s, profile.name};
    return {u"--url"_s, maskedUrl(profile)};
}

QString rowsCommand(const ConnectionProfile &profile, const TableName &table,
                    const TableQuery &query, const QStringList &more)
{
    QStringList words{u"roster"_s};
    if (table.schema == "public"_L1 && table.name == "players"_L1)
        words << u"players"_s;
    else
        words << u"table"_s << u"%1.%2"_s.arg(table.schema, table.name);
    words << databaseOptions(profile);
    for (auto it = query.filters.cbegin(); it != query.filters.cend(); ++it)
        words << u"--filter"_s << it.key() + u'=' + it.value();
    if (!query.anyColumn.isEmpty())
        words << u"--search"_s << query.anyColumn;
    if (!query.where.isEmpty())
        words << u"--where"_s << query.where;
    QStringList order;
    for (const SortColumn &sort : query.order)
        order << (sort.order == Qt::DescendingOrder ? sort.column + u":desc"_s : sort.column);
    if (!order.isEmpty())
        words << u"--order"_s << order.join(u',');
    return shellLine(words + more);
}

}  // namespace roster

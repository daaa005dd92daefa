// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/batchremoval.h"

#include "models/database/session.h"
#include "models/schema/catalogue.h"
#include "models/seeding/genericseeder.h"
#include "models/seeding/seedwriter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedBatches)
};

// In the session's own schema for temporary tables.
constexpr auto made = "pg_temp.roster_made_again"_L1;

QStringList quotedAll(const QStringList &names, const QString &prefix = {})
{
    QStringList all;
    for (const QString &name : names)
        all << prefix + quoted(name);
    return all;
}

/// The same bytes, not only equal: by a collation 'a' may equal 'A', and 1.0 equals 1.00.
QString isSame(const ColumnSchema &column)
{
    const QString name = quoted(column.name);
    switch (column.kind) {
    case TypeKind::Boolean:
    case TypeKind::Integer:
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
    case TypeKind::Date:
    case TypeKind::Time:
    case TypeKind::Uuid:
    case TypeKind::Enum:
        return u"t.%1 IS NOT DISTINCT FROM s.%1"_s.arg(name);
    case TypeKind::Text:
        return u"t.%1 COLLATE \"C\" IS NOT DISTINCT FROM s.%1 COLLATE \"C\""_s.arg(name);
    default:
        return u"t.%1::text IS NOT DISTINCT FROM s.%1::text"_s.arg(name);
    }
}

/// Foreign keys to the table: who refers, by which columns, to which, and whether that is itself.
constexpr auto referrersSql = R"(
SELECT n.nspname, c.relname, k.conrelid = k.confrelid,
       (SELECT json_agg(a.attname ORDER BY u.place) FROM unnest(k.conkey) WITH ORDINALITY u (num, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num),
       (SELECT json_agg(a.attname ORDER BY u.place) FROM unnest(k.confkey) WITH ORDINALITY u (num, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num)
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype = 'f' AND k.confrelid = $1::regclass AND k.conparentid = 0
ORDER BY k.conrelid = k.confrelid, n.nspname, c.relname
)";

}  // namespace

QString BatchRemoval::table() const
{
    return quoted(m_live.name.schema, m_live.name.name);
}

QString BatchRemoval::ownRows() const
{
    return m_live.kind == RelationKind::PartitionedTable ? table() : u"ONLY "_s + table();
}

Result<qint64> BatchRemoval::count(const QString &sql, bool affected)
{
    const auto result = m_session.query(sql);
    if (!result)
        return fail(result.error());
    return affected ? result->affected() : result->integer(0, 0);
}

Result<SeedRemoval> BatchRemoval::run(Progress &progress, bool really)
{
    m_removal.batch = m_batch.number;
    m_removal.table = m_batch.table;
    m_removal.rehearsed = !really;
    ROSTER_TRY(findSeeder());
    ROSTER_TRY(makeRowsAgain(progress));
    progress.setText(Text::tr("%1: removing rows").arg(m_batch.table.name));
    const QStringList &key = m_live.primaryKey;
    const QStringList columns = m_rows->columns();
    const bool hasKey =
        !key.isEmpty() && std::all_of(key.begin(), key.end(), [&](const QString &column) {
            return columns.contains(column);
        });
    if (hasKey) {
        ROSTER_TRY(keepReferenced());
        ROSTER_TRY(deleteByKey(really));
    } else {
        ROSTER_TRY(deleteWithoutKey(really));
    }
    progress.setDone(m_batch.rows);
    return m_removal;
}

Result<void> BatchRemoval::findSeeder()
{
    if (m_batch.seeder.isEmpty()) {
        auto generic = GenericSeeder::forTable(m_session, m_batch.table);
        if (!generic)
            return fail(generic.error());
        m_own = std::move(*generic);
        m_seeder = m_own.get();
    } else {
        m_seeder = roster::findSeeder(m_batch.seeder);
    }
    if (!m_seeder) {
        return fail(Error::Kind::NotFound,
                    Text::tr("The seeder %1, which made these rows, is not there any more.")
                        .arg(m_batch.seeder),
                    Text::tr("Use the Roster that made them."));
    }
    if (m_seeder->version() == m_batch.version)
        return {};
    return fail(Error::Kind::Refused,
                Text::tr("These rows were made by version %1 of the seeder; this one is version %2 "
                         "and would make other rows.")
                    .arg(m_batch.version)
                    .arg(m_seeder->version()),
                Text::tr("Use the Roster that made them, or replace the rows."));
}

Result<void> BatchRemoval::makeRowsAgain(Progress &progress)
{
    auto live = readTable(m_session, m_batch.table);
    if (!live)
        return fail(live.error());
    m_live = std::move(*live);
    SeedInput input;
    input.randomSeed = m_batch.randomSeed;
    input.rows = m_batch.rows;
    input.firstNumber = m_batch.firstNumber;
    input.fixture = m_batch.fixture;
    input.references = m_batch.references;
    auto options = SeedOptions::make(m_seeder->options(), m_batch.options);
    if (!options)
        return fail(options.error());
    input.options = std::move(*options);
    auto rows = m_seeder->prepare(m_session, m_live, input);
    if (!rows)
        return fail(rows.error());
    m_rows = std::move(*rows);
    progress.setText(Text::tr("%1: making the rows again").arg(m_batch.table.name));
    progress.setTotal(m_batch.rows);
    ROSTER_TRY(m_session.query(u"CREATE TEMP TABLE roster_made_again ON COMMIT DROP AS SELECT "_s
                               + quotedAll(m_rows->columns()).join(", "_L1) + u" FROM "_s + table()
                               + u" WITH NO DATA"_s));
    const SeedTarget target{
        {u"pg_temp"_s, u"roster_made_again"_s}, fitsBinary(*m_rows, m_live), true};
    const IdSource ids = [this](qint64 first, qint64 count) -> Result<std::vector<qint64>> {
        std::vector<qint64> numbers(static_cast<std::size_t>(count), 0);
        if (!m_rows->numbered().isEmpty()) {
            for (qint64 i = 0; i < count && first + i < m_batch.keys.size(); ++i)
                numbers[std::size_t(i)] = m_batch.keys.number(first + i);
        }
        return numbers;
    };
    ROSTER_TRY(writeRows(m_session, progress, *m_rows, m_batch.rows, target, ids));
    ROSTER_TRY(m_session.query(u"ANALYZE "_s + made));
    return {};
}

QString BatchRemoval::keysMatch(const QString &left, const QString &right) const
{
    QStringList matches;
    for (const QString &column : m_live.primaryKey)
        matches << u"%1.%3 = %2.%3"_s.arg(left, right, quoted(column));
    return matches.join(" AND "_L1);
}

QString BatchRemoval::isUntouched() const
{
    const QStringList written = m_rows->columns();
    QStringList conditions;
    for (const ColumnSchema &column : m_live.columns) {
        if (!column.generated.isEmpty() || m_live.primaryKey.contains(column.name))
            continue;
        if (written.contains(column.name))
            conditions << isSame(column);
        else if (column.serverDefault.isEmpty())
            conditions << u"t.%1 IS NULL"_s.arg(quoted(column.name));
        else if (!column.serverDefault.contains(u'('))  // else it gives a new value each time
            conditions << u"t.%1::text IS NOT DISTINCT FROM (%2)::text"_s.arg(quoted(column.name),
                                                                              column.serverDefault);
    }
    return conditions.isEmpty() ? u"true"_s : conditions.join(" AND "_L1);
}

Result<void> BatchRemoval::keepReferenced()
{
    const auto keys = m_session.query(QString::fromLatin1(referrersSql), {table().toUtf8()});
    if (!keys)
        return fail(keys.error());
    if (keys->isEmpty())
        return {};
    // Locked, nobody can begin to refer to them; whoever did is seen by the next statement.
    ROSTER_TRY(m_session.query(
        u"SELECT count(*) FROM (SELECT FROM %1 AS t JOIN %2 AS s ON %3 "
        "FOR UPDATE OF t) AS locked"_s.arg(ownRows(), made, keysMatch(u"t"_s, u"s"_s))));
    const QStringList columns = m_rows->columns();
    for (int row = 0; row < keys->rows(); ++row) {
        const TableName referrer{keys->text(row, 0), keys->text(row, 1)};
        const auto names = [&](int column) {
            QStringList list;
            for (const QJsonValue value :
                 QJsonDocument::fromJson(keys->bytes(row, column).toByteArray()).array())
                list << value.toString();
            return list;
        };
        const QStringList referred = names(4);
        const bool known = std::all_of(referred.begin(), referred.end(),
                                       [&](const QString &name) { return columns.contains(name); });
        if (!known)
            continue;
        const auto kept = keepReferencedBy(quoted(referrer.schema, referrer.name), names(3),
                                           referred, keys->boolean(row, 2));
        if (!kept)
            return fail(kept.error());
        if (*kept > 0)
            m_removal.referrers << SeedRemoval::Referrer{referrer, *kept};
        m_removal.referenced += *kept;
    }
    return {};
}

Result<qint64> BatchRemoval::keepReferencedBy(const QString &referrer, const QStringList &columns,
                                              const QStringList &referred, bool isSelf)
{
    QStringList matches;
    for (qsizetype i = 0; i < columns.size(); ++i)
        matches << u"r.%1 = s.%2"_s.arg(quoted(columns.at(i)), quoted(referred.at(i)));
    QString sql = u"DELETE FROM %1 AS s USING %2 AS r WHERE %3"_s.arg(made, referrer,
                                                                      matches.join(" AND "_L1));
    if (!isSelf)
        return count(sql, true);
    // Rows that go do not hold others; rows that stay hold theirs, and those again.
    const auto edited = count(u"DELETE FROM %1 AS s USING %2 AS t WHERE %3 AND NOT (%4)"_s.arg(
                                  made, ownRows(), keysMatch(u"t"_s, u"s"_s), isUntouched()),
                              true);
    if (!edited)
        return fail(edited.error());
    m_removal.edited += *edited;
    sql += u" AND NOT EXISTS (SELECT FROM %1 AS other WHERE %2)"_s.arg(
        made, keysMatch(u"other"_s, u"r"_s));
    qint64 kept = 0;
    for (;;) {
        const auto more = count(sql, true);
        if (!more)
            return fail(more.error());
        if (*more == 0)
            return kept;
        kept += *more;
    }
}

Result<void> BatchRemoval::deleteByKey(bool really)
{
    const QString match = keysMatch(u"t"_s, u"s"_s);
    const QString from = u"%1 AS t"_s.arg(ownRows());
    const auto removed =
        really ? count(u"DELETE FROM %1 USING %2 AS s WHERE %3 AND %4"_s.arg(from, made, match,
                                                                             isUntouched()),
                       true)
               : count(u"SELECT count(*) FROM %1 JOIN %2 AS s ON %3 WHERE %4"_s.arg(
                     from, made, match, isUntouched()));
    if (!removed)
        return fail(removed.error());
    m_removal.removed = *removed;
    const qint64 left = m_batch.written - *removed - m_removal.referenced - m_removal.edited;
    if (left <= 0)
        return {};
    // What still has one of the keys is another row now.
    const auto found =
        count(u"SELECT count(*) FROM %1 JOIN %2 AS s ON %3"_s.arg(from, made, match));
    if (!found)
        return fail(found.error());
    const qint64 edited = really ? *found : *found - *removed;
    m_removal.edited += edited;
    m_removal.gone = std::max<qint64>(left - edited, 0);
    return edited > 0 ? tellChanged() : Result<void>();
}

/// Rows of the very version that the run wrote nobody edited: they were changed on the way in.
Result<void> BatchRemoval::tellChanged()
{
    if (m_batch.xid == 0 || !m_live.hasXmin)
        return {};
    const auto changed = count(
        u"SELECT count(*) FROM %1 AS t JOIN %2 AS s ON %3 WHERE t.xmin = '%4'::xid AND NOT (%5)"_s
            .arg(ownRows(), made, keysMatch(u"t"_s, u"s"_s), QString::number(m_batch.xid),
                 isUntouched()));
    if (!changed)
        return fail(changed.error());
    m_removal.changed = std::min(*changed, m_removal.edited);
    m_removal.edited -= m_removal.changed;
    return {};
}

Result<void> BatchRemoval::deleteWithoutKey(bool really)
{
    // Equal rows cannot be told apart, so as many go as were made.
    const QString row = u"ROW("_s + quotedAll(m_rows->columns()).join(", "_L1) + u")::text"_s;
    const QString chosen = uR"((SELECT have.tableoid, have.ctid FROM
             (SELECT tableoid, ctid, %3 AS v, row_number() OVER (PARTITION BY %3) AS place FROM %1)
             AS have
             JOIN (SELECT %3 AS v, count(*) AS copies FROM %2 GROUP BY 1) AS want
             ON have.v = want.v AND have.place <= want.copies))"_s.arg(ownRows(), made, row);
    const auto removed =
        really ? count(u"DELETE FROM %1 AS t USING %2 AS d WHERE t.ctid = d.ctid AND t.tableoid = "
                       "d.tableoid"_s.arg(ownRows(), chosen),
                       true)
               : count(u"SELECT count(*) FROM %1 AS d"_s.arg(chosen));
    if (!removed)
        return fail(removed.error());
    m_removal.removed = *removed;
    m_removal.gone = std::max<qint64>(m_batch.written - *removed, 0);
    return {};
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/schemasnapshot.h"

#include "models/comparison/definitiontext.h"
#include "models/comparison/snapshotqueries.h"
#include "models/database/session.h"
#include "models/database/transaction.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int versionsPerMajor = 10'000;
constexpr int firstProperty = 5;

/// Class, oid and sub-id of pg_depend.
struct Address
{
    QByteArray catalogue;
    quint32 oid = 0;
    int part = 0;
    bool operator==(const Address &) const = default;
};

size_t qHash(const Address &address, size_t seed = 0)
{
    return qHashMulti(seed, address.catalogue, address.oid, address.part);
}

Address addressAt(const ResultSet &rows, int row, int column)
{
    return {rows.bytes(row, column).toByteArray(), quint32(rows.integer(row, column + 1)),
            column + 2 < rows.columns() ? int(rows.integer(row, column + 2)) : 0};
}

/// Its values are true and false; the `f` of any other, a comment's, is a value like all.
bool isFlag(Property property)
{
    switch (property) {
    case Property::NotNull:
    case Property::Cycle:
    case Property::RowSecurity:
    case Property::ForcedRowSecurity:
    case Property::Clustered:
    case Property::Populated:
    case Property::Inherited:
        return true;
    default:
        return false;
    }
}

/// The name that a type, `character varying(10)[]`, goes by in pg_cast.
QString castName(QString type)
{
    const qsizetype modifier = type.indexOf(u'(');
    if (modifier >= 0)
        type.remove(modifier, type.indexOf(u')') - modifier + 1);
    return type;
}

}  // namespace

/// Fills a snapshot from a session whose search_path is empty.
class SnapshotReader
{
public:
    explicit SnapshotReader(Session &session) : m_session(session) {}

    Result<SchemaSnapshot> read()
    {
        m_snapshot.m_majorVersion = m_session.serverVersion() / versionsPerMajor;
        for (const SnapshotQuery &query : snapshotQueries(m_snapshot.m_majorVersion))
            ROSTER_TRY(readKind(query, m_snapshot.m_objects));
        for (const SnapshotQuery &query : cloneQueries())
            ROSTER_TRY(readKind(query, m_snapshot.m_clones));
        ROSTER_TRY(readStandIns());
        ROSTER_TRY(readDependencies());
        ROSTER_TRY(readCasts());
        ROSTER_TRY(readLeftOut());
        m_snapshot.finish();
        return std::move(m_snapshot);
    }

private:
    Result<void> readKind(const SnapshotQuery &query, QList<SchemaObject> &objects)
    {
        const auto rows = m_session.query(query.sql);
        if (!rows)
            return fail(rows.error());
        QList<std::pair<int, Property>> columns;
        for (int column = firstProperty; column < rows->columns(); ++column) {
            const auto property = propertyOf(rows->columnName(column).toUtf8());
            Q_ASSERT(property);
            columns.append({column, *property});
        }
        std::sort(columns.begin(), columns.end(),
                  [](const auto &a, const auto &b) { return a.second < b.second; });
        const QByteArray catalogue = query.catalogue.toUtf8();
        for (int row = 0; row < rows->rows(); ++row) {
            SchemaObject object{.kind = query.kind,
                                .schema = rows->text(row, 2),
                                .relation = rows->text(row, 3),
                                .name = rows->text(row, 4)};
            for (const auto &[column, property] : columns) {
                // False is the same as nothing said.
                const QByteArrayView value = rows->bytes(row, column);
                if (value.isEmpty() || (value == "f" && isFlag(property)))
                    continue;
                object.properties.append({property, QString::fromUtf8(value)});
            }
            if (query.catalogue != "none"_L1) {
                m_addresses.insert(
                    {catalogue, quint32(rows->integer(row, 0)), int(rows->integer(row, 1))},
                    int(objects.size()));
            }
            objects.append(object);
        }
        return {};
    }

    Result<void> readStandIns()
    {
        const auto rows = m_session.query(standInsSql());
        if (!rows)
            return fail(rows.error());
        for (int row = 0; row < rows->rows(); ++row) {
            Address from{rows->bytes(row, 0).toByteArray(), quint32(rows->integer(row, 1)), 0};
            const Address to = addressAt(*rows, row, 2);
            m_standIns.insert(from, to);
        }
        return {};
    }

    Result<void> readDependencies()
    {
        const auto rows = m_session.query(dependenciesSql());
        if (!rows)
            return fail(rows.error());
        for (int row = 0; row < rows->rows(); ++row) {
            const int from = find(addressAt(*rows, row, 0));
            const int to = find(addressAt(*rows, row, 3));
            if (from >= 0 && to >= 0 && from != to)
                m_snapshot.m_objects[from].needs.append(to);
        }
        return {};
    }

    Result<void> readCasts()
    {
        const auto rows = m_session.query(castsSql());
        if (!rows)
            return fail(rows.error());
        for (int row = 0; row < rows->rows(); ++row) {
            auto &casts =
                rows->bytes(row, 2) == "e" ? m_snapshot.m_explicit : m_snapshot.m_assignable;
            casts.insert(rows->text(row, 0) + u'>' + rows->text(row, 1));
        }
        return {};
    }

    Result<void> readLeftOut()
    {
        const auto rows = m_session.query(leftOutSql());
        if (!rows)
            return fail(rows.error());
        for (int row = 0; row < rows->rows(); ++row) {
            if (rows->integer(row, 1) > 0)
                m_snapshot.m_leftOut.append({rows->text(row, 0), int(rows->integer(row, 1))});
        }
        return {};
    }

    int find(Address address) const
    {
        constexpr int farthest = 4;  // an array of a table's row type: three steps
        for (int step = 0; step < farthest; ++step) {
            int index = m_addresses.value(address, -1);
            if (index < 0 && address.part != 0)
                index = m_addresses.value({address.catalogue, address.oid, 0}, -1);
            if (index >= 0)
                return index;
            const auto it = m_standIns.constFind({address.catalogue, address.oid, 0});
            if (it == m_standIns.cend())
                return -1;
            address = {it->catalogue, it->oid, it->part != 0 ? it->part : address.part};
        }
        return -1;
    }

    Session &m_session;
    SchemaSnapshot m_snapshot;
    QHash<Address, int> m_addresses;
    QHash<Address, Address> m_standIns;
};

Result<SchemaSnapshot> SchemaSnapshot::read(Session &session)
{
    auto transaction = Transaction::begin(session, Transaction::Mode::ReadOnlySnapshot);
    if (!transaction)
        return fail(transaction.error());
    ROSTER_TRY(session.query(u"SET LOCAL search_path = ''"_s));
    // Deparsing rounds and dates by the session's settings.
    ROSTER_TRY(session.query(u"SET LOCAL extra_float_digits = 3"_s));
    ROSTER_TRY(session.query(u"SET LOCAL DateStyle = 'ISO'"_s));
    ROSTER_TRY(session.query(u"SET LOCAL IntervalStyle = 'postgres'"_s));
    ROSTER_TRY(session.query(u"SET LOCAL TimeZone = 'UTC'"_s));
    ROSTER_TRY(session.query(u"SET LOCAL quote_all_identifiers = off"_s));
    return SnapshotReader(session).read();
}

const SchemaObject *SchemaSnapshot::find(const QString &identity) const
{
    const int index = indexOf(identity);
    return index < 0 ? nullptr : &m_objects.at(index);
}

bool SchemaSnapshot::isAssignable(const QString &from, const QString &to) const
{
    const QString source = castName(from);
    const QString target = castName(to);
    static const QStringList texts{u"text"_s, u"character varying"_s, u"character"_s, u"name"_s};
    if (source == target || texts.contains(target))
        return true;
    if (source.endsWith("[]"_L1) != target.endsWith("[]"_L1))
        return false;
    if (source.endsWith("[]"_L1))
        return isAssignable(source.chopped(2), target.chopped(2));
    return m_assignable.contains(source + u'>' + target);
}

bool SchemaSnapshot::isCastable(const QString &from, const QString &to) const
{
    return m_explicit.contains(castName(from) + u'>' + castName(to));
}

void SchemaSnapshot::finish()
{
    m_index.clear();
    m_parts.clear();
    m_dependants.clear();
    for (int i = 0; i < m_objects.size(); ++i)
        m_index.insert(m_objects.at(i).identity(), i);

    static const std::array relations{u"table "_s, u"view "_s, u"materialized_view "_s,
                                      u"foreign_table "_s, u"domain "_s};
    for (int i = 0; i < m_objects.size(); ++i) {
        SchemaObject &object = m_objects[i];
        if (object.kind == ObjectKind::SequenceOwner) {
            object.needs.append(indexOf(u"sequence "_s + object.qualifiedName()));
            object.needs.append(indexOf(u"column "_s + object.value(Property::Column)));
        } else if (object.kind == ObjectKind::Default) {
            const int column =
                indexOf(u"column "_s + object.qualifiedRelation() + u'.' + object.name);
            object.needs.append(column);
        }
        if (!object.relation.isEmpty()) {
            for (const QString &relation : relations) {
                object.parent = indexOf(relation + object.qualifiedRelation());
                if (object.parent >= 0)
                    break;
            }
            object.needs.append(object.parent);
        }
        if (!object.schema.isEmpty())
            object.needs.append(indexOf(u"schema "_s + object.schema));
        std::sort(object.needs.begin(), object.needs.end());
        object.needs.erase(std::unique(object.needs.begin(), object.needs.end()),
                           object.needs.end());
        object.needs.removeIf([i](int need) { return need < 0 || need == i; });
    }
    for (int i = 0; i < m_objects.size(); ++i) {
        const SchemaObject &object = m_objects.at(i);
        if (object.parent >= 0)
            m_parts[object.parent].append(i);
        for (const int need : object.needs)
            m_dependants[need].append(i);
    }
    for (QList<int> &parts : m_parts) {
        std::stable_sort(parts.begin(), parts.end(), [this](int a, int b) {
            return m_objects.at(a).value(Property::Number).toInt()
                 < m_objects.at(b).value(Property::Number).toInt();
        });
    }
}

SchemaSnapshot SchemaSnapshot::filtered(
    const std::function<bool(const SchemaObject &)> &wanted) const
{
    SchemaSnapshot result;
    result.m_majorVersion = m_majorVersion;
    result.m_assignable = m_assignable;
    result.m_explicit = m_explicit;
    result.m_clones = m_clones;
    QList<int> places(m_objects.size(), -1);
    for (int i = 0; i < m_objects.size(); ++i) {
        const SchemaObject &object = m_objects.at(i);
        const SchemaObject &whole = object.parent >= 0 ? m_objects.at(object.parent) : object;
        if (!wanted(whole))
            continue;
        places[i] = int(result.m_objects.size());
        result.m_objects.append(object);
    }
    for (SchemaObject &object : result.m_objects) {
        QList<int> needs;
        for (const int need : std::as_const(object.needs)) {
            if (places.at(need) >= 0)
                needs.append(places.at(need));
        }
        object.needs = needs;
        object.parent = -1;
    }
    result.finish();
    return result;
}

SchemaSnapshot SchemaSnapshot::changed(const SchemaSnapshot &other, const QSet<int> &left,
                                       const QSet<int> &taken) const
{
    SchemaSnapshot result;
    result.m_majorVersion = m_majorVersion;
    result.m_assignable = m_assignable + other.m_assignable;
    result.m_explicit = m_explicit + other.m_explicit;
    result.m_clones = m_clones;
    QSet<QString> replaced;
    for (const int index : taken)
        replaced.insert(other.at(index).identity());
    QList<QStringList> needs;
    const auto take = [&](const SchemaSnapshot &source, const SchemaObject &object) {
        QStringList identities;
        for (const int need : object.needs)
            identities << source.at(need).identity();
        needs << identities;
        result.m_objects.append(object);
        result.m_objects.last().needs.clear();
        result.m_objects.last().parent = -1;
    };
    for (int i = 0; i < m_objects.size(); ++i) {
        if (!left.contains(i) && !replaced.contains(at(i).identity()))
            take(*this, at(i));
    }
    for (int i = 0; i < other.m_objects.size(); ++i) {
        if (taken.contains(i))
            take(other, other.at(i));
    }
    result.finish();
    for (int i = 0; i < result.m_objects.size(); ++i) {
        for (const QString &identity : needs.at(i))
            result.m_objects[i].needs.append(result.indexOf(identity));
    }
    result.finish();
    return result;
}

SchemaSnapshot SchemaSnapshot::withClones(
    const std::function<bool(const SchemaObject &)> &wanted) const
{
    SchemaSnapshot result = *this;
    std::copy_if(m_clones.cbegin(), m_clones.cend(), std::back_inserter(result.m_objects), wanted);
    result.finish();
    return result;
}

QString SchemaSnapshot::fingerprint() const
{
    QStringList identities = m_index.keys();
    identities.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &identity : std::as_const(identities)) {
        hash.addData(identity.toUtf8() + '\n');
        for (const auto &[property, value] : find(identity)->properties) {
            if (isCompared(property))
                hash.addData(propertyKey(property).toUtf8() + '=' + normalized(value).toUtf8()
                             + '\n');
        }
    }
    return QString::fromLatin1(hash.result().toHex());
}

}  // namespace roster

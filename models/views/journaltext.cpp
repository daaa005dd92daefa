// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/journaltext.h"
#include "models/browsing/valuejson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <zlib.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Gives tr() the context that lupdate files the text under.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalText)
};

constexpr int version = 1;
constexpr qsizetype checksumLength = 8;

QByteArray checksum(const QByteArray &text)
{
    const auto *bytes = reinterpret_cast<const Bytef *>(text.constData());
    const auto sum = quint32(crc32(0, bytes, uInt(text.size())));
    return QByteArray::number(sum, 16).rightJustified(checksumLength, '0');
}

QByteArray line(const QJsonObject &record)
{
    const QByteArray text = QJsonDocument(record).toJson(QJsonDocument::Compact);
    return checksum(text) + ' ' + text + '\n';
}

QJsonObject byName(const TableSchema &schema, const QMap<int, SqlValue> &values)
{
    QJsonObject object;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object.insert(schema.columns.at(it.key()).name, toJson(it.value()));
    return object;
}

QByteArray rowLine(const TableSchema &schema, const StagedEdits::Row &row)
{
    const RowChange &change = row.change;
    QJsonObject record{{u"row"_s, toJson(change.primaryKey)},
                       {u"xmin"_s, change.xmin},
                       {u"order"_s, row.order},
                       {u"before"_s, byName(schema, change.before)},
                       {u"after"_s, byName(schema, change.after)}};
    if (change.kind == RowChange::Kind::Delete)
        record.insert(u"delete"_s, true);
    return line(record);
}

QByteArray newLine(const TableSchema &schema, const StagedEdits::Added &added, qsizetype at)
{
    return line(
        {{u"new"_s, added.row.id}, {u"at"_s, at}, {u"values"_s, byName(schema, added.row.values)}});
}

QByteArray endLine()
{
    return line({{u"end"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}});
}

QByteArray addedLines(const TableSchema &schema, const QList<StagedEdits::Added> &from,
                      const QList<StagedEdits::Added> &to)
{
    QHash<qint64, QMap<int, SqlValue>> before;
    for (const StagedEdits::Added &one : from)
        before.insert(one.row.id, one.row.values);
    QByteArray text;
    QByteArray present;
    for (qsizetype at = 0; at < to.size(); ++at) {
        const NewRow &row = to.at(at).row;
        const auto known = before.constFind(row.id);
        if (known == before.cend() || *known != row.values)
            present += newLine(schema, to.at(at), at);
        before.remove(row.id);
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        text += line({{u"drop"_s, it.key()}});
    return text + present;
}

/// Follows the records of a journal to what they come to.
class Reader
{
public:
    void take(const QJsonObject &record);
    JournalContents contents() const;

private:
    struct State
    {
        QMap<QByteArray, JournalledRow> rows;
        QList<JournalledNew> added;
    };
    void takeNew(const QJsonObject &record);
    static QByteArray idOf(const QJsonValue &key)
    {
        return QJsonDocument(key.toArray()).toJson(QJsonDocument::Compact);
    }

    JournalContents m_contents;
    State m_state;
    State m_open;  ///< with the act that has not ended yet
};

void Reader::take(const QJsonObject &record)
{
    if (record.contains("journal"_L1)) {
        m_contents.id = record["id"_L1].toString();
        m_contents.continued = stringsFrom(record["continued"_L1]);
        m_contents.table = record["table"_L1].toString();
        m_contents.primaryKey = stringsFrom(record["key"_L1]);
    } else if (record.contains("all"_L1)) {
        m_open = {};
    } else if (record.contains("row"_L1)) {
        m_open.rows.insert(idOf(record["row"_L1]),
                           {keyFrom(record["row"_L1]), record["xmin"_L1].toString(),
                            record["delete"_L1].toBool(), record["order"_L1].toInteger(),
                            valuesFrom(record["before"_L1]), valuesFrom(record["after"_L1])});
    } else if (record.contains("gone"_L1)) {
        m_open.rows.remove(idOf(record["gone"_L1]));
    } else if (record.contains("new"_L1)) {
        takeNew(record);
    } else if (record.contains("drop"_L1)) {
        m_open.added.removeIf(
            [id = record["drop"_L1].toInteger()](const auto &one) { return one.id == id; });
    } else if (record.contains("end"_L1)) {
        m_state = m_open;
        m_contents.changed = QDateTime::fromString(record["end"_L1].toString(), Qt::ISODateWithMs);
        m_contents.transaction.clear();
    } else if (record.contains("commit"_L1)) {
        m_contents.transaction = record["commit"_L1].toString();
    }
}

void Reader::takeNew(const QJsonObject &record)
{
    const JournalledNew row{record["new"_L1].toInteger(), valuesFrom(record["values"_L1])};
    m_open.added.removeIf([&row](const auto &one) { return one.id == row.id; });
    m_open.added.insert(std::clamp<qint64>(record["at"_L1].toInteger(), 0, m_open.added.size()),
                        row);
}

JournalContents Reader::contents() const
{
    JournalContents contents = m_contents;
    contents.rows = m_state.rows.values();
    std::stable_sort(contents.rows.begin(), contents.rows.end(),
                     [](const auto &a, const auto &b) { return a.order < b.order; });
    contents.added = m_state.added;
    return contents;
}

}  // namespace

QByteArray JournalText::header(const TableSchema &schema, const QString &id,
                               const QStringList &continued)
{
    return line({{u"journal"_s, version},
                 {u"id"_s, id},
                 {u"continued"_s, QJsonArray::fromStringList(continued)},
                 {u"table"_s, u"%1.%2"_s.arg(schema.name.schema, schema.name.name)},
                 {u"key"_s, QJsonArray::fromStringList(schema.primaryKey)}});
}

QByteArray JournalText::step(const TableSchema &schema, const StagedStep &step, bool undo)
{
    QByteArray text;
    step.forEachRow([&](const QByteArray &, const StagedStep::Pair &pair) {
        const auto &now = undo ? pair.before : pair.after;
        const auto &was = undo ? pair.after : pair.before;
        text += now ? rowLine(schema, *now) : line({{u"gone"_s, toJson(was->change.primaryKey)}});
    });
    if (step.added) {
        text += undo ? addedLines(schema, step.added->after, step.added->before)
                     : addedLines(schema, step.added->before, step.added->after);
    }
    return text + endLine();
}

QByteArray JournalText::all(const TableSchema &schema, const StagedEdits &edits)
{
    QByteArray text = line({{u"all"_s, true}});
    for (const StagedEdits::Row &row : edits.rows())
        text += rowLine(schema, row);
    return text + addedLines(schema, {}, edits.allAdded()) + endLine();
}

QByteArray JournalText::commit(const QString &transaction)
{
    return line({{u"commit"_s, transaction}});
}

Result<JournalContents> JournalText::read(const QByteArray &text)
{
    Reader reader;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype end = text.indexOf('\n', from);
        if (end - from <= checksumLength)
            break;  // cut off
        const QByteArray record =
            text.mid(from + checksumLength + 1, end - from - checksumLength - 1);
        const QJsonObject object = QJsonDocument::fromJson(record).object();
        if (text.mid(from, checksumLength) != checksum(record) || object.isEmpty())
            break;
        if (from == 0 && object["journal"_L1].toInt() != version) {
            return fail(Error::Kind::InvalidInput,
                        Text::tr("The staged edits were kept by another version of Roster."));
        }
        reader.take(object);
        from = end + 1;
    }
    if (from == 0 && text.contains('\n'))
        return fail(Error::Kind::InvalidInput, Text::tr("This is no journal of staged edits."));
    return reader.contents();
}

}  // namespace roster

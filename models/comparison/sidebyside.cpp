// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/sidebyside.h"

#include "models/comparison/objectsql.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qsizetype mostCells = 4'000'000;  ///< of the table that finds what two texts share

/// A piece of an object's DDL that has its like on the other side.
struct Piece
{
    QString key;
    QStringList lines;
};

/// The DDL of one side, piece by piece.
class Writer
{
public:
    explicit Writer(const SchemaSnapshot &snapshot)
        : m_snapshot(snapshot), m_folded(foldedIn(snapshot)), m_sql(snapshot, m_folded)
    {
    }

    QList<Piece> pieces(int index) const
    {
        QList<Piece> pieces;
        if (index < 0)
            return pieces;
        const SchemaObject &object = m_snapshot.at(index);
        if (object.kind != ObjectKind::Table) {
            pieces.append({object.identity(), ended(m_sql.create(index))});
            addParts(pieces, index, false);
            return pieces;
        }
        // CREATE TABLE name ( … ) and what stands behind it, the columns taken out.
        QStringList create = m_sql.create(index).value(0).split(u'\n');
        pieces.append({u"head"_s, {create.size() > 1 ? create.first() : create.first() + u';'}});
        addColumns(pieces, index);
        if (create.size() > 1)
            pieces.append({u"tail"_s, {create.last() + u';'}});
        pieces.append({u"extras"_s, ended(m_sql.tableExtras(object))});
        addParts(pieces, index, true);
        return pieces;
    }

private:
    static QSet<int> foldedIn(const SchemaSnapshot &snapshot)
    {
        QSet<int> folded;
        const ObjectSql sql(snapshot, folded);
        for (int i = 0; i < snapshot.objects().size(); ++i) {
            if (snapshot.at(i).kind == ObjectKind::Default)
                folded.insert(i);
        }
        for (int i = 0; i < snapshot.objects().size(); ++i) {
            if (snapshot.at(i).kind != ObjectKind::Column)
                continue;
            if (const int sequence = sql.serialSequence(i); sequence >= 0)
                folded.insert(sequence);
        }
        return folded;
    }

    static QStringList ended(const QStringList &statements)
    {
        QStringList lines;
        for (const QString &statement : statements)
            lines += (statement + u';').split(u'\n');
        return lines;
    }

    void addColumns(QList<Piece> &pieces, int table) const
    {
        int last = -1;
        for (const int part : m_snapshot.parts(table))
            last = m_snapshot.at(part).kind == ObjectKind::Column ? part : last;
        for (const int part : m_snapshot.parts(table)) {
            const SchemaObject &column = m_snapshot.at(part);
            if (column.kind != ObjectKind::Column)
                continue;
            const QString comma = part == last ? QString() : u","_s;
            QStringList lines = (u"    "_s + m_sql.columnDefinition(part) + comma).split(u'\n');
            for (const QString &extra : m_sql.columnExtras(part))
                lines += u"        -- "_s + extra.simplified();
            pieces.append({column.identity(), lines});
        }
    }

    /// Constraints, indexes, triggers … by name; of a table the columns are there already.
    void addParts(QList<Piece> &pieces, int whole, bool isTable) const
    {
        QMap<std::pair<int, QString>, int> parts;
        for (const int part : m_snapshot.parts(whole)) {
            const SchemaObject &object = m_snapshot.at(part);
            const bool isDone = object.kind == ObjectKind::Default
                             || (isTable && object.kind == ObjectKind::Column);
            if (!isDone)
                parts.insert({int(object.kind), object.name}, part);
        }
        for (const int part : std::as_const(parts))
            pieces.append({m_snapshot.at(part).identity(), ended(m_sql.create(part))});
    }

    const SchemaSnapshot &m_snapshot;
    QSet<int> m_folded;
    ObjectSql m_sql;
};

QString wholeOf(const SchemaSnapshot &snapshot, int index)
{
    const SchemaObject &object = snapshot.at(index);
    return object.parent >= 0 ? snapshot.at(object.parent).identity() : object.identity();
}

/// The pieces of the right side in their order, those of the left alone behind the one they follow.
QStringList mergedKeys(const QList<Piece> &left, const QList<Piece> &right)
{
    QStringList keys;
    for (const Piece &piece : right)
        keys << piece.key;
    qsizetype after = 0;
    for (const Piece &piece : left) {
        const qsizetype place = keys.indexOf(piece.key);
        if (place < 0)
            keys.insert(after++, piece.key);
        else
            after = place + 1;
    }
    return keys;
}

const Piece *find(const QList<Piece> &pieces, const QString &key)
{
    const auto found = std::find_if(pieces.cbegin(), pieces.cend(),
                                    [&](const Piece &piece) { return piece.key == key; });
    return found == pieces.cend() ? nullptr : &*found;
}

/// A piece that is the same to the server: not a line of it is marked, however it is spelled.
QList<DiffLine> unmarked(const QStringList &left, const QStringList &right)
{
    QList<DiffLine> lines;
    for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i)
        lines.append({DiffLine::Kind::Same, left.value(i), right.value(i)});
    return lines;
}

QList<DiffLine> marked(const QStringList &left, const QStringList &right)
{
    QList<DiffLine> lines = sideBySide(left, right);
    // What differs in nothing that is written differs all the same.
    const bool isMarked = std::any_of(lines.cbegin(), lines.cend(), [](const DiffLine &line) {
        return line.kind != DiffLine::Kind::Same;
    });
    if (!isMarked && !lines.isEmpty())
        lines.first().kind = DiffLine::Kind::Changed;
    return lines;
}

/// One object on both sides; `changed` are the identities that differ.
QList<DiffLine> objectLines(const QList<Piece> &left, const QList<Piece> &right,
                            const QString &identity, const QSet<QString> &changed)
{
    QList<DiffLine> lines;
    const bool isWhole = changed.contains(identity);
    for (const QString &key : mergedKeys(left, right)) {
        const Piece *one = find(left, key);
        const Piece *other = find(right, key);
        const QStringList a = one ? one->lines : QStringList();
        const QStringList b = other ? other->lines : QStringList();
        const bool isFrame = key == "head"_L1 || key == "tail"_L1 || key == "extras"_L1;
        const QString standard = u"default"_s + key.mid(key.indexOf(u' '));
        const bool differs = !one || !other || changed.contains(key)
                          || (key.startsWith("column "_L1) && changed.contains(standard))
                          || (isFrame && isWhole && a != b);
        if (!one || !other) {
            for (const QString &line : a)
                lines.append({DiffLine::Kind::Left, line, {}});
            for (const QString &line : b)
                lines.append({DiffLine::Kind::Right, {}, line});
        } else {
            lines += differs ? marked(a, b) : unmarked(a, b);
        }
    }
    return lines;
}

}  // namespace

QList<DiffLine> sideBySide(const SchemaSnapshot &left, const SchemaSnapshot &right)
{
    QSet<QString> changed;
    QMap<QString, QString> wholes;  // by name: what belongs together stands together
    for (const SchemaChange &change : compareSchemas(left, right)) {
        const SchemaSnapshot &side = change.from >= 0 ? left : right;
        const int index = change.from >= 0 ? change.from : change.to;
        changed.insert(side.at(index).identity());
        const QString whole = wholeOf(side, index);
        wholes.insert(whole.section(u' ', 1) + u' ' + whole, whole);
    }
    const Writer leftSql(left);
    const Writer rightSql(right);
    QList<DiffLine> lines;
    for (const QString &whole : std::as_const(wholes)) {
        if (!lines.isEmpty())
            lines.append({DiffLine::Kind::Same, {}, {}});
        lines += objectLines(leftSql.pieces(left.indexOf(whole)),
                             rightSql.pieces(right.indexOf(whole)), whole, changed);
    }
    return lines;
}

QList<DiffLine> sideBySide(const QStringList &left, const QStringList &right)
{
    const qsizetype rows = left.size();
    const qsizetype columns = right.size();
    // Beyond that, line by line: the texts are no longer looked at as a whole anyway.
    const bool isLong = rows * columns > mostCells;
    QList<int> common(isLong ? 0 : (rows + 1) * (columns + 1), 0);
    const auto at = [&](qsizetype row, qsizetype column) -> int & {
        return common[row * (columns + 1) + column];
    };
    for (qsizetype row = rows - 1; !isLong && row >= 0; --row) {
        for (qsizetype column = columns - 1; column >= 0; --column) {
            at(row, column) = left.at(row) == right.at(column)
                                ? at(row + 1, column + 1) + 1
                                : std::max(at(row + 1, column), at(row, column + 1));
        }
    }
    QList<DiffLine> lines;
    QStringList gone;
    QStringList come;
    const auto flush = [&] {
        for (qsizetype i = 0; i < std::max(gone.size(), come.size()); ++i) {
            const DiffLine::Kind kind = i >= come.size() ? DiffLine::Kind::Left
                                      : i >= gone.size() ? DiffLine::Kind::Right
                                                         : DiffLine::Kind::Changed;
            lines.append({kind, gone.value(i), come.value(i)});
        }
        gone.clear();
        come.clear();
    };
    qsizetype row = 0;
    qsizetype column = 0;
    while (row < rows || column < columns) {
        const bool isPair = row < rows && column < columns;
        if (isPair && left.at(row) == right.at(column)) {
            flush();
            lines.append({DiffLine::Kind::Same, left.at(row++), right.at(column++)});
        } else if (isPair && isLong) {
            gone << left.at(row++);
            come << right.at(column++);
        } else if (row < rows
                   && (column >= columns || at(row + 1, column) >= at(row, column + 1))) {
            gone << left.at(row++);
        } else {
            come << right.at(column++);
        }
    }
    flush();
    return lines;
}

}  // namespace roster

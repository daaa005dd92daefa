// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_COLUMNRECIPE_H
#define ROSTER_SEEDING_COLUMNRECIPE_H

#include "models/core/result.h"
#include "models/database/session.h"
#include "models/schema/tableschema.h"
#include "models/seeding/keypool.h"
#include "models/seeding/randomsource.h"
#include "models/seeding/textpattern.h"

#include <QList>
#include <QString>

namespace roster {

/// How the generic seeder makes one column's values, as a person types and the history keeps it:
///
///     null                  NULL
///     default               left out: the server fills it in
///     const:X               always X
///     values:A|B|C          one of these
///     range:1..100          a number, date or time from here to there, both included
///     range:0..100/5        the same in steps of five, from the first on
///     each:1..100           the same one after the other, none twice
///     name  email           made-up names and addresses
///     words:3..40           words of so many characters
///     number:P              P and the row's number: none twice
///     pattern:^[A-Z]{3}-\\d+$   a text that matches; see TextPattern
///     each-pattern:^…$      the same, none twice
///     uuid  json  bytes
///     key                   one of the keys that the column refers to
///     each-key              the same one after the other, none twice
///     cross                 with the other columns of this recipe: no combination twice
///     cross:A|B             the same, of these values
///     array:RECIPE          up to three elements
///
/// `null:20%,RECIPE` makes a fifth of the values NULL.
class ColumnRecipe
{
public:
    enum class Kind {
        Null,
        Default,
        Values,
        Range,
        Each,
        Name,
        Email,
        Words,
        Number,
        Pattern,
        EachPattern,
        Uuid,
        Json,
        Bytes,
        Key,
        EachKey,
        Cross,
        Array,
    };

    /// Errors: InvalidInput with the column's name where the text is no recipe for its type.
    static Result<ColumnRecipe> parse(const QString &text, const ColumnSchema &column);

    Kind kind() const { return m_kind; }
    bool refers() const
    {
        return m_kind == Kind::Key || m_kind == Kind::EachKey
            || (m_kind == Kind::Cross && m_values.isEmpty());
    }
    /// How many values of a Cross there are; `keys` are those that the column refers to.
    qint64 choices(const KeyPool &keys) const
    {
        return m_values.isEmpty() ? keys.size() : m_values.size();
    }
    /// For how many numbers there are values, none twice; the largest where values may repeat.
    qint64 mostNumbers(const KeyPool &keys) const;
    /// `number` of the row; of a Cross its own part of that.
    SqlValue value(RandomSource &random, qint64 number, const KeyPool &keys) const;

private:
    bool readArgument(const QString &argument, const ColumnSchema &column);
    bool readRange(const QString &argument);
    std::optional<qint64> position(const QString &text) const;
    QByteArray atPosition(qint64 position) const;
    QByteArray words(RandomSource &random) const;

    Kind m_kind = Kind::Null;
    int m_nullPercent = 0;
    TypeKind m_type = TypeKind::Text;
    int m_scale = 0;  ///< digits after the point
    QList<QByteArray> m_values;
    qint64 m_least = 0;
    qint64 m_greatest = 0;
    qint64 m_step = 1;
    QByteArray m_prefix;
    TextPattern m_pattern;
    qint64 m_minLength = 0;
    qint64 m_maxLength = -1;  ///< of the column; -1: none
    QList<ColumnRecipe> m_element;
};

/// The recipe that fits what the catalogue says of a column; empty where none is known.
QString recipeFor(const TableSchema &table, const ColumnSchema &column);

}  // namespace roster

#endif

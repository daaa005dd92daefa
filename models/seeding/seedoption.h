// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDOPTION_H
#define ROSTER_SEEDING_SEEDOPTION_H

#include "models/core/result.h"

#include <QList>
#include <QMap>
#include <QString>

#include <limits>
#include <vector>

namespace roster {

/// One of the values that a choice offers.
struct SeedChoice
{
    QString value;  ///< as it is typed and recorded
    QString title;  ///< as people read it
};

/// Something about its rows that a seeder lets people choose, described so that panel and command
/// line can offer it without knowing the seeder: `--option shape=even`.
struct SeedOption
{
    enum class Kind { Choice, Integer, Text };

    static SeedOption choice(const QString &name, const QString &title,
                             const QList<SeedChoice> &choices, const QString &description = {});
    static SeedOption integer(const QString &name, const QString &title, qint64 initial,
                              qint64 minimum, qint64 maximum, const QString &description = {});
    static SeedOption text(const QString &name, const QString &title,
                           const QString &description = {});

    QString name;  ///< as it is typed: lower case, or a column's own name
    QString title;
    QString description;
    Kind kind = Kind::Text;
    QString initial;            ///< the value where nobody chooses; a choice's first
    QList<SeedChoice> choices;  ///< of a Choice
    qint64 minimum = std::numeric_limits<qint64>::min();  ///< of an Integer
    qint64 maximum = std::numeric_limits<qint64>::max();
};

/// The values of a seeder's options, checked, each at its option's place in the list.
class SeedOptions
{
public:
    SeedOptions() = default;
    /// `chosen` by name; what is not chosen has its initial value. Errors: InvalidInput for a name
    /// that is none (the hint says which are) or a value that does not fit.
    static Result<SeedOptions> make(const QList<SeedOption> &options,
                                    const QMap<QString, QString> &chosen);

    /// By the option's place in Seeder::options(): quick enough to ask for each row.
    const QString &text(std::size_t place) const { return m_values[place].text; }
    qint64 integer(std::size_t place) const { return m_values[place].number; }
    /// The place of a choice's value in its list.
    int choice(std::size_t place) const { return int(m_values[place].number); }
    /// By name; empty where there is none.
    QString value(const QString &name) const { return toMap().value(name); }
    /// All, for the record.
    QMap<QString, QString> toMap() const;

private:
    struct Value
    {
        QString name;
        QString text;
        qint64 number = 0;
    };
    static Result<Value> checked(const SeedOption &option, const QString &text);

    std::vector<Value> m_values;
};

}  // namespace roster

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_ARGUMENTS_H
#define ROSTER_APP_COMMANDS_ARGUMENTS_H

#include "models/core/result.h"

#include <QChar>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace roster {

/// One option of a command: `--name`, or `--name VALUE` where `value` is not empty.
struct Option
{
    QString name;         ///< without the dashes
    QString value;        ///< what help calls its value (`FILE`); empty: the option takes none
    QString description;  ///< one sentence
    bool repeatable = false;
    QChar letter;  ///< a short form: `-m VALUE`; null: none
};

/// The words of one command line, taken apart: options by name, the rest in order.
class Arguments
{
public:
    /// `words` without the program's name. Understands `--name value`, `--name=value`, `-h` for
    /// `--help`, and `--` (what follows is no option); options may stand anywhere.
    /// Errors: Usage, with the nearest known option as a hint.
    static Result<Arguments> parse(const QStringList &words, const QList<Option> &options);

    bool has(const QString &option) const { return m_options.contains(option); }
    /// The last value given; empty where there is none.
    QString value(const QString &option) const
    {
        return values(option).value(values(option).size() - 1);
    }
    QStringList values(const QString &option) const { return m_options.value(option); }
    /// What is no option, in order.
    const QStringList &words() const { return m_words; }
    QString word(int index) const { return m_words.value(index); }

private:
    QMap<QString, QStringList> m_options;
    QStringList m_words;
};

/// The candidate that `word` most probably meant; empty where none is near.
QString nearest(const QString &word, const QStringList &candidates);

}  // namespace roster

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"

#include <QCoreApplication>
#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

tl::unexpected<Error> unknownOption(const QString &name, const QList<Option> &options)
{
    QStringList names;
    for (const Option &option : options)
        names << option.name;
    const QString near = nearest(name, names);
    return fail(Error::Kind::Usage, Text::tr("There is no option --%1.").arg(name),
                near.isEmpty() ? QString() : Text::tr("Did you mean --%1?").arg(near));
}

/// Levenshtein's distance; a transposition counts one.
int distance(const QString &a, const QString &b)
{
    QList<QVarLengthArray<int, 32>> rows(a.size() + 1);
    for (qsizetype i = 0; i <= a.size(); ++i) {
        rows[i].resize(b.size() + 1);
        for (qsizetype j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                rows[i][j] = int(i + j);
                continue;
            }
            const int change = a.at(i - 1) == b.at(j - 1) ? 0 : 1;
            rows[i][j] =
                std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1))
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows[a.size()][b.size()];
}

}  // namespace

QString nearest(const QString &word, const QStringList &candidates)
{
    if (word.isEmpty() || word.size() > 40)
        return {};
    QString best;
    int bestDistance = std::max(1, int(word.size()) / 3) + 1;
    for (const QString &candidate : candidates) {
        const int d = candidate.startsWith(word) ? 1 : distance(word.toLower(), candidate);
        if (d < bestDistance) {
            bestDistance = d;
            best = candidate;
        }
    }
    return best;
}

Result<Arguments> Arguments::parse(const QStringList &words, const QList<Option> &options)
{
    Arguments result;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word == "--"_L1) {
            result.m_words << words.mid(i + 1);
            break;
        }
        // A lone dash and negative numbers are words.
        if (!word.startsWith(u'-') || word.size() < 2 || word.at(1).isDigit()) {
            result.m_words << word;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        QString name = word.left(equals);
        name = name == "-h"_L1 ? u"help"_s : name.sliced(name.startsWith("--"_L1) ? 2 : 1);
        const bool isLetter = word.size() == 2 && word != "-h"_L1;
        const auto option = std::find_if(options.cbegin(), options.cend(), [&](const Option &o) {
            return isLetter ? o.letter == word.at(1) : o.name == name;
        });
        if (option == options.cend() || (!word.startsWith("--"_L1) && word != "-h"_L1 && !isLetter))
            return unknownOption(name, options);
        name = option->name;
        if (option->value.isEmpty() && equals >= 0) {
            return fail(Error::Kind::Usage, Text::tr("--%1 takes no value.").arg(name));
        }
        if (!option->value.isEmpty() && equals < 0 && i + 1 == words.size()) {
            return fail(Error::Kind::Usage,
                        Text::tr("--%1 needs a value: --%1 %2").arg(name, option->value));
        }
        if (result.has(name) && !option->value.isEmpty() && !option->repeatable)
            return fail(Error::Kind::Usage, Text::tr("--%1 was given twice.").arg(name));
        result.m_options[name] << (option->value.isEmpty() ? QString()
                                   : equals >= 0           ? word.sliced(equals + 1)
                                                           : words.at(++i));
    }
    return result;
}

}  // namespace roster

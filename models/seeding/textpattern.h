// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_TEXTPATTERN_H
#define ROSTER_SEEDING_TEXTPATTERN_H

#include "models/seeding/randomsource.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace roster {

/// Texts that match a plain regular expression: characters, classes, `\d`, `\w` and `.` one after
/// the other, each as often as `+`, `*`, `?`, `{2}` or `{2,4}` says, whole or from `^` on.
/// Groups, alternatives and anything else are not understood.
class TextPattern
{
public:
    static std::optional<TextPattern> parse(const QString &expression);

    QByteArray make(RandomSource &random) const;
    /// Another text for each number below mostNumbers(); the longest that it matches.
    QByteArray make(qint64 number) const;
    qint64 mostNumbers() const;

private:
    struct Token
    {
        QByteArray choices;
        int least = 1;
        int most = 1;
    };
    QList<Token> m_tokens;
};

}  // namespace roster

#endif

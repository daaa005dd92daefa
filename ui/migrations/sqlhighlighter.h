// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_SQLHIGHLIGHTER_H
#define ROSTER_MIGRATIONS_SQLHIGHLIGHTER_H

#include <QSyntaxHighlighter>

namespace roster {

/// Keywords, strings, numbers and comments of PostgreSQL's SQL, in the palette's colours. Only for
/// the eye: what a statement is, PostgreSQL's own scanner says.
class SqlHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override;

private:
    /// What a line begins within; a dollar quote's tag is a hash, so that it fits a block's state.
    enum State { Plain = -1, Comment = 1, String = 2, Dollar = 16 };
    qsizetype skip(const QString &text, qsizetype from, int *state);
    qsizetype word(const QString &text, qsizetype from);
};

}  // namespace roster

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_SQLSCANNER_H
#define ROSTER_DUMP_SQLSCANNER_H

#include <QByteArray>
#include <QByteArrayView>

namespace roster {

/// Finds where a statement ends as psql does: by quotes, dollar quotes, comments, parentheses and
/// BEGIN ATOMIC. The text may come in pieces: what is decided by bytes yet to come waits for them.
class SqlScanner
{
public:
    enum class Outcome {
        Going,      ///< more text is needed; where there is none, the statement is cut off
        Ended,      ///< the first at() bytes are the statement
        Backslash,  ///< a command for psql stands at at()
    };

    /// A statement begins.
    void begin();
    /// `text`: the statement from its start, as far as it is there; the same bytes each time, then
    /// more. `isAll`: no more will come.
    Outcome scan(QByteArrayView text, bool isAll);
    /// Bytes that were looked at; one more than there are where an escape ends the text.
    qsizetype at() const { return m_at; }

    /// standard_conforming_strings = off: from here on plain strings are read with escapes.
    void setPlainEscapes(bool on) { m_hasPlainEscapes = on; }
    bool hasPlainEscapes() const { return m_hasPlainEscapes; }

    /// Whether the second byte of a character of that encoding, named in any way that a server
    /// takes, may look like a quote or a backslash: then nothing can be taken apart safely.
    static bool hidesQuotes(const QByteArray &encoding);

private:
    enum class State { Normal, Quote, Identifier, Dollar, LineComment, BlockComment };

    bool isUndecided(char c) const;
    qsizetype pastWord() const;
    void skipQuoted();
    bool scanInside(char c);
    void scanQuoted(char c);
    void scanDollar();
    void scanBlockComment();
    Outcome scanNormal(char c);
    void scanWord();
    void countBegins(const QByteArray &word);
    void scanTag();
    bool scanMark(char c, bool continues);

    QByteArrayView m_text;  ///< during scan()
    bool m_isAll = false;
    qsizetype m_at = 0;
    State m_state = State::Normal;
    bool m_hasEscapes = false;  ///< of the string that is open
    bool m_hasPlainEscapes = false;
    bool m_goesOn = false;      ///< a string with escapes has ended: another may continue it
    bool m_hasNewLine = false;  ///< since then
    QByteArray m_tag;
    int m_depth = 0;  ///< of comments
    int m_parens = 0;
    int m_begins = 0;    ///< BEGIN ATOMIC … END, CASE … END within
    QByteArray m_words;  ///< the first letters of the first four words
};

}  // namespace roster

#endif

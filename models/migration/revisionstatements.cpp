// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/revision.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Revision)
};

/// Moves on over `text`, as an editor counts.
FilePosition moved(FilePosition from, QByteArrayView text)
{
    for (const char byte : text) {
        if (byte == '\n') {
            ++from.line;
            from.column = 1;
        } else if ((byte & 0xC0) != 0x80) {
            ++from.column;
        }
    }
    return from;
}

/// Cuts tokens into statements: at semicolons, but not those in parentheses (CREATE RULE) or
/// between BEGIN ATOMIC and its END.
class Splitter
{
public:
    Splitter(const QByteArray &sql, int firstLine) : m_sql(sql), m_position{firstLine, 1} {}

    QList<RevisionStatement> split(const QList<SqlToken> &tokens)
    {
        for (const SqlToken &token : tokens) {
            if (token.kind == SqlToken::Kind::Comment)
                continue;
            if (token.kind == SqlToken::Kind::Semicolon && m_depth <= 0 && m_atomic.isEmpty()) {
                finish();
                continue;
            }
            follow(token);
            m_tokens.append(token);
        }
        finish();
        return m_statements;
    }

private:
    void follow(const SqlToken &token)
    {
        if (token.kind == SqlToken::Kind::Open)
            ++m_depth;
        else if (token.kind == SqlToken::Kind::Close)
            --m_depth;
        else if (opensBlock(token.word))
            m_atomic.append(token.word);
        else if (!m_atomic.isEmpty() && token.word == "END")
            m_atomic.removeLast();
    }

    /// What an END closes: `BEGIN ATOMIC`, and in it a CASE.
    bool opensBlock(const QByteArray &word) const
    {
        return word == "ATOMIC" ? !m_tokens.isEmpty() && m_tokens.last().word == "BEGIN"
                                : !m_atomic.isEmpty() && word == "CASE";
    }

    void finish()
    {
        m_depth = 0;
        m_atomic.clear();
        if (m_tokens.isEmpty())
            return;
        RevisionStatement statement;
        const qsizetype start = m_tokens.first().start;
        const qsizetype end = m_tokens.last().end;
        statement.sql = m_sql.mid(start, end - start);
        m_position = moved(m_position, QByteArrayView(m_sql).sliced(m_seen, start - m_seen));
        m_seen = start;
        statement.position = m_position;
        statement.tokens.swap(m_tokens);
        for (SqlToken &token : statement.tokens) {
            token.start -= start;
            token.end -= start;
        }
        m_statements.append(std::move(statement));
    }

    const QByteArray &m_sql;
    FilePosition m_position;
    qsizetype m_seen = 0;
    int m_depth = 0;
    QList<QByteArray> m_atomic;
    QList<SqlToken> m_tokens;
    QList<RevisionStatement> m_statements;
};

bool copiesFromStdin(const RevisionStatement &statement)
{
    if (!statement.startsWith({"COPY"}))
        return false;
    const auto &tokens = statement.tokens;
    for (qsizetype i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens.at(i).word == "FROM" && tokens.at(i + 1).word == "STDIN")
            return true;
    }
    return false;
}

bool controlsTransaction(const RevisionStatement &statement)
{
    static const QList<QList<QByteArray>> starts{{"BEGIN"},
                                                 {"START", "TRANSACTION"},
                                                 {"COMMIT"},
                                                 {"END"},
                                                 {"ROLLBACK"},
                                                 {"ABORT"},
                                                 {"SAVEPOINT"},
                                                 {"RELEASE"},
                                                 {"PREPARE", "TRANSACTION"},
                                                 {"SET", "TRANSACTION"}};
    return std::any_of(starts.cbegin(), starts.cend(),
                       [&](const auto &words) { return statement.startsWith(words); });
}

/// What a revision may not hold, at its place.
std::optional<Error> refusalOf(const QString &file, const RevisionStatement &statement)
{
    for (const SqlToken &token : statement.tokens) {
        if (token.kind == SqlToken::Kind::Backslash) {
            return fileError(file, statement.atByte(token.start),
                             Text::tr("A backslash command is psql's; the server does not know "
                                      "it."),
                             Text::tr("Write the SQL that it stands for."));
        }
    }
    if (copiesFromStdin(statement)) {
        return fileError(file, statement.position,
                         Text::tr("COPY FROM STDIN cannot stand in a revision."),
                         Text::tr("Write INSERT … VALUES."));
    }
    if (controlsTransaction(statement)) {
        return fileError(
            file, statement.position,
            Text::tr("%1 cannot stand in a revision: it runs in a transaction of Roster's.")
                .arg(QString::fromLatin1(statement.tokens.first().word)),
            Text::tr("Remove it; what cannot run in a transaction has `-- transaction: no` in the "
                     "header."));
    }
    return {};
}

/// The scanner stops at a quote without end; what comes before it may name the true reason (data
/// after COPY FROM STDIN).
Error scanError(const QString &file, const RevisionSection &section, const SqlProblem &problem)
{
    const QByteArray before = section.text.left(problem.offset);
    if (const auto tokens = scanSql(before)) {
        for (const RevisionStatement &statement :
             Splitter(before, section.firstLine).split(*tokens)) {
            if (auto refusal = refusalOf(file, statement))
                return *refusal;
        }
    }
    return fileError(file, moved({section.firstLine, 1}, before), problem.message);
}

}  // namespace

FilePosition RevisionStatement::at(int character) const
{
    qsizetype byte = 0;
    for (int seen = 1; byte < sql.size() && seen < character; ++seen) {
        ++byte;
        while (byte < sql.size() && (sql.at(byte) & 0xC0) == 0x80)
            ++byte;
    }
    return atByte(byte);
}

FilePosition RevisionStatement::atByte(qsizetype offset) const
{
    return moved(position, QByteArrayView(sql).first(std::min(offset, sql.size())));
}

bool RevisionStatement::startsWith(const QList<QByteArray> &words) const
{
    if (tokens.size() < words.size())
        return false;
    return std::equal(
        words.cbegin(), words.cend(), tokens.cbegin(),
        [](const QByteArray &word, const SqlToken &token) { return token.word == word; });
}

QString Revision::fileName() const
{
    return QFileInfo(path).fileName();
}

QString Revision::title() const
{
    return message.isEmpty() ? id : u"%1 (%2)"_s.arg(id, message);
}

Result<QList<RevisionStatement>> statementsOf(const Revision &revision, Direction direction)
{
    const RevisionSection &section =
        direction == Direction::Upgrade ? revision.upgrade : revision.downgrade;
    const auto tokens = scanSql(section.text);
    if (!tokens)
        return fail(scanError(revision.path, section, tokens.error()));
    QList<RevisionStatement> statements = Splitter(section.text, section.firstLine).split(*tokens);
    for (const RevisionStatement &statement : std::as_const(statements)) {
        if (auto refusal = refusalOf(revision.path, statement))
            return fail(std::move(*refusal));
    }
    return statements;
}

Result<QList<RevisionStatement>> statementsOf(const RevisionSection &section, const QString &file)
{
    const auto tokens = scanSql(section.text);
    if (!tokens)
        return fail(scanError(file, section, tokens.error()));
    return Splitter(section.text, section.firstLine).split(*tokens);
}

Error fileError(const QString &file, FilePosition position, const QString &message,
                const QString &hint)
{
    Error error;
    error.kind = Error::Kind::InvalidInput;
    error.message =
        u"%1:%2:%3: %4"_s.arg(file).arg(position.line).arg(position.column).arg(message);
    error.hint = hint;
    return error;
}

}  // namespace roster

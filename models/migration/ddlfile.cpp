// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/ddlfile.h"

#include "models/database/session.h"
#include "models/migration/revision.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

class DdlFileText
{
    Q_DECLARE_TR_FUNCTIONS(DdlFile)
};

/// The text with what only psql understands made blank; the lines keep their numbers.
QByteArray withoutPsql(const QByteArray &sql)
{
    QByteArray result;
    result.reserve(sql.size());
    bool isData = false;
    bool isInBody = false;
    qsizetype start = 0;
    while (start < sql.size()) {
        const qsizetype end = sql.indexOf('\n', start);
        const QByteArray line = sql.mid(start, end < 0 ? -1 : end - start);
        start = end < 0 ? sql.size() : end + 1;
        if (isData) {
            isData = line.trimmed() != "\\.";
        } else if (!isInBody && line.startsWith('\\')) {
            // \restrict, \unrestrict, \connect
        } else if (!isInBody && line.startsWith("COPY ")
                   && line.trimmed().endsWith("FROM stdin;")) {
            isData = true;
        } else {
            // A line within a function's body may begin with anything.
            qsizetype quotes = line.count("$$") + line.count("$_$");
            if (quotes % 2 == 1)
                isInBody = !isInBody;
            result += line;
        }
        result += '\n';
    }
    return result;
}

bool isLeftOut(const RevisionStatement &statement)
{
    static const QList<QList<QByteArray>> starts{{"BEGIN"},
                                                 {"COMMIT"},
                                                 {"START", "TRANSACTION"},
                                                 {"GRANT"},
                                                 {"REVOKE"},
                                                 {"END"},
                                                 {"ALTER", "DEFAULT", "PRIVILEGES"},
                                                 {"SECURITY", "LABEL"},
                                                 {"INSERT"},
                                                 {"COPY"},
                                                 {"CREATE", "DATABASE"},
                                                 {"ALTER", "DATABASE"},
                                                 {"CREATE", "ROLE"},
                                                 {"ALTER", "ROLE"},
                                                 {"CREATE", "USER"},
                                                 {"DROP", "DATABASE"},
                                                 {"COMMENT", "ON", "EXTENSION"},
                                                 {"VACUUM"},
                                                 {"ANALYZE"}};
    if (std::any_of(starts.cbegin(), starts.cend(),
                    [&](const auto &words) { return statement.startsWith(words); }))
        return true;
    // ALTER … OWNER TO somebody
    const auto &tokens = statement.tokens;
    return statement.startsWith({"ALTER"}) && tokens.size() > 3
        && tokens.at(tokens.size() - 3).word == "OWNER"
        && tokens.at(tokens.size() - 2).word == "TO";
}

}  // namespace

Result<void> DdlFile::run(Session &session, const QByteArray &sql, const QString &path)
{
    QByteArray text = sql;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    if (text.contains('\0')) {
        return fail(Error::Kind::InvalidInput, DdlFileText::tr("%1 is no SQL text.").arg(path),
                    DdlFileText::tr("A dump in the custom format becomes SQL by `pg_restore -s -f "
                                    "FILE.sql`."));
    }
    const auto statements =
        statementsOf(RevisionSection{.text = withoutPsql(text), .firstLine = 1}, path);
    if (!statements)
        return fail(statements.error());
    for (const RevisionStatement &statement : *statements) {
        if (isLeftOut(statement))
            continue;
        const auto done = session.query(QString::fromUtf8(statement.sql));
        if (done)
            continue;
        constexpr QLatin1StringView unknownSetting{"42704"};
        if (statement.startsWith({"SET"}) && done.error().sqlState == unknownSetting)
            continue;
        if (done.error().sqlState.isEmpty() || session.isCancelled())
            return fail(done.error());
        Error error = done.error();
        const FilePosition place = statement.at(std::max(error.position, 1));
        error.kind = Error::Kind::InvalidInput;
        error.message = fileError(path, place, error.message).message;
        return fail(error);
    }
    return {};
}

}  // namespace roster

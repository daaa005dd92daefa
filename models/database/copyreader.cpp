// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/copyreader.h"

#include "models/database/resultset.h"
#include "models/database/session.h"

#include <QByteArray>
#include <QCoreApplication>

#include <array>
#include <cstring>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Takes one line of COPY's text format apart.
class CopyLine
{
public:
    std::span<const CopyField> split(const char *line, qsizetype size)
    {
        m_fields.clear();
        m_unescaped.clear();
        // One buffer for all fields of the line: it must not move while they point into it.
        const bool escaped = std::memchr(line, '\\', size_t(size)) != nullptr;
        if (escaped)
            m_unescaped.reserve(size);
        const char *end = line + size;
        while (true) {
            const auto *tab =
                static_cast<const char *>(std::memchr(line, '\t', size_t(end - line)));
            const QByteArrayView field(line, (tab ? tab : end) - line);
            m_fields.push_back(escaped ? unescaped(field) : CopyField(field));
            if (!tab)
                return m_fields;
            line = tab + 1;
        }
    }

private:
    CopyField unescaped(QByteArrayView field)
    {
        if (field == "\\N")
            return std::nullopt;
        if (!field.contains('\\'))
            return field;
        const qsizetype start = m_unescaped.size();
        for (qsizetype i = 0; i < field.size(); ++i) {
            const char c = field.at(i);
            m_unescaped += c == '\\' && i + 1 < field.size() ? meant(field.at(++i)) : c;
        }
        return QByteArrayView(m_unescaped).sliced(start);
    }

    /// COPY TO writes these letters only, and a backslash before a tab or a backslash.
    static char meant(char letter)
    {
        switch (letter) {
        case 'b':
            return '\b';
        case 'f':
            return '\f';
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        case 'v':
            return '\v';
        default:
            return letter;
        }
    }

    std::vector<CopyField> m_fields;
    QByteArray m_unescaped;
};

/// Parsed alone first: what is one complete SELECT by itself stays inside the COPY's parentheses.
Result<int> checkSelect(Session &session, const QString &select)
{
    if (session.isCancelled() || select.contains(QChar::Null)) {
        const auto refused = session.query(select);  // which has the words for both
        return fail(refused ? Error() : refused.error());
    }
    PGconn *handle = session.handle();
    PGresult *parsed = PQprepare(handle, "", select.toUtf8().constData(), 0, nullptr);
    if (PQresultStatus(parsed) != PGRES_COMMAND_OK)
        return fail(session.errorFrom(parsed, select));
    PQclear(parsed);
    PGresult *described = PQdescribePrepared(handle, "");
    if (PQresultStatus(described) != PGRES_COMMAND_OK)
        return fail(session.errorFrom(described, select));
    const int columns = PQnfields(described);
    PQclear(described);
    return columns;
}

void stopServer(PGconn *handle)
{
    if (PGcancel *cancel = PQgetCancel(handle)) {
        std::array<char, 256> message{};
        PQcancel(cancel, message.data(), int(message.size()));
        PQfreeCancel(cancel);
    }
}

}  // namespace

Result<qint64> readCopy(Session &session, const QString &select,
                        const std::function<bool(std::span<const CopyField>)> &row)
{
    const Result<int> columns = checkSelect(session, select);
    if (!columns)
        return fail(columns.error());
    PGconn *handle = session.handle();
    const QString sql = u"COPY ("_s + select + u"\n) TO STDOUT"_s;
    PGresult *started =
        PQexecParams(handle, sql.toUtf8().constData(), 0, nullptr, nullptr, nullptr, nullptr, 0);
    if (PQresultStatus(started) != PGRES_COPY_OUT)
        return fail(session.errorFrom(started, select));
    PQclear(started);

    CopyLine line;
    qint64 count = 0;
    bool goOn = true;
    char *data = nullptr;
    int size = 0;
    while ((size = PQgetCopyData(handle, &data, 0)) > 0) {
        const std::unique_ptr<char, decltype(&PQfreemem)> owner(data, &PQfreemem);
        if (!goOn)
            continue;
        ++count;
        goOn = *columns == 0 ? row({}) : row(line.split(data, size - 1));  // without its line end
        if (!goOn)
            stopServer(handle);
    }
    std::optional<Error> error;
    while (PGresult *result = PQgetResult(handle)) {
        const bool good = PQresultStatus(result) == PGRES_COMMAND_OK;
        if (!good && !error && goOn)
            error = session.errorFrom(result, select);
        else
            PQclear(result);
    }
    if (size == -2 && !error && goOn)
        error = session.errorFrom(nullptr, select);
    if (error)
        return fail(std::move(*error));
    return count;
}

}  // namespace roster

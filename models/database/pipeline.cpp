// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/pipeline.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace roster {

namespace {

Result<void> checkBeforeSending(const Session &session, const QList<Statement> &statements)
{
    if (session.isCancelled())
        return fail(Error::Kind::Cancelled, QCoreApplication::translate("Session", "Cancelled."));
    const auto holdsNul = [](const SqlValue &value) { return value && value->contains('\0'); };
    for (const Statement &each : statements) {
        if (!each.sql.contains(QChar::Null)
            && std::none_of(each.values.cbegin(), each.values.cend(), holdsNul))
            continue;
        return fail(
            Error::Kind::InvalidInput,
            QCoreApplication::translate(
                "Session", "The text holds a NUL character, which PostgreSQL cannot store."),
            QCoreApplication::translate("Session", "Remove it and try again."));
    }
    return {};
}

bool send(PGconn *handle, const Statement &statement)
{
    std::vector<const char *> values;
    for (const SqlValue &value : statement.values)
        values.push_back(value ? value->constData() : nullptr);
    return PQsendQueryParams(handle, statement.sql.toUtf8().constData(), int(values.size()),
                             nullptr, values.data(), nullptr, nullptr, 0)
        == 1;
}

Result<QList<ResultSet>> answersTo(Session &session, const QList<Statement> &statements)
{
    QList<ResultSet> answers;
    std::optional<Error> error;
    while (PQstatus(session.handle()) == CONNECTION_OK) {
        PGresult *result = PQgetResult(session.handle());
        if (!result)
            continue;  // stands between one statement's answer and the next
        const ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
            answers.append(ResultSet(result));
        } else if (status == PGRES_PIPELINE_SYNC) {
            PQclear(result);
            break;
        } else if (status == PGRES_PIPELINE_ABORTED || error) {
            PQclear(result);
        } else {
            error = session.errorFrom(result, statements.value(answers.size()).sql);
        }
    }
    if (!error && answers.size() < statements.size())
        error = session.errorFrom(nullptr, statements.value(answers.size()).sql);
    if (error)
        return fail(*error);
    return answers;
}

}  // namespace

Result<QList<ResultSet>> queryAll(Session &session, const QList<Statement> &statements)
{
    ROSTER_TRY(checkBeforeSending(session, statements));
    PGconn *handle = session.handle();
    bool sent = PQenterPipelineMode(handle) == 1;
    for (const Statement &each : statements)
        sent = sent && send(handle, each);
    if (!sent || PQpipelineSync(handle) != 1)
        return fail(session.errorFrom(nullptr, statements.value(0).sql));
    auto answers = answersTo(session, statements);
    PQexitPipelineMode(handle);
    return answers;
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
// libpq on demand. With all that Debian links into it (LDAP, Kerberos, GnuTLS), loading it takes as
// long as everything else before main() together; here that happens at the first call, which is on
// a worker's thread while the window is being built. A function of libpq that is missing below
// still works: then the program loads libpq at its start again, which tst_libpq notices.
#include <QtGlobal>

#include <dlfcn.h>
#include <libpq-fe.h>

namespace {

template <class Function>
Function symbol(const char *name)
{
    static void *const library = dlopen("libpq.so.5", RTLD_LAZY);
    void *const found = library ? dlsym(library, name) : nullptr;
    if (!found)
        qFatal("PostgreSQL's client library: %s", dlerror());
    return reinterpret_cast<Function>(found);
}

}  // namespace

// NOLINTBEGIN(bugprone-macro-parentheses)
#define ROSTER_FORWARD(result, name, parameters, arguments)                                        \
    result name parameters                                                                         \
    {                                                                                              \
        static const auto real = symbol<decltype(&name)>(#name);                                   \
        return real arguments;                                                                     \
    }
// NOLINTEND(bugprone-macro-parentheses)

extern "C" {
ROSTER_FORWARD(int, PQcancel, (PGcancel * cancel, char *errbuf, int errbufsize),
               (cancel, errbuf, errbufsize))
ROSTER_FORWARD(void, PQclear, (PGresult * res), (res))
ROSTER_FORWARD(char *, PQcmdTuples, (PGresult * res), (res))
ROSTER_FORWARD(void, PQconninfoFree, (PQconninfoOption * connOptions), (connOptions))
ROSTER_FORWARD(PQconninfoOption *, PQconninfoParse, (const char *conninfo, char **errmsg),
               (conninfo, errmsg))
ROSTER_FORWARD(int, PQconsumeInput, (PGconn * conn), (conn))
ROSTER_FORWARD(PGresult *, PQdescribePrepared, (PGconn * conn, const char *stmt), (conn, stmt))
ROSTER_FORWARD(char *, PQerrorMessage, (const PGconn *conn), (conn))
ROSTER_FORWARD(PGresult *, PQexec, (PGconn * conn, const char *query), (conn, query))
ROSTER_FORWARD(PGresult *, PQexecParams,
               (PGconn * conn, const char *command, int nParams, const Oid *paramTypes,
                const char *const *paramValues, const int *paramLengths, const int *paramFormats,
                int resultFormat),
               (conn, command, nParams, paramTypes, paramValues, paramLengths, paramFormats,
                resultFormat))
ROSTER_FORWARD(PGresult *, PQexecPrepared,
               (PGconn * conn, const char *stmtName, int nParams, const char *const *paramValues,
                const int *paramLengths, const int *paramFormats, int resultFormat),
               (conn, stmtName, nParams, paramValues, paramLengths, paramFormats, resultFormat))
ROSTER_FORWARD(void, PQfinish, (PGconn * conn), (conn))
ROSTER_FORWARD(int, PQflush, (PGconn * conn), (conn))
ROSTER_FORWARD(char *, PQfname, (const PGresult *res, int field_num), (res, field_num))
ROSTER_FORWARD(void, PQfreeCancel, (PGcancel * cancel), (cancel))
ROSTER_FORWARD(void, PQfreemem, (void *ptr), (ptr))
ROSTER_FORWARD(Oid, PQftype, (const PGresult *res, int field_num), (res, field_num))
ROSTER_FORWARD(PGcancel *, PQgetCancel, (PGconn * conn), (conn))
ROSTER_FORWARD(int, PQgetCopyData, (PGconn * conn, char **buffer, int async), (conn, buffer, async))
ROSTER_FORWARD(PGresult *, PQgetResult, (PGconn * conn), (conn))
ROSTER_FORWARD(int, PQgetisnull, (const PGresult *res, int tup_num, int field_num),
               (res, tup_num, field_num))
ROSTER_FORWARD(int, PQgetlength, (const PGresult *res, int tup_num, int field_num),
               (res, tup_num, field_num))
ROSTER_FORWARD(char *, PQgetvalue, (const PGresult *res, int tup_num, int field_num),
               (res, tup_num, field_num))
ROSTER_FORWARD(char *, PQhost, (const PGconn *conn), (conn))
ROSTER_FORWARD(int, PQisBusy, (PGconn * conn), (conn))
ROSTER_FORWARD(int, PQnfields, (const PGresult *res), (res))
ROSTER_FORWARD(int, PQntuples, (const PGresult *res), (res))
ROSTER_FORWARD(const char *, PQparameterStatus, (const PGconn *conn, const char *paramName),
               (conn, paramName))
ROSTER_FORWARD(char *, PQport, (const PGconn *conn), (conn))
ROSTER_FORWARD(PGresult *, PQprepare,
               (PGconn * conn, const char *stmtName, const char *query, int nParams,
                const Oid *paramTypes),
               (conn, stmtName, query, nParams, paramTypes))
ROSTER_FORWARD(int, PQputCopyData, (PGconn * conn, const char *buffer, int nbytes),
               (conn, buffer, nbytes))
ROSTER_FORWARD(int, PQputCopyEnd, (PGconn * conn, const char *errormsg), (conn, errormsg))
ROSTER_FORWARD(char *, PQresultErrorField, (const PGresult *res, int fieldcode), (res, fieldcode))
ROSTER_FORWARD(char *, PQresultErrorMessage, (const PGresult *res), (res))
ROSTER_FORWARD(ExecStatusType, PQresultStatus, (const PGresult *res), (res))
ROSTER_FORWARD(int, PQsendQuery, (PGconn * conn, const char *query), (conn, query))
ROSTER_FORWARD(int, PQsendQueryParams,
               (PGconn * conn, const char *command, int nParams, const Oid *paramTypes,
                const char *const *paramValues, const int *paramLengths, const int *paramFormats,
                int resultFormat),
               (conn, command, nParams, paramTypes, paramValues, paramLengths, paramFormats,
                resultFormat))
ROSTER_FORWARD(int, PQsetClientEncoding, (PGconn * conn, const char *encoding), (conn, encoding))
ROSTER_FORWARD(int, PQserverVersion, (const PGconn *conn), (conn))
ROSTER_FORWARD(PQnoticeProcessor, PQsetNoticeProcessor,
               (PGconn * conn, PQnoticeProcessor proc, void *arg), (conn, proc, arg))
ROSTER_FORWARD(int, PQsetSingleRowMode, (PGconn * conn), (conn))
ROSTER_FORWARD(int, PQsetnonblocking, (PGconn * conn, int arg), (conn, arg))
ROSTER_FORWARD(int, PQsocket, (const PGconn *conn), (conn))
ROSTER_FORWARD(ConnStatusType, PQstatus, (const PGconn *conn), (conn))
ROSTER_FORWARD(PGTransactionStatusType, PQtransactionStatus, (const PGconn *conn), (conn))
ROSTER_FORWARD(int, PQenterPipelineMode, (PGconn * conn), (conn))
ROSTER_FORWARD(int, PQexitPipelineMode, (PGconn * conn), (conn))
ROSTER_FORWARD(int, PQpipelineSync, (PGconn * conn), (conn))
ROSTER_FORWARD(PostgresPollingStatusType, PQconnectPoll, (PGconn * conn), (conn))
ROSTER_FORWARD(PGconn *, PQconnectStartParams,
               (const char *const *keywords, const char *const *values, int expand_dbname),
               (keywords, values, expand_dbname))
ROSTER_FORWARD(PGVerbosity, PQsetErrorVerbosity, (PGconn * conn, PGVerbosity verbosity),
               (conn, verbosity))
ROSTER_FORWARD(char *, PQdb, (const PGconn *conn), (conn))
ROSTER_FORWARD(char *, PQuser, (const PGconn *conn), (conn))
ROSTER_FORWARD(char *, PQpass, (const PGconn *conn), (conn))
ROSTER_FORWARD(char *, PQoptions, (const PGconn *conn), (conn))
ROSTER_FORWARD(int, PQbackendPID, (const PGconn *conn), (conn))
}

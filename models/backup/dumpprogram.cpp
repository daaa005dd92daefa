// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/dumpprogram.h"

#include "models/database/childprogram.h"
#include "models/database/session.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr int versionsAMajor = 10000;

QString versionOf(const QString &program)
{
    static const QRegularExpression pattern(uR"(\(PostgreSQL\) (\d+(\.\d+)?))"_s);
    Progress nobody;
    const auto said = ChildProgram(program, {u"--version"_s}, {}).run(nobody);
    return said ? pattern.match(said->text).captured(1) : QString();
}

Error olderThan(int server, const QStringList &versions)
{
    Error error;
    error.kind = Error::Kind::NotFound;
    error.message = versions.isEmpty()
                      ? Text::tr("There is no pg_dump on this computer; the server is PostgreSQL "
                                 "%1.")
                            .arg(server)
                      : Text::tr("The server is PostgreSQL %1, and pg_dump refuses servers newer "
                                 "than itself; here is %2.")
                            .arg(QString::number(server), versions.join(u", "_s));
    error.hint =
        Text::tr("Install it: sudo apt install postgresql-client-%1 (where Debian does not "
                 "have it, apt.postgresql.org does).")
            .arg(server);
    return error;
}

QString conninfoQuoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

}  // namespace

Result<DumpProgram> DumpProgram::fitting(int server, const QStringList &folders,
                                         const QString &chosen)
{
    const int wanted = server / versionsAMajor;
    if (!chosen.isEmpty()) {
        const QString path = QFileInfo(chosen).absoluteFilePath();
        DumpProgram program(path, versionOf(path));
        if (program.version().isEmpty()) {
            return fail(Error::Kind::NotFound, Text::tr("%1 is no pg_dump.").arg(chosen),
                        Text::tr("Name the program itself, or leave it to Roster to find one."));
        }
        if (program.major() >= wanted)
            return program;
        Error error = olderThan(wanted, {program.version()});
        error.kind = Error::Kind::Refused;
        return fail(error);
    }
    QStringList versions;
    std::optional<DumpProgram> best;
    for (const QString &folder : folders) {
        const QString path = folder + u"/pg_dump"_s;
        if (!QFileInfo(path).isExecutable())
            continue;
        const DumpProgram program(path, versionOf(path));
        if (!program.version().isEmpty() && !versions.contains(program.version()))
            versions << program.version();
        const bool fits = program.major() >= wanted;
        if (fits && (!best || program.major() < best->major()))
            best = program;
        if (program.major() == wanted)
            break;  // none fits better, and asking each takes time
    }
    if (best)
        return *best;
    return fail(olderThan(wanted, versions));
}

Result<DumpConnection> DumpConnection::of(const Session &session)
{
    DumpConnection found;
    QMap<QString, QString> parameters = session.profile().parameters;
    if (parameters.contains(u"sslpassword"_s)) {
        return fail(Error::Kind::Usage,
                    Text::tr("sslpassword cannot be handed to pg_dump without others seeing it."),
                    Text::tr("Use a key without a password, readable by you only."));
    }
    parameters.remove(u"password"_s);
    // Where several hosts are named: the one that the snapshot is on.
    PGconn *handle = session.handle();
    parameters.insert(u"host"_s, QString::fromUtf8(PQhost(handle)));
    parameters.insert(u"port"_s, QString::fromUtf8(PQport(handle)));
    parameters.insert(u"user"_s, QString::fromUtf8(PQuser(handle)));
    parameters.insert(u"dbname"_s, QString::fromUtf8(PQdb(handle)));
    if (!parameters.contains(u"fallback_application_name"_s))
        parameters.insert(u"fallback_application_name"_s, u"roster backup"_s);
    QStringList words;
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it) {
        if (!it.value().isEmpty())
            words << it.key() + u'=' + conninfoQuoted(it.value());
    }
    found.connection = words.join(u' ');
    for (char **variable = environ; *variable; ++variable) {
        if (qstrncmp(*variable, "PG", 2) == 0 && qstrncmp(*variable, "PGPASSWORD=", 11) != 0)
            found.variables << QByteArray(*variable);
    }
    if (const char *password = PQpass(handle); password && *password)
        found.variables << QByteArray("PGPASSWORD=") + password;
    return found;
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/schemaside.h"

#include "models/comparison/changescript.h"
#include "models/comparison/renames.h"
#include "models/comparison/scratchdatabase.h"
#include "models/database/cancellable.h"
#include "models/database/connectionurl.h"
#include "models/database/session.h"
#include "models/migration/ddlfile.h"
#include "models/migration/replay.h"
#include "models/schema/catalogue.h"
#include "models/schema/declaredtables.h"
#include "models/schema/schemacreation.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

class SchemaSideText
{
    Q_DECLARE_TR_FUNCTIONS(SchemaSide)
};

}  // namespace

Result<SchemaSide> SchemaSide::parse(const QString &text)
{
    SchemaSide side{.text = text, .profile = {}};
    if (text == "declared"_L1)
        return side;
    if (text.contains("://"_L1)) {
        const auto profile = parseConnectionUrl(text);
        if (!profile)
            return fail(profile.error());
        side.kind = Kind::Database;
        side.profile = *profile;
        return side;
    }
    side.kind = text.endsWith(".sql"_L1) || text.contains(u'/') ? Kind::File : Kind::Revision;
    return side;
}

SchemaSideReader::SchemaSideReader(Local local, RevisionSources revisions, Progress &progress)
    : m_local(std::move(local)), m_revisions(std::move(revisions)), m_progress(progress)
{
}

SchemaSideReader::~SchemaSideReader() = default;

Result<Session *> SchemaSideReader::open(const ConnectionProfile &profile)
{
    for (const auto &session : m_sessions) {
        if (session->profile() == profile)
            return session.get();
    }
    auto session = Session::open(profile, &m_progress);
    if (!session)
        return fail(session.error());
    m_sessions.push_back(std::move(*session));
    return m_sessions.back().get();
}

/// Tables that are made only when asked for count as declared where they are there.
Result<void> SchemaSideReader::findOptional(Session &session)
{
    const Cancellable cancellable(session, m_progress);
    const auto relations = listRelations(session);
    if (!relations)
        return fail(relations.error());
    m_optional.clear();
    const auto optional = optionalTables();
    for (const OptionalTable &table : optional) {
        const bool isThere =
            std::any_of(relations->cbegin(), relations->cend(), [&](const RelationInfo &relation) {
                return relation.name == table.table.name;
            });
        if (isThere)
            m_optional.append(table.table);
    }
    return {};
}

Result<Session *> SchemaSideReader::serverFor(const SchemaSide &other)
{
    if (other.kind == SchemaSide::Kind::Database) {
        auto session = open(other.profile);
        if (!session)
            return session;
        if (const auto found = findOptional(**session); !found)
            return fail(found.error());
        const auto rights = (*session)->query(
            u"SELECT rolcreatedb OR rolsuper FROM pg_catalog.pg_roles WHERE rolname = "
            "current_user"_s);
        if (rights && rights->rows() == 1 && rights->boolean(0, 0))
            return session;
    }
    if (m_localSession)
        return m_localSession;
    const auto profile = m_local();
    if (!profile)
        return fail(profile.error());
    const auto session = open(*profile);
    if (session)
        m_localSession = *session;
    return session;
}

Result<void> SchemaSideReader::runFile(const QString &path, Session &scratch)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::NotFound,
                    SchemaSideText::tr("%1 cannot be read: %2.").arg(path, file.errorString()),
                    SchemaSideText::tr("Name a .sql file, a URL, a revision or `declared`."));
    }
    return DdlFile::run(scratch, file.readAll(), path);
}

Result<void> SchemaSideReader::build(const SchemaSide &side, Session &scratch)
{
    switch (side.kind) {
    case SchemaSide::Kind::Declared: {
        const auto created = createDeclaredTables(scratch, declaredTables() + m_optional);
        if (!created)
            return fail(created.error());
        return {};
    }
    case SchemaSide::Kind::Revision: {
        const auto files = RevisionFiles::load(m_revisions);
        if (!files)
            return fail(files.error());
        if (!files->faults.isEmpty())
            return fail(files->faults.first());
        return replay(scratch, files->revisions, side.text);
    }
    case SchemaSide::Kind::File:
        return runFile(side.text, scratch);
    case SchemaSide::Kind::Database:
    case SchemaSide::Kind::Nothing:
        break;
    }
    return {};
}

Result<SchemaSnapshot> SchemaSideReader::built(const SchemaSide &side, Session &server)
{
    const auto scratch = ScratchDatabase::create(server, m_progress);
    if (!scratch)
        return fail(scratch.error());
    const Cancellable cancellable((*scratch)->session(), m_progress);
    ROSTER_TRY(build(side, (*scratch)->session()));
    return SchemaSnapshot::read((*scratch)->session());
}

Result<SchemaSnapshot> SchemaSideReader::readBeside(const SchemaSide &side, const SchemaSide &other)
{
    if (side.kind == SchemaSide::Kind::Database) {
        const auto session = open(side.profile);
        if (!session)
            return fail(session.error());
        const Cancellable cancellable(**session, m_progress);
        return SchemaSnapshot::read(**session);
    }
    const auto server = serverFor(other);
    if (!server)
        return fail(server.error());
    return built(side, **server);
}

Result<SchemaSnapshot> SchemaSideReader::read(const SchemaSide &side)
{
    return readBeside(side, side);
}

Result<SchemaSideReader::Sides> SchemaSideReader::read(const SchemaSide &from, const SchemaSide &to,
                                                       const QStringList &renames)
{
    auto first = readBeside(from, to);
    if (!first)
        return fail(first.error());
    auto second = readBeside(to, from);
    if (!second)
        return fail(second.error());
    QStringList statements;
    if (!renames.isEmpty()) {
        const auto written = renameStatements(*first, renames, *second);
        if (!written)
            return fail(written.error());
        statements = *written;
        first = renamed(*first, statements, from.kind == SchemaSide::Kind::Database ? from : to);
        if (!first)
            return fail(first.error());
    }
    return Sides{.from = std::move(*first), .to = std::move(*second), .renames = statements};
}

Result<SchemaSnapshot> SchemaSideReader::renamed(const SchemaSnapshot &from,
                                                 const QStringList &renames,
                                                 const SchemaSide &other)
{
    const auto server = serverFor(other);
    if (!server)
        return fail(server.error());
    const auto scratch = ScratchDatabase::create(**server, m_progress);
    if (!scratch)
        return fail(scratch.error());
    Session &session = (*scratch)->session();
    const Cancellable cancellable(session, m_progress);
    const auto empty = SchemaSnapshot::read(session);
    if (!empty)
        return fail(empty.error());
    QStringList script;
    for (const ScriptStatement &statement : changeScript(*empty, from).statements)
        script << statement.sql;
    script += renames;
    for (const QString &sql : std::as_const(script))
        ROSTER_TRY(session.query(sql));
    return SchemaSnapshot::read(session);
}

}  // namespace roster

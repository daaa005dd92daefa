// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/lint.h"

#include "models/database/session.h"
#include "models/migration/lintrules.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Lint)
};

struct TableFacts
{
    bool isThere = false;
    double rows = 0;  ///< the planner's estimate
    qint64 bytes = 0;
    QString columnType;
    bool isProvenNotNull = false;  ///< by a valid CHECK
    bool isUtc = false;            ///< the session's zone
};

Result<TableFacts> factsOf(Session &session, const LintMatch &match)
{
    const auto row =
        session.query(QString::fromUtf8(R"(
SELECT c.oid IS NOT NULL, coalesce(c.reltuples, 0),
       coalesce(pg_catalog.pg_relation_size(c.oid), 0),
       (SELECT pg_catalog.format_type(a.atttypid, a.atttypmod) FROM pg_catalog.pg_attribute a
        WHERE a.attrelid = c.oid AND a.attname = $2 AND NOT a.attisdropped),
       EXISTS (SELECT FROM pg_catalog.pg_constraint k
               WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.convalidated
                 AND pg_catalog.pg_get_constraintdef(k.oid)
                     = 'CHECK ((' || pg_catalog.quote_ident($2) || ' IS NOT NULL))'),
       pg_catalog.current_setting('TimeZone') IN ('UTC', 'Etc/UTC')
FROM (SELECT) AS one LEFT JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass($1))"),
                      {quoted(match.schema, match.table).toUtf8(), match.column.toUtf8()});
    if (!row)
        return fail(row.error());
    return TableFacts{row->boolean(0, 0), row->number(0, 1),  row->integer(0, 2),
                      row->text(0, 3),    row->boolean(0, 4), row->boolean(0, 5)};
}

bool isHarmless(const LintMatch &match, const TableFacts &facts)
{
    const bool isRelation = !match.table.isEmpty();
    if (!isRelation || !facts.isThere || facts.bytes == 0)
        return true;
    if (match.rule == "scan"_L1 && !match.column.isEmpty() && facts.isProvenNotNull)
        return true;
    if (match.newType.isEmpty())
        return false;
    const bool isZone = facts.columnType.startsWith("timestamp"_L1)
                     && match.newType.startsWith("timestamp"_L1)
                     && facts.columnType.contains('('_L1) == match.newType.contains('('_L1);
    return isInstantTypeChange(facts.columnType, match.newType) || (isZone && facts.isUtc);
}

LintFinding::Severity severityOf(const LintMatch &match, const TableFacts &facts)
{
    using Severity = LintFinding::Severity;
    constexpr double many = 1e6;
    constexpr double some = 1e4;
    // What is not analysed has -1 rows: then its size speaks.
    const double rows = facts.rows >= 0 ? facts.rows : double(facts.bytes) / 100;
    if (match.cost == LintClass::Destructive)
        return rows > some ? Severity::Danger : Severity::Warning;
    if (match.cost == LintClass::Instant || rows < some)
        return Severity::Note;
    return rows >= many || match.cost == LintClass::Rewrite ? Severity::Danger : Severity::Warning;
}

QString objectOf(const LintMatch &match)
{
    return match.column.isEmpty() ? match.table : match.table + u'.' + match.column;
}

bool isAllowed(const Revision &revision, const LintMatch &match)
{
    return std::any_of(revision.allowances.cbegin(), revision.allowances.cend(),
                       [&](const LintAllowance &allowed) {
                           const QString object = allowed.object;
                           return allowed.rule == match.rule
                               && (object == "*"_L1 || object == objectOf(match)
                                   || object == match.table
                                   || object == match.schema + u'.' + objectOf(match));
                       });
}

LintFinding findingOf(const LintMatch &match, const TableFacts &facts, FilePosition position)
{
    const QLocale locale;
    const QString size = facts.rows >= 0 ? Text::tr("about %1 rows, %2")
                                               .arg(locale.toString(qint64(facts.rows)),
                                                    locale.formattedDataSize(facts.bytes))
                                         : locale.formattedDataSize(facts.bytes);
    return {.rule = match.rule,
            .object = objectOf(match),
            .severity = severityOf(match, facts),
            .position = position,
            .message = Text::tr("%1 (%2): %3.").arg(objectOf(match), size, match.effect),
            .rewrite = match.rewrite};
}

/// `ALTER TYPE … ADD VALUE` and its use in the same transaction.
std::optional<LintFinding> enumFinding(const Revision &revision,
                                       const QList<RevisionStatement> &statements, qsizetype index)
{
    const auto tree = parseStatement(statements.at(index).sql);
    const QString label = tree.value_or(QJsonObject())
                              .value(u"AlterEnumStmt"_s)
                              .toObject()
                              .value(u"newVal"_s)
                              .toString();
    if (label.isEmpty() || !revision.transactional)
        return {};
    for (qsizetype i = index + 1; i < statements.size(); ++i) {
        if (statements.at(i).sql.contains(literal(label).toUtf8())) {
            return LintFinding{
                .rule = u"enum-value"_s,
                .object = label,
                .severity = LintFinding::Severity::Danger,
                .position = statements.at(i).position,
                .message = Text::tr("%1 is used in the transaction that adds it: that fails.")
                               .arg(literal(label)),
                .rewrite = Text::tr("Add the value in a revision of its own.")};
        }
    }
    return {};
}

}  // namespace

Result<QList<LintFinding>> lint(Session &session, const Revision &revision, Direction direction)
{
    const auto statements = statementsOf(revision, direction);
    if (!statements)
        return fail(statements.error());
    QList<LintFinding> findings;
    QStringList created;
    for (qsizetype i = 0; i < statements->size(); ++i) {
        const RevisionStatement &statement = statements->at(i);
        const auto tree = parseStatement(statement.sql);
        if (!tree)
            continue;
        created += createdRelations(*tree);
        if (auto finding = enumFinding(revision, *statements, i))
            findings.append(*finding);
        for (const LintMatch &match : lintMatches(*tree)) {
            if (created.contains(match.table) || isAllowed(revision, match))
                continue;
            const auto facts = factsOf(session, match);
            if (!facts)
                return fail(facts.error());
            if (!isHarmless(match, *facts))
                findings.append(findingOf(match, *facts, statement.position));
        }
    }
    return findings;
}

}  // namespace roster

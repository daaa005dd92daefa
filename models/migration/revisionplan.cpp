// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/revisionplan.h"

#include "models/comparison/changescript.h"
#include "models/comparison/renames.h"
#include "models/database/session.h"
#include "models/schema/declaredtables.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct PlanText
{
    Q_DECLARE_TR_FUNCTIONS(RevisionPlan)
};

/// `ALTER TABLE a RENAME COLUMN x TO y` the other way round.
QString reversed(const QString &rename)
{
    static const QString name = u"((?:\"(?:[^\"]|\"\")+\"|[^\\s\".]+))"_s;
    static const QRegularExpression part(u"^(.* RENAME (?:COLUMN|CONSTRAINT) )"_s + name + u" TO "_s
                                         + name + u'$');
    static const QRegularExpression whole(u"^(ALTER \\w+ (?:.*\\.)?)"_s + name + u" RENAME TO "_s
                                          + name + u'$');
    if (const auto match = part.match(rename); match.hasMatch())
        return match.captured(1) + match.captured(3) + u" TO "_s + match.captured(2);
    if (const auto match = whole.match(rename); match.hasMatch())
        return match.captured(1) + match.captured(3) + u" RENAME TO "_s + match.captured(2);
    return {};
}

/// Name and type of each column.
QStringList columnsOf(const SchemaSnapshot &snapshot, int table)
{
    QStringList columns;
    for (const int part : snapshot.parts(table)) {
        const SchemaObject &object = snapshot.at(part);
        if (object.kind == ObjectKind::Column)
            columns << object.name + u' ' + object.value(Property::Type);
    }
    columns.sort();
    return columns;
}

QString fullName(const SchemaObject &column)
{
    return column.qualifiedRelation() + u'.' + column.name;
}

/// As --rename takes it: names without quotes, `public` left out.
QString renameWord(const SchemaObject &old, const SchemaObject &fresh)
{
    QString word = old.schema == "public"_L1 ? QString() : bareName(old.schema) + u'.';
    if (old.kind == ObjectKind::Column)
        word += bareName(old.relation) + u'.';
    return word + bareName(old.name) + u'=' + bareName(fresh.name);
}

SchemaSnapshot declaredPart(const SchemaSideReader::Sides &sides)
{
    return sides.from.filtered(
        [&](const SchemaObject &object) { return sides.to.find(object.identity()) != nullptr; });
}

/// SQL of what a person wrote: a value (in quotes it may be empty), or an expression in
/// parentheses.
QString fillSql(const QString &text)
{
    QString trimmed = text.trimmed();
    const bool isExpression = trimmed.startsWith(u'(') && trimmed.endsWith(u')');
    const bool isQuoted =
        trimmed.size() > 1 && trimmed.startsWith(u'\'') && trimmed.endsWith(u'\'');
    if (isExpression || isQuoted)
        return trimmed;
    return trimmed.isEmpty() ? QString() : literal(text);
}

/// As a person writes what new rows get; empty: the declaration does not say.
QString declaredFill(const SchemaObject &column)
{
    QList<TableSchema> tables = declaredTables();
    for (const OptionalTable &table : optionalTables())
        tables << table.table;
    for (const TableSchema &table : std::as_const(tables)) {
        if (table.name.name != bareName(column.relation)
            || table.name.schema != bareName(column.schema))
            continue;
        for (const ColumnSchema &declared : table.columns) {
            if (declared.name != bareName(column.name))
                continue;
            switch (declared.clientDefault.kind) {
            case ClientDefault::Kind::Value:
                return declared.clientDefault.value.isEmpty() ? u"''"_s
                                                              : declared.clientDefault.value;
            case ClientDefault::Kind::UtcNow:
                return declared.type.contains("without time zone"_L1)
                         ? u"(now() AT TIME ZONE 'utc')"_s
                         : u"(now())"_s;
            case ClientDefault::Kind::None:
                return {};
            }
        }
    }
    return {};
}

/// Those that hold rows.
Result<QSet<QString>> filledTables(Session &session, const QList<FillQuestion> &questions,
                                   const ChangeSelection &selection)
{
    QSet<QString> tables;
    for (const FillQuestion &question : questions)
        tables.insert(selection.items().at(question.item).group);
    QSet<QString> filled;
    for (const QString &table : std::as_const(tables)) {
        const auto there =
            session.query(u"SELECT pg_catalog.to_regclass($1) IS NOT NULL"_s, {table.toUtf8()});
        if (!there)
            return fail(there.error());
        bool isFilled = true;  // with a rename carried out its name is another one here
        if (there->boolean(0, 0)) {
            const auto rows = session.query(u"SELECT EXISTS (SELECT FROM %1)"_s.arg(table));
            // Who may not look has to count on rows.
            if (!rows && rows.error().kind != Error::Kind::Permission)
                return fail(rows.error());
            isFilled = !rows || rows->boolean(0, 0);
        }
        if (isFilled)
            filled.insert(table);
    }
    return filled;
}

}  // namespace

RevisionPlan::RevisionPlan(const SchemaSideReader::Sides &sides)
    : m_selection(declaredPart(sides), sides.to), m_renames(sides.renames)
{
    findRenames(sides.from);
    findFills();
}

/// A column of the same type, or a table of the same columns, that may be the old one.
void RevisionPlan::findRenames(const SchemaSnapshot &whole)
{
    const SchemaSnapshot &to = m_selection.to();
    for (int item = 0; item < m_selection.items().size(); ++item) {
        const ChangeSelection::Item &added = m_selection.items().at(item);
        if (added.change.type != SchemaChange::Type::Added)
            continue;
        const SchemaObject &fresh = to.at(added.change.to);
        RenameQuestion question{.item = item, .added = {}, .olds = {}, .words = {}};
        const auto ask = [&](const SchemaObject &old, const QString &name) {
            question.olds << name;
            question.words << renameWord(old, fresh);
        };
        if (fresh.kind == ObjectKind::Table) {
            question.added = fresh.qualifiedName();
            const QStringList columns = columnsOf(to, added.change.to);
            for (int i = 0; i < whole.objects().size(); ++i) {
                const SchemaObject &old = whole.at(i);
                if (old.kind == ObjectKind::Table && old.schema == fresh.schema
                    && !to.find(old.identity()) && columnsOf(whole, i) == columns)
                    ask(old, old.qualifiedName());
            }
        } else if (fresh.kind == ObjectKind::Column) {
            question.added = fullName(fresh);
            for (const ChangeSelection::Item &removed : m_selection.items()) {
                if (removed.change.type != SchemaChange::Type::Removed)
                    continue;
                const SchemaObject &old = m_selection.from().at(removed.change.from);
                if (old.kind == ObjectKind::Column
                    && old.qualifiedRelation() == fresh.qualifiedRelation()
                    && old.value(Property::Type) == fresh.value(Property::Type))
                    ask(old, fullName(old));
            }
        }
        if (!question.olds.isEmpty())
            m_renameQuestions << question;
    }
}

void RevisionPlan::findFills()
{
    const SchemaSnapshot &to = m_selection.to();
    for (int i = 0; i < m_selection.items().size(); ++i) {
        const SchemaChange &change = m_selection.items().at(i).change;
        if (change.type == SchemaChange::Type::Removed)
            continue;
        const SchemaObject &object = to.at(change.to);
        const bool isNew = change.type == SchemaChange::Type::Added;
        const bool mustBeThere = object.kind == ObjectKind::Column && object.is(Property::NotNull)
                              && (isNew || change.changes(Property::NotNull));
        const bool hasOne = object.has(Property::Generated) || object.has(Property::Identity)
                         || to.find(u"default "_s + fullName(object));
        if (!mustBeThere || hasOne)
            continue;
        const QString name = fullName(object);
        if (isNew)
            m_declaredFills.insert(name, declaredFill(object));
        m_fillQuestions.append({.item = i,
                                .column = name,
                                .type = object.value(Property::Type),
                                .isNew = isNew,
                                .suggestion = declaredFill(object)});
    }
}

Result<RevisionPlan> RevisionPlan::read(Session &session, Progress &progress,
                                        const SchemaSideReader::Local &local,
                                        const QStringList &renames)
{
    progress.setText(PlanText::tr("Comparing the declared tables with the database…"));
    SchemaSideReader reader(local, RevisionSources(), progress);
    const auto sides = reader.read(
        {.kind = SchemaSide::Kind::Database, .text = u"live"_s, .profile = session.profile()},
        {.kind = SchemaSide::Kind::Declared, .text = u"declared"_s, .profile = {}}, renames);
    if (!sides)
        return fail(sides.error());
    RevisionPlan plan(*sides);
    const auto filled = filledTables(session, plan.m_fillQuestions, plan.m_selection);
    if (!filled)
        return fail(filled.error());
    plan.m_fillQuestions.removeIf([&](const FillQuestion &question) {
        return !filled->contains(plan.m_selection.items().at(question.item).group);
    });
    return plan;
}

void RevisionPlan::setFill(const QString &column, const QString &text)
{
    m_fills.insert(column, text);
}

Result<QString> RevisionPlan::setFillOption(const QString &option)
{
    const qsizetype sign = option.indexOf(u'=');
    const QString name = option.left(sign).trimmed();
    if (sign < 1 || !name.contains(u'.')) {
        return fail(Error::Kind::Usage, PlanText::tr("--fill %1 names no value.").arg(option),
                    PlanText::tr("Write table.column=value."));
    }
    for (const SchemaObject &object : m_selection.to().objects()) {
        const QString bare = bareName(object.relation) + u'.' + bareName(object.name);
        const bool isMeant = object.kind == ObjectKind::Column
                          && (name == bareName(object.schema) + u'.' + bare
                              || (object.schema == "public"_L1 && name == bare));
        if (isMeant) {
            setFill(fullName(object), option.mid(sign + 1));
            return fullName(object);
        }
    }
    return fail(Error::Kind::Usage,
                PlanText::tr("--fill %1: no declared column has this name.").arg(option));
}

QString RevisionPlan::fillOf(const QString &column) const
{
    return m_fills.contains(column) ? m_fills.value(column) : m_declaredFills.value(column);
}

std::optional<FillQuestion> RevisionPlan::openFill() const
{
    for (const FillQuestion &question : m_fillQuestions) {
        if (question.isNew && m_selection.items().at(question.item).isWanted
            && fillSql(fillOf(question.column)).isEmpty())
            return question;
    }
    return {};
}

Result<void> RevisionPlan::checkFills(Session &session) const
{
    for (const FillQuestion &question : m_fillQuestions) {
        const QString sql = fillSql(fillOf(question.column));
        if (sql.isEmpty() || !m_selection.items().at(question.item).isWanted)
            continue;
        const auto known = session.query(u"SELECT pg_catalog.to_regtype($1) IS NOT NULL"_s,
                                         {question.type.section(u'(', 0, 0).toUtf8()});
        if (!known)
            return fail(known.error());
        if (!known->boolean(0, 0))
            continue;  // it comes with this revision
        // Not executed: an expression may do something.
        const auto checked =
            session.query(u"EXPLAIN SELECT CAST(%1 AS %2)"_s.arg(sql, question.type));
        if (!checked) {
            return fail(Error::Kind::InvalidInput,
                        PlanText::tr("%1: %2 is no value of %3: %4")
                            .arg(question.column, fillOf(question.column), question.type,
                                 checked.error().message),
                        PlanText::tr("Write a value, or an SQL expression in parentheses."));
        }
    }
    return {};
}

bool RevisionPlan::isOnlyForSpeed(const ChangeSelection::Item &item) const
{
    if (item.change.type != SchemaChange::Type::Added)
        return false;
    const SchemaObject &object = m_selection.to().at(item.change.to);
    return object.kind == ObjectKind::Index
        && !object.value(Property::Definition).startsWith("CREATE UNIQUE"_L1);
}

Autogenerated RevisionPlan::written() const
{
    Autogenerated result;
    QStringList back;
    for (const QString &rename : m_renames) {
        result.changes << rename;
        result.upgrade += rename + u";\n"_s;
        back.prepend(reversed(rename) + u";\n"_s);
    }
    for (const ChangeSelection::Item &item : m_selection.items()) {
        if (!item.isWanted || item.isCompany)
            continue;
        result.changes << item.text;
        if (isOnlyForSpeed(item))
            result.missingIndexes << item.text;
    }
    SchemaSnapshot wanted = m_selection.wantedSchema();
    result.toSchema = declaredFingerprintOf(wanted);
    QMap<QString, QString> fills = m_declaredFills;
    fills.insert(m_fills);
    for (auto it = fills.cbegin(); it != fills.cend(); ++it) {
        const int column = wanted.indexOf(u"column "_s + it.key());
        if (column >= 0)
            wanted.set(column, Property::Fill, fillSql(*it));
    }
    const SchemaSnapshot &live = m_selection.from();
    const ChangeScript script = changeScript(live, wanted);
    result.isDestructive = script.isDestructive();
    result.upgrade += script.toSql();
    result.downgrade = changeScript(wanted, live).toSql() + back.join(QString());
    return result;
}

}  // namespace roster

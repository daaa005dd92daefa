// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/changeplan.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

// What rows that exist get in new columns that must not be NULL.

namespace {

class ChangePlanText
{
    Q_DECLARE_TR_FUNCTIONS(ChangePlan)
};

constexpr auto numbers = "pg_temp.row_numbers";

/// Where one column of a foreign key points to.
QString referencedColumn(const ColumnFill::Reference &reference, const QString &column)
{
    return reference.referenced.value(reference.columns.indexOf(column));
}

}  // namespace

/// `statements` begin with ADD COLUMN … NOT NULL; returned is what a remark says of them.
QString ChangePlan::fillColumn(int column, QStringList &statements)
{
    const SchemaObject &object = m_to.at(column);
    const ColumnFill::Value value = m_fill.of(column);
    const QString alter = alterTable(object) + u"ALTER COLUMN "_s + object.name;
    QString &add = statements.first();
    constexpr qsizetype notNull = 9;  // ` NOT NULL`
    if (!value.key.isEmpty()) {
        const ColumnFill::Reference reference = ColumnFill::reference(*m_to.find(value.key));
        add.chop(notNull);
        statements.insert(1, filledByReference(object, value, reference));
        statements.insert(2, alter + u" SET NOT NULL"_s);
        m_filled.insert(column, reference.relation);
        return ChangePlanText::tr("Rows that exist get in %1.%2 what refers to rows of %3.")
            .arg(object.qualifiedRelation(), object.name, reference.relation);
    }
    if (!value.numbered.isEmpty()) {
        const QString next = value.numbered.arg(u"nextval('%1')"_s.arg(QString::fromUtf8(numbers)));
        add.insert(add.size() - notNull, u" DEFAULT "_s + next);
        statements.insert(1, alter + u" DROP DEFAULT"_s);
        statements.prepend(u"CREATE SEQUENCE "_s + QString::fromUtf8(numbers));
        statements.insert(3, u"DROP SEQUENCE "_s + QString::fromUtf8(numbers));
        return ChangePlanText::tr("Rows that exist are numbered in %1.%2.")
            .arg(object.qualifiedRelation(), object.name);
    }
    if (value.isNone())
        return {};
    add.insert(add.size() - notNull, u" DEFAULT "_s + value.constant);
    statements.insert(1, alter + u" DROP DEFAULT"_s);
    return ChangePlanText::tr("Rows that exist get %1 in %2.%3.")
        .arg(value.constant, object.qualifiedRelation(), object.name);
}

QString ChangePlan::filledByReference(const SchemaObject &column, const ColumnFill::Value &value,
                                      const ColumnFill::Reference &reference) const
{
    const QString table = column.qualifiedRelation();
    const QString referenced = referencedColumn(reference, column.name);
    if (reference.relation == table)
        return u"UPDATE %1 SET %2 = %3"_s.arg(table, column.name, referenced);
    const QString order = reference.referenced.join(u", "_s);
    if (!value.isOne) {
        return u"UPDATE %1 SET %2 = (SELECT %3 FROM %4 ORDER BY %5 LIMIT 1)"_s.arg(
            table, column.name, referenced, reference.relation, order);
    }
    return u"UPDATE %1 AS t SET %2 = k.%3 FROM (SELECT tableoid AS source, ctid AS place, "
           "row_number() OVER () AS number FROM %1) AS r JOIN (SELECT %3, row_number() OVER "
           "(ORDER BY %5) AS number FROM %4) AS k USING (number) WHERE t.tableoid = r.source AND "
           "t.ctid = r.place"_s.arg(table, column.name, referenced, reference.relation, order);
}

/// The same for the rows of a table that is made anew.
QString ChangePlan::fillExpression(int column) const
{
    const SchemaObject &object = m_to.at(column);
    const ColumnFill::Value value = m_fill.of(column);
    if (!value.numbered.isEmpty())
        return value.numbered.arg(u"row_number() OVER ()"_s);
    return value.constant.isEmpty() ? m_fill.constant(object) : value.constant;
}

/// A column that is filled from another table waits for that one's columns and rows.
void ChangePlan::orderFills()
{
    for (auto it = m_filled.cbegin(); it != m_filled.cend(); ++it) {
        const int step = m_creates.value(it.key(), -1);
        const int table = m_to.indexOf(u"table "_s + *it);
        if (table < 0)
            continue;
        precede(m_creates.value(table, -1), step);
        precede(m_copies.value(table, -1), step);
        for (const int part : m_to.parts(table)) {
            if (m_to.at(part).kind == ObjectKind::Column && part != it.key())
                precede(m_creates.value(part, m_alters.value(part, -1)), step);
        }
    }
}

}  // namespace roster

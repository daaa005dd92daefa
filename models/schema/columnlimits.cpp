// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/columnlimits.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// As pg_get_expr() casts: `::character varying(5)`, `::text[]`.
const QString cast = u"(?:::[a-z_ ]+(?:\\([0-9, ]+\\))?(?:\\[\\])?)?"_s;
const QString constant = u"\\(?(?:'((?:[^']|'')*)'|(-?[0-9][0-9.]*))\\)?"_s + cast;

QString constantOf(const QRegularExpressionMatch &match, int group)
{
    if (!match.captured(group + 1).isEmpty())
        return match.captured(group + 1);
    return match.captured(group).replace("''"_L1, "'"_L1);
}

/// Parts of a condition between AND or OR that stand in no parentheses and no text.
QStringList split(const QString &condition, QLatin1StringView word)
{
    QStringList parts;
    const QString separator = u' ' + QString(word) + u' ';
    int depth = 0;
    bool inText = false;
    qsizetype start = 0;
    for (qsizetype i = 0; i < condition.size(); ++i) {
        const QChar c = condition.at(i);
        if (c == u'\'')
            inText = !inText;
        if (inText)
            continue;
        if (c == u'(' || c == u'[')
            ++depth;
        if (c == u')' || c == u']')
            --depth;
        if (depth == 0 && QStringView(condition).sliced(i).startsWith(separator)) {
            parts << condition.mid(start, i - start);
            start = i + separator.size();
        }
    }
    return parts << condition.mid(start);
}

/// Without parentheses around the whole.
QString bare(QString condition)
{
    condition = condition.trimmed();
    while (condition.startsWith(u'(') && condition.endsWith(u')')) {
        int depth = 0;
        bool whole = true;
        for (qsizetype i = 0; i + 1 < condition.size() && whole; ++i) {
            depth += condition.at(i) == u'(' ? 1 : condition.at(i) == u')' ? -1 : 0;
            whole = depth > 0;
        }
        if (!whole)
            break;
        condition = condition.mid(1, condition.size() - 2).trimmed();
    }
    return condition;
}

class Reader
{
public:
    explicit Reader(const QString &column)
    {
        const QString name = QRegularExpression::escape(column);
        QString doubled = column;
        const QString quoted = QRegularExpression::escape(doubled.replace(u'"', u"\"\""_s));
        m_column = u"\\(?(?:"_s + name + u"|\""_s + quoted + u"\")\\)?"_s + cast;
    }

    void read(const QString &condition)
    {
        for (const QString &part : split(bare(condition), "AND"_L1))
            readPart(bare(part));
    }

    ColumnLimits limits;

private:
    void readPart(const QString &part)
    {
        const QStringList choices = split(part, "OR"_L1);
        if (choices.size() > 1)
            readChoices(choices);
        else if (split(part, "AND"_L1).size() > 1)
            read(part);
        else if (!readComparison(part) && !readList(part) && !readLength(part)
                 && !readMultiple(part) && !readText(part) && matches(u"^%1 IS NOT NULL$"_s, part))
            limits.notNull = true;
    }

    void readChoices(QStringList choices)
    {
        choices.removeIf(
            [this](const QString &choice) { return matches(u"^%1 IS NULL$"_s, bare(choice)); });
        if (choices.size() == 1) {
            read(choices.constFirst());
            return;
        }
        QStringList values;
        for (const QString &choice : std::as_const(choices)) {
            const auto match = matched(u"^%1 = %2$"_s, bare(choice));
            if (!match.hasMatch())
                return;
            values << constantOf(match, 1);
        }
        limits.values = values;
    }

    bool readComparison(const QString &part)
    {
        auto match = matched(u"^%1 (>=|>|<=|<|=) %2$"_s, part);
        QString operation = match.captured(1);
        QString value = match.hasMatch() ? constantOf(match, 2) : QString();
        if (!match.hasMatch()) {
            match = matched(u"^%2 (>=|>|<=|<|=) %1$"_s, part);
            if (!match.hasMatch())
                return false;
            operation = match.captured(3);
            value = constantOf(match, 1);
            if (operation != "="_L1)
                operation[0] = operation.at(0) == u'<' ? u'>' : u'<';
        }
        ColumnLimits found;
        if (operation == "="_L1) {
            found.values = {value};
        } else if (operation.startsWith(u'>')) {
            found.least = value;
            found.leastExcluded = operation.size() == 1;
        } else {
            found.greatest = value;
            found.greatestExcluded = operation.size() == 1;
        }
        tighten(limits, found);
        return true;
    }

    bool readList(const QString &part)
    {
        const auto match = matched(u"^%1 = ANY \\(+ARRAY\\[(.*)\\]\\)*%3\\)*%3$"_s, part);
        if (!match.hasMatch())
            return false;
        static const QRegularExpression one(constant);
        QStringList values;
        auto each = one.globalMatch(match.captured(1));
        while (each.hasNext())
            values << constantOf(each.next(), 1);
        limits.values = values;
        return true;
    }

    bool readLength(const QString &part)
    {
        const auto match = matched(
            u"^(?:char_length|character_length|length|octet_length)\\(%1\\) (>=|>|<=|<|=) ([0-9]+)$"_s,
            part);
        if (!match.hasMatch())
            return false;
        const QString operation = match.captured(1);
        const int length = match.captured(2).toInt();
        if (operation.startsWith(u'>') || operation == "="_L1)
            limits.minLength = operation == ">"_L1 ? length + 1 : length;
        if (operation.startsWith(u'<') || operation == "="_L1)
            limits.maxLength = operation == "<"_L1 ? length - 1 : length;
        return true;
    }

    bool readMultiple(const QString &part)
    {
        static const QString number = u"\\(?'?([0-9]+)'?\\)?"_s + cast;
        const auto match = matched(u"^\\(?%1 % "_s + number + u"\\)? = "_s + number + u"$"_s, part);
        if (!match.hasMatch())
            return false;
        limits.multipleOf = match.captured(1).toLongLong();
        limits.rest = match.captured(2).toLongLong();
        return true;
    }

    bool readText(const QString &part)
    {
        if (matches(u"^%1 <> \\(?''\\)?%3$"_s, part)) {
            limits.minLength = std::max(limits.minLength, 1);
            return true;
        }
        auto match = matched(u"^%1 ~~ %2$"_s, part);
        if (match.hasMatch()) {
            static const QRegularExpression beginning(u"^([^%_\\\\]*)%$"_s);
            limits.beginning = beginning.match(constantOf(match, 1)).captured(1);
            return true;
        }
        match = matched(u"^%1 ~ %2$"_s, part);
        if (match.hasMatch())
            limits.pattern = constantOf(match, 1);
        return match.hasMatch();
    }

    QRegularExpressionMatch matched(const QString &pattern, const QString &text) const
    {
        QString filled = pattern;
        filled.replace(u"%1"_s, m_column).replace(u"%2"_s, constant).replace(u"%3"_s, cast);
        return QRegularExpression(filled).match(text);
    }
    bool matches(const QString &pattern, const QString &text) const
    {
        return matched(pattern, text).hasMatch();
    }

    QString m_column;
};

}  // namespace

void tighten(ColumnLimits &limits, const ColumnLimits &others)
{
    // Texts and dates cannot be compared here: the last word stands.
    const auto isLooser = [](const QString &one, const QString &other, bool isExcluded,
                             double direction) {
        bool isNumber = false;
        bool isOther = false;
        const double by = direction * (one.toDouble(&isNumber) - other.toDouble(&isOther));
        return isNumber && isOther && (by < 0 || (by == 0 && !isExcluded));
    };
    if (!others.least.isEmpty() && !isLooser(others.least, limits.least, others.leastExcluded, 1)) {
        limits.least = others.least;
        limits.leastExcluded = others.leastExcluded;
    }
    if (!others.greatest.isEmpty()
        && !isLooser(others.greatest, limits.greatest, others.greatestExcluded, -1)) {
        limits.greatest = others.greatest;
        limits.greatestExcluded = others.greatestExcluded;
    }
    if (!others.values.isEmpty())
        limits.values = others.values;
    if (others.multipleOf != 0) {
        limits.multipleOf = others.multipleOf;
        limits.rest = others.rest;
    }
    if (!others.beginning.isEmpty())
        limits.beginning = others.beginning;
    if (!others.pattern.isEmpty())
        limits.pattern = others.pattern;
    limits.minLength = std::max(limits.minLength, others.minLength);
    if (others.maxLength >= 0)
        limits.maxLength =
            limits.maxLength < 0 ? others.maxLength : std::min(limits.maxLength, others.maxLength);
    limits.notNull = limits.notNull || others.notNull;
}

ColumnLimits limitsOf(const QStringList &conditions, const QString &column)
{
    static const QRegularExpression around(u"^CHECK (.*?)(?: NO INHERIT)?(?: NOT VALID)?$"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    Reader reader(column);
    for (const QString &condition : conditions) {
        const auto match = around.match(condition);
        reader.read(match.hasMatch() ? match.captured(1) : condition);
    }
    return reader.limits;
}

ColumnLimits limitsOf(const TableSchema &table, const QString &column)
{
    QStringList conditions;
    for (const CheckSchema &check : table.checks)
        conditions << check.expression;
    return limitsOf(conditions, column);
}

}  // namespace roster

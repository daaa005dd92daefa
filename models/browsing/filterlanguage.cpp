// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/filterlanguage.h"

#include "models/browsing/filterperiod.h"
#include "models/browsing/filtervalue.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FilterLanguage)
};

/// How the values of a column are compared.
enum class Reading { Text, AsText, Number, Boolean, Period, Exact };

Reading readingOf(TypeKind kind)
{
    switch (kind) {
    case TypeKind::Text:
        return Reading::Text;
    case TypeKind::Integer:
    case TypeKind::Float:
    case TypeKind::Numeric:
        return Reading::Number;
    case TypeKind::Boolean:
        return Reading::Boolean;
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
    case TypeKind::Date:
    case TypeKind::Time:
        return Reading::Period;
    case TypeKind::Uuid:
    case TypeKind::Enum:
        return Reading::Exact;
    default:
        return Reading::AsText;
    }
}

/// One alternative of a filter: literal text, and what was not in quotes.
struct Term
{
    QString text;           ///< quotes taken off
    QString pattern;        ///< for LIKE: `*` as %, the rest escaped
    bool isQuoted = false;  ///< some of it was: no keyword, no range
    bool hasStar = false;
};

/// Splits at `|` outside of quotes. A quote opens only at a term's start or after its operator, so
/// that 5" stays what it is.
QStringList alternatives(const QString &filter)
{
    QStringList parts{QString()};
    bool inQuotes = false;
    static const QRegularExpression beforeQuote(u"^\\s*(>=|<=|<>|!=|>|<|=)?\\s*$"_s);
    for (const QChar c : filter) {
        if (c == u'"' && (inQuotes || beforeQuote.match(parts.last()).hasMatch()))
            inQuotes = !inQuotes;
        else if (c == u'"' && parts.last().endsWith(u'"')
                 && beforeQuote.match(parts.last().left(parts.last().indexOf(u'"'))).hasMatch())
            inQuotes = true;  // the second of a doubled quote
        if (c == u'|' && !inQuotes)
            parts << QString();
        else
            parts.last() += c;
    }
    return parts;
}

Term termOf(const QString &operand)
{
    Term term;
    if (operand.size() >= 2 && operand.startsWith(u'"') && operand.endsWith(u'"')) {
        term.isQuoted = true;
        term.text = operand.mid(1, operand.size() - 2).replace(u"\"\""_s, u"\""_s);
        term.pattern = likeEscaped(term.text);
        return term;
    }
    term.text = operand;
    term.hasStar = operand.contains(u'*');
    term.pattern = likeEscaped(operand).replace(u'*', u'%');
    return term;
}

class ColumnFilter
{
public:
    ColumnFilter(QString table, const ColumnSchema &column, Bindings &bindings)
        : m_table(std::move(table)),
          m_column(column),
          m_bindings(bindings),
          m_name(quoted(column.name)),
          m_reading(readingOf(column.kind))
    {
    }

    Result<QString> alternative(const QString &text);

private:
    Result<QString> compare(const QString &sign, const Term &term);
    Result<QString> compareValue(const QString &sign, const Term &term);
    Result<QString> comparePeriod(const QString &sign, const Term &term);
    Result<QString> range(const QString &text);
    Result<QString> bare(const Term &term);
    QString contains(const Term &term);
    std::optional<QByteArray> value(const Term &term) const;
    QString signedBy(const QString &sign, const QString &value) const;
    tl::unexpected<Error> refused(const QString &text) const;
    QString accepted() const;

    QString m_table;
    const ColumnSchema &m_column;
    Bindings &m_bindings;
    QString m_name;
    Reading m_reading;
};

QString ColumnFilter::accepted() const
{
    switch (m_column.kind) {
    case TypeKind::Integer:
        return Text::tr("Whole numbers are accepted: 10, >10, 10..20, 1|2, null.");
    case TypeKind::Float:
    case TypeKind::Numeric:
        return Text::tr(
            "Numbers are accepted, with a decimal point: 10.5, >10, 10..20, NaN, null.");
    case TypeKind::Boolean:
        return Text::tr("Accepted are true, false, yes, no, null.");
    case TypeKind::Date:
        return Text::tr("Dates are accepted, also their beginnings: 2026, 2026-01, >2026-01-02, "
                        "2026-01..2026-03, null.");
    case TypeKind::Time:
        return Text::tr("Times are accepted: 10:30, 10:30:05, >10:30, 08:00..12:00, null.");
    case TypeKind::Enum:
        return Text::tr("Accepted are %1, null.").arg(m_column.enumLabels.join(", "_L1));
    case TypeKind::Uuid:
        return Text::tr("Compared to a whole UUID; a part of one is searched without a sign.");
    default:
        return Text::tr(
            "Dates and times are accepted, also their beginnings: 2026-01, 2026-01-02 10:30, "
            ">2026, 2026-01..2026-03, infinity, null.");
    }
}

tl::unexpected<Error> ColumnFilter::refused(const QString &text) const
{
    Error error;
    error.kind = Error::Kind::InvalidInput;
    error.message = Text::tr("%1.%2: “%3” is no filter for %4.")
                        .arg(m_table, m_column.name, text, m_column.type);
    error.hint = accepted();
    error.table = m_table;
    error.column = m_column.name;
    return fail(std::move(error));
}

Result<QString> ColumnFilter::alternative(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.compare("null"_L1, Qt::CaseInsensitive) == 0)
        return m_name + u" IS NULL"_s;
    if (trimmed.compare("!null"_L1, Qt::CaseInsensitive) == 0)
        return m_name + u" IS NOT NULL"_s;
    for (const auto sign : {">="_L1, "<="_L1, "<>"_L1, "!="_L1, ">"_L1, "<"_L1, "="_L1}) {
        if (trimmed.startsWith(sign)) {
            return compare(sign == "!="_L1 ? u"<>"_s : QString(sign),
                           termOf(trimmed.mid(sign.size()).trimmed()));
        }
    }
    const Term term = termOf(trimmed);
    const bool hasRange = m_reading == Reading::Number || m_reading == Reading::Period;
    if (hasRange && !term.isQuoted && trimmed.contains(".."_L1))
        return range(trimmed);
    return bare(term);
}

/// NULLs are other than any value, so <> lists them.
QString ColumnFilter::signedBy(const QString &sign, const QString &value) const
{
    return sign == "<>"_L1 ? u"%1 IS DISTINCT FROM %2"_s.arg(m_name, value)
                           : u"%1 %2 %3"_s.arg(m_name, sign, value);
}

Result<QString> ColumnFilter::compare(const QString &sign, const Term &term)
{
    if (m_reading == Reading::AsText) {
        const QString bound = m_bindings.add(term.text.toUtf8(), u"text"_s);
        const QString compared = sign == "<>"_L1 ? u"IS DISTINCT FROM"_s : sign;
        return asWritten(m_name, m_column) + u' ' + compared + u' ' + bound;
    }
    if (m_reading == Reading::Period)
        return comparePeriod(sign, term);
    return compareValue(sign, term);
}

std::optional<QByteArray> ColumnFilter::value(const Term &term) const
{
    switch (m_reading) {
    case Reading::Number:
        return numberValue(m_column.kind, term.text);
    case Reading::Boolean:
        return booleanValue(term.text);
    case Reading::Exact:
        if (m_column.kind == TypeKind::Uuid)
            return uuidValue(term.text);
        return m_column.enumLabels.contains(term.text) ? std::optional(term.text.toUtf8())
                                                       : std::nullopt;
    default:
        return term.text.toUtf8();
    }
}

Result<QString> ColumnFilter::compareValue(const QString &sign, const Term &term)
{
    const auto bound = value(term);
    if (!bound)
        return refused((sign == "="_L1 ? QString() : sign) + term.text);
    return signedBy(sign, m_bindings.add(bound, comparedType(m_column)));
}

Result<QString> ColumnFilter::comparePeriod(const QString &sign, const Term &term)
{
    const auto period = parsePeriod(m_column.kind, term.text);
    if (!period)
        return refused((sign == "="_L1 ? QString() : sign) + term.text);
    const auto bind = [&](const QString &moment) {
        return m_bindings.add(moment.toLatin1(), withoutModifier(m_column.type));
    };
    if (period->before.isEmpty())
        return signedBy(sign, bind(period->from));
    if (sign == ">"_L1)
        return u"%1 >= %2"_s.arg(m_name, bind(period->before));
    if (sign == "<="_L1)
        return u"%1 < %2"_s.arg(m_name, bind(period->before));
    if (sign == "<"_L1 || sign == ">="_L1)
        return signedBy(sign, bind(period->from));
    const QString within = u"(%1 >= %2 AND %1 < %3)"_s;
    const QString from = bind(period->from);
    const QString inside = within.arg(m_name, from, bind(period->before));
    return sign == "="_L1 ? inside : inside + u" IS NOT TRUE"_s;
}

Result<QString> ColumnFilter::range(const QString &text)
{
    const qsizetype dots = text.indexOf(".."_L1);
    const QString from = text.left(dots).trimmed();
    QString to = text.mid(dots + 2).trimmed();
    const bool isOpen = to.startsWith(u'<');
    if (isOpen)
        to = to.mid(1).trimmed();
    if ((from.isEmpty() && to.isEmpty()) || (isOpen && to.isEmpty()))
        return refused(text);
    QStringList parts;
    for (const auto &[sign, limit] :
         {std::pair(u">="_s, from), std::pair(isOpen ? u"<"_s : u"<="_s, to)}) {
        if (limit.isEmpty())
            continue;
        const auto part = compare(sign, termOf(limit));
        if (!part)
            return refused(text);
        parts << *part;
    }
    return u'(' + parts.join(" AND "_L1) + u')';
}

QString ColumnFilter::contains(const Term &term)
{
    const QString name =
        m_reading == Reading::Text ? likable(m_name, m_column) : asWritten(m_name, m_column);
    if (term.hasStar)
        return name + u" LIKE "_s + m_bindings.add(term.pattern.toUtf8(), u"text"_s);
    return name + u" ILIKE "_s + m_bindings.add((u'%' + term.pattern + u'%').toUtf8(), u"text"_s);
}

Result<QString> ColumnFilter::bare(const Term &term)
{
    switch (m_reading) {
    case Reading::Text:
    case Reading::AsText:
        return contains(term);
    case Reading::Exact:
        return value(term) ? compareValue(u"="_s, term) : Result<QString>(contains(term));
    default:
        return compare(u"="_s, term);
    }
}

}  // namespace

Result<QString> filterCondition(const QString &table, const ColumnSchema &column,
                                const QString &filter, Bindings &bindings)
{
    QStringList parts;
    for (const QString &text : alternatives(filter)) {
        if (text.trimmed().isEmpty())
            continue;
        const auto part = ColumnFilter(table, column, bindings).alternative(text);
        if (!part)
            return fail(part.error());
        parts << *part;
    }
    return parts.size() > 1 ? u'(' + parts.join(" OR "_L1) + u')' : parts.value(0);
}

}  // namespace roster

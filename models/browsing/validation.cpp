// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/tablechanges.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

// What is refused here is what PostgreSQL is certain to refuse; in doubt the server judges.

/// Gives tr() the context that lupdate files the text under.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TableChanges)
};

/// Where a value stands, and the refusals that name it.
struct Cell
{
    const TableSchema &schema;
    const ColumnSchema &column;

    tl::unexpected<Error> refuse(const QString &why, const QString &hint) const
    {
        Error error;
        error.kind = Error::Kind::InvalidInput;
        error.message = schema.name.name + u'.' + column.name + u": "_s + why;
        error.hint = hint;
        error.schema = schema.name.schema;
        error.table = schema.name.name;
        error.column = column.name;
        return fail(error);
    }
};

constexpr qsizetype shownLength = 40;

/// The value as an error shows it: its beginning, on one line.
QString shown(const QByteArray &value)
{
    QString text = QString::fromUtf8(value.left(4 * shownLength)).simplified();
    if (text.size() > shownLength || value.size() > 4 * shownLength)
        text = text.left(shownLength) + u'…';
    return text;
}

/// Characters as PostgreSQL counts them: code points, every byte that does not continue one.
qsizetype characters(const QByteArray &utf8)
{
    return std::count_if(utf8.cbegin(), utf8.cend(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

Result<void> checkLength(const Cell &cell, const QByteArray &value)
{
    if (cell.column.maxLength < 0 || value.size() <= cell.column.maxLength)
        return {};
    const qsizetype length = characters(value);
    // Blanks beyond the limit are cut without complaint, as the SQL standard has it.
    qsizetype blanks = 0;
    while (blanks < value.size() && value.at(value.size() - 1 - blanks) == ' ')
        ++blanks;
    if (length - blanks <= cell.column.maxLength)
        return {};
    return cell.refuse(Text::tr("%Ln character(s), at most %1 fit.", nullptr,
                                int(std::min<qsizetype>(length, std::numeric_limits<int>::max())))
                           .arg(cell.column.maxLength),
                       Text::tr("Shorten it or press Esc."));
}

/// Spellings that newer servers know (0x1F, 1_000): not for us to refuse.
bool mayBeNewSpelling(const QString &text)
{
    static const QRegularExpression pattern(uR"(^[+-]?(0[xXoObB][0-9a-fA-F_]+|[\d_.eE+-]+)$)"_s);
    return text.contains(QRegularExpression(u"[_xXoObB]"_s)) && pattern.match(text).hasMatch();
}

Result<void> checkInteger(const Cell &cell, const QByteArray &value)
{
    struct Range
    {
        QLatin1StringView type;
        qint64 least;
        qint64 most;
    };
    static constexpr std::array ranges{
        Range{"smallint"_L1, std::numeric_limits<qint16>::min(),
              std::numeric_limits<qint16>::max()},
        Range{"integer"_L1, std::numeric_limits<qint32>::min(), std::numeric_limits<qint32>::max()},
        Range{"bigint"_L1, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()},
    };
    static const QRegularExpression digits(u"^[+-]?[0-9]+$"_s);
    const QString text = QString::fromUtf8(value).trimmed();
    if (!digits.match(text).hasMatch()) {
        if (mayBeNewSpelling(text))
            return {};
        return cell.refuse(Text::tr("“%1” is not a whole number.").arg(shown(value)),
                           Text::tr("Type digits only, or press Esc."));
    }
    const auto *const range = std::find_if(ranges.begin(), ranges.end(), [&](const Range &one) {
        return one.type == cell.column.type;
    });
    if (range == ranges.end())
        return {};
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    if (fits && number >= range->least && number <= range->most)
        return {};
    return cell.refuse(Text::tr("%1 does not fit into %2.").arg(shown(value), cell.column.type),
                       Text::tr("It takes %1 to %2.").arg(range->least).arg(range->most));
}

Result<void> checkNumber(const Cell &cell, const QByteArray &value)
{
    static const QRegularExpression number(
        u"^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$"_s);
    static const QRegularExpression word(u"^(nan|[+-]?inf(inity)?)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression whole(u"^[+-]?0*([0-9]*)(\\.[0-9]*)?$"_s);
    const QString text = QString::fromUtf8(value).trimmed();
    if (!number.match(text).hasMatch()) {
        if (word.match(text).hasMatch() || mayBeNewSpelling(text))
            return {};
        return cell.refuse(Text::tr("“%1” is not a number.").arg(shown(value)),
                           Text::tr("Write it as 1234.5, or press Esc."));
    }
    const int room = cell.column.precision - std::max(cell.column.scale, 0);
    const QRegularExpressionMatch match = whole.match(text);
    if (cell.column.precision < 0 || cell.column.scale < 0 || !match.hasMatch()
        || match.capturedLength(1) <= room) {
        return {};
    }
    return cell.refuse(
        Text::tr("%1 does not fit into %2.").arg(shown(value), cell.column.type),
        Text::tr("At most %n digit(s) fit before the decimal point.", nullptr, room));
}

Result<void> checkBoolean(const Cell &cell, const QByteArray &value)
{
    // PostgreSQL takes every beginning of these words that is not ambiguous.
    static const QRegularExpression words(
        u"^(t(r(ue?)?)?|f(a(l(se?)?)?)?|y(es?)?|no?|on|off?|1|0)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (words.match(QString::fromUtf8(value).trimmed()).hasMatch())
        return {};
    return cell.refuse(Text::tr("“%1” is neither true nor false.").arg(shown(value)),
                       Text::tr("Type true or false, or press Esc."));
}

Result<void> checkUuid(const Cell &cell, const QByteArray &value)
{
    static const QRegularExpression uuid(u"^(\\{)?([0-9a-fA-F]{4}-?){7}[0-9a-fA-F]{4}(?(1)\\})$"_s);
    if (uuid.match(QString::fromUtf8(value)).hasMatch())
        return {};
    return cell.refuse(Text::tr("“%1” is not a UUID.").arg(shown(value)),
                       Text::tr("It has 32 hexadecimal digits: "
                                "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11."));
}

Result<void> checkJson(const Cell &cell, const QByteArray &value)
{
    // In brackets, since Qt takes no bare string or number at the top.
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson('[' + value + ']', &error);
    switch (error.error) {
    case QJsonParseError::NoError:
        if (document.array().size() == 1)
            return {};
        return cell.refuse(Text::tr("this is not one JSON value."),
                           Text::tr("Text stands in double quotes, lists in brackets."));
    case QJsonParseError::IllegalNumber:  // Qt's limits, not PostgreSQL's
    case QJsonParseError::IllegalEscapeSequence:
    case QJsonParseError::IllegalUTF8String:
    case QJsonParseError::DeepNesting:
    case QJsonParseError::DocumentTooLarge:
        return {};
    default:
        return cell.refuse(Text::tr("this is not JSON: %1 at character %2.")
                               .arg(error.errorString())
                               .arg(std::max(1, error.offset)),
                           Text::tr("Text and names stand in double quotes."));
    }
}

Result<void> checkEnum(const Cell &cell, const QByteArray &value)
{
    if (cell.column.enumLabels.isEmpty()
        || cell.column.enumLabels.contains(QString::fromUtf8(value))) {
        return {};
    }
    return cell.refuse(Text::tr("“%1” is not one of its values.").arg(shown(value)),
                       Text::tr("It takes: %1.").arg(cell.column.enumLabels.join(", "_L1)));
}

bool isPossibleDate(const QString &text)
{
    static const QRegularExpression iso(u"^([0-9]{4,6})-([0-9]{2})-([0-9]{2})(?![0-9])"_s);
    const QRegularExpressionMatch match = iso.match(text);
    if (!match.hasMatch())
        return true;
    const int year = match.captured(1).toInt();
    const int month = match.captured(2).toInt();
    // Years before Christ are leap years by another count; a day too many is the server's to find.
    const bool before = text.contains("bc"_L1, Qt::CaseInsensitive);
    const int days =
        before ? 31 : QDate(2000 + year % 400, std::clamp(month, 1, 12), 1).daysInMonth();
    return year > 0 && month >= 1 && month <= 12 && match.captured(3).toInt() >= 1
        && match.captured(3).toInt() <= days;
}

bool isPossibleTime(const QString &text)
{
    static const QRegularExpression clock(u"(?:^|[ T])([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"_s);
    const QRegularExpressionMatch match = clock.match(text);
    return !match.hasMatch()
        || (match.captured(1).toInt() <= 24 && match.captured(2).toInt() <= 59
            && match.captured(3).toInt() <= 60);
}

Result<void> checkMoment(const Cell &cell, const QByteArray &value)
{
    // PostgreSQL reads many spellings: infinity, 44 BC, year 12026, "Nov 22 2026", yesterday.
    static const QRegularExpression plausible(
        u"[0-9]|now|today|tomorrow|yesterday|epoch|inf|allballs"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(value.left(200)).trimmed();
    if (plausible.match(text).hasMatch() && isPossibleDate(text) && isPossibleTime(text))
        return {};
    const bool isTime = cell.column.kind == TypeKind::Time;
    const bool isDate = cell.column.kind == TypeKind::Date;
    const QString why = isTime ? Text::tr("“%1” is not a time of day.")
                      : isDate ? Text::tr("“%1” is not a date.")
                               : Text::tr("“%1” is not a date and time.");
    return cell.refuse(why.arg(shown(value)), Text::tr("Write it as %1, or press Esc.")
                                                  .arg(isTime   ? u"13:05:59"_s
                                                       : isDate ? u"2026-01-31"_s
                                                                : u"2026-01-31 13:05:59"_s));
}

Result<void> checkBytes(const Cell &cell, const QByteArray &value)
{
    if (!value.startsWith("\\x"))
        return {};
    const auto isForeign = [](char c) {
        return !std::isxdigit(static_cast<unsigned char>(c))
            && !std::isspace(static_cast<unsigned char>(c));
    };
    if (std::none_of(value.cbegin() + 2, value.cend(), isForeign))
        return {};
    return cell.refuse(Text::tr("not only hexadecimal digits follow \\x."),
                       Text::tr("Write bytes as \\x0a1b, or press Esc."));
}

Result<void> checkArray(const Cell &cell, const QByteArray &value)
{
    const QByteArray start = value.left(1000).trimmed();
    if (start.startsWith('{') || start.startsWith('[') || (start.isEmpty() && value.size() > 1000))
        return {};
    return cell.refuse(Text::tr("“%1” is not a list.").arg(shown(value)),
                       Text::tr("Write it as {first,second}, or press Esc."));
}

Result<void> checkKind(const Cell &cell, const QByteArray &value)
{
    switch (cell.column.kind) {
    case TypeKind::Boolean:
        return checkBoolean(cell, value);
    case TypeKind::Integer:
        return checkInteger(cell, value);
    case TypeKind::Float:
    case TypeKind::Numeric:
        return checkNumber(cell, value);
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
    case TypeKind::Date:
    case TypeKind::Time:
        return checkMoment(cell, value);
    case TypeKind::Uuid:
        return checkUuid(cell, value);
    case TypeKind::Json:
        return checkJson(cell, value);
    case TypeKind::Bytes:
        return checkBytes(cell, value);
    case TypeKind::Enum:
        return checkEnum(cell, value);
    case TypeKind::Array:
        return checkArray(cell, value);
    case TypeKind::Text:
    case TypeKind::Other:
        break;
    }
    return {};
}

tl::unexpected<Error> madeByServer(const Cell &cell)
{
    return cell.refuse(Text::tr("the server makes this value itself."),
                       Text::tr("Leave it alone; it follows by itself."));
}

}  // namespace

Result<void> validate(const TableSchema &schema, int column, const SqlValue &value)
{
    const bool isNumbered = column >= 0 && column < schema.columns.size()
                         && schema.columns.at(column).identity == "ALWAYS"_L1;
    if (isNumbered)
        return madeByServer({schema, schema.columns.at(column)});
    return validateAdded(schema, column, value);
}

Result<void> validateAdded(const TableSchema &schema, int column, const SqlValue &value)
{
    if (column < 0 || column >= schema.columns.size()) {
        return fail(Error::Kind::NotFound,
                    Text::tr("%1 has no column number %2.").arg(schema.name.name).arg(column + 1),
                    Text::tr("Refresh (F5): the table may have been changed by another session."));
    }
    const Cell cell{schema, schema.columns.at(column)};
    if (!cell.column.generated.isEmpty())
        return madeByServer(cell);
    if (!value) {
        if (cell.column.nullable)
            return {};
        return cell.refuse(Text::tr("it must not be NULL."),
                           Text::tr("Type a value or press Esc."));
    }
    if (value->contains('\0')) {
        return cell.refuse(
            Text::tr("the text holds a NUL character, which PostgreSQL cannot store."),
            Text::tr("Remove it or press Esc."));
    }
    ROSTER_TRY(checkLength(cell, *value));
    return checkKind(cell, *value);
}

namespace {

/// Now in UTC as PostgreSQL writes it: microseconds, no zeros at the end.
QByteArray utcNow()
{
    using namespace std::chrono;
    const auto now = floor<microseconds>(system_clock::now());
    const qint64 total = now.time_since_epoch().count();
    const auto moment = QDateTime::fromSecsSinceEpoch(total / 1'000'000, Qt::UTC);
    QByteArray text = moment.toString(u"yyyy-MM-dd HH:mm:ss"_s).toUtf8();
    if (const qint64 micros = total % 1'000'000) {
        text += '.' + QByteArray::number(micros).rightJustified(6, '0');
        while (text.endsWith('0'))
            text.chop(1);
    }
    return text;
}

}  // namespace

std::optional<SqlValue> clientDefaultValue(const ColumnSchema &column)
{
    switch (column.clientDefault.kind) {
    case ClientDefault::Kind::None:
        break;
    case ClientDefault::Kind::Value:
        return SqlValue(column.clientDefault.value.toUtf8());
    case ClientDefault::Kind::UtcNow: {
        const QByteArray now = utcNow();
        if (column.kind == TypeKind::Date)
            return SqlValue(now.left(10));
        return SqlValue(column.kind == TypeKind::TimestampTz ? now + "+00" : now);
    }
    }
    return std::nullopt;
}

}  // namespace roster

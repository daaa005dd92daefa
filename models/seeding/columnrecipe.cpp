// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/columnrecipe.h"

#include "models/schema/arraytext.h"
#include "models/schema/date.h"
#include "models/schema/jsonvalue.h"
#include "models/schema/time.h"
#include "models/schema/timestamp.h"
#include "models/schema/timestamptz.h"
#include "models/seeding/playernames.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ColumnRecipe)
};

constexpr qint64 microsecondsPerSecond = 1'000'000;
constexpr qint64 endless = std::numeric_limits<qint64>::max();

constexpr std::array wordList{"amber",  "bridge",  "candle",  "distant", "ember",  "forest",
                              "garden", "harbour", "island",  "jumps",   "kettle", "lantern",
                              "meadow", "north",   "orchard", "pebble",  "quiet",  "river",
                              "silver", "tower",   "under",   "valley",  "winter", "yellow"};

/// 0 … span - 1, also of more than 2³².
qint64 below(RandomSource &random, qint64 span)
{
    constexpr qint64 narrow = qint64(1) << 32U;
    return span <= narrow ? random.below(span) : qint64(random.next() % quint64(span));
}

QByteArray hexBytes(RandomSource &random, qsizetype bytes)
{
    QByteArray hex;
    while (hex.size() < 2 * bytes)
        hex += QByteArray::number(random.next(), 16).rightJustified(16, '0');
    return hex.left(2 * bytes);
}

QByteArray uuidText(RandomSource &random)
{
    QByteArray hex = hexBytes(random, 16);
    hex[12] = '4';  // version 4, variant 1
    hex[16] = "89ab"[random.below(4)];
    return hex.left(8) + '-' + hex.mid(8, 4) + '-' + hex.mid(12, 4) + '-' + hex.mid(16, 4) + '-'
         + hex.mid(20);
}

qint64 powerOf(qint64 base, qint64 exponent)
{
    qint64 power = 1;
    for (qint64 i = 0; i < exponent; ++i) {
        if (power > endless / base)
            return endless;
        power *= base;
    }
    return power;
}

const QMap<QString, ColumnRecipe::Kind> &kinds()
{
    using Kind = ColumnRecipe::Kind;
    static const QMap<QString, Kind> all{
        {u"null"_s, Kind::Null},
        {u"default"_s, Kind::Default},
        {u"const"_s, Kind::Values},
        {u"values"_s, Kind::Values},
        {u"range"_s, Kind::Range},
        {u"each"_s, Kind::Each},
        {u"name"_s, Kind::Name},
        {u"email"_s, Kind::Email},
        {u"words"_s, Kind::Words},
        {u"number"_s, Kind::Number},
        {u"uuid"_s, Kind::Uuid},
        {u"json"_s, Kind::Json},
        {u"bytes"_s, Kind::Bytes},
        {u"key"_s, Kind::Key},
        {u"each-key"_s, Kind::EachKey},
        {u"cross"_s, Kind::Cross},
        {u"array"_s, Kind::Array},
        {u"pattern"_s, Kind::Pattern},
        {u"each-pattern"_s, Kind::EachPattern},
    };
    return all;
}

}  // namespace

Result<ColumnRecipe> ColumnRecipe::parse(const QString &text, const ColumnSchema &column)
{
    ColumnRecipe recipe;
    recipe.m_type = column.kind;
    recipe.m_maxLength = column.maxLength;
    constexpr int usualScale = 2;
    if (column.kind == TypeKind::Numeric)
        recipe.m_scale = column.scale >= 0 ? std::min(column.scale, 6) : usualScale;
    if (column.kind == TypeKind::Float)
        recipe.m_scale = usualScale;
    QString rest = text;
    static const QRegularExpression nulls(u"^null:([0-9]{1,3})%,"_s);
    if (const auto match = nulls.match(text); match.hasMatch()) {
        recipe.m_nullPercent = std::min(match.captured(1).toInt(), 100);
        rest = text.sliced(match.capturedLength());
    }
    const qsizetype colon = rest.indexOf(u':');
    const auto kind = kinds().constFind(rest.left(colon));
    if (kind != kinds().cend()) {
        recipe.m_kind = *kind;
        const QString argument = colon < 0 ? QString() : rest.sliced(colon + 1);
        if (rest.startsWith("const:"_L1))
            recipe.m_values = {argument.toUtf8()};
        else if (!recipe.readArgument(argument, column))
            recipe.m_kind = Kind::Null;
        if (recipe.m_kind != Kind::Null || rest == "null"_L1)
            return recipe;
    }
    Error error;
    error.kind = Error::Kind::InvalidInput;
    // Both ends are understood, but the wrong way round: as checks that nothing meets leave them.
    const QStringList ends = rest.sliced(colon + 1).split(u".."_s);
    const bool isEmptyRange = (rest.startsWith("range:"_L1) || rest.startsWith("each:"_L1))
                           && ends.size() == 2 && recipe.position(ends.first())
                           && recipe.position(ends.last());
    error.message =
        isEmptyRange ? Text::tr("%1: no value lies in %2.").arg(column.name, ends.join(u".."_s))
        : text.isEmpty()
            ? Text::tr("%1: no values are known for its type %2.").arg(column.name, column.type)
            : Text::tr("%1: %2 is no recipe for a column of type %3.")
                  .arg(column.name, text, column.type);
    error.hint =
        Text::tr("Say how to fill it by a recipe: const:X, values:A|B, range:1..100, name, "
                 "words, number, null.");
    error.command = u"--column %1=RECIPE"_s.arg(column.name);
    error.column = column.name;
    return fail(error);
}

bool ColumnRecipe::readArgument(const QString &argument, const ColumnSchema &column)
{
    switch (m_kind) {
    case Kind::Values:
    case Kind::Cross:
        for (const QString &value : argument.split(u'|', Qt::SkipEmptyParts))
            m_values << value.toUtf8();
        return m_kind == Kind::Cross || !m_values.isEmpty();
    case Kind::Range:
    case Kind::Each:
        return readRange(argument);
    case Kind::Words: {
        const QStringList ends = argument.split(u".."_s);
        m_least = argument.isEmpty() ? 3 : ends.value(0).toLongLong();
        m_greatest = argument.isEmpty() ? 40 : ends.value(ends.size() - 1).toLongLong();
        if (m_maxLength >= 0)
            m_greatest = std::min(m_greatest, m_maxLength);
        m_least = std::min(m_least, m_greatest);
        return m_greatest > 0;
    }
    case Kind::Number:
        m_prefix = argument.toUtf8();
        return true;
    case Kind::Pattern:
    case Kind::EachPattern: {
        const auto pattern = TextPattern::parse(argument);
        m_pattern = pattern.value_or(TextPattern());
        return pattern.has_value();
    }
    case Kind::Array: {
        ColumnSchema element;
        element.name = column.name;
        element.type = column.elementType;
        element.kind = kindOfType(column.elementType);
        auto inner = parse(argument, element);
        if (!inner)
            return false;
        m_element = {*inner};
        return true;
    }
    default:
        return true;
    }
}

bool ColumnRecipe::readRange(const QString &argument)
{
    const QString all = argument.section(u'/', 0, 0);
    if (argument.contains(u'/')) {
        bool isNumber = false;
        m_step = argument.section(u'/', 1).toLongLong(&isNumber);
        if (!isNumber || m_step < 1 || m_scale != 0)
            return false;
    }
    const QStringList ends = all.split(u".."_s);
    if (ends.size() != 2)
        return false;
    const auto least = position(ends.at(0));
    const auto greatest = position(ends.at(1));
    if (!least || !greatest || *greatest < *least)
        return false;
    m_least = *least;
    m_greatest = *greatest;
    return true;
}

std::optional<qint64> ColumnRecipe::position(const QString &text) const
{
    const QByteArray bytes = text.trimmed().toUtf8();
    const QByteArray moment = bytes.contains(':') ? bytes : bytes + " 00:00:00";
    if (m_type == TypeKind::Timestamp || m_type == TypeKind::TimestampTz) {
        const auto zoned = TimestampTz::fromText(moment);
        const auto value = zoned ? std::optional(zoned->utc()) : Timestamp::fromText(moment);
        return value ? std::optional(value->microseconds() / microsecondsPerSecond) : std::nullopt;
    }
    if (m_type == TypeKind::Date) {
        const auto value = Date::fromText(bytes);
        return value ? std::optional(qint64(value->days())) : std::nullopt;
    }
    if (m_type == TypeKind::Time) {
        const auto value = Time::fromText(bytes);
        return value ? std::optional(value->microseconds() / microsecondsPerSecond) : std::nullopt;
    }
    bool isNumber = false;
    if (m_scale == 0) {
        const qint64 number = bytes.toLongLong(&isNumber);
        if (isNumber)
            return number;
    }
    const double number = bytes.toDouble(&isNumber) * double(powerOf(10, m_scale));
    constexpr double widest = 9e18;
    return isNumber && std::abs(number) < widest ? std::optional(qint64(number)) : std::nullopt;
}

QByteArray ColumnRecipe::atPosition(qint64 position) const
{
    switch (m_type) {
    case TypeKind::Timestamp:
        return Timestamp::fromMicroseconds(position * microsecondsPerSecond).toText();
    case TypeKind::TimestampTz:
        return TimestampTz::fromUtc(Timestamp::fromMicroseconds(position * microsecondsPerSecond))
            .toText();
    case TypeKind::Date:
        return Date::fromDays(qint32(position)).toText();
    case TypeKind::Time:
        return Time::fromMicroseconds(position * microsecondsPerSecond).toText();
    default:
        break;
    }
    QByteArray digits = QByteArray::number(position < 0 ? -position : position);
    if (m_scale > 0) {
        digits = digits.rightJustified(m_scale + 1, '0');
        digits.insert(digits.size() - m_scale, '.');
    }
    return position < 0 ? '-' + digits : digits;
}

qint64 ColumnRecipe::mostNumbers(const KeyPool &keys) const
{
    constexpr qint64 letters = 36;
    switch (m_kind) {
    case Kind::Each:
        return (m_greatest - m_least) / m_step + 1;
    case Kind::EachPattern:
        return m_pattern.mostNumbers();
    case Kind::EachKey:
        return keys.size();
    case Kind::Number:
        if (m_type == TypeKind::Text && m_maxLength >= 0)
            return powerOf(letters, std::max<qint64>(m_maxLength - m_prefix.size(), 0));
        return endless;
    default:
        return endless;
    }
}

SqlValue ColumnRecipe::value(RandomSource &random, qint64 number, const KeyPool &keys) const
{
    constexpr qint64 hundred = 100;
    if (m_nullPercent > 0 && random.below(hundred) < m_nullPercent)
        return {};
    switch (m_kind) {
    case Kind::Null:
    case Kind::Default:
        return {};
    case Kind::Values:
        return m_values.at(random.below(m_values.size()));
    case Kind::Range:
        return atPosition(m_least + m_step * below(random, (m_greatest - m_least) / m_step + 1));
    case Kind::Each:
        return atPosition(m_least + m_step * number);
    case Kind::Pattern:
        return m_pattern.make(random);
    case Kind::EachPattern:
        return m_pattern.make(number);
    case Kind::Name: {
        QByteArray name;
        makePlayerName(random, name);
        return name;
    }
    case Kind::Email:
        return words(random).replace(' ', '.') + '.' + QByteArray::number(number + 1)
             + "@example.org";
    case Kind::Words:
        return words(random);
    case Kind::Number:
        // Few characters: more values in letters and digits than in digits alone.
        if (m_type == TypeKind::Text && m_maxLength >= 0 && m_maxLength < 20 + m_prefix.size())
            return m_prefix + QByteArray::number(number, 36).toUpper();
        return m_prefix + QByteArray::number(number + 1);
    case Kind::Uuid:
        return uuidText(random);
    case Kind::Json:
        return "{\"" + QByteArray(random.oneOf(wordList))
             + "\": " + QByteArray::number(random.below(1000)) + "}";
    case Kind::Bytes:
        return "\\x" + hexBytes(random, 8);
    case Kind::Key:
        return keys.isEmpty() ? SqlValue() : SqlValue(keys.text(below(random, keys.size())));
    case Kind::EachKey:
        return keys.text(number);
    case Kind::Cross:
        return m_values.isEmpty() ? keys.text(number) : m_values.at(number);
    case Kind::Array: {
        QList<SqlValue> elements;
        for (qint64 left = random.below(4); left > 0; --left)
            elements << m_element.constFirst().value(random, number, keys);
        return arrayText(elements);
    }
    }
    return {};
}

QByteArray ColumnRecipe::words(RandomSource &random) const
{
    constexpr qint64 usual = 24;
    const qint64 least = m_kind == Kind::Words ? m_least : 8;
    const qint64 most = m_kind == Kind::Words ? m_greatest : usual;
    const qint64 length = least + random.below(most - least + 1);
    QByteArray text = random.oneOf(wordList);
    while (text.size() < length)
        text += ' ' + QByteArray(random.oneOf(wordList));
    text.truncate(length);
    if (text.endsWith(' '))
        text.back() = 'e';
    return text;
}

}  // namespace roster

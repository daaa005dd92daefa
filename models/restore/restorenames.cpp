// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/restorenames.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr auto markWord = "roster restore: "_L1;
constexpr qsizetype mostBytes = 63;  // of a name, NAMEDATALEN - 1
constexpr qsizetype digits = 8;      // of the checksum of a name that was cut

QString word(RestoreMark::Kind kind)
{
    return kind == RestoreMark::Kind::Before ? u"before"_s : u"restore"_s;
}

/// Shared catalogues have no encoding of their own: what stands there is ASCII.
QString asciiOnly(const QByteArray &json)
{
    QString escaped;
    for (const QChar character : QString::fromUtf8(json)) {
        if (character.unicode() < 0x80)
            escaped += character;
        else
            escaped += u"\\u%1"_s.arg(int(character.unicode()), 4, 16, QChar(u'0'));
    }
    return escaped;
}

QString shortened(const QString &database, qsizetype bytes)
{
    if (database.toUtf8().size() <= bytes)
        return database;
    const QByteArray checksum =
        QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString tail = u'_' + QString::fromLatin1(checksum.left(digits));
    QString head = database;
    while (head.toUtf8().size() + tail.size() > bytes)
        head.chop(head.back().isLowSurrogate() ? 2 : 1);
    return head + tail;
}

}  // namespace

QString RestoreMark::toComment() const
{
    QJsonObject object{
        {u"kind"_s, word(kind)}, {u"of"_s, of}, {u"made"_s, made}, {u"from"_s, from}};
    if (comment)
        object.insert(u"comment"_s, *comment);
    return markWord + asciiOnly(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<RestoreMark> RestoreMark::parse(const QString &comment)
{
    if (!comment.startsWith(markWord))
        return {};
    const QJsonObject object =
        QJsonDocument::fromJson(comment.mid(markWord.size()).toUtf8()).object();
    RestoreMark mark;
    const QString kind = object.value("kind"_L1).toString();
    if (kind != word(Kind::Before) && kind != word(Kind::Restoring))
        return {};
    mark.kind = kind == word(Kind::Before) ? Kind::Before : Kind::Restoring;
    mark.of = object.value("of"_L1).toString();
    mark.made = object.value("made"_L1).toString();
    mark.from = object.value("from"_L1).toString();
    if (object.contains("comment"_L1))
        mark.comment = object.value("comment"_L1).toString();
    return mark.of.isEmpty() ? std::optional<RestoreMark>() : mark;
}

QString RestoreNames::beside(const QString &database, RestoreMark::Kind kind, const QString &stamp)
{
    const QString tail = u"__%1_%2"_s.arg(word(kind), stamp);
    return shortened(database, mostBytes - tail.toUtf8().size()) + tail;
}

std::optional<RestoreMark> RestoreNames::parse(const QString &name)
{
    static const QRegularExpression form(
        u"^(.+)__(restore|before)_([0-9]{8}T[0-9]{6}Z)(_[0-9]+)?$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(name);
    if (!match.hasMatch() || !timeOf(match.captured(3)).isValid())
        return {};
    RestoreMark mark;
    mark.kind =
        match.captured(2) == "before"_L1 ? RestoreMark::Kind::Before : RestoreMark::Kind::Restoring;
    mark.of = match.captured(1);
    mark.made = match.captured(3);
    return mark;
}

QDateTime RestoreNames::timeOf(const QString &stamp)
{
    QDateTime time = QDateTime::fromString(stamp.left(16), u"yyyyMMdd'T'HHmmss'Z'"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

bool RestoreNames::isPossible(const QString &name)
{
    return !name.isEmpty() && name.toUtf8().size() <= mostBytes && !name.contains(QChar::Null);
}

}  // namespace roster

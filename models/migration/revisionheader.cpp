// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/revisionheader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMap>
#include <QRegularExpression>
#include <QUuid>

#include <optional>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RevisionFile)
};

struct HeaderLine
{
    QString value;
    FilePosition position;  ///< of the value
};

/// Reads line by line: the header, then the sections.
class HeaderReader
{
public:
    HeaderReader(const QByteArray &text, QString path) : m_text(text), m_path(std::move(path)) {}

    Result<Revision> read()
    {
        for (qsizetype start = 0; start < m_text.size();) {
            qsizetype end = m_text.indexOf('\n', start);
            end = end < 0 ? m_text.size() : end + 1;
            const QByteArrayView line = QByteArrayView(m_text).sliced(start, end - start);
            ROSTER_TRY(takeLine(line));
            start = end;
            ++m_line;
        }
        ROSTER_TRY(checkSections());
        ROSTER_TRY(takeKeys());
        return m_revision;
    }

private:
    Result<void> takeLine(QByteArrayView line);
    Result<void> takeSection(const QString &name);
    Result<void> takeHeader(const QString &line);
    Result<void> checkSections() const;
    Result<void> takeKeys();
    Result<QStringList> idsOf(const QString &key, bool isRequired) const;
    Result<void> takeAllowances();

    tl::unexpected<Error> failAt(FilePosition at, const QString &message,
                                 const QString &hint = {}) const
    {
        return fail(fileError(m_path, at, message, hint));
    }
    QString value(const QString &key) const { return m_header.value(key).value; }
    FilePosition place(const QString &key) const { return m_header.value(key).position; }

    const QByteArray &m_text;
    QString m_path;
    int m_line = 1;
    RevisionSection *m_section = nullptr;
    QStringList m_seen;  ///< sections
    QMap<QString, HeaderLine> m_header;
    QList<HeaderLine> m_allow;
    Revision m_revision;
};

Result<void> HeaderReader::takeLine(QByteArrayView line)
{
    static const QRegularExpression section(u"^--\\s*==\\s*(.*?)\\s*==\\s*$"_s);
    if (line.startsWith("--")) {
        const auto match = section.match(QString::fromUtf8(line).trimmed());
        if (match.hasMatch())
            return takeSection(match.captured(1));
    }
    if (m_section) {
        m_section->text += line.toByteArray();
        return {};
    }
    return takeHeader(QString::fromUtf8(line).trimmed());
}

Result<void> HeaderReader::takeSection(const QString &name)
{
    if (name != "upgrade"_L1 && name != "downgrade"_L1) {
        return failAt({m_line, 1}, Text::tr("There is no section %1.").arg(name),
                      Text::tr("The sections are `-- == upgrade ==` and `-- == downgrade ==`."));
    }
    if (m_seen.contains(name))
        return failAt({m_line, 1}, Text::tr("The section %1 stands here again.").arg(name));
    m_seen << name;
    m_section = name == "upgrade"_L1 ? &m_revision.upgrade : &m_revision.downgrade;
    m_section->firstLine = m_line + 1;
    return {};
}

Result<void> HeaderReader::takeHeader(const QString &line)
{
    static const QRegularExpression pattern(u"^--\\s*([A-Za-z][\\w-]*)\\s*:\\s*(.*)$"_s);
    static const QStringList known{
        u"migration-format"_s, u"revision"_s, u"down_revision"_s, u"depends_on"_s, u"replaces"_s,
        u"message"_s,          u"created"_s,  u"transaction"_s,   u"allow"_s,      u"to_schema"_s};
    if (line.isEmpty())
        return {};
    const auto match = pattern.match(line);
    if (!match.hasMatch()) {
        return failAt({m_line, 1}, Text::tr("This is no line of a revision's header."),
                      Text::tr("Before `-- == upgrade ==` stand only lines like `-- key: value`."));
    }
    const QString key = match.captured(1);
    if (key.startsWith("x-"_L1) || key.startsWith("SPDX-"_L1))
        return {};
    if (!known.contains(key)) {
        return failAt(
            {m_line, int(match.capturedStart(1)) + 1},
            Text::tr("The header key %1 is not known.").arg(key),
            Text::tr("Keys of your own begin with x-. Known are: %1.").arg(known.join(", "_L1)));
    }
    const HeaderLine entry{match.captured(2).trimmed(), {m_line, int(match.capturedStart(2)) + 1}};
    if (key == "allow"_L1) {
        m_allow.append(entry);
    } else if (m_header.contains(key)) {
        return failAt({m_line, int(match.capturedStart(1)) + 1},
                      Text::tr("The header key %1 stands here again.").arg(key));
    } else {
        m_header.insert(key, entry);
    }
    return {};
}

Result<void> HeaderReader::checkSections() const
{
    for (const QString &name : {u"upgrade"_s, u"downgrade"_s}) {
        if (!m_seen.contains(name)) {
            return failAt({m_line, 1}, Text::tr("The section `-- == %1 ==` is missing.").arg(name),
                          Text::tr("A revision has both; where there is no way back, write "
                                   "`-- irreversible: reason` below `-- == downgrade ==`."));
        }
    }
    return {};
}

Result<QStringList> HeaderReader::idsOf(const QString &key, bool isRequired) const
{
    static const QRegularExpression id(u"^[\\w.-]{1,32}$"_s);
    if (!m_header.contains(key)) {
        if (isRequired)
            return failAt({1, 1}, Text::tr("The header key %1 is missing.").arg(key));
        return QStringList();
    }
    const QString text = value(key);
    if (text == "none"_L1)
        return QStringList();
    QStringList ids;
    for (const QString &part : text.split(u',')) {
        const QString one = part.trimmed();
        if (!id.match(one).hasMatch())
            return failAt(place(key), Text::tr("%1: “%2” is no revision.").arg(key, one));
        if (ids.contains(one))
            return failAt(place(key), Text::tr("%1: %2 stands there twice.").arg(key, one));
        ids << one;
    }
    return ids;
}

Result<void> HeaderReader::takeAllowances()
{
    for (const HeaderLine &line : std::as_const(m_allow)) {
        const QString rule = line.value.section(u' ', 0, 0, QString::SectionSkipEmpty);
        const QString object = line.value.section(u' ', 1, 1, QString::SectionSkipEmpty);
        const QString reason = line.value.section(u' ', 2, -1, QString::SectionSkipEmpty);
        if (reason.isEmpty()) {
            return failAt(line.position, Text::tr("allow wants a rule, an object and a reason."),
                          Text::tr("Like this: `-- allow: destructive players.tag nobody uses "
                                   "it`."));
        }
        m_revision.allowances.append({rule, object, reason});
    }
    return {};
}

Result<void> HeaderReader::takeKeys()
{
    static const QRegularExpression id(u"^[0-9a-f]{12}$"_s);
    if (!m_header.contains(u"migration-format"_s)) {
        return failAt({1, 1}, Text::tr("The header key %1 is missing.").arg(u"migration-format"_s),
                      Text::tr("A revision's file begins with `-- migration-format: 1`."));
    }
    if (value(u"migration-format"_s) != "1"_L1) {
        return failAt(
            place(u"migration-format"_s),
            Text::tr("The format %1 is not known, only 1.").arg(value(u"migration-format"_s)),
            Text::tr("A newer Roster may have written it."));
    }
    m_revision.id = value(u"revision"_s);
    if (!m_header.contains(u"revision"_s))
        return failAt({1, 1}, Text::tr("The header key %1 is missing.").arg(u"revision"_s));
    if (!id.match(m_revision.id).hasMatch())
        return failAt(place(u"revision"_s), Text::tr("A revision is 12 hexadecimal digits."));
    const auto parents = idsOf(u"down_revision"_s, true);
    const auto dependsOn = idsOf(u"depends_on"_s, false);
    const auto replaces = idsOf(u"replaces"_s, false);
    for (const auto *ids : {&parents, &dependsOn, &replaces}) {
        if (!*ids)
            return fail(ids->error());
    }
    m_revision.parents = *parents;
    m_revision.dependsOn = *dependsOn;
    m_revision.replaces = *replaces;
    if (m_revision.allParents().contains(m_revision.id))
        return failAt(place(u"down_revision"_s), Text::tr("The revision is its own parent."));
    for (const QString &replaced : *replaces) {
        if (replaced == m_revision.id || m_revision.allParents().contains(replaced))
            return failAt(
                place(u"replaces"_s),
                Text::tr("The revision cannot stand on %1 and replace it.").arg(replaced));
    }
    m_revision.message = value(u"message"_s);
    m_revision.created = value(u"created"_s);
    m_revision.toSchema = value(u"to_schema"_s);
    const QString transaction = value(u"transaction"_s);
    if (m_header.contains(u"transaction"_s) && transaction != "yes"_L1 && transaction != "no"_L1)
        return failAt(place(u"transaction"_s), Text::tr("transaction is yes or no."));
    m_revision.transactional = transaction != "no"_L1;
    return takeAllowances();
}

/// The words of the message in lower case, cut at 40 characters.
QString slugOf(const QString &message)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    QString slug = message.normalized(QString::NormalizationForm_KD).toLower();
    slug.replace(other, u"_"_s);
    slug = slug.left(40);
    while (slug.startsWith(u'_'))
        slug.remove(0, 1);
    while (slug.endsWith(u'_'))
        slug.chop(1);
    return slug;
}

QString listed(const QStringList &ids)
{
    return ids.isEmpty() ? u"none"_s : ids.join(", "_L1);
}

}  // namespace

Result<Revision> readRevisionHeader(const QByteArray &text, const QString &path)
{
    return HeaderReader(text, path).read();
}

void completeNewRevision(NewRevision &revision)
{
    if (revision.id.isEmpty())
        revision.id = QUuid::createUuid().toString(QUuid::Id128).right(12);
    if (revision.created.isEmpty())
        revision.created = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    revision.message = revision.message.simplified();
}

QByteArray RevisionFile::format(const NewRevision &revision)
{
    QStringList lines{u"-- migration-format: 1"_s, u"-- revision: "_s + revision.id,
                      u"-- down_revision: "_s + listed(revision.parents)};
    if (!revision.dependsOn.isEmpty())
        lines << u"-- depends_on: "_s + listed(revision.dependsOn);
    if (!revision.replaces.isEmpty())
        lines << u"-- replaces: "_s + listed(revision.replaces);
    lines << u"-- message: "_s + revision.message << u"-- created: "_s + revision.created
          << u"-- transaction: "_s + (revision.transactional ? u"yes"_s : u"no"_s);
    for (const QString &allowed : revision.allow)
        lines << u"-- allow: "_s + allowed.simplified();
    if (!revision.toSchema.isEmpty())
        lines << u"-- to_schema: "_s + revision.toSchema;
    lines << QString() << u"-- == upgrade =="_s << revision.upgrade.trimmed() << QString()
          << u"-- == downgrade =="_s << revision.downgrade.trimmed();
    QByteArray text = lines.join(u'\n').toUtf8();
    text.replace("\r\n", "\n");
    return text + '\n';
}

QString RevisionFile::fileNameOf(const NewRevision &revision)
{
    QString stamp = revision.created;
    stamp.remove(u'-').remove(u':').remove(u'Z').replace(u'T', u'_');
    const QString slug = slugOf(revision.message);
    return stamp + u'_' + revision.id + (slug.isEmpty() ? QString() : u'_' + slug) + u".sql"_s;
}

}  // namespace roster

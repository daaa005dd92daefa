// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/alembicreader.h"

#include "models/migration/pythontokens.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AlembicReader)
};

using Tokens = QList<PythonToken>;

bool isOperator(const Tokens &tokens, qsizetype at, QChar c)
{
    return at < tokens.size() && tokens.at(at).kind == PythonToken::Kind::Operator
        && tokens.at(at).text == c;
}

/// A string, None, or a tuple or list of strings, from `at` to the end of the line.
std::optional<QStringList> literalAt(const Tokens &tokens, qsizetype at)
{
    QStringList values;
    bool isNewElement = true;
    for (; at < tokens.size() && tokens.at(at).kind != PythonToken::Kind::Newline; ++at) {
        const PythonToken &token = tokens.at(at);
        if (token.kind == PythonToken::Kind::String) {
            if (isNewElement)
                values << token.text;
            else
                values.last() += token.text;  // adjacent strings are one
            isNewElement = false;
        } else if (token.kind == PythonToken::Kind::Operator && u"()[],"_s.contains(token.text)) {
            isNewElement = isNewElement || token.text == u","_s;
        } else if (token.kind != PythonToken::Kind::Name || token.text != "None"_L1) {
            return {};
        }
    }
    return values;
}

/// The module's assignments of the names that Alembic reads, and where their values begin.
QMap<QString, qsizetype> assignments(const Tokens &tokens)
{
    static const QStringList names{u"revision"_s, u"down_revision"_s, u"branch_labels"_s,
                                   u"depends_on"_s};
    QMap<QString, qsizetype> found;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const PythonToken &token = tokens.at(i);
        if (!token.isAtMargin || token.kind != PythonToken::Kind::Name
            || !names.contains(token.text))
            continue;
        qsizetype at = i + 1;
        if (isOperator(tokens, at, u':')) {  // an annotation
            while (at < tokens.size() && tokens.at(at).kind != PythonToken::Kind::Newline
                   && !isOperator(tokens, at, u'='))
                ++at;
        }
        if (isOperator(tokens, at, u'=') && !isOperator(tokens, at + 1, u'='))
            found.insert(token.text, at + 1);
    }
    return found;
}

QString lineAfter(const QString &docstring, const QString &label)
{
    const QRegularExpression line(u"^\\s*"_s + label + u":\\s*(.*)$"_s,
                                  QRegularExpression::MultilineOption);
    return line.match(docstring).captured(1).trimmed();
}

void takeDocstring(Revision &revision, const QString &docstring)
{
    revision.message = docstring.trimmed().section(u'\n', 0, 0).trimmed();
    revision.created = lineAfter(docstring, u"Create Date"_s);
    revision.checksum = lineAfter(docstring, u"Roster checksum"_s);
}

/// `script_location` and `version_locations` of an alembic.ini, which is no QSettings file.
QMap<QString, QString> iniValues(const QString &path)
{
    QMap<QString, QString> values;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return values;
    bool isIn = false;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QString text = line.trimmed();
        if (text.startsWith(u'['))
            isIn = text == "[alembic]"_L1;
        else if (isIn && !text.startsWith(u'#') && text.contains(u'='))
            values.insert(text.section(u'=', 0, 0).trimmed(), text.section(u'=', 1).trimmed());
    }
    return values;
}

}  // namespace

std::optional<Revision> AlembicReader::parse(const QString &source, const QString &path)
{
    const Tokens tokens = tokenizePython(source);
    const QMap<QString, qsizetype> found = assignments(tokens);
    if (!found.contains(u"revision"_s))
        return {};
    Revision revision;
    revision.source = Revision::Source::Alembic;
    revision.path = path;
    revision.text = source.toUtf8();
    if (tokens.first().kind == PythonToken::Kind::String)
        takeDocstring(revision, tokens.first().text);
    QStringList computed;
    const auto read = [&](const QString &name) {
        if (!found.contains(name))
            return QStringList();
        const auto values = literalAt(tokens, found.value(name));
        if (!values)
            computed << name;
        return values.value_or(QStringList());
    };
    revision.id = read(u"revision"_s).value(0);
    revision.parents = read(u"down_revision"_s);
    revision.labels = read(u"branch_labels"_s);
    revision.dependsOn = read(u"depends_on"_s);
    if (revision.id.isEmpty())  // without its id it still shows, by its file
        revision.id = revision.fileName();
    revision.needsPython = computed.join(", "_L1);
    return revision;
}

QStringList AlembicReader::versionFolders(const QString &folder)
{
    const QDir dir(folder);
    const QString ini = dir.filePath(u"alembic.ini"_s);
    if (QFile::exists(ini)) {
        const QMap<QString, QString> values = iniValues(ini);
        const auto resolved = [&](QString place) {
            place.replace(u"%(here)s"_s, dir.absolutePath());
            return dir.absoluteFilePath(place);
        };
        static const QRegularExpression separators(u"[\\s,:;]+"_s);
        const QStringList places =
            values.value(u"version_locations"_s).split(separators, Qt::SkipEmptyParts);
        QStringList folders;
        for (const QString &place : places)
            folders << resolved(place);
        if (folders.isEmpty() && values.contains(u"script_location"_s))
            folders << QDir(resolved(values.value(u"script_location"_s))).filePath(u"versions"_s);
        if (!folders.isEmpty())
            return folders;
    }
    if (dir.exists(u"versions"_s))
        return {dir.absoluteFilePath(u"versions"_s)};
    return {dir.absolutePath()};
}

Result<QList<Revision>> AlembicReader::readFolder(const QString &folder)
{
    if (!QDir(folder).exists())
        return fail(Error::Kind::NotFound, Text::tr("There is no folder %1.").arg(folder));
    QStringList paths;
    for (const QString &place : versionFolders(folder)) {
        QDirIterator it(place, {u"*.py"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            paths << it.next();
    }
    paths.sort();
    paths.removeDuplicates();
    QList<Revision> revisions;
    for (const QString &path : std::as_const(paths)) {
        const QString name = path.section(u'/', -1);
        if (name.startsWith("__init__"_L1) || name.startsWith(".#"_L1))
            continue;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return fail(Error::Kind::System,
                        Text::tr("%1 cannot be read: %2").arg(path, file.errorString()));
        }
        QString source = QString::fromUtf8(file.readAll());
        source.replace(u"\r\n"_s, u"\n"_s);
        if (auto revision = parse(source, path))
            revisions.append(std::move(*revision));
    }
    return revisions;
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/connectionurl.h"

#include <QCoreApplication>
#include <QStringList>
#include <QUrl>

#include <libpq-fe.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionUrl)
};

/// Settings of SQLAlchemy's drivers that say nothing about where the server is.
bool isDriversOwn(const QString &name)
{
    static const QStringList names{u"prepared_statement_cache_size"_s,
                                   u"statement_cache_size"_s,
                                   u"async_fallback"_s,
                                   u"command_timeout"_s,
                                   u"prepared_statement_name_func"_s,
                                   u"max_cached_statement_lifetime"_s,
                                   u"max_cacheable_statement_size"_s};
    return names.contains(name);
}

/// asyncpg's values of `ssl`: libpq's modes, or a Python bool.
QString sslMode(const QString &ssl)
{
    const QString lower = ssl.toLower();
    if (lower == "true"_L1 || lower == "1"_L1)
        return u"require"_s;
    if (lower == "false"_L1 || lower == "0"_L1)
        return u"disable"_s;
    return ssl;
}

/// SQLAlchemy names several hosts as `?host=a:5432&host=b`; libpq wants two lists.
void appendHosts(const QStringList &hosts, QStringList &query)
{
    QStringList names;
    QStringList ports;
    for (const QString &host : hosts) {
        const qsizetype colon = host.startsWith(u'/') ? -1 : host.lastIndexOf(u':');
        const bool hasPort = colon > 0 && !host.endsWith(u']');
        names << (hasPort ? host.left(colon) : host);
        ports << (hasPort ? host.sliced(colon + 1) : u"5432"_s);
    }
    query << u"host="_s + names.join(u',') << u"port="_s + ports.join(u',');
}

/// The query part of SQLAlchemy's URL in libpq's words.
QString libpqQuery(const QString &query)
{
    QStringList result;
    QStringList hosts;
    for (const QString &pair : query.split(u'&', Qt::SkipEmptyParts)) {
        const QString name = pair.section(u'=', 0, 0);
        const QString value = pair.section(u'=', 1);
        if (name == "ssl"_L1)
            result << u"sslmode="_s + sslMode(value);
        else if (name == "timeout"_L1)
            result << u"connect_timeout="_s + value;
        else if (name == "host"_L1)
            hosts << QUrl::fromPercentEncoding(value.toUtf8());
        else if (!isDriversOwn(name))
            result << pair;
    }
    const bool plain =
        hosts.size() == 1 && (hosts.first().startsWith(u'/') || !hosts.first().contains(u':'));
    if (plain)
        result << u"host="_s + hosts.first();
    else if (!hosts.isEmpty())
        appendHosts(hosts, result);
    return result.join(u'&');
}

/// Brings SQLAlchemy's form into libpq's; any other URL is left as it is.
Result<QString> libpqUrl(const QString &url)
{
    const qsizetype end = url.indexOf("://"_L1);
    if (end < 0)
        return url;
    const QString scheme = url.left(end).toLower();
    const QString dialect = scheme.section(u'+', 0, 0);
    if (dialect != "postgresql"_L1 && dialect != "postgres"_L1) {
        return fail(Error::Kind::Usage, Text::tr("%1:// is not a PostgreSQL URL.").arg(scheme),
                    Text::tr("Write postgresql://user@host:5432/database."));
    }
    const qsizetype question = url.indexOf(u'?', end);
    QString result = u"postgresql"_s + url.mid(end, question < 0 ? -1 : question - end);
    if (question >= 0) {
        const QString query = libpqQuery(url.sliced(question + 1));
        if (!query.isEmpty())
            result += u'?' + query;
    }
    return result;
}

/// libpq's own words, of which some repeat the URL (with its password): only the harmless ones.
QString reason(const QString &libpqText)
{
    const QString text = libpqText.trimmed();
    static const QStringList harmless{u"invalid URI query parameter"_s,
                                      u"invalid connection option"_s};
    for (const QString &start : harmless) {
        if (text.startsWith(start))
            return text.section(u'"', 1, 1);
    }
    return {};
}

}  // namespace

Result<ConnectionProfile> parseConnectionUrl(const QString &url)
{
    const QString trimmed = url.trimmed();
    const QString example = Text::tr("Write postgresql://user@host:5432/database.");
    if (trimmed.isEmpty())
        return fail(Error::Kind::Usage, Text::tr("The connection URL is empty."), example);
    if (!trimmed.contains("://"_L1) && !trimmed.contains(u'='))
        return fail(Error::Kind::Usage, Text::tr("This is no connection URL."), example);
    const Result<QString> ours = libpqUrl(trimmed);
    if (!ours)
        return fail(ours.error());

    char *complaint = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(ours->toUtf8().constData(), &complaint), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> owner(complaint, &PQfreemem);
    if (!options) {
        const QString parameter = reason(QString::fromUtf8(complaint));
        if (!parameter.isEmpty()) {
            return fail(
                Error::Kind::Usage,
                Text::tr("The connection URL holds the unknown parameter %1.").arg(parameter),
                Text::tr("Take it out; libpq's parameters are allowed."));
        }
        return fail(
            Error::Kind::Usage, Text::tr("The connection URL cannot be read."),
            example + u' '
                + Text::tr("Percent-encode characters such as @ : / % in user and password."));
    }

    ConnectionProfile profile;
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        if (!option->val || !*option->val)
            continue;
        const QString keyword = QString::fromUtf8(option->keyword);
        if (keyword == "password"_L1)
            profile.password = QString::fromUtf8(option->val);
        else
            profile.parameters.insert(keyword, QString::fromUtf8(option->val));
    }
    return profile;
}

QString maskedUrl(const ConnectionProfile &profile)
{
    const auto encoded = [](const QString &text, const char *keep = "") {
        return QString::fromLatin1(QUrl::toPercentEncoding(text, keep));
    };
    const QString host = profile.value(u"host"_s);
    const QString port = profile.value(u"port"_s);
    const bool inAuthority = !host.startsWith(u'/') && !host.contains(u',');
    QString url = u"postgresql://"_s;
    if (const QString user = profile.value(u"user"_s); !user.isEmpty())
        url += encoded(user) + u'@';
    if (inAuthority) {
        url += host.contains(u':') ? u'[' + host + u']' : encoded(host);
        if (!port.isEmpty())
            url += u':' + port;
    }
    url += u'/' + encoded(profile.value(u"dbname"_s));
    QStringList query;
    for (auto it = profile.parameters.cbegin(); it != profile.parameters.cend(); ++it) {
        const QString &key = it.key();
        const bool isSaid = key == "user"_L1 || key == "dbname"_L1
                         || (inAuthority && (key == "host"_L1 || key == "port"_L1));
        const bool isSecret = key == "sslpassword"_L1;
        if (!isSaid && !isSecret)
            query << key + u'=' + encoded(it.value(), "/,");
    }
    return query.isEmpty() ? url : url + u'?' + query.join(u'&');
}

QString displayName(const ConnectionProfile &profile)
{
    const QString service = profile.value(u"service"_s);
    const QString user = profile.value(u"user"_s);
    const QString port = profile.value(u"port"_s);
    const QString host = profile.value(u"host"_s);
    QString text = host;
    if (text.isEmpty())
        text = service.isEmpty() ? QString() : Text::tr("service %1").arg(service);
    if (!host.isEmpty() && !host.startsWith(u'/') && !port.isEmpty() && port != "5432"_L1)
        text += u':' + port;
    if (text.isEmpty() || host.startsWith(u'/'))
        text = Text::tr("this computer");
    if (!user.isEmpty())
        text = user + u'@' + text;
    const QString database = profile.value(u"dbname"_s);
    return database.isEmpty() ? text : text + u'/' + database;
}

}  // namespace roster

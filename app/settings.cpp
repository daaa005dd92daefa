// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include "models/database/profilestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int writeAfterMs = 800;
constexpr int lockWaitMs = 1000;
constexpr int recentConnectionsKept = 10;
constexpr auto lastGoodSuffix = ".last-good"_L1;

std::optional<QJsonObject> readObject(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

bool writeWhole(const QString &fileName, const QByteArray &content)
{
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(content);
    return file.commit();
}

QJsonObject merged(QJsonObject values, const QJsonObject &changes)
{
    for (auto section = changes.begin(); section != changes.end(); ++section) {
        QJsonObject target = values.value(section.key()).toObject();
        const QJsonObject lines = section->toObject();
        for (auto line = lines.begin(); line != lines.end(); ++line)
            target.insert(line.key(), *line);
        values.insert(section.key(), target);
    }
    return values;
}

QJsonValue fromBytes(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray toBytes(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

/// Without any secret: libpq knows two keywords that hold one.
QJsonObject fromProfile(const ConnectionProfile &profile)
{
    QJsonObject parameters;
    for (auto it = profile.parameters.cbegin(); it != profile.parameters.cend(); ++it) {
        if (!it.key().contains("password"_L1))
            parameters.insert(it.key(), it.value());
    }
    return {{u"name"_s, profile.name},
            {u"environment"_s, environmentKey(profile.environment)},
            {u"parameters"_s, parameters}};
}

ConnectionProfile toProfile(const QJsonObject &object)
{
    ConnectionProfile profile;
    profile.name = object.value("name"_L1).toString();
    profile.environment = environmentFromKey(object.value("environment"_L1).toString());
    const QJsonObject parameters = object.value("parameters"_L1).toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        profile.parameters.insert(it.key(), it->toString());
    return profile;
}

/// The pages that are no tables, by the names that settings keep.
const QMap<QString, PageId::Kind> &namedPages()
{
    static const QMap<QString, PageId::Kind> pages{
        {u"jobs"_s, PageId::Kind::Jobs},       {u"seeders"_s, PageId::Kind::Seeders},
        {u"charts"_s, PageId::Kind::Charts},   {u"migrations"_s, PageId::Kind::Migrations},
        {u"backups"_s, PageId::Kind::Backups},
    };
    return pages;
}

QJsonObject fromPage(const PageId &page)
{
    if (page.kind != PageId::Kind::Table)
        return {{u"page"_s, namedPages().key(page.kind)}};
    return {{u"schema"_s, page.table.schema}, {u"table"_s, page.table.name}};
}

PageId toPage(const QJsonObject &object)
{
    const QString name = object.value("page"_L1).toString();
    if (namedPages().contains(name))
        return {namedPages().value(name), {}};
    return {PageId::Kind::Table,
            {object.value("schema"_L1).toString(), object.value("table"_L1).toString()}};
}

}  // namespace

Settings::Settings(const QString &folder)
{
    const QString where =
        folder.isEmpty()
            ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/roster"_s
            : folder;
    m_fileName = where + u"/settings.json"_s;
    m_dataFolder =
        folder.isEmpty()
            ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/roster"_s
            : folder;
    m_values = read();
    m_writeSoon.setSingleShot(true);
    m_writeSoon.setInterval(writeAfterMs);
    QObject::connect(&m_writeSoon, &QTimer::timeout, [this] { flush(); });
}

QString Settings::folder(const QString &kind) const
{
    return m_dataFolder + u'/' + kind;
}

Settings::~Settings()
{
    flush();
}

bool Settings::flush()
{
    m_writeSoon.stop();
    if (m_changes.isEmpty())
        return true;
    const QString folder = QFileInfo(m_fileName).path();
    if (!QDir().mkpath(folder))
        return false;
    QLockFile lock(m_fileName + u".lock"_s);
    if (!lock.tryLock(lockWaitMs))
        return false;
    const std::optional<QJsonObject> before = readObject(m_fileName);
    if (before && !writeWhole(m_fileName + lastGoodSuffix, QJsonDocument(*before).toJson()))
        return false;
    const QJsonObject values = merged(before ? *before : m_values, m_changes);
    if (!writeWhole(m_fileName, QJsonDocument(values).toJson()))
        return false;
    m_values = values;
    m_changes = {};
    return true;
}

QJsonObject Settings::read() const
{
    if (const auto values = readObject(m_fileName))
        return *values;
    return readObject(m_fileName + lastGoodSuffix).value_or(QJsonObject());
}

QJsonValue Settings::value(const QString &section, const QString &key) const
{
    return m_values.value(section).toObject().value(key);
}

void Settings::setValue(const QString &section, const QString &key, const QJsonValue &value)
{
    if (this->value(section, key) == value)
        return;
    const QJsonObject change{{section, QJsonObject{{key, value}}}};
    m_values = merged(m_values, change);
    m_changes = merged(m_changes, change);
    m_writeSoon.start();
}

QVariantMap Settings::load(const QString &key) const
{
    return value(u"pages"_s, key).toObject().toVariantMap();
}

void Settings::save(const QString &key, const QVariantMap &values)
{
    setValue(u"pages"_s, key, QJsonObject::fromVariantMap(values));
}

WindowState Settings::windowState() const
{
    return {toBytes(value(u"window"_s, u"geometry"_s)), toBytes(value(u"window"_s, u"splitter"_s)),
            value(u"window"_s, u"sidebar"_s).toBool(true)};
}

void Settings::setWindowState(const WindowState &state)
{
    setValue(u"window"_s, u"geometry"_s, fromBytes(state.geometry));
    setValue(u"window"_s, u"splitter"_s, fromBytes(state.splitter));
    setValue(u"window"_s, u"sidebar"_s, state.sidebarVisible);
}

OpenTabs Settings::openTabs(const QString &database) const
{
    const QJsonObject saved = value(u"tabs"_s, database).toObject();
    OpenTabs tabs;
    tabs.current = saved.value("current"_L1).toInt();
    const QJsonArray pages = saved.value("pages"_L1).toArray();
    for (const auto &page : pages)
        tabs.pages << toPage(page.toObject());
    return tabs;
}

void Settings::setOpenTabs(const QString &database, const OpenTabs &tabs)
{
    QJsonArray pages;
    for (const PageId &page : tabs.pages)
        pages << fromPage(page);
    setValue(u"tabs"_s, database, QJsonObject{{u"current"_s, tabs.current}, {u"pages"_s, pages}});
}

Theme::Appearance Settings::appearance() const
{
    return Theme::appearanceOf(value(u"preferences"_s, u"theme"_s).toString());
}

void Settings::setAppearance(Theme::Appearance appearance)
{
    setValue(u"preferences"_s, u"theme"_s, Theme::nameOf(appearance));
}

QString Settings::language() const
{
    return value(u"preferences"_s, u"language"_s).toString();
}

void Settings::setLanguage(const QString &language)
{
    setValue(u"preferences"_s, u"language"_s, language);
}

bool Settings::runsReviewed() const
{
    return value(u"preferences"_s, u"runReviewed"_s).toBool(true);
}

void Settings::setRunsReviewed(bool runs)
{
    setValue(u"preferences"_s, u"runReviewed"_s, runs);
}

QList<ConnectionProfile> Settings::recentConnections() const
{
    QList<ConnectionProfile> recent;
    const QJsonArray saved = value(u"connections"_s, u"recent"_s).toArray();
    for (const auto &each : saved)
        recent << toProfile(each.toObject());
    return recent;
}

void Settings::addRecentConnection(const ConnectionProfile &profile)
{
    const QJsonObject added = fromProfile(profile);
    QJsonArray recent{added};
    const QJsonArray saved = value(u"connections"_s, u"recent"_s).toArray();
    for (const auto &each : saved) {
        if (each.toObject() != added && recent.size() < recentConnectionsKept)
            recent << each;
    }
    setValue(u"connections"_s, u"recent"_s, recent);
}

std::optional<ConnectionProfile> Settings::lastConnection() const
{
    const QJsonValue last = value(u"connections"_s, u"last"_s);
    if (!last.isObject())
        return std::nullopt;
    return toProfile(last.toObject());
}

void Settings::setLastConnection(const std::optional<ConnectionProfile> &profile)
{
    setValue(u"connections"_s, u"last"_s,
             profile ? QJsonValue(fromProfile(*profile)) : QJsonValue());
}

}  // namespace roster

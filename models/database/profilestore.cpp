// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/profilestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProfileStore)
};

bool isSecret(const QString &keyword)
{
    return keyword == "password"_L1 || keyword == "sslpassword"_L1;
}

QJsonObject toJson(const ConnectionProfile &profile)
{
    QJsonObject parameters;
    for (auto it = profile.parameters.cbegin(); it != profile.parameters.cend(); ++it) {
        if (!isSecret(it.key()))
            parameters.insert(it.key(), it.value());
    }
    QJsonObject object{{u"name"_s, profile.name}, {u"parameters"_s, parameters}};
    if (profile.environment != Environment::Unknown)
        object.insert(u"environment"_s, environmentKey(profile.environment));
    return object;
}

ConnectionProfile fromJson(const QJsonObject &object)
{
    ConnectionProfile profile;
    profile.name = object.value("name"_L1).toString();
    profile.environment = environmentFromKey(object.value("environment"_L1).toString());
    const QJsonObject parameters = object.value("parameters"_L1).toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        if (!isSecret(it.key()))
            profile.parameters.insert(it.key(), it.value().toString());
    }
    return profile;
}

}  // namespace

QString environmentKey(Environment environment)
{
    switch (environment) {
    case Environment::Development:
        return u"development"_s;
    case Environment::Staging:
        return u"staging"_s;
    case Environment::Production:
        return u"production"_s;
    case Environment::Unknown:
        break;
    }
    return {};
}

Environment environmentFromKey(const QString &key)
{
    for (const Environment environment :
         {Environment::Development, Environment::Staging, Environment::Production}) {
        if (key == environmentKey(environment))
            return environment;
    }
    return Environment::Unknown;
}

ProfileStore::ProfileStore(QString file) : m_file(std::move(file)) {}

QString ProfileStore::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
         + u"/roster/profiles.json"_s;
}

Result<QList<ConnectionProfile>> ProfileStore::profiles() const
{
    QFile file(m_file);
    if (!file.exists())
        return QList<ConnectionProfile>();
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::System,
                    Text::tr("%1 cannot be read: %2.").arg(m_file, file.errorString()));
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject()) {
        return fail(
            Error::Kind::System,
            Text::tr("%1 is not a file of profiles: %2.").arg(m_file, problem.errorString()),
            Text::tr("Correct it, or move it away and add the profiles again."));
    }
    QList<ConnectionProfile> result;
    for (const auto &value : document.object().value("profiles"_L1).toArray()) {
        ConnectionProfile profile = fromJson(value.toObject());
        if (!profile.name.isEmpty())
            result << std::move(profile);
    }
    std::sort(
        result.begin(), result.end(),
        [](const ConnectionProfile &a, const ConnectionProfile &b) { return a.name < b.name; });
    return result;
}

Result<ConnectionProfile> ProfileStore::find(const QString &name) const
{
    const auto all = profiles();
    if (!all)
        return fail(all.error());
    QStringList names;
    for (const ConnectionProfile &profile : *all) {
        if (profile.name == name)
            return profile;
        names << profile.name;
    }
    return fail(Error::Kind::NotFound, Text::tr("There is no profile %1.").arg(name),
                names.isEmpty() ? Text::tr("Save it first.")
                                : Text::tr("Known are: %1.").arg(names.join(", "_L1)),
                u"roster profile add %1 --url URL"_s.arg(name));
}

Result<void> ProfileStore::save(const ConnectionProfile &profile) const
{
    if (profile.name.trimmed().isEmpty() || profile.name.contains(u'\n')) {
        return fail(Error::Kind::InvalidInput, Text::tr("A profile needs a name of one line."));
    }
    auto all = profiles();
    if (!all)
        return fail(all.error());
    all->removeIf([&](const ConnectionProfile &other) { return other.name == profile.name; });
    *all << profile;
    return write(*all, folders());
}

Result<void> ProfileStore::remove(const QString &name) const
{
    ROSTER_TRY(find(name));
    auto all = profiles();
    if (!all)
        return fail(all.error());
    all->removeIf([&](const ConnectionProfile &other) { return other.name == name; });
    return write(*all, folders());
}

QString ProfileStore::revisionFolder(const QString &name) const
{
    return name.isEmpty() ? QString() : folders().value(name);
}

bool ProfileStore::hasRevisionFolder(const QString &name) const
{
    return folders().contains(name);
}

Result<void> ProfileStore::setRevisionFolder(const QString &name, const QString &folder) const
{
    ROSTER_TRY(find(name));
    const auto all = profiles();
    if (!all)
        return fail(all.error());
    QMap<QString, QString> changed = folders();
    changed.insert(name, folder);
    return write(*all, changed);
}

QMap<QString, QString> ProfileStore::folders() const
{
    QMap<QString, QString> folders;
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return folders;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    for (const auto &value : object.value("profiles"_L1).toArray()) {
        const QJsonObject profile = value.toObject();
        if (profile.contains("migrations"_L1))
            folders.insert(profile.value("name"_L1).toString(),
                           profile.value("migrations"_L1).toString());
    }
    return folders;
}

Result<void> ProfileStore::write(const QList<ConnectionProfile> &profiles,
                                 const QMap<QString, QString> &folders) const
{
    QJsonArray array;
    for (const ConnectionProfile &profile : profiles) {
        QJsonObject object = toJson(profile);
        if (const auto folder = folders.constFind(profile.name); folder != folders.cend())
            object.insert(u"migrations"_s, *folder);
        array << object;
    }
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file);
    const QByteArray text = QJsonDocument(QJsonObject{{u"profiles"_s, array}}).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail(Error::Kind::System,
                    Text::tr("%1 cannot be written: %2.").arg(m_file, file.errorString()),
                    Text::tr("Check the rights on the folder and the space on the disk."));
    }
    return {};
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "models/database/connectionurl.h"
#include "models/database/profilestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// `roster profile list|add|remove`: the saved connections.
class ProfileCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ProfileCommand)

public:
    QString name() const override { return u"profile"_s; }
    QString summary() const override { return tr("list, add or remove saved connections"); }
    QStringList usage() const override
    {
        return {u"list [--json]"_s,
                u"add NAME --url URL [--environment ENVIRONMENT] [--migrations DIR]"_s,
                u"remove NAME"_s};
    }
    QString details() const override
    {
        return tr("A password is never saved here: put it into ~/.pgpass, one line\n"
                  "host:port:database:user:password, readable by you alone (chmod 600).");
    }
    QList<Option> options() const override
    {
        return {{u"environment"_s, u"ENVIRONMENT"_s,
                 tr("development, staging or production; guards depend on it")},
                {u"migrations"_s, u"DIR"_s, tr("the folder of this database's revisions")},
                {u"json"_s, {}, tr("list as JSON")}};
    }
    std::pair<int, int> words() const override { return {1, 2}; }

    Result<ExitCode> run(Context &context) override
    {
        const QString action = context.arguments().word(0);
        const QString name = context.arguments().word(1);
        if (action == "list"_L1)
            return list(context);
        if (action != "add"_L1 && action != "remove"_L1) {
            return fail(Error::Kind::Usage, tr("There is no `profile %1`.").arg(action),
                        tr("Write list, add or remove."));
        }
        if (name.isEmpty())
            return fail(Error::Kind::Usage, tr("Which profile? Its name is missing."));
        if (action == "add"_L1)
            return add(context, name);
        ROSTER_TRY(m_store.remove(name));
        context.say(tr("Profile %1 removed.").arg(name));
        return ExitCode::Done;
    }

private:
    Result<ExitCode> list(Context &context) const
    {
        const auto profiles = m_store.profiles();
        if (!profiles)
            return fail(profiles.error());
        QJsonArray array;
        for (const ConnectionProfile &profile : *profiles) {
            const QString environment = environmentKey(profile.environment);
            const QString url = maskedUrl(profile);
            if (context.wantsJson()) {
                array << QJsonObject{{u"name"_s, profile.name},
                                     {u"environment"_s, environment.isEmpty()
                                                            ? QJsonValue()
                                                            : QJsonValue(environment)},
                                     {u"migrations"_s, m_store.revisionFolder(profile.name)},
                                     {u"url"_s, url}};
            } else {
                context.out().line(u"%1\t%2\t%3"_s.arg(
                    profile.name, environment.isEmpty() ? u"-"_s : environment, url));
            }
        }
        if (context.wantsJson())
            context.out().write(QJsonDocument(QJsonObject{{u"profiles"_s, array}}).toJson());
        else if (profiles->isEmpty())
            context.say(tr("No profiles yet. Add one: roster profile add NAME --url URL"));
        return ExitCode::Done;
    }

    Result<ExitCode> add(Context &context, const QString &name) const
    {
        if (!context.has(u"url"_s))
            return fail(Error::Kind::Usage, tr("Which database? --url URL is missing."));
        auto profile = parseConnectionUrl(context.value(u"url"_s));
        if (!profile)
            return fail(profile.error());
        profile->name = name;
        const QString environment = context.value(u"environment"_s);
        profile->environment = environmentFromKey(environment);
        if (!environment.isEmpty() && profile->environment == Environment::Unknown) {
            return fail(Error::Kind::Usage, tr("There is no environment %1.").arg(environment),
                        tr("Write development, staging or production."));
        }
        ROSTER_TRY(m_store.save(*profile));
        if (context.has(u"migrations"_s)) {
            // Absolute: it is used wherever the program is started.
            ROSTER_TRY(m_store.setRevisionFolder(
                name, QDir::current().absoluteFilePath(context.value(u"migrations"_s))));
        }
        context.say(tr("Profile %1 saved: %2").arg(name, maskedUrl(*profile)));
        if (!profile->password.isEmpty())
            context.warn(tr("The password was not saved. Put it into ~/.pgpass."));
        return ExitCode::Done;
    }

    ProfileStore m_store;
};

}  // namespace

std::unique_ptr<Command> makeProfileCommand()
{
    return std::make_unique<ProfileCommand>();
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/systemaccount.h"

#include "models/database/localtext.h"

#include <pwd.h>
#include <unistd.h>

namespace roster {

Result<SystemAccount> SystemAccount::named(const QString &name)
{
    SystemAccount account{::geteuid(), ::getegid(), true};
    if (!name.isEmpty()) {
        const struct passwd *entry = ::getpwnam(name.toLocal8Bit().constData());
        if (!entry) {
            return fail(
                Error::Kind::NotFound,
                LocalText::tr("There is no account %1 to run the local server as.").arg(name),
                LocalText::tr("Start Roster as an ordinary user."));
        }
        account = {entry->pw_uid, entry->pw_gid, entry->pw_uid == ::geteuid()};
    }
    if (account.user == 0) {
        return fail(Error::Kind::Refused, LocalText::tr("PostgreSQL does not run as root."),
                    LocalText::tr("Start Roster as an ordinary user."));
    }
    return account;
}

QString accountName(uid_t user)
{
    const struct passwd *entry = ::getpwuid(user);
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(user);
}

}  // namespace roster

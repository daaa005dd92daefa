// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/encryption.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

QStringList argumentsFor(const QStringList &recipients)
{
    QStringList arguments;
    const bool isGpg = recipients.first().startsWith("gpg:"_L1);
    if (isGpg)
        arguments << u"--batch"_s << u"--no-tty"_s << u"--trust-model"_s << u"always"_s
                  << u"--no-auto-key-locate"_s << u"--encrypt"_s;
    for (const QString &recipient : recipients)
        arguments << (isGpg ? u"--recipient"_s : u"-r"_s) << recipient.section(u':', 1);
    return arguments;
}

}  // namespace

Result<void> Encryption::check(const QStringList &recipients)
{
    if (recipients.isEmpty())
        return {};
    const QString tool = recipients.first().section(u':', 0, 0);
    for (const QString &recipient : recipients) {
        const bool isKnown = tool == "age"_L1 || tool == "gpg"_L1;
        if (!isKnown || recipient.section(u':', 0, 0) != tool
            || recipient.section(u':', 1).isEmpty()) {
            return fail(
                Error::Kind::Usage,
                Text::tr("%1 is no recipient that a backup can be encrypted to.").arg(recipient),
                Text::tr("Write age:RECIPIENT or gpg:KEY, all of one kind."));
        }
    }
    if (!QStandardPaths::findExecutable(tool).isEmpty())
        return {};
    return fail(
        Error::Kind::NotFound, Text::tr("%1 is not installed on this computer.").arg(tool),
        Text::tr("Install it: sudo apt install %1").arg(tool == "gpg"_L1 ? u"gnupg"_s : tool));
}

Result<void> Encryption::start(const QStringList &recipients, int file)
{
    m_program = QStandardPaths::findExecutable(recipients.first().section(u':', 0, 0));
    QList<QByteArray> variables;
    if (const QByteArray home = qgetenv("GNUPGHOME"); !home.isEmpty())
        variables << "GNUPGHOME=" + home;
    return m_input.start(m_program, argumentsFor(recipients), variables, file);
}

Result<void> Encryption::finish()
{
    return m_input.finish(
        Text::tr("%1 failed. No backup was made.").arg(QFileInfo(m_program).fileName()),
        Text::tr("Check the recipients: it must know each of them."));
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/databasememory.h"

#include <QCryptographicHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

DatabaseMemory::DatabaseMemory(PageMemory &all, QString database)
    : m_all(all), m_database(std::move(database))
{
}

QString DatabaseMemory::within(const QString &key) const
{
    return m_database + u' ' + key;
}

QVariantMap DatabaseMemory::load(const QString &key) const
{
    return m_all.load(within(key));
}

void DatabaseMemory::save(const QString &key, const QVariantMap &values)
{
    m_all.save(within(key), values);
}

/// A folder for each database: readable by a person, and never the same for two.
QString DatabaseMemory::editFolder() const
{
    const QString all = m_all.editFolder();
    if (all.isEmpty())
        return {};
    const QByteArray hash =
        QCryptographicHash::hash(m_database.toUtf8(), QCryptographicHash::Sha256).toHex();
    QString readable;
    for (const QChar c : m_database.right(40))
        readable += c.isLetterOrNumber() && c.unicode() < 0x80 ? c : u'_';
    return u"%1/%2-%3"_s.arg(all, readable, QString::fromLatin1(hash.left(12)));
}

}  // namespace roster

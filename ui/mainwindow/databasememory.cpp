// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/databasememory.h"
#include "models/core/filestem.h"

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
QString DatabaseMemory::folder(const QString &kind) const
{
    const QString all = m_all.folder(kind);
    if (all.isEmpty())
        return {};
    return all + u'/' + fileStem(m_database.right(40), m_database.toUtf8());
}

}  // namespace roster

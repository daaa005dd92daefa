// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/databasememory.h"

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

}  // namespace roster

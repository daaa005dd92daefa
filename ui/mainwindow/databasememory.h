// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_DATABASEMEMORY_H
#define ROSTER_MAINWINDOW_DATABASEMEMORY_H

#include "ui/common/pagememory.h"

namespace roster {

/// What pages remember of one database: tables of the same name in others are other tables.
class DatabaseMemory : public PageMemory
{
public:
    /// `database` as ConnectionTarget::key() names it.
    DatabaseMemory(PageMemory &all, QString database);

    QVariantMap load(const QString &key) const override;
    void save(const QString &key, const QVariantMap &values) override;
    QString folder(const QString &kind) const override;

private:
    QString within(const QString &key) const;

    PageMemory &m_all;
    QString m_database;
};

}  // namespace roster

#endif

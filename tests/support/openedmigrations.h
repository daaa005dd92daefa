// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_OPENEDMIGRATIONS_H
#define ROSTER_TESTS_OPENEDMIGRATIONS_H

#include "models/database/connections.h"
#include "models/views/migrationlistmodel.h"
#include "ui/common/errorbar.h"
#include "ui/common/pagememory.h"
#include "ui/migrations/migrationspage.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace roster::test {

using namespace Qt::StringLiterals;

/// What is remembered, in memory.
struct PageMemoryInMemory : PageMemory
{
    QVariantMap load(const QString &key) const override { return values.value(key); }
    void save(const QString &key, const QVariantMap &saved) override { values[key] = saved; }
    QMap<QString, QVariantMap> values;
};

/// The Migrations page of one database, driven by the names of its widgets.
struct OpenedMigrations
{
    QTemporaryDir data;

    explicit OpenedMigrations(const ConnectionProfile &profile, const QString &folder = {},
                              const QString &alembic = {})
        : connections(profile)
    {
        qputenv("XDG_DATA_HOME", data.path().toLocal8Bit());  // where backups go
        memory.save(u"migrations"_s, {{u"folder"_s, folder}, {u"alembic"_s, alembic}});
        page = std::make_unique<MigrationsPage>(connections, memory);
        page->resize(800, 560);
        page->show();
    }

    template <class T>
    T *find(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    QTableView *list() const { return find<QTableView>(u"revisionList"_s); }
    QAbstractItemModel *model() const { return list()->model(); }
    QPushButton *button(const QString &name) const { return find<QPushButton>(name); }
    ErrorBar *errorBar() const { return find<ErrorBar>(u"migrationsError"_s); }
    QString summary() const { return find<QLabel>(u"migrationsSummary"_s)->text(); }

    /// `message: state`, a line each.
    QString rows() const
    {
        QStringList lines;
        for (int row = 0; row < model()->rowCount(); ++row) {
            lines << model()->index(row, MigrationListModel::MessageColumn).data().toString()
                         + u": "_s
                         + model()->index(row, MigrationListModel::StateColumn).data().toString();
        }
        return lines.join(u'\n');
    }

    void choose(const QString &message) const
    {
        for (int row = 0; row < model()->rowCount(); ++row) {
            const QModelIndex index = model()->index(row, MigrationListModel::MessageColumn);
            if (index.data().toString() == message)
                list()->setCurrentIndex(index);
        }
    }

    /// Presses it and goes on in the dialog that asks.
    void goThrough(const QString &name, const QString &typed = {}) const
    {
        QTRY_VERIFY(button(name)->isEnabled());
        button(name)->click();
        accept(typed);
    }

    void accept(const QString &typed = {}) const
    {
        QTRY_VERIFY(find<QDialog>(u"migrationConfirm"_s));
        QTRY_VERIFY(find<QDialog>(u"migrationConfirm"_s)->isVisible());
        if (!typed.isEmpty())
            find<QLineEdit>(u"confirmName"_s)->setText(typed);
        button(u"confirmGoOn"_s)->click();
        QTRY_VERIFY(!find<QDialog>(u"migrationConfirm"_s));
    }

    Connections connections;
    PageMemoryInMemory memory;
    std::unique_ptr<MigrationsPage> page;
};

}  // namespace roster::test

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/tablepage.h"

#include "models/views/tablemodel.h"

namespace roster {

class TablePage::Private
{
public:
    explicit Private(Connections &connections) : model(connections) {}
    TableModel model;
};

TablePage::TablePage(Connections &connections, const TableSchema &schema, PageMemory &,
                     QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(connections))
{
    setObjectName(QStringLiteral("tablePage"));
    d->model.open(schema);
}

TablePage::~TablePage() = default;

TableModel &TablePage::model()
{
    return d->model;
}

const TableSchema &TablePage::schema() const
{
    return d->model.schema();
}

bool TablePage::hasStagedEdits() const
{
    return d->model.stagedCount() > 0;
}

QList<QAction *> TablePage::menuActions() const
{
    return {};
}

void TablePage::reopen(const TableSchema &schema)
{
    d->model.open(schema);
}

void TablePage::refresh()
{
    d->model.refresh();
}

}  // namespace roster

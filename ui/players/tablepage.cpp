// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/tablepage.h"

#include "ui/players/tablepageprivate.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace roster {

TablePage::TablePage(Connections &connections, PageMemory &memory, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(*this, connections, memory))
{
    setObjectName(u"tablePage"_s);
}

TablePage::TablePage(Connections &connections, const TableSchema &schema, PageMemory &memory,
                     QWidget *parent)
    : TablePage(connections, memory, parent)
{
    open(schema);
}

TablePage::~TablePage()
{
    d->remember();
    // The view, its headers and what hangs on them ask the model to their very end.
    d->view().blockSignals(true);
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
}

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
    return d->actions.menu();
}

void TablePage::showRows(const TableQuery &query)
{
    d->showRows(query);
}

void TablePage::open(const TableSchema &schema)
{
    d->openTable(schema);
}

void TablePage::refresh()
{
    d->model.refresh();
}

bool TablePage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const QWidget *focus = QApplication::focusWidget();
        const bool inText = focus
                         && (focus->inherits("QLineEdit") || focus->inherits("QPlainTextEdit")
                             || focus->inherits("QTextEdit"));
        const auto *key = static_cast<QKeyEvent *>(event);
        if (inText
            && (key->matches(QKeySequence::DeleteEndOfWord)
                || key->matches(QKeySequence::DeleteStartOfWord)
                || key->matches(QKeySequence::DeleteCompleteLine)
                || key->matches(QKeySequence::DeleteEndOfLine))) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void TablePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (d && event->type() == QEvent::PaletteChange)
        d->recolour();
}

void TablePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier && d->escape())
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_PAGEACTIONS_H
#define ROSTER_PLAYERS_PAGEACTIONS_H

#include <QAction>
#include <QList>
#include <QObject>

class QWidget;

namespace roster {

/// What one can do on a table page: names, icons and keys. The page says what they do.
class PageActions : public QObject
{
    Q_OBJECT

public:
    /// Keys work in `page` and everything on it.
    explicit PageActions(QWidget *page);

    QAction *refresh, *stop;
    QAction *add, *duplicate, *remove, *setNull, *setValues, *largeEditor, *revert, *undo, *redo;
    QAction *commit, *preview, *discard, *history, *rowHistory;
    QAction *filter, *search, *where, *clearFilters, *goToRow, *count;
    QAction *find, *findNext, *findPrevious;
    QAction *copy, *copyWithHeader, *copyCsv, *copyJson, *copyInsert, *copyCommand, *paste,
        *pasteAsRows, *fillDown, *selectAll;
    QAction *resetColumns;

    QList<QAction *> menu() const;

private:
    QAction *make(const char *name, const QString &text, const QString &icon,
                  const QList<QKeySequence> &keys = {});
    void makeEditing();
    void makeBrowsing();
    void makeCopying();

    QWidget *m_page;
};

}  // namespace roster

#endif

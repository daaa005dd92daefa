// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/pageactions.h"

#include "ui/common/icons.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace roster {

PageActions::PageActions(QWidget *page) : QObject(page), m_page(page)
{
    makeBrowsing();
    makeEditing();
    makeCopying();
}

QAction *PageActions::make(const char *name, const QString &text, const QString &icon,
                           const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    if (!icon.isEmpty())
        action->setIcon(themedIcon(icon));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QString plain = text;
    plain.remove(u'&').remove(u'…');
    action->setToolTip(
        keys.isEmpty() ? plain
                       : u"%1 (%2)"_s.arg(plain, keys.first().toString(QKeySequence::NativeText)));
    m_page->addAction(action);
    return action;
}

void PageActions::makeBrowsing()
{
    refresh =
        make("refreshAction", tr("&Refresh"), u"refresh"_s, {Qt::Key_F5, Qt::CTRL | Qt::Key_R});
    stop = make("stopAction", tr("&Stop"), u"stop"_s, {Qt::CTRL | Qt::Key_Period});
    filter = make("filterAction", tr("&Filter column"), u"filter"_s, {Qt::CTRL | Qt::Key_F});
    search = make("searchAction", tr("Search in an&y column"), u"search"_s, {Qt::Key_F3});
    find = make("findAction", tr("Find in all r&ows…"), u"search"_s,
                {Qt::CTRL | Qt::SHIFT | Qt::Key_F});
    findNext = make("findNextAction", tr("Find ne&xt"), {}, {Qt::SHIFT | Qt::Key_F3});
    findPrevious =
        make("findPreviousAction", tr("Find previous"), {}, {Qt::CTRL | Qt::SHIFT | Qt::Key_F3});
    where = make("whereAction", tr("&WHERE condition"), {}, {});
    where->setCheckable(true);
    clearFilters = make("clearFiltersAction", tr("Clear filters"), u"close"_s);
    goToRow = make("goToAction", tr("&Go to row by key…"), u"goto"_s, {Qt::CTRL | Qt::Key_G});
    count = make("countAction", tr("Coun&t exactly"), u"count"_s);
    resetColumns = make("resetColumnsAction", tr("Reset colu&mns"), u"columns"_s);
}

void PageActions::makeEditing()
{
    add = make("addAction", tr("&Add row"), u"add"_s, {Qt::CTRL | Qt::Key_N});
    duplicate =
        make("duplicateAction", tr("Duplicate rows"), u"duplicate"_s, {Qt::CTRL | Qt::Key_D});
    remove = make("deleteAction", tr("&Delete rows"), u"delete"_s, {Qt::CTRL | Qt::Key_Delete});
    setNull = make("setNullAction", tr("Set &NULL"), u"empty"_s, {Qt::CTRL | Qt::Key_0});
    setValues = make("setValuesAction", tr("Set values…"), {}, {Qt::CTRL | Qt::SHIFT | Qt::Key_E});
    // Its key, Shift+Enter, is the grid's own: elsewhere it means other things.
    largeEditor = make("largeEditorAction", tr("&Large editor…"), u"edit"_s);
    revert = make("revertAction", tr("Re&vert selection"), u"revert"_s, {Qt::CTRL | Qt::Key_U});
    undo = make("undoAction", tr("&Undo"), u"undo"_s, {Qt::CTRL | Qt::Key_Z});
    redo = make("redoAction", tr("R&edo"), u"redo"_s,
                {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    commit = make("commitAction", tr("&Commit"), u"commit"_s, {Qt::CTRL | Qt::Key_S});
    preview = make("previewAction", tr("&Preview SQL…"), u"preview"_s,
                   {Qt::CTRL | Qt::SHIFT | Qt::Key_P});
    discard = make("discardAction", tr("D&iscard all…"), u"discard"_s,
                   {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete});
    history = make("historyAction", tr("History…"), {}, {Qt::CTRL | Qt::Key_H});
    rowHistory = make("rowHistoryAction", tr("History of the row…"), {});
    // What is about the page as a whole, wherever in the window one is.
    for (QAction *whole : {refresh, goToRow, add, commit})
        whole->setShortcutContext(Qt::WindowShortcut);
    // The footer has to do with 800 pixels, its notes included.
    preview->setIconText(tr("Preview SQL"));
    discard->setIconText(tr("Discard"));
}

void PageActions::makeCopying()
{
    copy = make("copyAction", tr("Copy"), u"copy"_s, {Qt::CTRL | Qt::Key_C});
    copyWithHeader = make("copyWithHeaderAction", tr("Copy with &headers"), u"copy"_s,
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    copyCsv = make("copyCsvAction", tr("Copy as CSV"), {});
    copyJson = make("copyJsonAction", tr("Copy as &JSON"), {});
    copyInsert = make("copyInsertAction", tr("Copy as INSERT"), {});
    copyCommand = make("copyCommandAction", tr("Copy as command"), {});
    copyCommand->setToolTip(tr("The command line that writes these rows"));
    paste = make("pasteAction", tr("Paste"), u"paste"_s, {Qt::CTRL | Qt::Key_V});
    pasteAsRows = make("pasteAsRowsAction", tr("Paste as new rows"), u"paste"_s,
                       {Qt::CTRL | Qt::SHIFT | Qt::Key_V});
    fillDown = make("fillDownAction", tr("Fill down"), {}, {Qt::CTRL | Qt::SHIFT | Qt::Key_D});
    // Ctrl+A is the grid's own key: in a field it selects the field's text.
    selectAll = make("selectAllAction", tr("Select all rows"), {});
}

QList<QAction *> PageActions::menu() const
{
    return {refresh,     stop,        nullptr,  undo,           redo,      nullptr,
            add,         duplicate,   remove,   setNull,        setValues, largeEditor,
            revert,      nullptr,     commit,   preview,        discard,   history,
            rowHistory,  nullptr,     filter,   search,         where,     clearFilters,
            nullptr,     find,        findNext, findPrevious,   goToRow,   count,
            nullptr,     selectAll,   copy,     copyWithHeader, copyCsv,   copyJson,
            copyInsert,  copyCommand, paste,    pasteAsRows,    fillDown,  nullptr,
            resetColumns};
}

}  // namespace roster

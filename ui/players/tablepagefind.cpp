// SPDX-License-Identifier: GPL-3.0-or-later
// TablePage: looking for a text in the whole table, by the find line and by typing in the grid.
#include "ui/common/errorbar.h"
#include "ui/players/findbar.h"
#include "ui/players/tablepageprivate.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
/// What is typed after such a pause begins a new word.
constexpr int typingPauseMs = 1000;
}  // namespace

void TablePage::Private::connectFind()
{
    connect(actions.find, &QAction::triggered, m_find, &FindBar::start);
    connect(actions.findNext, &QAction::triggered, &page, [this] { findNext(false); });
    connect(actions.findPrevious, &QAction::triggered, &page, [this] { findNext(true); });
    connect(m_find, &FindBar::nextRequested, &page, [this] { findNext(false); });
    connect(m_find, &FindBar::previousRequested, &page, [this] { findNext(true); });
    connect(m_find, &FindBar::leaveRequested, &page, [this] {
        m_find->hide();
        m_view->setFocus();
    });
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(m_view, &TableView::typed, &page, [this](const QString &text) { typeAhead(text); });
}

bool TablePage::Private::escape()
{
    if (!m_find->isHidden()) {
        m_find->hide();
        return true;
    }
    const bool filtered = m_asked.isFiltered();
    clearFilters();
    return filtered;
}

void TablePage::Private::findNext(bool backward)
{
    if (m_find->text().isEmpty()) {
        m_find->start();
        return;
    }
    if (!m_view->finishEditing())
        return;
    RowSearch search;
    search.text = m_find->text();
    search.backward = backward;
    look(search);
}

/// Letters typed in the grid lead to the next row whose cell in the current column begins so.
void TablePage::Private::typeAhead(const QString &text)
{
    const bool isNew = !m_typing.isActive();
    if (isNew)
        m_typed.clear();
    if (isNew && text == u" "_s)
        return;
    m_typed += text;
    m_typing.start();
    RowSearch search;
    search.text = m_typed;
    search.column =
        m_view->currentPosition() < 0 ? m_view->shownColumns().value(0) : m_view->currentColumn();
    search.atBeginning = true;
    // A longer word may still be the row where the shorter one was found.
    search.includesFrom = !isNew;
    look(search);
}

void TablePage::Private::look(const RowSearch &search)
{
    m_lookedFor = search;
    m_keepsFocus = m_find->isAncestorOf(QApplication::focusWidget());
    noteSearch(model.isSearchIndexed(search)
                   ? TablePage::tr("Looking for “%1” …")
                   : TablePage::tr("Looking for “%1”, row by row: no index leads to "
                                   "it. Ctrl+. stops."),
               false);
    m_view->expectMove();
    model.search(search, m_view->currentPosition(), &page,
                 [this](const Result<TableModel::SearchOutcome> &outcome) {
                     if (!outcome) {
                         noteSearch({}, false);
                         m_errors->showError(outcome.error());
                     } else if (!outcome->found) {
                         noteSearch(m_lookedFor.column < 0
                                        ? TablePage::tr("No row holds “%1”.")
                                        : TablePage::tr("No row begins with “%1” in %2."),
                                    true);
                     } else {
                         noteSearch(outcome->wrapped
                                        ? TablePage::tr("“%1” found, beyond the last row from the "
                                                        "other end on.")
                                        : TablePage::tr("“%1” found."),
                                    false);
                     }
                 });
}

/// Where it was asked for: in the find line, else in the status bar.
void TablePage::Private::noteSearch(const QString &note, bool isWarning)
{
    const QString text =
        note.contains("%2"_L1)
            ? note.arg(m_lookedFor.text, model.schema().columns.value(m_lookedFor.column).name)
        : note.contains("%1"_L1) ? note.arg(m_lookedFor.text)
                                 : note;
    if (m_lookedFor.column < 0)
        m_find->setNote(text, isWarning);
    else
        say(text);
}

/// The cell of a found row in which the text stands.
int TablePage::Private::foundColumn(qint64 position) const
{
    const qint64 row = position - model.firstPosition();
    if (m_lookedFor.text.isEmpty() || m_lookedFor.column >= 0 || row < 0 || row >= model.rowCount())
        return -1;
    const QList<int> shown = m_view->shownColumns();
    for (const int column : shown) {
        if (model.index(int(row), column)
                .data()
                .toString()
                .contains(m_lookedFor.text.trimmed(), Qt::CaseInsensitive))
            return column;
    }
    return -1;
}

}  // namespace roster

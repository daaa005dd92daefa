// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_FILTERBAR_H
#define ROSTER_PLAYERS_FILTERBAR_H

#include "models/browsing/tablequery.h"

#include <QTimer>
#include <QVariantMap>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace roster {

/// Above the grid: the search in any column, the raw WHERE condition, filters kept by name, and in
/// words what is applied.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    QString anyColumn() const;
    QString where() const;
    /// Shows these without saying `changed`.
    void setTexts(const QString &anyColumn, const QString &where);

    /// What the rows on the screen are limited to.
    void showApplied(const TableQuery &query);
    void setWhereVisible(bool visible);
    /// Under the WHERE line; empty: all is well.
    void setWhereError(const QString &message);
    /// A filter that could not be understood; empty: none.
    void setFilterError(const QString &message);
    void focusSearch();

    /// Name → filters, search and WHERE, as PageMemory keeps them.
    QVariantMap saved() const { return m_saved; }
    void setSaved(const QVariantMap &saved);
    static QVariantMap toMap(const TableQuery &query);
    static TableQuery fromMap(const QVariantMap &map);

Q_SIGNALS:
    void changed();
    void clearRequested();
    /// The link behind one condition: a column, or empty for search (`#any`) and WHERE (`#where`).
    void removeRequested(const QString &what);
    void savedChanged();
    void savedChosen(const roster::TableQuery &query);
    void leaveRequested();
    void whereVisibleChanged(bool visible);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpSearch();
    void setUpWhere();
    void fillSavedMenu();
    void askName(const QString &title, const QString &before, const QVariantMap &filters);
    bool keyPressed(QLineEdit *edit, int key);
    void paintError(QLabel *label, QLineEdit *edit, const QString &message);

    QLineEdit *m_search;
    QToolButton *m_whereButton;
    QToolButton *m_savedButton;
    QMenu *m_savedMenu;
    QWidget *m_whereLine;
    QLineEdit *m_where;
    QLabel *m_whereError;
    QLabel *m_filterError;
    QLabel *m_applied;
    QTimer m_rest;
    TableQuery m_shown;
    QVariantMap m_saved;
};

}  // namespace roster

#endif

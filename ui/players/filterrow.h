// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_FILTERROW_H
#define ROSTER_PLAYERS_FILTERROW_H

#include "models/schema/tableschema.h"

#include <QHash>
#include <QMap>
#include <QTimer>
#include <QWidget>

class QHeaderView;
class QLineEdit;

namespace roster {

/// One field per column under the headers, aligned with them while they scroll, move and resize.
/// Makes its fields as columns come into view: a table may have hundreds.
class FilterRow : public QWidget
{
    Q_OBJECT

public:
    explicit FilterRow(QHeaderView *header);

    void setSchema(const TableSchema &schema);
    /// Column name → text; empty texts left out.
    QMap<QString, QString> filters() const;
    /// Shows these without saying `changed`.
    void setFilters(const QMap<QString, QString> &filters);
    /// Marks the column's field until it is edited; an empty message takes all marks away.
    void setError(const QString &column, const QString &message);
    void focusColumn(int column);

    QSize sizeHint() const override;
    /// Puts the fields where their columns are.
    void align();

Q_SIGNALS:
    /// Typing came to rest, or Enter was pressed.
    void changed();
    /// Esc in an empty field.
    void clearRequested();
    /// Down or Enter: back to the rows.
    void leaveRequested();
    /// The focus came to a field that may be out of view.
    void columnFocused(int column);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLineEdit *field(int column);
    QString placeholder(const ColumnSchema &column) const;
    void mark(QLineEdit *edit, const QString &message);
    bool keyPressed(QLineEdit *edit, int key);

    QHeaderView *m_header;
    TableSchema m_schema;
    QHash<int, QLineEdit *> m_fields;
    QMap<QString, QString> m_filters;
    QMap<QString, QString> m_errors;
    QTimer m_rest;
};

}  // namespace roster

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_TABLEOUTPUT_H
#define ROSTER_APP_COMMANDS_TABLEOUTPUT_H

#include "app/commands/command.h"
#include "models/browsing/tablequery.h"
#include "models/database/session.h"
#include "models/schema/tableschema.h"

#include <QList>
#include <QString>

#include <optional>

namespace roster {

class Context;

/// Writes the rows of a table to standard output: which ones, in which order and form, by the
/// options of `roster players` and `roster table`.
class TableOutput
{
public:
    enum class Form { Table, Csv, Json };

    static QList<Option> options();
    /// Errors: Usage, where an option's value cannot be read.
    static Result<TableOutput> from(const Context &context);

    const TableQuery &query() const { return m_query; }
    Form form() const { return m_form; }

    /// In one read-only transaction; memory does not grow with the rows.
    Result<void> write(Context &context, Session &session, const TableSchema &schema) const;

private:
    Form m_form = Form::Table;
    TableQuery m_query;
    std::optional<qint64> m_limit;
};

}  // namespace roster

#endif

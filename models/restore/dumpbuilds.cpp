// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/dumpbuilds.h"

namespace roster {

namespace {

constexpr int fewWords = 12;
constexpr qsizetype mostBytes = qsizetype(16) << 20;  // kept; the others are made in their place

}  // namespace

void DumpBuilds::note(const SqlDumpItem &item)
{
    if (item.kind == SqlDumpItem::Kind::CopyStart) {
        m_copied = DumpBuild::tableOfCopy(item.sql);
    } else if (item.kind == SqlDumpItem::Kind::CopyEnd) {
        const bool isFilledOnce = !m_tables.contains(m_copied);
        m_tables.insert(m_copied, {m_barriers, m_tablespace, isFilledOnce, {}});
    } else if (item.kind == SqlDumpItem::Kind::Statement) {
        noteStatement(item);
    }
}

void DumpBuilds::noteStatement(const SqlDumpItem &item)
{
    const auto build = DumpBuild::of(item.sql);
    if (!build) {
        const QList<SqlWord> words = sqlWords(item.sql, fewWords);
        const bool isText = !words.isEmpty() && words[0].is("comment");
        if (!words.isEmpty() && words[0].is("set") && words.value(1).is("default_tablespace"))
            m_tablespace = words.value(3).text;
        else if (!isText && !DumpBuild::goesBeside(words))
            ++m_barriers;
        return;
    }
    const auto table = m_tables.find(build->tables.first());
    const bool isAhead = table != m_tables.end() && !build->isForeignKey && table->isFilledOnce
                      && table->barriers == m_barriers && table->defaults == m_tablespace
                      && m_bytes + item.sql.size() <= mostBytes;
    if (!isAhead)
        return;
    m_bytes += item.sql.size();
    table->builds << Build{item.sql, item.line, *build};
}

}  // namespace roster

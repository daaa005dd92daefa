// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_PAGEMEMORY_H
#define ROSTER_COMMON_PAGEMEMORY_H

#include <QString>
#include <QVariantMap>

namespace roster {

/// What a page remembers between two starts (column widths, order, sort, saved filters), by the
/// page's own key such as `table/public.players`. Kept by the application's settings.
class PageMemory
{
public:
    virtual ~PageMemory() = default;

    /// Empty where nothing was saved. Values are strings, numbers, lists and maps only.
    virtual QVariantMap load(const QString &key) const = 0;
    virtual void save(const QString &key, const QVariantMap &values) = 0;

    /// The folder for files of one kind: "edits" that are staged and not yet committed, the
    /// "history" of commits. Empty: they are kept nowhere.
    virtual QString folder(const QString & /*kind*/) const { return {}; }
};

}  // namespace roster

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
// BackupEntries: what lies in a container.
#include "models/backup/backupentries.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

/// By its name alone: no byte of it is here.
bool mayBeDump(const QString &name)
{
    static const std::array suffixes{u".sql"_s, u".dump"_s, u".backup"_s, u".tar"_s, u".pgdump"_s};
    return std::any_of(suffixes.cbegin(), suffixes.cend(), [&name](const QString &suffix) {
        return name.endsWith(suffix) || name.contains(suffix + u'.');
    });
}

/// Of `/backups/last/x` within `/backups`, or of a folder that is one of the four itself.
std::optional<BackupSlot> slotOf(const QString &folder, const QString &path)
{
    const QString within = path.section(u'/', 0, -2);
    for (const BackupSlot slot :
         {BackupSlot::Last, BackupSlot::Daily, BackupSlot::Weekly, BackupSlot::Monthly}) {
        if (within.section(u'/', -1) == slotFolder(slot))
            return slot;
    }
    return within == folder || path == folder ? std::optional(BackupSlot::Flat) : std::nullopt;
}

}  // namespace

Result<void> BackupEntries::readContainer(const DockerPath &path)
{
    const auto entries = DockerClient::list(path, m_progress);
    if (!entries)
        return fail(entries.error());
    for (const DockerClient::Entry &entry : *entries)
        addContained(path, entry);
    return {};
}

void BackupEntries::addContained(const DockerPath &folder, const DockerClient::Entry &entry)
{
    const QString path = entry.path.text();
    const QString name = path.section(u'/', -1);
    const auto slot = slotOf(folder.path, entry.path.path);
    if (!slot || name.startsWith(u'.') || name.endsWith(".json"_L1)
        || name.endsWith(".roles.sql"_L1) || !S_ISREG(entry.state.st_mode))
        return;
    const auto parsed = BackupName::parse(name, *slot);
    if (!parsed && (BackupName::isLatest(name) || !mayBeDump(name)))
        return;
    const qsizetype known = files.size();
    addFile(path, *slot, parsed, entry.state);
    if (files.size() == known)
        return;  // another name of one
    BackupFile &file = files.last();
    if (file.size == 0)
        file.problems << Text::tr("empty");
    else
        file.notes << Text::tr("in a container: what is in it shows when it is opened");
    if (file.database.isEmpty())
        file.database = name.section(u'.', 0, 0);
}

}  // namespace roster

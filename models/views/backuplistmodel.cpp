// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/backuplistmodel.h"

#include "models/backup/staleness.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// A name of a file may hold anything; a line end in it must not look like a second row.
QString oneLine(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; },
        QChar(0xfffd));
    return text;
}

}  // namespace

BackupListModel::BackupListModel(QObject *parent)
    : QAbstractTableModel(parent), m_now(QDateTime::currentDateTimeUtc())
{
}

void BackupListModel::setFiles(const QList<BackupFile> &files)
{
    beginResetModel();
    m_files = files;
    endResetModel();
}

void BackupListModel::append(const QList<BackupFile> &files)
{
    if (files.isEmpty())
        return;
    beginInsertRows({}, int(m_files.size()), int(m_files.size() + files.size()) - 1);
    m_files += files;
    endInsertRows();
}

void BackupListModel::replace(const BackupFile &file)
{
    const int row = rowOf(file.path());
    if (row < 0)
        return;
    m_files[row] = file;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void BackupListModel::setNow(const QDateTime &now)
{
    m_now = now;
    if (!m_files.isEmpty())
        Q_EMIT dataChanged(index(0, AgeColumn), index(rowCount() - 1, AgeColumn));
}

const BackupFile *BackupListModel::at(int row) const
{
    return row >= 0 && row < m_files.size() ? &m_files.at(row) : nullptr;
}

int BackupListModel::rowOf(const QString &path) const
{
    for (int row = 0; row < m_files.size(); ++row) {
        for (const BackupFile::Place &place : m_files.at(row).places) {
            if (place.path == path)
                return row;
        }
    }
    return -1;
}

QStringList BackupListModel::databases() const
{
    QStringList names;
    QSet<QString> seen;
    for (const BackupFile &file : m_files) {
        if (!seen.contains(file.database)) {
            seen.insert(file.database);
            names << file.database;
        }
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

int BackupListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_files.size());
}

int BackupListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BackupListModel::verifiedText(const BackupFile &file)
{
    if (!file.verification)
        return BackupVerification::levelName(BackupVerification::Level::None);
    return tr("%1, %2").arg(
        BackupVerification::levelName(file.verification->level),
        QLocale().toString(file.verification->at.toLocalTime().date(), QLocale::ShortFormat));
}

QString BackupListModel::stampText(const BackupFile &file)
{
    const QString stamp = file.stamp();
    if (stamp.isEmpty())
        return oneLine(file.name());
    return file.places.first().stamp->isWeek ? tr("%1 (week)").arg(stamp) : stamp;
}

QString BackupListModel::ageText(const BackupFile &file) const
{
    const qint64 seconds = file.moment().secsTo(m_now);
    if (!file.moment().isValid() || seconds < 0)
        return tr("in the future");
    const QString age = Staleness::ageText(seconds);
    return file.isDated() ? age : tr("about %1").arg(age);
}

QString BackupListModel::text(const BackupFile &file, int column) const
{
    switch (column) {
    case DatabaseColumn:
        return oneLine(file.database);
    case StampColumn:
        return stampText(file);
    case AgeColumn:
        return ageText(file);
    case KeptColumn:
        return file.slotNames().join(u", "_s);
    case SizeColumn:
        return QLocale().formattedDataSize(file.size);
    case VerifiedColumn:
        return verifiedText(file);
    case StateColumn:
        if (file.isGood() && file.isInContainer() && !file.verification)
            return tr("not looked into");
        return file.isGood() ? tr("good") : file.problems.join(u' ');
    case FormatColumn:
        return file.head.text();
    case ServerColumn:
        return file.head.serverVersion;
    case ToolColumn:
        return file.head.toolVersion;
    case RevisionColumn:
        return file.manifest ? file.manifest->revisions.join(u", "_s) : QString();
    default:
        return {};
    }
}

QString BackupListModel::toolTip(const BackupFile &file, int column) const
{
    switch (column) {
    case AgeColumn:
        return file.isDated() ? QLocale().toString(file.moment().toLocalTime(), QLocale::LongFormat)
                              : tr("By the stamp in its name alone, a clock without a zone");
    case SizeColumn:
        return tr("%1 bytes").arg(QLocale().toString(file.size));
    case VerifiedColumn:
        return file.verification ? file.verification->note : QString();
    case StateColumn:
        return (file.problems + file.notes).join(u'\n');
    default:
        return oneLine(file.path());
    }
}

QVariant BackupListModel::sortKey(const BackupFile &file, int column, const QString &text)
{
    switch (column) {
    case AgeColumn:
    case StampColumn:
        // The newest first is the one order that is wanted at once.
        return -file.moment().toSecsSinceEpoch();
    case SizeColumn:
        return file.size;
    case VerifiedColumn:
        return file.verification ? int(file.verification->level) : 0;
    case StateColumn:
        return file.isGood() ? 1 : 0;
    default:
        return text;
    }
}

QVariant BackupListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BackupFile &file = m_files.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(file, index.column());
    case Qt::ToolTipRole:
        return toolTip(file, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                            : QVariant();
    case SortRole:
        return sortKey(file, index.column(), text(file, index.column()));
    case LevelRole:
        return int(file.verification ? file.verification->level : BackupVerification::Level::None);
    case GoodRole:
        return file.isGood();
    case PathRole:
        return file.path();
    case DatabaseRole:
        return file.database;
    default:
        return {};
    }
}

QVariant BackupListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case DatabaseColumn:
        return tr("Database");
    case StampColumn:
        return tr("Stamp");
    case AgeColumn:
        return tr("Age");
    case KeptColumn:
        return tr("Kept as");
    case SizeColumn:
        return tr("Size");
    case VerifiedColumn:
        return tr("Verified");
    case StateColumn:
        return tr("State");
    case FormatColumn:
        return tr("Format");
    case ServerColumn:
        return tr("Server");
    case ToolColumn:
        return tr("pg_dump");
    case RevisionColumn:
        return tr("Revision");
    default:
        return {};
    }
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/receiptstore.h"

#include "models/browsing/commitoutcome.h"
#include "models/core/filestem.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReceiptStore)
};

const QString confirmed = u".commit"_s;
const QString pending = u".pending"_s;
const QString timeFormat = u"yyyyMMdd'T'HHmmsszzz"_s;

tl::unexpected<Error> cannot(const QString &file, const QString &why)
{
    return fail(Error::Kind::System,
                Text::tr("The record of the commit cannot be kept in %1: %2.").arg(file, why),
                Text::tr("Make room there, or the folder writable."));
}

QByteArray firstLine(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readLine() : QByteArray();
}

QByteArray whole(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

QString ReceiptStore::folderOf(const TableName &table) const
{
    return m_folder + u'/'
         + fileStem(table.name, table.schema.toUtf8() + '\0' + table.name.toUtf8());
}

/// Without its ending; by name in the order of time.
QString ReceiptStore::fileOf(const CommitReceipt &receipt) const
{
    return u"%1/%2-%3"_s.arg(folderOf(receipt.table), receipt.when.toString(timeFormat),
                             receipt.id);
}

Result<void> ReceiptStore::prepare(const CommitReceipt &receipt) const
{
    if (!keeps())
        return {};
    const QString folder = folderOf(receipt.table);
    if (!QDir().mkpath(folder))
        return cannot(folder, Text::tr("the folder cannot be made"));
    for (const QString &each : {m_folder, folder})
        QFile::setPermissions(each, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(fileOf(receipt) + pending);
    if (!file.open(QIODevice::WriteOnly))
        return cannot(file.fileName(), file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(ReceiptText::write(receipt));
    if (!file.commit())
        return cannot(file.fileName(), file.errorString());
    return {};
}

Result<void> ReceiptStore::confirm(const CommitReceipt &receipt) const
{
    const QString file = fileOf(receipt);
    if (keeps() && !QFile::rename(file + pending, file + confirmed))
        return cannot(file + confirmed, Text::tr("it cannot be renamed"));
    return {};
}

void ReceiptStore::drop(const CommitReceipt &receipt) const
{
    if (keeps())
        QFile::remove(fileOf(receipt) + pending);
}

void ReceiptStore::settle(Session &session, const TableName &table) const
{
    if (!keeps())
        return;
    const QDir folder(folderOf(table));
    const QFileInfoList files = folder.entryInfoList({u"*"_s + pending}, QDir::Files);
    for (const QFileInfo &info : files) {
        const auto receipt = ReceiptText::read(whole(info.filePath()));
        const Result<CommitOutcome> outcome =
            receipt ? outcomeOf(session, receipt->transaction)
                    : Result<CommitOutcome>(tl::unexpected(receipt.error()));
        if (outcome && *outcome == CommitOutcome::Committed)
            static_cast<void>(confirm(*receipt));
        else if (outcome && *outcome == CommitOutcome::RolledBack)
            drop(*receipt);
    }
}

QList<ReceiptSummary> ReceiptStore::list(const TableName &table, int most) const
{
    QList<ReceiptSummary> all;
    if (!keeps())
        return all;
    const QDir folder(folderOf(table));
    QStringList files =
        folder.entryList({u"*"_s + confirmed}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : std::as_const(files).first(qMin<qsizetype>(most, files.size()))) {
        if (const auto summary = ReceiptText::summary(firstLine(folder.filePath(name))))
            all << *summary;
    }
    return all;
}

QList<ReceiptSummary> ReceiptStore::listOfRow(const TableName &table, const RowKey &row,
                                              int most) const
{
    QList<ReceiptSummary> found;
    for (const ReceiptSummary &summary : list(table, most)) {
        const auto receipt = read(table, summary.id);
        if (receipt && std::ranges::any_of(receipt->rows, [&](const ReceiptRow &one) {
                return one.primaryKey == row || one.keyNow(receipt->primaryKey) == row;
            }))
            found << summary;
    }
    return found;
}

Result<CommitReceipt> ReceiptStore::read(const TableName &table, const QString &id) const
{
    const QDir folder(folderOf(table));
    const QStringList files = keeps() && !id.contains(u'*')
                                ? folder.entryList({u"*-"_s + id + confirmed}, QDir::Files)
                                : QStringList();
    if (files.isEmpty()) {
        return fail(Error::Kind::NotFound, Text::tr("The record of the commit is gone."),
                    Text::tr("It may have grown too old to be kept."));
    }
    return ReceiptText::read(whole(folder.filePath(files.constFirst())));
}

void ReceiptStore::prune(int days) const
{
    if (!keeps() || days <= 0)
        return;
    const QString oldest = QDateTime::currentDateTimeUtc().addDays(-days).toString(timeFormat);
    QDirIterator files(m_folder, {u"*"_s + confirmed, u"*"_s + pending}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (files.fileName().left(oldest.size()) < oldest)
            QFile::remove(files.filePath());
    }
}

}  // namespace roster

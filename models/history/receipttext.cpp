// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/valuejson.h"
#include "models/history/receiptstore.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReceiptText)
};

constexpr int version = 1;

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

tl::unexpected<Error> damaged()
{
    return fail(Error::Kind::InvalidInput, Text::tr("The record of the commit is damaged."),
                Text::tr("Its values cannot be shown, and it cannot be undone."));
}

Result<QJsonObject> head(const QByteArray &text)
{
    QJsonObject object =
        QJsonDocument::fromJson(text.left(qMax<qsizetype>(0, text.indexOf('\n')))).object();
    const int written = object.value("receipt"_L1).toInt();
    if (written > version) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("The record of the commit was made by a newer Roster."),
                    Text::tr("Use that version, or a later one."));
    }
    if (written != version)
        return damaged();
    return object;
}

}  // namespace

QByteArray ReceiptText::write(const CommitReceipt &receipt)
{
    QList<qint64> counts(receiptKinds().size());
    QByteArray rows;
    for (const ReceiptRow &row : receipt.rows) {
        ++counts[qsizetype(row.kind)];
        QJsonObject object{{u"kind"_s, receiptKinds().at(qsizetype(row.kind))},
                           {u"key"_s, toJson(row.primaryKey)},
                           {u"before"_s, toJson(row.before)},
                           {u"after"_s, toJson(row.after)}};
        if (row.isCut)
            object.insert(u"cut"_s, true);
        rows += line(object);
    }
    return line({{u"receipt"_s, version},
                 {u"id"_s, receipt.id},
                 {u"when"_s, receipt.when.toString(Qt::ISODateWithMs)},
                 {u"role"_s, receipt.role},
                 {u"person"_s, receipt.person},
                 {u"transaction"_s, receipt.transaction},
                 {u"schema"_s, receipt.table.schema},
                 {u"table"_s, receipt.table.name},
                 {u"primaryKey"_s, QJsonArray::fromStringList(receipt.primaryKey)},
                 {u"statements"_s, QJsonArray::fromStringList(receipt.statements)},
                 {u"updated"_s, counts.at(0)},
                 {u"deleted"_s, counts.at(1)},
                 {u"inserted"_s, counts.at(2)}})
         + rows;
}

Result<ReceiptSummary> ReceiptText::summary(const QByteArray &text)
{
    return head(text).map([](const QJsonObject &object) {
        ReceiptSummary summary;
        summary.id = object["id"_L1].toString();
        summary.when = QDateTime::fromString(object["when"_L1].toString(), Qt::ISODateWithMs);
        summary.role = object["role"_L1].toString();
        summary.person = object["person"_L1].toString();
        summary.updated = object["updated"_L1].toInteger();
        summary.deleted = object["deleted"_L1].toInteger();
        summary.inserted = object["inserted"_L1].toInteger();
        return summary;
    });
}

Result<CommitReceipt> ReceiptText::read(const QByteArray &text)
{
    const Result<QJsonObject> first = head(text);
    if (!first)
        return fail(first.error());
    CommitReceipt receipt;
    receipt.id = (*first)["id"_L1].toString();
    receipt.when = QDateTime::fromString((*first)["when"_L1].toString(), Qt::ISODateWithMs);
    receipt.role = (*first)["role"_L1].toString();
    receipt.person = (*first)["person"_L1].toString();
    receipt.transaction = (*first)["transaction"_L1].toString();
    receipt.table = {(*first)["schema"_L1].toString(), (*first)["table"_L1].toString()};
    receipt.primaryKey = stringsFrom((*first)["primaryKey"_L1]);
    receipt.statements = stringsFrom((*first)["statements"_L1]);
    for (qsizetype from = text.indexOf('\n') + 1; from < text.size();) {
        const qsizetype end = text.indexOf('\n', from);
        const QJsonObject object =
            QJsonDocument::fromJson(text.mid(from, end < 0 ? -1 : end - from)).object();
        const qsizetype kind = receiptKinds().indexOf(object["kind"_L1].toString());
        if (end < 0 || kind < 0)
            return damaged();
        receipt.rows << ReceiptRow{ReceiptRow::Kind(kind), keyFrom(object["key"_L1]),
                                   valuesFrom(object["before"_L1]), valuesFrom(object["after"_L1]),
                                   object["cut"_L1].toBool()};
        from = end + 1;
    }
    const qint64 rows = (*first)["updated"_L1].toInteger() + (*first)["deleted"_L1].toInteger()
                      + (*first)["inserted"_L1].toInteger();
    if (receipt.rows.size() != rows)
        return damaged();
    return receipt;
}

}  // namespace roster

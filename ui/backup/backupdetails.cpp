// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backupdetails.h"

#include "models/views/backuplistmodel.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int tablesShown = 200;

QString row(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return {};
    return u"<tr><td style='padding-right:1em'>%1</td><td>%2</td></tr>"_s.arg(
        name.toHtmlEscaped(), value.toHtmlEscaped().replace(u'\n', u"<br>"_s));
}

QString bytes(qint64 size)
{
    return QLocale().formattedDataSize(size);
}

/// What only our own manifest knows.
QString manifestRows(const BackupManifest &manifest)
{
    QString rows;
    rows += row(BackupDetails::tr("From"), manifest.host);
    rows += row(BackupDetails::tr("Snapshot"),
                QLocale().toString(manifest.snapshot.toLocalTime(), QLocale::LongFormat));
    rows +=
        row(BackupDetails::tr("Encoding, locale"), manifest.encoding + u", "_s + manifest.collate);
    rows += row(BackupDetails::tr("Owner"), manifest.owner);
    rows += row(BackupDetails::tr("Revision"), manifest.revisions.join(u", "_s));
    rows += row(BackupDetails::tr("Extensions"), manifest.extensions.join(u", "_s));
    rows += row(BackupDetails::tr("Roles it names"), manifest.roles.join(u", "_s));
    rows += row(BackupDetails::tr("Roles beside it"), manifest.rolesFile);
    rows += row(BackupDetails::tr("Unpacked"), bytes(manifest.unpackedSize));
    rows += row(u"SHA-256"_s, QString::fromLatin1(manifest.sha256));
    return rows;
}

QString tableRows(const BackupManifest &manifest)
{
    if (manifest.rows.isEmpty())
        return {};
    QString html = u"<h4>%1</h4><table>"_s.arg(
        BackupDetails::tr("%1 rows in %n table(s)", nullptr, int(manifest.rows.size()))
            .arg(QLocale().toString(manifest.totalRows()))
            .toHtmlEscaped());
    const QList<BackupManifest::Rows> first =
        manifest.rows.first(std::min<qsizetype>(manifest.rows.size(), tablesShown));
    for (const BackupManifest::Rows &table : first) {
        html += u"<tr><td style='padding-right:1em'>%1</td><td align='right'>%2</td></tr>"_s.arg(
            (table.schema + u'.' + table.table).toHtmlEscaped(), QLocale().toString(table.rows));
    }
    html += u"</table>"_s;
    if (first.size() < manifest.rows.size()) {
        html +=
            BackupDetails::tr("… and %n more", nullptr, int(manifest.rows.size() - first.size()))
                .toHtmlEscaped();
    }
    return html;
}

QString list(const QString &icon, const QStringList &lines)
{
    QString html;
    for (const QString &line : lines)
        html += u"<p>%1 %2</p>"_s.arg(icon, line.toHtmlEscaped());
    return html;
}

}  // namespace

BackupDetails::BackupDetails(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(u"backupDetails"_s);
    setAccessibleName(tr("The chosen backup"));
    setOpenLinks(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
}

void BackupDetails::present(const BackupFile *file)
{
    setHtml(file ? html(*file) : u"<p>%1</p>"_s.arg(tr("Choose a backup.").toHtmlEscaped()));
}

QString BackupDetails::html(const BackupFile &file)
{
    QString text = u"<h3>%1</h3>"_s.arg(file.name().toHtmlEscaped());
    text += list(u"⚠"_s, file.problems);
    if (!file.manifest) {
        text +=
            list(u"ⓘ"_s, {tr("Not made by Roster: it has no checksum beside it, so a verification "
                             "can only say that it is whole, not that no byte changed.")});
    }
    text += list(u"ⓘ"_s, file.notes);
    text += u"<table>"_s;
    QStringList paths;
    for (const BackupFile::Place &place : file.places)
        paths << place.path;
    text += row(tr("Database"), file.database);
    text += row(file.places.size() > 1 ? tr("One file, under the names") : tr("File"),
                paths.join(u'\n'));
    text +=
        row(tr("Changed"), QLocale().toString(file.modified.toLocalTime(), QLocale::LongFormat));
    text += row(tr("Size"), bytes(file.size));
    text += row(tr("Format"), file.head.text());
    text += row(tr("Server"), file.head.serverVersion);
    text += row(u"pg_dump"_s, file.head.toolVersion);
    text += row(tr("Verified"), BackupListModel::verifiedText(file));
    if (file.verification)
        text += row(QString(), file.verification->note);
    if (file.manifest)
        text += manifestRows(*file.manifest);
    text += u"</table>"_s;
    if (file.manifest)
        text += tableRows(*file.manifest);
    return text;
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/restorefilepage.h"

#include "ui/backup/restorewizard.h"
#include "ui/common/errorbar.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int barSteps = 1000;
}

RestoreFilePage::RestoreFilePage(RestoreWizard &wizard)
    : m_wizard(wizard),
      m_path(new QLineEdit(this)),
      m_error(new ErrorBar(this)),
      m_databaseLine(new QWidget(this)),
      m_databases(new QComboBox(m_databaseLine)),
      m_bar(new QProgressBar(this)),
      m_summary(new QLabel(this)),
      m_tables(new QTreeWidget(this))
{
    setTitle(tr("What is in it"));
    setSubTitle(tr("The file is read to its end. No server is touched."));
    m_path->setObjectName(u"restorePath"_s);
    m_path->setAccessibleName(tr("File of the backup"));
    m_path->setReadOnly(true);
    m_error->setObjectName(u"restoreFileError"_s);
    m_bar->setObjectName(u"restoreFileProgress"_s);
    m_bar->setAccessibleName(tr("How far it is"));
    m_bar->setRange(0, barSteps);
    m_summary->setObjectName(u"restoreSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tables->setObjectName(u"restoreTables"_s);
    m_tables->setAccessibleName(tr("Tables in it"));
    m_tables->setHeaderLabels({tr("Table"), tr("Rows")});
    m_tables->setRootIsDecorated(false);
    m_tables->setUniformRowHeights(true);
    m_tables->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tables->header()->setStretchLastSection(false);
    m_databases->setObjectName(u"restoreFileDatabase"_s);
    connect(m_databases, &QComboBox::activated, this,
            [this] { read(m_databases->currentData().toString()); });
    auto *label = new QLabel(tr("&Database in it:"), m_databaseLine);
    label->setBuddy(m_databases);
    auto *databaseLine = new QHBoxLayout(m_databaseLine);
    databaseLine->setContentsMargins(0, 0, 0, 0);
    databaseLine->addWidget(label);
    databaseLine->addWidget(m_databases, 1);
    m_databaseLine->hide();
    auto *choose = new QPushButton(tr("&Another file…"), this);
    choose->setObjectName(u"chooseRestoreFile"_s);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &RestoreFilePage::chooseFile);
    auto *line = new QHBoxLayout;
    line->addWidget(m_path, 1);
    line->addWidget(choose);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(line);
    layout->addWidget(m_databaseLine);
    layout->addWidget(m_error);
    layout->addWidget(m_bar);
    layout->addWidget(m_summary);
    layout->addWidget(m_tables, 1);
}

void RestoreFilePage::initializePage()
{
    if (!m_wizard.plan().dump && !m_wizard.plan().path.isEmpty())
        open(m_wizard.plan().path);
}

void RestoreFilePage::chooseFile()
{
    auto *dialog =
        new QFileDialog(this, tr("A backup"), QFileInfo(m_wizard.plan().path).absolutePath());
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &RestoreFilePage::open);
    dialog->open();
}

void RestoreFilePage::open(const QString &path)
{
    m_wizard.plan().path = path;
    m_path->setText(path);
    m_databaseLine->hide();
    read({});
}

void RestoreFilePage::read(const QString &database)
{
    if (m_job)
        m_job->cancel();
    m_wizard.plan().dump.reset();
    m_error->clear();
    m_tables->clear();
    m_summary->setText(tr("Reading it to its end…"));
    m_bar->show();
    m_bar->setValue(0);
    auto running = m_wizard.seat().read(m_wizard.plan().path, database);
    m_job = running.job;
    m_wizard.announce(m_job);
    connect(m_job.get(), &Job::changed, this, &RestoreFilePage::updateProgress);
    running.future.then(this, [this, job = running.job](const Result<ReadDump> &dump) {
        if (job == m_job)
            onRead(dump);
    });
    Q_EMIT completeChanged();
}

void RestoreFilePage::updateProgress()
{
    if (!m_job)
        return;
    const Progress::State state = m_job->state();
    m_bar->setRange(0, state.total > 0 ? barSteps : 0);
    if (state.total > 0)
        m_bar->setValue(int(double(state.done) / double(state.total) * barSteps));
}

void RestoreFilePage::onRead(const Result<ReadDump> &dump)
{
    m_job.reset();
    m_bar->hide();
    if (dump && !dump->databases.isEmpty()) {
        offer(dump->databases);
    } else if (dump) {
        m_wizard.plan().dump = *dump;
        showDump(*dump);
    } else {
        m_summary->setText(tr("This file cannot be restored. Nothing was changed."));
        m_error->showError(dump.error());
    }
    Q_EMIT completeChanged();
}

/// The one of the live database's name is meant first; one alone needs no question.
void RestoreFilePage::offer(const QList<DumpSummary::Database> &databases)
{
    m_databases->clear();
    QStringList own;
    for (const DumpSummary::Database &one : databases) {
        m_databases->addItem(tr("%1: %2 rows in %n table(s)", nullptr, int(one.tables))
                                 .arg(one.name, QLocale().toString(one.rows)),
                             one.name);
        if (!one.isServers)
            own << one.name;
    }
    int meant = m_databases->findData(m_wizard.plan().database);
    if (meant < 0 && own.size() == 1)
        meant = m_databases->findData(own.first());
    m_databases->setCurrentIndex(meant);
    m_databases->setPlaceholderText(tr("choose one"));
    m_databaseLine->show();
    if (meant >= 0) {
        read(m_databases->currentData().toString());
        return;
    }
    m_summary->setText(tr("It holds %n database(s) of a whole server. Choose the one that is to be "
                          "restored; nothing else of the file is run.",
                          nullptr, int(databases.size())));
    m_databases->setFocus();
}

void RestoreFilePage::showDump(const ReadDump &dump)
{
    qint64 rows = 0;
    for (auto it = dump.scan.rows.cbegin(); it != dump.scan.rows.cend(); ++it) {
        rows += it.value();
        auto *item = new QTreeWidgetItem(
            m_tables, {it.key().first + u'.' + it.key().second, QLocale().toString(it.value())});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    QStringList lines{tr("Whole: read to its end. %1 rows in %n table(s), format %2.", nullptr,
                         int(dump.scan.rows.size()))
                          .arg(QLocale().toString(rows), dump.file.formatName())};
    if (const auto &manifest = dump.manifest) {
        lines << tr("A backup of %1 by Roster, of %2; each table's rows are compared with what it "
                    "counted then.")
                     .arg(manifest->database, QLocale().toString(manifest->snapshot.toLocalTime(),
                                                                 QLocale::ShortFormat));
    } else {
        lines << tr("There is no checksum beside it: that no byte changed cannot be said.");
    }
    if (!dump.scan.needs.extensions.isEmpty())
        lines << tr("It needs the extensions: %1").arg(dump.scan.needs.extensions.join(u", "_s));
    lines += dump.scan.warnings;
    m_summary->setText(lines.join(u'\n'));
}

bool RestoreFilePage::isComplete() const
{
    return m_wizard.plan().dump.has_value();
}

}  // namespace roster

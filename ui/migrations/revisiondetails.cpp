// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/revisiondetails.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/migrations/revisionlocksview.h"
#include "ui/migrations/revisiontext.h"
#include "ui/migrations/sqlhighlighter.h"

#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// A half as it stands in the file, its spare lines at the ends left out.
QString trimmedHalf(const RevisionSection &section, int *firstLine)
{
    QString text = QString::fromUtf8(section.text);
    *firstLine = section.firstLine;
    while (text.startsWith(u'\n')) {
        text.remove(0, 1);
        ++*firstLine;
    }
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

}  // namespace

RevisionDetails::RevisionDetails(QWidget *parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_facts(new QLabel(this)),
      m_notes(new QLabel(this)),
      m_tabs(new QTabWidget(this)),
      m_upgrade(addSql(u"upgradeSql"_s, tr("SQL of the upgrade"))),
      m_downgrade(addSql(u"downgradeSql"_s, tr("SQL of the downgrade"))),
      m_findings(addText(this, u"lintFindings"_s, tr("Findings of lint"))),
      m_locks(addText(this, u"rehearsal"_s, tr("What it locks"))),
      m_holders(new RevisionLocksView(this)),
      m_change(addSql(u"fileChange"_s, tr("How the file was changed"))),
      m_rehearse(new QPushButton(this))
{
    setObjectName(u"revisionDetails"_s);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setObjectName(u"revisionTitle"_s);
    m_facts->setObjectName(u"revisionFacts"_s);
    m_notes->setObjectName(u"revisionNotes"_s);
    for (QLabel *label : {m_title, m_facts, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_tabs->setObjectName(u"revisionTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_upgrade, tr("Upgrade"));
    m_tabs->addTab(m_downgrade, tr("Downgrade"));
    m_tabs->addTab(m_findings, tr("Findings"));
    m_tabs->addTab(locksTab(), tr("Locks"));
    m_tabs->addTab(m_holders, tr("In its way"));
    m_tabs->addTab(m_change, tr("Change"));
    connect(m_holders, &RevisionLocksView::wanted, this, &RevisionDetails::locksWanted);
    connect(m_holders, &RevisionLocksView::counted, this, [this](int holders) {
        m_tabs->setTabText(m_tabs->indexOf(m_holders),
                           holders == 0 ? tr("In its way") : tr("In its way (%1)").arg(holders));
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 0);
    layout->setSpacing(3);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addWidget(m_notes);
    layout->addWidget(m_tabs, 1);
    connect(m_rehearse, &QPushButton::clicked, this, &RevisionDetails::rehearsalRequested);
    present(nullptr, nullptr);
}

void RevisionDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (auto *highlighter : findChildren<SqlHighlighter *>())
        highlighter->rehighlight();
}

QPlainTextEdit *RevisionDetails::addSql(const QString &objectName, const QString &name)
{
    auto *view = new QPlainTextEdit(this);
    view->setObjectName(objectName);
    view->setAccessibleName(name);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new SqlHighlighter(view->document());
    return view;
}

QTextBrowser *RevisionDetails::addText(QWidget *parent, const QString &objectName,
                                       const QString &name)
{
    auto *view = new QTextBrowser(parent);
    view->setObjectName(objectName);
    view->setAccessibleName(name);
    view->setOpenLinks(false);
    view->setTabChangesFocus(true);
    return view;
}

QWidget *RevisionDetails::locksTab()
{
    m_rehearse->setObjectName(u"rehearse"_s);
    m_rehearse->setIcon(themedIcon(u"lock"_s));
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->addWidget(m_rehearse, 0, Qt::AlignLeft);
    layout->addWidget(m_locks, 1);
    return page;
}

void RevisionDetails::present(const MigrationHistory *history, const MigrationHistory::Row *row)
{
    m_findings->clear();
    m_locks->clear();
    m_tabs->setTabText(m_tabs->indexOf(m_findings), tr("Findings"));
    m_tabs->setEnabled(row);
    m_holders->reset(row && row->revision->isRunnable());
    if (!row) {
        m_title->setText(tr("No revision is chosen."));
        m_facts->clear();
        m_notes->hide();
        m_upgrade->clear();
        m_downgrade->clear();
        m_tabs->setTabVisible(m_tabs->indexOf(m_change), false);
        return;
    }
    m_title->setText(row->revision->message.isEmpty() ? row->revision->id : row->revision->message);
    m_facts->setText(RevisionText::facts(*history, *row));
    const QStringList notes = RevisionText::notes(*history, *row);
    m_notes->setText(u"⚠ "_s + notes.join(u"\n⚠ "_s));
    m_notes->setVisible(!notes.isEmpty());
    showHalves(*row->revision);
    showChange(*history, *row);
    m_locks->setPlaceholderText(
        tr("A rehearsal runs it in a transaction that is rolled back, and lists the locks that it "
           "really took and for how long."));
    m_findings->setPlaceholderText(row->revision->isRunnable()
                                       ? tr("Looking through it…")
                                       : tr("Only what Roster can run is looked through."));
}

void RevisionDetails::showHalves(const Revision &revision)
{
    m_upgrade->setPlainText(trimmedHalf(revision.upgrade, &m_upgradeLine));
    m_downgrade->setPlainText(trimmedHalf(revision.downgrade, &m_downgradeLine));
    m_upgrade->setPlaceholderText(revision.source == Revision::Source::Alembic
                                      ? tr("Alembic's file holds Python, no SQL.")
                                      : tr("No statements."));
    m_downgrade->setPlaceholderText(m_upgrade->placeholderText());
}

void RevisionDetails::showChange(const MigrationHistory &history, const MigrationHistory::Row &row)
{
    const auto entry = history.state.lastEntry(row.revision->id, true);
    const bool differs = row.marks.testFlag(RevisionMark::Changed) && entry;
    m_tabs->setTabVisible(m_tabs->indexOf(m_change), differs);
    m_change->setPlainText(differs ? textDifference(entry->fileText, row.revision->text)
                                   : QString());
}

void RevisionDetails::setRehearsal(bool possible, Direction direction)
{
    m_rehearse->setEnabled(possible);
    m_rehearse->setText(direction == Direction::Upgrade ? tr("&Rehearse the upgrade")
                                                        : tr("&Rehearse the downgrade"));
}

void RevisionDetails::showFindings(const Result<QList<LintFinding>> &findings)
{
    if (!findings) {
        m_findings->setHtml(RevisionText::error(findings.error()));
        return;
    }
    m_findings->setHtml(RevisionText::findings(*findings));
    m_tabs->setTabText(m_tabs->indexOf(m_findings),
                       findings->isEmpty() ? tr("Findings")
                                           : tr("Findings (%1)").arg(findings->size()));
}

void RevisionDetails::showRehearsing()
{
    m_rehearse->setEnabled(false);
    m_locks->setPlainText(tr("It is being tried…"));
}

void RevisionDetails::showRehearsed(const Result<QList<RehearsedRevision>> &revisions)
{
    m_locks->setHtml(revisions ? RevisionText::rehearsed(*revisions)
                               : RevisionText::error(revisions.error()));
}

void RevisionDetails::showLocks(const Result<RevisionLocks> &locks)
{
    m_holders->present(locks);
}

void RevisionDetails::jumpTo(int line)
{
    const bool isBack = line >= m_downgradeLine;
    QPlainTextEdit *view = isBack ? m_downgrade : m_upgrade;
    const QTextBlock block =
        view->document()->findBlockByNumber(line - (isBack ? m_downgradeLine : m_upgradeLine));
    if (!block.isValid())
        return;
    m_tabs->setCurrentWidget(view);
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    view->setTextCursor(cursor);
    view->centerCursor();
    view->setFocus();
}

}  // namespace roster

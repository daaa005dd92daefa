// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/revisionmessagepage.h"

#include "ui/common/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Of Roster's own sources, where the program is started among them; empty: it is not.
QString sourcesFolder()
{
    const QDir folder(u"resources/migrations"_s);
    return folder.exists() ? folder.absolutePath() : QString();
}

QString parentsText(const MigrationState &state, const QStringList &parents)
{
    QStringList titles;
    for (const QString &id : parents) {
        const Revision *revision = state.graph().find(id);
        titles << (revision && revision->source != Revision::Source::Missing ? revision->title()
                                                                             : id);
    }
    return titles.isEmpty() ? RevisionMessagePage::tr("It is the first revision.")
                            : RevisionMessagePage::tr("It stands on %1.").arg(titles.join(u", "_s));
}

}  // namespace

RevisionMessagePage::RevisionMessagePage(const NewRevisionTarget &target, QWidget *parent)
    : QWizardPage(parent),
      m_message(new QLineEdit(this)),
      m_compare(
          new QRadioButton(tr("What differs between the &declared tables and the database"), this)),
      m_empty(new QRadioButton(tr("&Empty: the statements are written by hand"), this)),
      m_folder(new QLineEdit(target.folder, this)),
      m_alembic(new QLineEdit(target.alembic, this)),
      m_anyway(new QCheckBox(this)),
      m_notes(new QLabel(this)),
      m_problem(new QLabel(this))
{
    setTitle(tr("New revision"));
    setSubTitle(tr("A revision is an .sql file that changes the schema and can be taken back."));
    if (target.folder.isEmpty())
        m_folder->setText(sourcesFolder());
    m_message->setObjectName(u"revisionMessage"_s);
    m_message->setAccessibleName(tr("What it does"));
    m_message->setPlaceholderText(tr("add guilds"));
    m_message->setMaxLength(200);
    const auto parents = target.history->state.parentsOfNew();
    if (parents)
        m_parents = *parents;
    else
        m_fault = parents.error().message + u' ' + parents.error().hint;

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&What it does:"), m_message);
    addKind(target.history->state);
    auto *kinds = new QVBoxLayout;
    kinds->addWidget(m_compare);
    kinds->addWidget(m_empty);
    form->addRow(tr("It begins with:"), kinds);
    form->addRow(tr("&Folder of revisions:"),
                 folderRow(m_folder, u"revisionFolder"_s, tr("Folder of revisions")));
    if (target.history->state.isForeign() || !target.alembic.isEmpty()) {
        form->addRow(tr("Folder of &Alembic's:"),
                     folderRow(m_alembic, u"alembicFolder"_s, tr("Folder of Alembic's")));
    } else {
        m_alembic->hide();
    }
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_anyway);
    layout->addWidget(m_notes);
    layout->addStretch(1);
    layout->addWidget(m_problem);
    addNotes(*target.history);
    for (QLineEdit *line : {m_message, m_folder, m_alembic})
        connect(line, &QLineEdit::textChanged, this, &RevisionMessagePage::update);
    connect(m_compare, &QRadioButton::toggled, this, &RevisionMessagePage::update);
    connect(m_anyway, &QCheckBox::toggled, this, &RevisionMessagePage::update);
    update();
}

void RevisionMessagePage::addKind(const MigrationState &state)
{
    m_compare->setObjectName(u"compareTables"_s);
    m_empty->setObjectName(u"emptyRevision"_s);
    const bool isBehind = !state.pending().isEmpty();
    m_compare->setEnabled(!isBehind);
    (isBehind ? m_empty : m_compare)->setChecked(true);
}

QWidget *RevisionMessagePage::folderRow(QLineEdit *line, const QString &objectName,
                                        const QString &title)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    line->setObjectName(objectName);
    line->setAccessibleName(title);
    line->setPlaceholderText(tr("not chosen"));
    auto *choose = new QPushButton(tr("Choose…"), row);
    choose->setObjectName(objectName + u"Choose"_s);
    choose->setAccessibleName(tr("Choose: %1").arg(title));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this,
            [this, line, title] { chooseFolder(line, title); });
    layout->addWidget(line, 1);
    layout->addWidget(choose);
    row->setFocusProxy(line);
    return row;
}

void RevisionMessagePage::addNotes(const MigrationHistory &history)
{
    const MigrationState &state = history.state;
    QStringList notes;
    if (m_fault.isEmpty())
        notes << parentsText(state, m_parents);
    if (!state.pending().isEmpty()) {
        notes << tr("Revisions are pending: the database cannot be compared before they are "
                    "applied.");
    }
    if (state.isForeign()) {
        notes << tr("Alembic manages this database. Where its folder is known, Roster writes the "
                    ".py twin there, first of all; without it Alembic's own commands stop once the "
                    "revision is applied.");
    }
    m_notes->setObjectName(u"revisionNotes"_s);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    m_notes->setText(notes.join(u"\n\n"_s));
    m_problem->setObjectName(u"revisionProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_anyway->setObjectName(u"writeAnyway"_s);
    m_anyway->setVisible(state.environment() != Environment::Development);
    m_anyway->setText(tr("Revisions are made in development, and this database is %1. &Write one "
                         "here all the same")
                          .arg(Theme::word(state.environment())));
}

void RevisionMessagePage::chooseFolder(QLineEdit *line, const QString &title)
{
    auto *dialog = new QFileDialog(this, title, line->text());
    dialog->setObjectName(u"folderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
    dialog->open();
}

QString RevisionMessagePage::message() const
{
    return m_message->text().simplified();
}

bool RevisionMessagePage::compares() const
{
    return m_compare->isChecked();
}

void RevisionMessagePage::setCompares(bool compares)
{
    (compares ? m_compare : m_empty)->setChecked(true);
}

QString RevisionMessagePage::folder() const
{
    const QString text = m_folder->text().trimmed();
    return text.isEmpty() ? QString() : QDir::cleanPath(QDir(text).absolutePath());
}

QString RevisionMessagePage::alembic() const
{
    return m_alembic->text().trimmed();
}

/// Why it cannot go on; empty: it can.
QString RevisionMessagePage::problem() const
{
    if (!m_fault.isEmpty())
        return m_fault;
    if (message().isEmpty())
        return tr("Write what it does: some words, they become the file's name.");
    if (folder().isEmpty())
        return tr("Choose the folder that the file goes to.");
    if (m_folder->text().trimmed().startsWith(u':'))
        return tr("What is built into the program cannot be added to.");
    const QFileInfo info(folder());
    if (info.exists() && !(info.isDir() && info.isWritable()))
        return tr("Nothing can be written to %1.").arg(folder());
    if (!alembic().isEmpty() && !QFileInfo(alembic()).isDir())
        return tr("There is no folder %1.").arg(alembic());
    if (!m_anyway->isHidden() && !m_anyway->isChecked())
        return tr("Confirm that a revision is to be made here.");
    return {};
}

bool RevisionMessagePage::isComplete() const
{
    return problem().isEmpty();
}

void RevisionMessagePage::update()
{
    m_problem->setText(problem());
    Q_EMIT completeChanged();
}

}  // namespace roster

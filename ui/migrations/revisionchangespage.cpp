// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/revisionchangespage.h"

#include "models/database/connections.h"
#include "models/views/revisionplanmodel.h"
#include "ui/common/emptystate.h"
#include "ui/migrations/plananswerdelegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int checkAfterMs = 300;
constexpr int answerInEms = 11;
}  // namespace

RevisionChangesPage::RevisionChangesPage(Connections &connections, bool isForeign, QWidget *parent)
    : QWizardPage(parent),
      m_connections(connections),
      m_isForeign(isForeign),
      m_model(new RevisionPlanModel(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_tree(new QTreeView(this)),
      m_followed(new QLabel(this)),
      m_state(new QLabel(this))
{
    setTitle(tr("What differs"));
    setSubTitle(tr("Untick what this revision is not to do, and answer what only you can know."));
    m_followed->setObjectName(u"planFollowed"_s);
    m_state->setObjectName(u"planState"_s);
    for (QLabel *label : {m_followed, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    buildTree();
    auto *found = new QWidget(m_stack);
    auto *foundLayout = new QVBoxLayout(found);
    foundLayout->setContentsMargins(0, 0, 0, 0);
    foundLayout->addWidget(m_tree, 1);
    foundLayout->addWidget(m_followed);
    foundLayout->addWidget(m_state);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(found);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_stack, 1);

    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(checkAfterMs);
    connect(&m_checkSoon, &QTimer::timeout, this, &RevisionChangesPage::checkFills);
    connect(m_model, &RevisionPlanModel::renamesChanged, this, &RevisionChangesPage::compare,
            Qt::QueuedConnection);
    connect(m_model, &RevisionPlanModel::answered, this, &RevisionChangesPage::showState);
    connect(m_model, &RevisionPlanModel::followed, this, &RevisionChangesPage::sayFollowed);
    connect(m_model, &RevisionPlanModel::fillsChanged, this, [this] {
        m_isChecked = false;
        m_checkSoon.start();
        showState();
    });
}

RevisionChangesPage::~RevisionChangesPage()
{
    stop();
}

void RevisionChangesPage::buildTree()
{
    m_tree->setObjectName(u"planTree"_s);
    m_tree->setAccessibleName(tr("What differs"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new PlanAnswerDelegate(m_tree));
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);  // answers are always open
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setRootIsDecorated(true);
    m_tree->setUniformRowHeights(true);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(RevisionPlanModel::ChangeColumn, QHeaderView::Stretch);
    const int em = fontMetrics().horizontalAdvance(u'm');
    header->resizeSection(RevisionPlanModel::RenameColumn, em * answerInEms);
    header->resizeSection(RevisionPlanModel::FillColumn, em * answerInEms);
}

void RevisionChangesPage::initializePage()
{
    compare();
}

void RevisionChangesPage::cleanupPage()
{
    stop();
}

void RevisionChangesPage::stop()
{
    m_checkSoon.stop();
    for (JobPointer *job : {&m_comparing, &m_checking}) {
        if (*job)
            (*job)->cancel();
        job->reset();
    }
}

void RevisionChangesPage::compare()
{
    stop();
    m_isRead = false;
    if (m_model->isEmpty()) {
        m_empty->presentBusy(u"migrations"_s,
                             tr("Comparing the declared tables with the database…"));
        m_stack->setCurrentIndex(0);
    }
    showState();
    auto running = NewRevisionJobs::compare(m_connections, m_model->renames());
    m_comparing = running.job;
    running.future.then(this, [this, job = running.job](const Result<RevisionPlan> &plan) {
        if (job != m_comparing)
            return;
        m_comparing.reset();
        onPlan(plan);
    });
}

void RevisionChangesPage::onPlan(const Result<RevisionPlan> &plan)
{
    if (!plan) {
        m_empty->present(u"warning"_s, tr("The database could not be compared"),
                         plan.error().message + u'\n' + plan.error().hint);
        m_empty->addButton(u"compareAgain"_s, tr("&Try again"), [this] { compare(); });
        m_stack->setCurrentIndex(0);
        Q_EMIT completeChanged();
        return;
    }
    m_isRead = true;
    const bool isFirst = m_model->isEmpty();
    m_model->setPlan(*plan);
    m_followed->clear();
    if (isFirst && m_isForeign)
        leaveOutIndexes();
    showPlan();
    m_isChecked = false;
    checkFills();
}

void RevisionChangesPage::leaveOutIndexes()
{
    const QStringList left = m_model->leaveOutIndexes();
    if (!left.isEmpty()) {
        m_followed->setText(
            tr("Only for speed, and left out, since Alembic would propose to drop it: %1.")
                .arg(left.join(u"; "_s)));
    }
}

void RevisionChangesPage::showPlan()
{
    if (m_model->isEmpty()) {
        m_empty->present(u"done"_s, tr("Nothing differs"),
                         tr("The tables are as they are declared: there is nothing to write. You "
                            "can begin with an empty revision."));
        m_empty->addButton(u"beginEmpty"_s, tr("&Empty revision"),
                           [this] { Q_EMIT emptyRequested(); });
        m_stack->setCurrentIndex(0);
    } else {
        m_stack->setCurrentIndex(1);
        m_tree->expandAll();
        for (const auto column : {RevisionPlanModel::RenameColumn, RevisionPlanModel::FillColumn})
            m_tree->setColumnHidden(column, !m_model->asks(column));
        openEditors();
        m_tree->setCurrentIndex(m_model->index(0, 0));
    }
    showState();
}

void RevisionChangesPage::openEditors()
{
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const QModelIndex parent = m_model->index(group, 0);
        m_tree->setFirstColumnSpanned(group, {}, true);
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            for (const int column :
                 {RevisionPlanModel::RenameColumn, RevisionPlanModel::FillColumn}) {
                const QModelIndex index = m_model->index(row, column, parent);
                if (index.data(RevisionPlanModel::AskedRole).toBool())
                    m_tree->openPersistentEditor(index);
            }
        }
    }
}

void RevisionChangesPage::checkFills()
{
    if (m_checking)
        m_checking->cancel();
    auto running = NewRevisionJobs::checkFills(m_connections, m_model->plan());
    m_checking = running.job;
    running.future.then(this, [this, job = running.job](const Result<bool> &checked) {
        if (job != m_checking)
            return;
        m_checking.reset();
        m_isChecked = true;
        // A lost connection is no reason to hold a person up here.
        const bool isWrong = !checked && checked.error().kind == Error::Kind::InvalidInput;
        m_wrongFill = isWrong ? checked.error().message : QString();
        showState();
    });
}

void RevisionChangesPage::sayFollowed(bool wanted, const QStringList &changes)
{
    if (changes.isEmpty()) {
        m_followed->clear();
        return;
    }
    m_followed->setText(
        wanted ? tr("Ticked along, since it is needed: %1.").arg(changes.join(u"; "_s))
               : tr("Unticked along, since it needs this: %1.").arg(changes.join(u"; "_s)));
    // What is ticked again has to be checked again.
    m_isChecked = false;
    m_checkSoon.start();
}

void RevisionChangesPage::showState()
{
    QString text;
    if (!m_isRead)
        text = tr("Comparing…");
    else if (const int open = m_model->openQuestions())
        text = tr("%n question(s) to answer before it goes on.", nullptr, open);
    else if (!m_model->hasWanted())
        text = tr("Nothing is ticked.");
    else if (!m_wrongFill.isEmpty())
        text = m_wrongFill;
    m_state->setText(text);
    Q_EMIT completeChanged();
}

bool RevisionChangesPage::isComplete() const
{
    return m_isRead && !m_model->isEmpty() && m_model->openQuestions() == 0 && m_model->hasWanted()
        && m_isChecked && m_wrongFill.isEmpty();
}

Autogenerated RevisionChangesPage::written() const
{
    return m_isRead && !m_model->isEmpty() ? m_model->plan().written() : Autogenerated();
}

}  // namespace roster

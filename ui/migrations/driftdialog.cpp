// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/driftdialog.h"

#include "models/database/connections.h"
#include "ui/common/icons.h"
#include "ui/migrations/migrationjobs.h"
#include "ui/migrations/sidebysideview.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr qsizetype linesAtOnce = 5000;
}  // namespace

DriftDialog::DriftDialog(Connections &connections, RevisionSources sources, QWidget *parent)
    : QDialog(parent),
      m_connections(connections),
      m_sources(std::move(sources)),
      m_against(new QComboBox(this)),
      m_text(new QLabel(this)),
      m_place(new QLabel(this)),
      m_busy(new QProgressBar(this)),
      m_stop(new QPushButton(themedIcon(u"stop"_s), tr("&Stop"), this)),
      m_previous(new QPushButton(tr("&Previous"), this)),
      m_next(new QPushButton(tr("&Next"), this)),
      m_more(new QPushButton(this)),
      m_view(new SideBySideView(this))
{
    setObjectName(u"driftDialog"_s);
    setWindowTitle(tr("How the database differs"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    setSizeGripEnabled(true);
    const int em = fontMetrics().horizontalAdvance(u'm');
    resize(em * 62, em * 42);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(head());
    m_text->setObjectName(u"driftText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_text);
    layout->addWidget(m_view, 1);
    layout->addWidget(foot());
    addShortcuts();
    connect(m_against, &QComboBox::currentIndexChanged, this, &DriftDialog::read);
    connect(m_view, &SideBySideView::currentChanged, this, &DriftDialog::showPlace);
    connect(m_previous, &QPushButton::clicked, m_view, &SideBySideView::previous);
    connect(m_next, &QPushButton::clicked, m_view, &SideBySideView::next);
    connect(m_stop, &QPushButton::clicked, this, &DriftDialog::stop);
    read();
}

DriftDialog::~DriftDialog()
{
    if (m_job)
        m_job->cancel();
}

QWidget *DriftDialog::head()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("The database &against:"), head);
    label->setBuddy(m_against);
    m_against->setObjectName(u"driftAgainst"_s);
    m_against->addItem(tr("the declared tables"), int(DriftAgainst::Declared));
    m_against->addItem(tr("the revisions up to where it stands"), int(DriftAgainst::Current));
    m_against->addItem(tr("the revisions up to the head"), int(DriftAgainst::Head));
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("It is being compared"));
    m_stop->setObjectName(u"driftStop"_s);
    m_stop->setAutoDefault(false);
    layout->addWidget(label);
    layout->addWidget(m_against);
    layout->addStretch(1);
    layout->addWidget(m_busy);
    layout->addWidget(m_stop);
    return head;
}

QWidget *DriftDialog::foot()
{
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    m_previous->setObjectName(u"driftPrevious"_s);
    m_previous->setToolTip(tr("The difference before (Shift+F8)"));
    m_previous->setAutoDefault(false);
    m_next->setObjectName(u"driftNext"_s);
    m_next->setToolTip(tr("The next difference (F8)"));
    m_next->setAutoDefault(false);
    m_place->setObjectName(u"driftPlace"_s);
    auto *again = new QPushButton(themedIcon(u"refresh"_s), tr("Compare a&gain"), foot);
    again->setObjectName(u"driftAgain"_s);
    again->setToolTip(tr("Compare again (F5)"));
    again->setAutoDefault(false);
    connect(again, &QPushButton::clicked, this, &DriftDialog::read);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, foot);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_place);
    layout->addStretch(1);
    m_more->setObjectName(u"driftMore"_s);
    m_more->setAutoDefault(false);
    m_more->hide();
    connect(m_more, &QPushButton::clicked, this, &DriftDialog::showMore);
    layout->addWidget(m_more);
    layout->addWidget(again);
    layout->addWidget(buttons);
    return foot;
}

void DriftDialog::addShortcuts()
{
    const auto add = [this](const QList<QKeySequence> &keys, auto act) {
        auto *action = new QAction(this);
        action->setShortcuts(keys);
        addAction(action);
        connect(action, &QAction::triggered, this, act);
    };
    add({QKeySequence(Qt::Key_F8)}, [this] { m_view->next(); });
    add({QKeySequence(u"Shift+F8"_s)}, [this] { m_view->previous(); });
    add({QKeySequence(Qt::Key_F5), QKeySequence(u"Ctrl+R"_s)}, [this] { read(); });
    add({QKeySequence(u"Ctrl+."_s)}, [this] { stop(); });
}

DriftAgainst DriftDialog::against() const
{
    return DriftAgainst(m_against->currentData().toInt());
}

void DriftDialog::read()
{
    if (m_job)
        m_job->cancel();
    m_view->setTitles(tr("The database as it is"), m_against->currentText());
    m_lines.clear();
    m_view->setLines({});
    showRest();
    m_busy->show();
    m_stop->show();
    auto reading = MigrationJobs::readDrift(m_connections, m_sources, against());
    m_job = reading.job;
    connect(m_job.get(), &Job::changed, this, &DriftDialog::showProgress);
    showProgress();
    reading.future.then(this, [this, job = reading.job](const Result<Drift> &drift) {
        if (job == m_job)
            onRead(drift);
    });
}

void DriftDialog::stop()
{
    if (m_job)
        m_job->cancel();
}

void DriftDialog::showProgress()
{
    if (m_job)
        m_text->setText(m_job->state().text + u'…');
}

void DriftDialog::onRead(const Result<Drift> &drift)
{
    m_job.reset();
    m_busy->hide();
    m_stop->hide();
    if (!drift) {
        m_text->setText(drift.error().toText());
        return;
    }
    QStringList text;
    if (drift->objects == 0) {
        text << tr("There is no difference.");
    } else {
        text << tr("%n object(s) differ.", nullptr, drift->objects);
        text << (against() == DriftAgainst::Declared
                     ? tr("To change the database, write a new revision; to keep it as it is, "
                          "change the declarations.")
                     : tr("Somebody changed it past the revisions: write a revision that says so, "
                          "or one that takes it back."));
    }
    text += drift->notes;
    m_text->setText(text.join(u' '));
    m_lines = drift->lines;
    m_view->setLines(m_lines.mid(0, linesAtOnce));
    showRest();
    m_view->next();
}

/// So many lines more that the window does not stand still.
void DriftDialog::showMore()
{
    const qsizetype shown = m_view->lines();
    m_view->addLines(m_lines.mid(shown, linesAtOnce));
    showRest();
}

void DriftDialog::showRest()
{
    const qsizetype rest = m_lines.size() - m_view->lines();
    m_more->setVisible(rest > 0);
    m_more->setText(tr("Show %n &more line(s)", nullptr, int(std::min(rest, linesAtOnce))));
    m_more->setToolTip(tr("%n line(s) are not shown yet.", nullptr, int(rest)));
}

void DriftDialog::showPlace()
{
    const int count = m_view->differences();
    m_place->setText(count == 0 ? QString() : tr("%1 of %2").arg(m_view->current()).arg(count));
    m_previous->setEnabled(m_view->current() > 1);
    m_next->setEnabled(m_view->current() < count);
}

}  // namespace roster

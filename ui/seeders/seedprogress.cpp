// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seeders/seedprogress.h"

#include "ui/common/icons.h"
#include "ui/seeders/seedtext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int clockMs = 250;
constexpr int parts = 1000;  ///< the bar counts in ints, the rows may not fit
}  // namespace

SeedProgress::SeedProgress(QWidget *parent)
    : QWidget(parent),
      m_bar(new QProgressBar(this)),
      m_text(new QLabel(this)),
      m_stop(new QPushButton(themedIcon(u"stop"_s), tr("&Stop"), this))
{
    setObjectName(u"seedProgress"_s);
    m_bar->setObjectName(u"seedProgressBar"_s);
    m_bar->setAccessibleName(tr("Progress of seeding"));
    m_bar->setTextVisible(false);
    m_text->setObjectName(u"seedProgressText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_stop->setObjectName(u"stopSeeding"_s);
    m_stop->setToolTip(tr("Nothing is kept of what was written so far"));
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_bar, 1);
    bar->addWidget(m_stop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_text);
    m_clock.setInterval(clockMs);
    connect(&m_clock, &QTimer::timeout, this, &SeedProgress::update);
    connect(m_stop, &QPushButton::clicked, this, &SeedProgress::stop);
    hide();
}

void SeedProgress::follow(const JobPointer &job)
{
    forget();
    m_job = job;
    m_rate = {};
    connect(job.get(), &Job::changed, this, &SeedProgress::update);
    connect(job.get(), &Job::finished, this, &SeedProgress::forget);
    m_clock.start();
    update();
    show();
}

void SeedProgress::stop()
{
    if (!m_job)
        return;
    m_job->cancel();
    update();
}

void SeedProgress::forget()
{
    if (m_job)
        m_job->disconnect(this);
    m_job.reset();
    m_clock.stop();
    hide();
}

void SeedProgress::update()
{
    if (!m_job)
        return;
    const Progress::State state = m_job->state();
    const bool isKnown = state.total > 0 && state.done > 0;
    if (isKnown)
        m_rate.add(m_job->elapsedMs(), state.done);
    m_bar->setRange(0, isKnown ? parts : 0);
    if (isKnown)
        m_bar->setValue(int(std::min(1.0, double(state.done) / double(state.total)) * parts));
    m_stop->setEnabled(!m_job->progress()->isCancelled());
    m_text->setText(text(state));
    m_bar->setAccessibleDescription(m_text->text());
}

QString SeedProgress::text(const Progress::State &state) const
{
    if (m_job->progress()->isCancelled())
        return tr("Stopping; what was written is taken back…");
    if (m_job->status() == Job::Status::Waiting)
        return tr("Waits for other work to end…");
    QStringList words;
    if (!state.text.isEmpty())
        words << state.text;
    if (state.total <= 0 || state.done <= 0)
        return words.isEmpty() ? tr("Begins…") : words.join(QString());
    const QLocale locale;
    words << tr("%1 of %2 rows").arg(locale.toString(state.done), locale.toString(state.total));
    if (const double rate = m_rate.perSecond(); rate > 0)
        words << tr("%1 rows/s").arg(locale.toString(qint64(rate)));
    // The end of the rows is not yet the end: indexes and the commit follow.
    if (state.done >= state.total)
        words << tr("finishing");
    else if (const qint64 left = m_rate.remainingMs(state.total); left >= 0)
        words << tr("%1 left").arg(durationText(left));
    return words.join(u" · "_s);
}

}  // namespace roster

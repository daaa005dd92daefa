// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDERS_SEEDERSPAGE_H
#define ROSTER_SEEDERS_SEEDERSPAGE_H

#include "models/core/job.h"
#include "models/core/result.h"
#include "models/seeding/seedoverview.h"
#include "models/seeding/seedpreview.h"
#include "models/seeding/seedreport.h"
#include "ui/seeders/seedtask.h"

#include <QList>
#include <QPointer>
#include <QWidget>

#include <memory>

class QComboBox;
class QStackedWidget;
class QTabWidget;
class QVBoxLayout;

namespace roster {

class Connections;
class EmptyState;
class ErrorBar;
class SeedBatchList;
class SeedNews;
class SeederCard;

/// Fills tables with made-up rows by clicking: a card for each seeder, one for all of them, one for
/// any table, and the past runs with the way to take one back. One piece of work at a time.
class SeedersPage : public QWidget
{
    Q_OBJECT

public:
    /// `connections` must outlive the page.
    explicit SeedersPage(Connections &connections, QWidget *parent = nullptr);

    /// Reads again what is there; what is typed stays.
    void refresh();
    /// Stays as long as something runs that began here, also when the page is gone.
    const SeedNews &news() const { return *m_news; }

Q_SIGNALS:
    void statusMessage(const QString &text);
    void tablesCreated();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildLayout();
    QWidget *buildCards();
    QWidget *buildTableChooser();
    void onOverview(const Result<SeedOverview> &overview);
    void showOverview();
    void fillTables();
    void updateBlocked();
    SeederCard *addCard(SeederCard *card, QVBoxLayout *layout);
    void openTable(const TableName &table);
    void showTable(const Result<SeederState> &state);

    void start(SeederCard *card);
    void onChecked(SeederCard *card, SeedTask task, const Result<QList<SeedCheck>> &checks);
    void confirm(SeederCard *card, SeedTask task, const QList<SeedCheck> &checks);
    void run(SeederCard *card, const SeedTask &task, bool really);
    void onRun(SeederCard *card, const Result<QList<SeedReport>> &reports);
    void onFailed(SeederCard *card, const Error &error);
    void preview(SeederCard *card);
    void showPreview(SeederCard *card, const Result<SeedPreview> &preview);
    void create(SeederCard *card);
    void lookAtBatch(qint64 batch);
    void askToRemove(const SeedRemoval &removal);
    void removeBatch(qint64 batch);
    void onRemoved(const Result<SeedRemoval> &removal);
    void copy(const QString &command);
    void begin(const JobPointer &job);
    void end();

    Connections &m_connections;
    std::shared_ptr<SeedNews> m_news;
    SeedOverview m_overview;
    bool m_loaded = false;
    bool m_isBusy = false;
    bool m_isPreviewing = false;
    JobPointer m_job;  ///< the work that runs
    ErrorBar *m_error;
    ErrorBar *m_note;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    QTabWidget *m_tabs;
    QVBoxLayout *m_cardLayout = nullptr;
    QVBoxLayout *m_tableLayout = nullptr;
    QComboBox *m_tables = nullptr;
    QList<SeederCard *> m_cards;
    SeederCard *m_all = nullptr;
    QPointer<SeederCard> m_tableCard;
    QPointer<SeederCard> m_revealed;  ///< is new, and to be scrolled to
    SeedBatchList *m_batches;
};

}  // namespace roster

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDPLAN_H
#define ROSTER_SEEDING_SEEDPLAN_H

#include "models/seeding/seeder.h"
#include "models/seeding/seedreport.h"

#include <QList>

#include <utility>

namespace roster {

/// Several seeders as one transaction, in the order that the live tables' foreign keys ask for:
/// "Run all".
class SeedPlan
{
public:
    struct Step
    {
        const Seeder *seeder = nullptr;
        SeedRequest request;
    };

    /// Every seeder whose table is there, each with `request`'s mode, seed and confirmation and its
    /// own number of rows and options. Errors: those of the catalogue.
    static Result<SeedPlan> all(Session &session, const SeedRequest &request);
    /// These, put in order. Errors: NotFound where a table is missing.
    static Result<SeedPlan> of(Session &session, const QList<Step> &steps);

    /// In this order.
    explicit SeedPlan(QList<Step> steps) : m_steps(std::move(steps)) {}

    const QList<Step> &steps() const { return m_steps; }

    /// What it would meet, step by step; changes nothing. Tables that an earlier step fills count
    /// with the rows they hold now. Errors: as SeedRunner::check.
    Result<QList<SeedCheck>> check(Session &session) const;
    /// All or nothing. Progress counts the rows of all steps. Errors: as SeedRunner::run.
    Result<QList<SeedReport>> run(Session &session, Progress &progress) const;
    /// As SeedRunner::rehearse.
    Result<QList<SeedReport>> rehearse(Session &session, Progress &progress) const;

private:
    Result<QList<SeedReport>> execute(Session &session, Progress &progress, bool really) const;

    QList<Step> m_steps;
};

}  // namespace roster

#endif

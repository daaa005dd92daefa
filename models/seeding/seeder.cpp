// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seeder.h"

#include <algorithm>
#include <vector>

namespace roster {

namespace {

// A function's own static: seeders register before main(), in no order that we know.
std::vector<std::unique_ptr<Seeder>> &registered()
{
    static std::vector<std::unique_ptr<Seeder>> all;
    return all;
}

}  // namespace

QList<const Seeder *> seeders()
{
    QList<const Seeder *> all;
    for (const auto &seeder : registered())
        all.append(seeder.get());
    std::sort(all.begin(), all.end(),
              [](const Seeder *a, const Seeder *b) { return a->name() < b->name(); });
    return all;
}

const Seeder *findSeeder(const QString &name)
{
    for (const auto &seeder : registered()) {
        if (seeder->name().compare(name, Qt::CaseInsensitive) == 0
            || seeder->aliases().contains(name, Qt::CaseInsensitive)) {
            return seeder.get();
        }
    }
    return nullptr;
}

bool registerSeeder(std::unique_ptr<Seeder> seeder)
{
    registered().push_back(std::move(seeder));
    return true;
}

}  // namespace roster

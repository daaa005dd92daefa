// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_SEEDOUTPUT_H
#define ROSTER_APP_COMMANDS_SEEDOUTPUT_H

#include "models/seeding/seedbatches.h"
#include "models/seeding/seedpreview.h"
#include "models/seeding/seedreport.h"

#include <QJsonObject>
#include <QString>

namespace roster {

class Seeder;

// What `roster seed` writes, as JSON and for people.

/// `players`, `other.things`: the schema only where it is not public.
QString shortName(const TableName &table);

QJsonObject toJson(const Seeder &seeder);
QJsonObject toJson(const SeedReport &report);
QJsonObject toJson(const SeedCheck &check);
QJsonObject toJson(const SeedPreview &preview);
QJsonObject toJson(const SeedBatch &batch);
QJsonObject toJson(const SeedRemoval &removal);

QString sentence(const SeedReport &report);
QString sentence(const SeedRemoval &removal);
QString line(const SeedBatch &batch);
/// The first rows as an aligned table, then bars.
QByteArray drawn(const SeedPreview &preview);

}  // namespace roster

#endif

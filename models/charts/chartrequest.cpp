// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chartrequest.h"

#include <QCoreApplication>

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartRequest)
};

}  // namespace

QString whyUnchartable(const ColumnSchema &column)
{
    switch (column.kind) {
    case TypeKind::Json:
    case TypeKind::Bytes:
    case TypeKind::Array:
    case TypeKind::Other:
        return Text::tr("values of type %1 cannot be put on a scale.").arg(column.type);
    case TypeKind::Uuid:
        return Text::tr("each value of type %1 is there once.").arg(column.type);
    default:
        return {};
    }
}

bool hasScale(const ColumnSchema &column)
{
    switch (column.kind) {
    case TypeKind::Integer:
    case TypeKind::Float:
    case TypeKind::Numeric:
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
    case TypeKind::Date:
    case TypeKind::Time:
        return true;
    default:
        return false;
    }
}

}  // namespace roster

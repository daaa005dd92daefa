// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/delegates/jsondelegate.h"

#include <QJsonDocument>

namespace roster {

QString JsonDelegate::explanation(const QString &value) const
{
    constexpr int readable = 2000;
    if (value.size() > readable)
        return {};
    // For reading only: Qt keeps numbers as doubles.
    const QJsonDocument document = QJsonDocument::fromJson(value.toUtf8());
    return document.isNull()
             ? QString()
             : QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
}

}  // namespace roster

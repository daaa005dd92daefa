// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/bindings.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roster {

QString Bindings::add(const SqlValue &value, const QString &type)
{
    if (m_style == Style::Literals) {
        const QString text = value ? QString::fromUtf8(*value) : QString();
        if (!value || type == "bigint"_L1)  // a bare number keeps its own size
            return value ? text : u"NULL"_s;
        return type == "text"_L1 ? literal(text) : literal(text) + u"::"_s + type;
    }
    m_values.append(value);
    return u"$%1::%2"_s.arg(QString::number(m_values.size()), type);
}

QString withoutModifier(const QString &type)
{
    if (type.contains(u'"'))
        return type;
    // `character` and `bit` alone mean a length of 1.
    static const QRegularExpression fixed(u"^(character|bit)(?:\\(\\d+\\))?(?=$|\\[)"_s);
    static const QRegularExpression modifier(u"\\(\\d+(?:,-?\\d+)?\\)"_s);
    if (const auto match = fixed.match(type); match.hasMatch()) {
        if (match.captured(1) == "bit"_L1)
            return type;
        return u"bpchar"_s + type.mid(match.capturedLength());
    }
    return QString(type).remove(modifier);
}

}  // namespace roster

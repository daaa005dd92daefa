// SPDX-License-Identifier: GPL-3.0-or-later
// Decimal numbers as text, exactly.
#include "models/charts/chartscale.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

QString decimalText(qint64 number, int exponent)
{
    if (number == 0)
        return u"0"_s;
    const bool isNegative = number < 0;
    QString digits = QString::number(number);
    if (isNegative)
        digits.remove(0, 1);
    if (exponent >= 0) {
        digits += QString(exponent, u'0');
    } else {
        const qsizetype after = -qsizetype(exponent);
        digits = digits.rightJustified(after + 1, u'0');
        digits.insert(digits.size() - after, u'.');
        while (digits.endsWith(u'0'))
            digits.chop(1);
        if (digits.endsWith(u'.'))
            digits.chop(1);
    }
    return isNegative ? u'-' + digits : digits;
}

QString localDecimal(const QString &plain)
{
    const QLocale locale;
    const QString sign = plain.startsWith(u'-') ? locale.negativeSign() : QString();
    const QString digits = plain.mid(plain.startsWith(u'-') ? 1 : 0);
    QString whole = digits.section(u'.', 0, 0);
    const QString fraction = digits.section(u'.', 1);
    if (whole.size() > 24) {
        return u"%1%2%3%4e%5"_s.arg(sign, whole.left(1), locale.decimalPoint(), whole.mid(1, 3),
                                    QString::number(whole.size() - 1));
    }
    constexpr int mostZeros = 5;
    const auto zeros =
        std::find_if(fraction.cbegin(), fraction.cend(), [](QChar digit) { return digit != u'0'; })
        - fraction.cbegin();
    if (whole == "0"_L1 && zeros > mostZeros && zeros < fraction.size()) {
        const QString rest = fraction.mid(zeros + 1);
        return u"%1%2%3e%4%5"_s.arg(sign, fraction.mid(zeros, 1),
                                    rest.isEmpty() ? QString() : locale.decimalPoint() + rest,
                                    locale.negativeSign(), QString::number(zeros + 1));
    }
    for (qsizetype i = whole.size() - 3; i > 0; i -= 3)
        whole.insert(i, locale.groupSeparator());
    return sign + whole + (fraction.isEmpty() ? QString() : locale.decimalPoint() + fraction);
}

}  // namespace roster

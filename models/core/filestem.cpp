// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/filestem.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace roster {

QString fileStem(const QString &readable, const QByteArray &identity)
{
    const QByteArray hash = QCryptographicHash::hash(identity, QCryptographicHash::Sha256).toHex();
    QString plain;
    for (const QChar c : readable.left(40))
        plain += c.isLetterOrNumber() && c.unicode() < 0x80 ? c : u'_';
    return u"%1-%2"_s.arg(plain, QString::fromLatin1(hash.left(12)));
}

}  // namespace roster

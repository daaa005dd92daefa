// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CORE_FILESTEM_H
#define ROSTER_CORE_FILESTEM_H

#include <QByteArray>
#include <QString>

namespace roster {

/// A file's name for something whose own name may hold anything: at most 40 characters of
/// `readable` in ASCII, for a person who looks into the folder, and a part of SHA-256 of `identity`
/// that no two have in common.
QString fileStem(const QString &readable, const QByteArray &identity);

}  // namespace roster

#endif

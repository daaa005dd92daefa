// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_LOCALTEXT_H
#define ROSTER_DATABASE_LOCALTEXT_H

#include <QCoreApplication>

namespace roster {

/// `LocalText::tr("…")`: one translation context for the files that make up the local server.
struct LocalText
{
    Q_DECLARE_TR_FUNCTIONS(LocalText)
};

}  // namespace roster

#endif

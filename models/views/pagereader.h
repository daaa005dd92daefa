// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_PAGEREADER_H
#define ROSTER_VIEWS_PAGEREADER_H

#include "models/browsing/pager.h"
#include "models/core/result.h"
#include "models/views/loadedrow.h"

#include <QList>

#include <memory>

namespace roster {

/// Which rows a window needs next.
struct PageRequest
{
    enum class Kind {
        First,   ///< from the start of the order
        Last,    ///< up to its end
        After,   ///< those that follow `key`
        Before,  ///< those that come before `key`
        Jump,    ///< around `position`, by the nearest milestone
        Find,    ///< around the row whose primary key is `key`
        Reload,  ///< from `key` on, itself included: the window once more
    };
    Kind kind = Kind::First;
    RowKey key;
    qint64 position = 0;  ///< of the first row wanted; what goes by OFFSET starts there
    int rows = 0;
    std::shared_ptr<const Milestones> milestones;  ///< for Jump; null: take a sample first
};

struct PageAnswer
{
    PageRequest::Kind kind = PageRequest::Kind::First;
    QList<LoadedRow> rows;
    bool reachesStart = false;
    bool reachesEnd = false;
    qint64 first = -1;    ///< position of the first row; -1: follows from what was there before
    bool isExact = true;  ///< `first` is counted, not guessed
    int found = -1;       ///< index of the row that Find looked for
    qint64 total = -1;    ///< rows in all, where it was counted on the way
    std::shared_ptr<const Milestones> sampled;  ///< where a sample was taken
};

/// Answers a request, on a worker. Errors: the server's; NotFound for Find.
Result<PageAnswer> readPage(Session &session, const Pager &pager, const PageRequest &request);

}  // namespace roster

#endif

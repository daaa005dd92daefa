// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/losses.h"

#include "models/migration/lint.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

Result<QStringList> lossesOf(Session &session, const RevisionFiles &files,
                             const QList<MigrationStep> &steps)
{
    QStringList losses;
    for (const MigrationStep &step : steps) {
        const auto found = std::find_if(
            files.revisions.cbegin(), files.revisions.cend(),
            [&step](const Revision &revision) { return revision.id == step.revision; });
        if (found == files.revisions.cend())
            continue;
        Revision revision = *found;
        revision.allowances.clear();  // agreed to, and lost all the same
        const auto findings = lint(session, revision, step.direction);
        if (!findings)
            return fail(findings.error());
        for (const LintFinding &finding : *findings) {
            if (finding.rule == "destructive"_L1 && !losses.contains(finding.object))
                losses << finding.object;
        }
    }
    return losses;
}

}  // namespace roster

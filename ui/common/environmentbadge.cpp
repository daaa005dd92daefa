// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/environmentbadge.h"

#include "ui/common/theme.h"

using namespace Qt::StringLiterals;

namespace roster {

EnvironmentBadge::EnvironmentBadge(QWidget *parent) : QLabel(parent)
{
    setObjectName(u"environmentBadge"_s);
    setAutoFillBackground(true);
    setAlignment(Qt::AlignCenter);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Maximum);
    hide();
}

void EnvironmentBadge::setEnvironment(Environment environment)
{
    m_environment = environment;
    // Not before there is something to say: each further font costs the first frame of a window.
    const int space = fontMetrics().horizontalAdvance(u' ');
    setContentsMargins(2 * space, 1, 2 * space, 1);
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
    const Tone tone = Theme::tone(environment);
    QPalette own = palette();
    own.setColor(QPalette::Window, tone.background);
    own.setColor(QPalette::WindowText, tone.foreground);
    setPalette(own);
    setText(Theme::word(environment));
    setAccessibleName(tr("Environment: %1").arg(Theme::word(environment)));
}

}  // namespace roster

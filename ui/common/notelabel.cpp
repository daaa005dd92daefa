// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/notelabel.h"

#include "ui/common/theme.h"

namespace roster {

NoteLabel::NoteLabel(const QString &name, QWidget *parent) : QLabel(parent)
{
    setObjectName(name);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

void NoteLabel::note(const QString &text, bool isError)
{
    QPalette colours = parentWidget() ? parentWidget()->palette() : QPalette();
    if (isError)
        colours.setColor(QPalette::WindowText, Theme::tone(Theme::Meaning::Error).foreground);
    setPalette(colours);
    setText(text);
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_NOTELABEL_H
#define ROSTER_COMMON_NOTELABEL_H

#include <QLabel>

namespace roster {

/// A line or two at the foot of a dialog: what will happen, or in the colour of errors why not.
class NoteLabel : public QLabel
{
    Q_OBJECT

public:
    explicit NoteLabel(const QString &name, QWidget *parent = nullptr);
    void note(const QString &text, bool isError = false);
};

}  // namespace roster

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_NAMECONFIRM_H
#define ROSTER_BACKUP_NAMECONFIRM_H

#include <QDialog>

class QLineEdit;

namespace roster {

/// A name as buttons and menus show it: `&` would underline the letter behind it.
inline QString mnemonicFree(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

/// Asks before something that cannot be taken back, or that others feel. Cancel is the default,
/// until the right name is typed where one is asked for.
class NameConfirm : public QDialog
{
    Q_OBJECT

public:
    struct Question
    {
        QString title;
        QString text;   ///< what will happen, plain
        QString lines;  ///< what it happens to, to be scrolled; may be empty
        QString goOn;   ///< the button's words
        QString name;   ///< to be typed; empty: nothing has to be
    };

    NameConfirm(const Question &question, QWidget *parent);

    /// As it was typed.
    QString typed() const;

private:
    QLineEdit *m_name;
};

}  // namespace roster

#endif
